/** Any feed document → its items. */
import type { HubLinks } from '../hub/hub-links.ts';
import type { RestTimes } from '../../domain/rest-times.ts';
import type { SourceItem } from '../source.ts';
import { decodeBytes } from '../text/encoding.ts';
import { descendantsOf, parseXml, type XmlElement } from '../text/xml-tree.ts';
import { readAtom } from './read-atom.ts';
import { isJsonFeed, readJsonFeed } from './read-json-feed.ts';
import { readRss } from './read-rss.ts';
import { whatItIs } from './what-it-is.ts';

export interface FeedDocument {
  readonly bytes: Uint8Array;
  /** The address that it came from in the end: relative links are resolved against it. */
  readonly url: string;
  readonly contentType: string | null;
  /** IANA name, for times without a zone. */
  readonly timeZone?: string | undefined;
}

export interface Feed {
  readonly title: string | null;
  /** The page that the feed belongs to. */
  readonly link: string | null;
  readonly language: string | null;
  readonly items: readonly SourceItem[];
  /** How long the feed itself asks not to be read again; 0 when it does not say. */
  readonly freshForMs: number;
  /** When the feed never wants to be read; absent where the format cannot say so. */
  readonly rests?: RestTimes | null;
  readonly hub: HubLinks;
  /** Why the document is not whole, in words; null when it is. */
  readonly defect: string | null;
}

export type FeedOutcome =
  | { readonly kind: 'feed'; readonly feed: Feed }
  /** `found`: what the document is instead, as a noun phrase. */
  | { readonly kind: 'other'; readonly found: string };

/** What a reader of one format needs beside the document. */
export interface FeedContext {
  readonly url: string;
  readonly timeZone: string | undefined;
}

/** Reads a feed of any format and encoding. Never throws; of a damaged document it keeps what is whole. */
export function parseFeed(document: FeedDocument): FeedOutcome {
  const text = decodeBytes(document.bytes, document.contentType).replace(/^[\ufeff\s]+/, '');
  const context: FeedContext = { url: document.url, timeZone: document.timeZone };
  if (/^[[{]/.test(text)) {
    const feed = isJsonFeed(text) ? readJsonFeed(text, context) : null;
    return feed === null ? other(text, document) : { kind: 'feed', feed };
  }
  const root = parseXml(text);
  const feed = readXmlFeed(root, context);
  return feed === null ? other(text, document) : { kind: 'feed', feed };
}

function readXmlFeed(root: XmlElement, context: FeedContext): Feed | null {
  const first = descendantsOf(
    root,
    'rss',
    'rdf:rdf',
    'rdf',
    'atom:feed',
    'feed',
    'channel',
    'html',
    'xhtml:html',
  )[0];
  if (first === undefined) return null;
  switch (first.name) {
    case 'atom:feed':
    case 'feed':
      return readAtom(first, context);
    case 'rss':
    case 'rdf:rdf':
    case 'rdf':
    case 'channel':
      return readRss(first, context);
    default:
      return null;
  }
}

const other = (text: string, document: FeedDocument): FeedOutcome => ({
  kind: 'other',
  found: whatItIs(text, document.contentType),
});
