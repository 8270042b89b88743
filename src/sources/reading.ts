/** What all kinds of sources have in common: fetch one document, parse it, tell the outcome. */
import type { Source } from '../domain/source.ts';
import type { FetchDocument, FetchOutcome } from './http/fetch-document.ts';
import type { SourceItem, SourceReadingOutcome } from './source.ts';

export type FetchedDocument = Extract<FetchOutcome, { kind: 'document' }>;

/** What a document of a kind says, or what it is instead (a noun phrase). */
export type Parsed =
  | {
      readonly kind: 'items';
      readonly title: string | null;
      readonly language: string | null;
      readonly items: readonly SourceItem[];
      readonly freshForMs: number;
      readonly defect: string | null;
    }
  | { readonly kind: 'other'; readonly found: string };

export interface KindOfSource {
  readonly accept: string;
  /** The noun phrase for a document of this kind. */
  readonly wanted: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** In place of the source's own address, e.g. with a key in it that is shown to nobody. */
  readonly url?: string;
  parse(document: FetchedDocument): Parsed;
}

/** Reads a source of any kind once. */
export async function readKind(
  source: Source,
  kind: KindOfSource,
  fetchDocument: FetchDocument,
): Promise<SourceReadingOutcome> {
  const { etag, lastModified } = source;
  const { accept, headers = {}, url = source.url } = kind;
  const fetched = await fetchDocument({ url, accept, headers, etag, lastModified });
  if (fetched.kind === 'unchanged') {
    // An answer without a body need not repeat what it confirms.
    return { ...fetched, etag: fetched.etag ?? etag, lastModified: fetched.lastModified ?? lastModified };
  }
  if (fetched.kind === 'failed') return fetched;
  const parsed = kind.parse(fetched);
  if (parsed.kind === 'other') {
    return failedReading(`The address leads to ${parsed.found} instead of ${kind.wanted}.`);
  }
  return {
    kind: 'read',
    title: parsed.title,
    language: parsed.language ?? source.language,
    items: parsed.items,
    etag: fetched.etag,
    lastModified: fetched.lastModified,
    // An address with a key in it must not be remembered or shown.
    movedTo: kind.url === undefined ? fetched.movedTo : null,
    freshForMs: Math.max(fetched.freshForMs, parsed.freshForMs),
    defect: parsed.defect,
  };
}

export function failedReading(reason: string): Extract<SourceReadingOutcome, { kind: 'failed' }> {
  return { kind: 'failed', reason, retryAfterMs: null, isGone: false };
}

/** An item with nothing in it, to spread the known parts over. */
export const emptyItem: SourceItem = {
  url: null,
  guid: null,
  title: '',
  authors: [],
  published: null,
  updated: null,
  summary: '',
  blocks: [],
  labels: [],
  picture: null,
  language: null,
};
