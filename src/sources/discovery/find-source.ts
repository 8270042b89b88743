/** The feed behind an address that a person gives: the address itself, what its page names, or a usual place. */
import type { FetchDocument } from '../http/fetch-document.ts';
import type { RobotsOf } from '../http/robots-memory.ts';
import { feedAccept } from '../feed/read-feed.ts';
import { parseFeed } from '../feed/parse-feed.ts';
import { whatItIs } from '../feed/what-it-is.ts';
import type { FetchedDocument } from '../reading.ts';
import { parseSitemap } from '../sitemap/read-sitemap.ts';
import type { FindOutcome, FoundSource, SourceFinder, SourceItem } from '../source.ts';
import { decodeBytes } from '../text/encoding.ts';
import { feedLinks, usualPlaces } from './feed-links.ts';

interface Uses {
  readonly fetchDocument: FetchDocument;
  readonly robotsOf: RobotsOf;
}

/** No site is asked more often than this for one address. */
const maxTries = 12;

export function createFindSource(uses: Uses): SourceFinder['find'] {
  return async (written): Promise<FindOutcome> => {
    const address = withScheme(written);
    const first = await uses.fetchDocument({ url: address, accept: `text/html, ${feedAccept}` });
    if (first.kind === 'failed') return { kind: 'none', reason: withRemedy(first.reason) };
    if (first.kind === 'unchanged') return { kind: 'none', reason: 'The host sent no document.' };
    const direct = sourceIn(first, null);
    if (direct !== null) return { kind: 'found', source: direct };
    const text = decodeBytes(first.bytes, first.contentType);
    const found = whatItIs(text, first.contentType);
    if (found !== 'an HTML page') {
      return { kind: 'none', reason: `The address leads to ${found}; ${insteadOf(found)}.` };
    }
    const source = await firstSource(await placesFor(text, first.url, uses), first.url, uses);
    return source === null
      ? {
          kind: 'none',
          reason:
            'No feed was found behind this page; give the address of the feed itself, which many sites name at the foot of their pages.',
        }
      : { kind: 'found', source };
  };
}

const insteadOf = (found: string): string =>
  found === 'an OPML list of feeds'
    ? '/sources import takes such a list'
    : 'give that of a feed or of a home page';

/** What hosts fail by does not always say what to do. */
const withRemedy = (reason: string): string =>
  /^The host [^;]*$/.test(reason) ? `${reason} Check the address, or try again later.` : reason;

/** People leave the scheme out. */
function withScheme(written: string): string {
  const text = written.trim();
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
}

async function placesFor(html: string, url: string, uses: Uses): Promise<readonly string[]> {
  const { sitemaps } = await uses.robotsOf(url);
  const ofNews = sitemaps.filter((one) => /news/i.test(one) && URL.canParse(one));
  const places = [
    ...feedLinks(html, url),
    ...usualPlaces(url),
    ...ofNews,
    new URL('/news-sitemap.xml', url).href,
  ];
  return [...new Set(places)].filter((place) => place !== url).slice(0, maxTries);
}

async function firstSource(places: readonly string[], home: string, uses: Uses): Promise<FoundSource | null> {
  for (const place of places) {
    const fetched = await uses.fetchDocument({ url: place, accept: feedAccept });
    const source = fetched.kind === 'document' ? sourceIn(fetched, home) : null;
    if (source !== null) return source;
  }
  return null;
}

function sourceIn(document: FetchedDocument, home: string | null): FoundSource | null {
  const url = document.movedTo ?? document.url;
  const feed = parseFeed(document);
  if (feed.kind === 'feed') {
    const { title, language, link, items } = feed.feed;
    return { kind: 'feed', url, home: link ?? home, title, language, items: newestFirst(items) };
  }
  const sitemap = parseSitemap(document);
  if (sitemap.kind === 'other') return null;
  const { title, language, items } = sitemap;
  return { kind: 'sitemap', url, home, title, language, items: newestFirst(items) };
}

/** Items without a time keep their place behind the others. */
function newestFirst(items: readonly SourceItem[]): readonly SourceItem[] {
  const timeOf = (item: SourceItem): number => item.published?.at.getTime() ?? 0;
  return [...items].sort((a, b) => timeOf(b) - timeOf(a));
}
