/** A list of feeds that a person gives: as its text, as a file's bytes, or as the address of one. */
import { MendableError } from '../domain/errors.ts';
import type { FetchDocument } from './http/fetch-document.ts';
import { parseOpml } from './opml.ts';
import type { ListOutcome, SourceLists } from './source.ts';
import { decodeBytes } from './text/encoding.ts';

const accept = 'text/x-opml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5';

export function createReadList(fetchDocument: FetchDocument): SourceLists['readList'] {
  return async (given): Promise<ListOutcome> => {
    if (typeof given !== 'string') return parseList(decodeBytes(given, null));
    const text = given.trim();
    if (text.startsWith('<')) return parseList(text);
    const fetched = await fetchDocument({ url: text, accept });
    if (fetched.kind === 'failed') return { kind: 'none', reason: fetched.reason };
    if (fetched.kind === 'unchanged') return { kind: 'none', reason: 'The host sent no document.' };
    return parseList(decodeBytes(fetched.bytes, fetched.contentType));
  };
}

function parseList(text: string): ListOutcome {
  try {
    return { kind: 'list', feeds: parseOpml(text) };
  } catch (thrown) {
    if (thrown instanceof MendableError) return { kind: 'none', reason: thrown.message };
    throw thrown;
  }
}
