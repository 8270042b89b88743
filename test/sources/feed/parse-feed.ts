import { parseFeed, type Feed } from '../../../src/sources/feed/parse-feed.ts';
import type { SourceItem } from '../../../src/sources/source.ts';

export const feedAddress = 'https://wire.example/news/feed.xml';

/** The feed in a text or in bytes; fails where it is none. */
export function feedIn(document: string | Uint8Array, contentType: string | null = null): Feed {
  const bytes = typeof document === 'string' ? new TextEncoder().encode(document) : document;
  const parsed = parseFeed({ bytes, url: feedAddress, contentType });
  if (parsed.kind === 'other') throw new Error(`not a feed but ${parsed.found}`);
  return parsed.feed;
}

export function firstItem(document: string | Uint8Array, contentType: string | null = null): SourceItem {
  const [item] = feedIn(document, contentType).items;
  if (item === undefined) throw new Error('the feed has no item');
  return item;
}

/** RSS around the inside of one item. */
export const rssItem = (inside: string, channel = ''): string =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"
  xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:atom="http://www.w3.org/2005/Atom">
  <channel><title>Harbour Wire</title>${channel}<item>${inside}</item></channel></rss>`;

/** Atom around the inside of one entry. */
export const atomEntry = (inside: string, feed = ''): string =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Wire</title>${feed}<entry>${inside}</entry></feed>`;
