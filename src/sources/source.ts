/** The port to the places that news comes from. */
import type { Picture, TextBlock } from '../domain/article.ts';
import type { Moment } from '../domain/moment.ts';
import type { HubOffer } from '../domain/push.ts';
import type { RestTimes } from '../domain/rest-times.ts';
import type { Source, SourceDescription, SourceKind } from '../domain/source.ts';
import type { ListedFeed } from './opml.ts';

export type { ListedFeed } from './opml.ts';

/** What a source shows of one article, parsed and cleaned of markup; not yet normalized. */
export interface SourceItem {
  /** Absolute; null when the item has no usable address. */
  readonly url: string | null;
  readonly guid: string | null;
  readonly title: string;
  readonly authors: readonly string[];
  readonly published: Moment | null;
  readonly updated: Moment | null;
  /** The source's own short text, plain; may be empty. */
  readonly summary: string;
  /** The text as the source gives it; empty when it gives only a summary. */
  readonly blocks: readonly TextBlock[];
  /** The publisher's own labels, as written. */
  readonly labels: readonly string[];
  readonly picture: Picture | null;
  readonly language: string | null;
}

/** What reading a source gave. */
export type SourceReadingOutcome =
  | {
      readonly kind: 'read';
      readonly title: string | null;
      readonly language: string | null;
      readonly items: readonly SourceItem[];
      readonly etag: string | null;
      readonly lastModified: string | null;
      readonly movedTo: string | null;
      /** How long the source asks not to be read again; 0 when it does not say. */
      readonly freshForMs: number;
      /** When it never wants to be read; absent when it does not say. */
      readonly rests?: RestTimes;
      /** The hubs that bring what is new in it; null where it names none. */
      readonly hub: HubOffer | null;
      /** Why the document is not whole, in words (what was whole was kept); null when it is. */
      readonly defect: string | null;
    }
  | {
      readonly kind: 'unchanged';
      readonly etag: string | null;
      readonly lastModified: string | null;
      readonly movedTo: string | null;
      readonly freshForMs: number;
    }
  /** `retryAfterMs`: what the host asked for; null when it did not. `isGone`: it says it will not come back. */
  | {
      readonly kind: 'failed';
      readonly reason: string;
      readonly retryAfterMs: number | null;
      readonly isGone: boolean;
    };

/** An article read from its own page. */
export interface PageArticle {
  /** The page's own canonical address, or the one asked for. */
  readonly url: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly published: Moment | null;
  readonly label: string | null;
  readonly picture: Picture | null;
  readonly lead: string;
  readonly blocks: readonly TextBlock[];
  readonly language: string | null;
}

export type PageOutcome =
  | { readonly kind: 'read'; readonly article: PageArticle }
  | { readonly kind: 'failed'; readonly reason: string };

/** The reader was closed while something was being read, or before: nothing is known of what was asked for. */
export class ReaderClosed extends Error {
  override readonly name = 'ReaderClosed';
}

export interface SourceReader {
  /** Reads a source once, with conditional requests. Never throws for what the network or the document does. */
  read(source: Source): Promise<SourceReadingOutcome>;
  /** Reads one article's page. */
  readPage(url: string, source: SourceDescription | null): Promise<PageOutcome>;
  /** Breaks off what is being read: whoever waits for it gets a {@link ReaderClosed}. */
  close(): Promise<void>;
}

/** A source that was found behind an address, read once so that a person can judge it. */
export interface FoundSource {
  readonly kind: SourceKind;
  readonly url: string;
  readonly home: string | null;
  readonly title: string | null;
  readonly language: string | null;
  /** Newest first. */
  readonly items: readonly SourceItem[];
}

export type FindOutcome =
  | { readonly kind: 'found'; readonly source: FoundSource }
  /** `reason`: a sentence for the person who gave the address. */
  | { readonly kind: 'none'; readonly reason: string };

export interface SourceFinder {
  /** Finds the feed at an address, or behind the home page that it leads to. Never throws for what is found. */
  find(address: string): Promise<FindOutcome>;
}

export type ListOutcome =
  | { readonly kind: 'list'; readonly feeds: readonly ListedFeed[] }
  /** `reason`: a sentence for the person who gave the list. */
  | { readonly kind: 'none'; readonly reason: string };

/** OPML, in which feed readers exchange lists of feeds. */
export interface SourceLists {
  /** Reads a list from its own text, its bytes or its address, never from a file here. Never throws for what is found. */
  readList(given: string | Uint8Array): Promise<ListOutcome>;
  /** The feeds among the sources, as a list that other readers import. */
  renderList(sources: readonly SourceDescription[]): string;
}

/** What a hub is asked (WebSub). */
export interface HubRequest {
  readonly mode: 'subscribe' | 'unsubscribe';
  readonly hub: string;
  readonly topic: string;
  readonly callback: string;
  /** What the hub signs with; less than 200 bytes. */
  readonly secret: string;
  readonly leaseSeconds: number;
}

export type HubOutcome =
  /** The hub will ask at the callback whether that was meant. */
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly reason: string; readonly retryAfterMs: number | null };

export interface SourceHubs {
  /** Asks a hub to bring what is new, or to stop. Never throws for what the network does. */
  askHub(request: HubRequest): Promise<HubOutcome>;
  /** Reads what a hub brought of a source; it asks nobody. */
  readPushed(
    source: Source,
    document: { readonly bytes: Uint8Array; readonly contentType: string | null },
  ): SourceReadingOutcome;
}

/** All that is done with places that news comes from. */
export type Sources = SourceReader & SourceFinder & SourceLists & SourceHubs;
