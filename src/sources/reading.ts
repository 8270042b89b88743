/** What all kinds of sources have in common: fetch one document, parse it, tell the outcome. */
import { loopTurn } from '../domain/loop-turn.ts';
import type { RestTimes } from '../domain/rest-times.ts';
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
      /** Absent where the format cannot say so. */
      readonly rests?: RestTimes | null;
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
  const fetched = await fetchDocument({ url, accept, headers, etag, lastModified, takesPart: true });
  if (fetched.kind === 'failed') {
    const { reason, retryAfterMs, isGone } = fetched;
    return { kind: 'failed', reason, retryAfterMs, isGone };
  }
  const movedTo = rememberedMove(fetched.movedTo, source, kind);
  if (fetched.kind === 'unchanged') {
    // An answer without a body need not repeat what it confirms.
    return {
      kind: 'unchanged',
      etag: fetched.etag ?? etag,
      lastModified: fetched.lastModified ?? lastModified,
      movedTo,
      freshForMs: fetched.freshForMs,
    };
  }
  await loopTurn();
  const parsed = kind.parse(fetched);
  if (fetched.brokenBy !== null) return readingOfPart(parsed, fetched.brokenBy, source);
  if (parsed.kind === 'other') {
    return failedReading(`The address leads to ${parsed.found} instead of ${kind.wanted}.`);
  }
  const { linkHeader } = fetched;
  // An address with a key in it must not be shown to a hub.
  const hasOpenAddress = kind.url === undefined;
  return {
    ...readingOfDocument(parsed, source),
    etag: fetched.etag,
    lastModified: fetched.lastModified,
    movedTo,
    freshForMs: Math.max(fetched.freshForMs, parsed.freshForMs),
    hub: hasOpenAddress
      ? hubOfferOf({ linkHeader, inDocument: parsed.hub, url: fetched.movedTo ?? url })
      : null,
  };
}

/** An address with a key in it must not be remembered or shown, and a key in a header goes to no other host. */
function rememberedMove(movedTo: string | null, source: Source, kind: KindOfSource): string | null {
  if (movedTo === null || kind.url !== undefined) return null;
  const hasHeaders = Object.keys(kind.headers ?? {}).length > 0;
  const [from, to] = [new URL(source.url), new URL(movedTo)];
  const isElsewhere = from.host !== to.host || (from.protocol === 'https:' && to.protocol === 'http:');
  return hasHeaders && isElsewhere ? null : movedTo;
}

/** Nothing of an answer that broke off is remembered, so that the next one brings the rest. */
function readingOfPart(parsed: Parsed, brokenBy: string, source: Source): SourceReadingOutcome {
  if (parsed.kind === 'other' || parsed.items.length === 0) return failedReading(brokenBy);
  const defect = `${brokenBy} What came before was kept.`;
  return { ...readingOfDocument(parsed, source), freshForMs: 0, defect };
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
  const rests = parsed.rests == null ? {} : { rests: parsed.rests };
  return { kind: 'read', title, language, items, freshForMs, ...rests, defect, ...unsaid } as const;
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
