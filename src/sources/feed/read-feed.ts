/** A feed over HTTP: the adapter behind the port for sources of kind `feed`. */
import type { Source } from '../../domain/source.ts';
import type { FetchDocument } from '../http/fetch-document.ts';
import { timeZoneOf } from '../settings.ts';
import type { SourceReadingOutcome } from '../source.ts';
import { parseFeed } from './parse-feed.ts';

const accept =
  'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5';

export async function readFeed(source: Source, fetchDocument: FetchDocument): Promise<SourceReadingOutcome> {
  const { url, etag, lastModified } = source;
  const fetched = await fetchDocument({ url, accept, etag, lastModified });
  if (fetched.kind !== 'document') return fetched;
  const parsed = parseFeed({ ...fetched, timeZone: timeZoneOf(source) });
  if (parsed.kind === 'other') {
    return {
      kind: 'failed',
      reason: `The address leads to ${parsed.found} instead of a feed.`,
      retryAfterMs: null,
      isGone: false,
    };
  }
  const { title, language, items, defect } = parsed.feed;
  return {
    kind: 'read',
    title,
    language: language ?? source.language,
    items,
    etag: fetched.etag,
    lastModified: fetched.lastModified,
    movedTo: fetched.movedTo,
    freshForMs: Math.max(fetched.freshForMs, parsed.feed.freshForMs),
    defect,
  };
}
