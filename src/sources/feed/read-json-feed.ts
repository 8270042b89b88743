/** JSON Feed 1.0 and 1.1. */
import { z } from 'zod';
import type { SourceItem } from '../source.ts';
import { hubLinksIn, type HubLinks } from '../hub/hub-links.ts';
import { absoluteUrl } from '../text/address.ts';
import { blocksOfHtml } from '../text/blocks.ts';
import { mostItems } from '../text/bounds.ts';
import { cleanText } from '../text/clean-text.ts';
import { parseLenientJson } from '../text/lenient-json.ts';
import { parseHtml } from '../text/markup.ts';
import { parseMoment } from '../text/parse-moment.ts';
import { lineOfText } from '../text/plain.ts';
import type { Feed, FeedContext } from './parse-feed.ts';
import { distinct, personName } from './people.ts';
import { pictureInText } from './pictures.ts';

const text = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .catch(null);
const author = z.object({ name: text }).nullish().catch(null);
const authors = z.array(author).nullish().catch(null);
const item = z.object({
  id: text,
  url: text,
  external_url: text,
  title: text,
  content_html: text,
  content_text: text,
  summary: text,
  image: text,
  banner_image: text,
  date_published: text,
  date_modified: text,
  author,
  authors,
  tags: z.array(text).nullish().catch(null),
  language: text,
});
const jsonFeed = z.object({
  version: z.string().optional().catch(undefined),
  title: text,
  home_page_url: text,
  feed_url: text,
  language: text,
  author,
  authors,
  hubs: z
    .array(z.object({ type: text, url: text }))
    .nullish()
    .catch(null),
  items: z.custom<readonly unknown[]>((items) => Array.isArray(items)),
});
type Item = z.infer<typeof item>;

/** Whether a JSON document says that it is a feed, or has the shape of one. */
export const isJsonFeed = (json: string): boolean =>
  /"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org\\?\/version/.test(json) || /"items"\s*:\s*\[/.test(json);

/** Null for what is not a JSON Feed. */
export function readJsonFeed(json: string, context: FeedContext): Feed | null {
  const { value, isWhole } = parseLenientJson(json);
  const parsed = jsonFeed.safeParse(value);
  if (!parsed.success) return null;
  const feed = parsed.data;
  if (feed.version === undefined && feed.title == null) return null;
  const ofFeed = namesIn(feed);
  return {
    title: feed.title == null ? null : lineOfText(feed.title),
    link: absoluteUrl(feed.home_page_url, context.url),
    language: feed.language ?? null,
    items: feed.items.slice(0, mostItems).flatMap((one) => {
      const { data } = item.safeParse(one);
      return data === undefined ? [] : [readItem(data, ofFeed, context)];
    }),
    freshForMs: 0,
    hub: hubsOf(feed, context.url),
    defect: isWhole ? null : 'The document breaks off before its end; what was whole was kept.',
  };
}

function readItem(item: Item, ofFeed: readonly string[], context: FeedContext): SourceItem {
  const html = item.content_html ?? '';
  const names = namesIn(item);
  const updated = parseMoment(item.date_modified, context.timeZone);
  const url = absoluteUrl(item.url, context.url) ?? absoluteUrl(item.external_url, context.url);
  const picture = item.image ?? item.banner_image ?? pictureInText([parseHtml(html)]);
  const pictureUrl = absoluteUrl(picture, url ?? context.url);
  return {
    url: url ?? absoluteUrl(item.id, null),
    guid: item.id ?? null,
    title: lineOfText(item.title ?? ''),
    authors: names.length > 0 ? names : ofFeed,
    published: parseMoment(item.date_published, context.timeZone) ?? updated,
    updated,
    summary: lineOfText(item.summary ?? ''),
    blocks: html === '' ? paragraphsOf(item.content_text ?? '') : blocksOfHtml(html),
    labels: distinct((item.tags ?? []).map((tag) => (tag ?? '').trim())),
    picture: pictureUrl === null ? null : { url: pictureUrl, credit: null },
    language: item.language ?? null,
  };
}

/** Of the hubs that JSON Feed knows, those of WebSub. */
function hubsOf({ hubs, feed_url }: z.infer<typeof jsonFeed>, base: string): HubLinks {
  const webSub = (hubs ?? []).filter(({ type }) => /^websub$/i.test(type ?? 'websub'));
  const links = webSub.map(({ url }) => ({ rel: 'hub', href: url, base }));
  return hubLinksIn([...links, { rel: 'self', href: feed_url, base }]);
}

const paragraphsOf = (text: string): SourceItem['blocks'] =>
  text
    .split(/\n\s*\n/)
    .map(cleanText)
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => ({ kind: 'paragraph', text: paragraph }));

function namesIn(holder: Pick<Item, 'author' | 'authors'>): readonly string[] {
  const people = [...(holder.authors ?? []), holder.author];
  return distinct(people.map((person) => personName(person?.name ?? '')));
}
