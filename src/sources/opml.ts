/** Lists of feeds as other readers exchange them. */
import { generateOpml } from 'feedsmith';
import { MendableError } from '../domain/errors.ts';
import type { SourceDescription } from '../domain/source.ts';
import { absoluteUrl } from './text/address.ts';
import { cleanText } from './text/clean-text.ts';
import { descendantsOf, parseXml, type XmlElement } from './text/xml-tree.ts';

/** One feed of a list; its name as written there. */
export interface ListedFeed {
  readonly name: string;
  readonly url: string;
  readonly home: string | null;
  readonly language: string | null;
}

const maxFeeds = 1000;

/** The feeds of a list, folders left aside, each address once. Throws a {@link MendableError} for what is no list. */
export function parseOpml(text: string): readonly ListedFeed[] {
  const list = descendantsOf(parseXml(text), 'opml')[0];
  if (list === undefined) {
    throw new MendableError('This file is not an OPML list; export one from your feed reader.');
  }
  const feeds = new Map<string, ListedFeed>();
  for (const outline of outlinesIn(list)) {
    const feed = readOutline(outline);
    if (feed !== null && !feeds.has(feed.url)) feeds.set(feed.url, feed);
  }
  if (feeds.size === 0) throw new MendableError('This OPML list names no feed (no outline with an xmlUrl).');
  if (feeds.size > maxFeeds) {
    throw new MendableError(
      `This OPML list names ${feeds.size} feeds; split it into lists of at most ${maxFeeds}.`,
    );
  }
  return [...feeds.values()];
}

function outlinesIn(element: XmlElement): readonly XmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return child.name === 'outline' ? [child, ...outlinesIn(child)] : outlinesIn(child);
  });
}

function readOutline({ attributes }: XmlElement): ListedFeed | null {
  const url = absoluteUrl(attributes['xmlurl'], null);
  if (url === null) return null;
  const name = cleanText(attributes['title'] ?? attributes['text'] ?? '');
  const language = cleanText(attributes['language'] ?? '');
  return {
    name: name === '' ? new URL(url).hostname : name,
    url,
    home: absoluteUrl(attributes['htmlurl'], null),
    language: language === '' || language === 'unknown' ? null : language,
  };
}

/** The feeds among the sources, as a list that other readers import. */
export function renderOpml(sources: readonly SourceDescription[]): string {
  const feeds = sources.filter((source) => source.kind === 'feed');
  return generateOpml({
    head: { title: 'Satwire sources' },
    body: {
      outlines: feeds.map((source) => ({
        type: 'rss',
        text: source.name,
        title: source.name,
        xmlUrl: source.url,
        ...(source.home === null ? {} : { htmlUrl: source.home }),
        ...(source.language === null ? {} : { language: source.language }),
      })),
    },
  });
}
