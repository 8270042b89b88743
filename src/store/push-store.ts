import type { Id } from '../domain/ids.ts';
import type { Push, PushKeys } from '../domain/push.ts';
import type { Source } from '../domain/source.ts';

/** What hubs are asked, and what they brought. */
export interface PushStore {
  /**
   * Makes pushes follow what sources offer: each source that names hubs and is read gets one, those of other offers
   * or of another public address end; one is kept for six hours whatever the source names next. What need not be taken back at a hub is forgotten.
   */
  follow(wish: { readonly now: Date; readonly publicUrl: string }): Promise<void>;
  /** Pushes whose hub is to be asked now; each counts as asked, and comes again after `retryMs` unless recorded. */
  claimDue(claim: {
    readonly now: Date;
    readonly retryMs: number;
    readonly limit: number;
  }): Promise<readonly Push[]>;
  /** When the next hub is to be asked; null when none is. */
  nextTryAt(): Promise<Date | null>;
  /** How asking went; without effect when the hub confirmed or denied in the meantime. */
  recordAsked(
    asked: Pick<Push, 'id' | 'attempts'>,
    record: { readonly nextTryAt: Date; readonly error: string | null },
  ): Promise<void>;
  /** Another hub is asked from now on, at another address. */
  moveTo(id: Id, hub: PushKeys & { readonly hub: string }): Promise<void>;
  byToken(token: string): Promise<Push | null>;
  /** The hub confirmed; false when the push is no longer wanted. */
  activate(id: Id, lease: { readonly endsAt: Date; readonly renewAt: Date }): Promise<boolean>;
  /** The hub says no. */
  deny(id: Id, denial: { readonly reason: string; readonly nextTryAt: Date }): Promise<void>;
  /** Forgets a push that ended. */
  end(id: Id): Promise<void>;
  /**
   * Keeps what a hub brought until it is taken in. Where too much waits already, the source is made due instead, for
   * its own document says the same.
   */
  receive(
    push: Push,
    document: { readonly body: Uint8Array; readonly contentType: string | null },
    now: Date,
  ): Promise<void>;
  /** The oldest documents, one a source, leased to the caller until `now + leaseMs`. */
  claimDocuments(claim: {
    readonly now: Date;
    readonly leaseMs: number;
    readonly limit: number;
  }): Promise<readonly PushedDocument[]>;
  /** Forgets a document; `readAgainAt`: when its source is read after all, null when that is not needed. */
  finishDocument(document: Pick<PushedDocument, 'id' | 'source'>, readAgainAt: Date | null): Promise<void>;
  /** The next reading of the source gets its document whole, also where it has not changed since the last one. */
  readWhole(sourceId: Id): Promise<void>;
  /** Gives a claimed document back. */
  releaseDocument(id: Id): Promise<void>;
  /** No hub reaches this bot any more: every source is read as if none did. */
  backToReading(now: Date): Promise<void>;
}

export interface PushedDocument {
  readonly id: Id;
  readonly source: Source;
  readonly body: Uint8Array;
  readonly contentType: string | null;
}
