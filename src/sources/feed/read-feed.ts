/** Sources of kind `feed`. */
import type { Source } from '../../domain/source.ts';
import type { KindOfSource } from '../reading.ts';
import { timeZoneOf } from '../settings.ts';
import { liftCredit } from './lift-credit.ts';
import { parseFeed } from './parse-feed.ts';

export const feedAccept =
  'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5';

export const feedKind = (source: Source): KindOfSource => ({
  accept: feedAccept,
  wanted: 'a feed',
  parse(document) {
    const parsed = parseFeed({ ...document, timeZone: timeZoneOf(source) });
    if (parsed.kind === 'other') return parsed;
    return { kind: 'items', ...parsed.feed, items: parsed.feed.items.map(liftCredit) };
  },
});
