/** What all kinds of sources have in common: fetch one document, parse it, tell the outcome. */
import type { Source } from '../domain/source.ts';
import type { FetchDocument, FetchOutcome } from './http/fetch-document.ts';
import { hubOfferOf, type HubLinks } from './hub/hub-links.ts';
import type { SourceItem, SourceReadingOutcome } from './source.ts';

export type FetchedDocument = Extract<FetchOutcome, { kind: 'document' }>;

/** A document, however it came here; relative links are resolved against `url`. */
export type GivenDocument = Pick<FetchedDocument, 'bytes' | 'contentType' | 'url'>;

/** What a document of a kind says, or what it is instead (a noun phrase). */
export type Parsed =
  | {
      readonly kind: 'items';
      readonly title: string | null;
      readonly language: string | null;
      readonly items: readonly SourceItem[];
      readonly freshForMs: number;
      /** Absent where the format has no links of its own. */
      readonly hub?: HubLinks;
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
  parse(document: GivenDocument): Parsed;
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
  // An address with a key in it must not be remembered or shown, to a hub neither.
  const hasOpenAddress = kind.url === undefined;
  const { linkHeader, movedTo } = fetched;
  return {
    ...readingOfDocument(parsed, source),
    etag: fetched.etag,
    lastModified: fetched.lastModified,
    movedTo: hasOpenAddress ? movedTo : null,
    freshForMs: Math.max(fetched.freshForMs, parsed.freshForMs),
    hub: hasOpenAddress ? hubOfferOf({ linkHeader, inDocument: parsed.hub, url: movedTo ?? url }) : null,
  };
}

/** Reads a document that a hub brought, without the network. */
export function readPushed(
  source: Source,
  kind: KindOfSource,
  document: Omit<GivenDocument, 'url'>,
): SourceReadingOutcome {
  const parsed = kind.parse({ ...document, url: source.url });
  if (parsed.kind === 'other')
    return failedReading(`The hub brought ${parsed.found} instead of ${kind.wanted}.`);
  return readingOfDocument(parsed, source);
}

function readingOfDocument(parsed: Extract<Parsed, { kind: 'items' }>, source: Source) {
  const { title, items, freshForMs, defect } = parsed;
  const language = parsed.language ?? source.language;
  const unsaid = { etag: null, lastModified: null, movedTo: null, hub: null };
  return { kind: 'read', title, language, items, freshForMs, defect, ...unsaid } as const;
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
