import type { Id } from '../domain/ids.ts';
import type { Scope } from '../domain/scope.ts';
import type { Source, SourceDescription } from '../domain/source.ts';

export interface SourceStore {
  /**
   * Makes the listed global sources equal to `wanted` (matched by key): adds, updates, and retires what is no longer
   * listed (its articles stay). What a person added stays, and what a person removed stays removed. A source whose
   * URL changed forgets its answer headers, not its first reading.
   */
  putGlobal(wanted: readonly SourceDescription[], now: Date): Promise<void>;
  /** Adds a source that a person wants, for one scope; null when its key or URL is already there. */
  add(wanted: SourceDescription, scope: Scope, now: Date): Promise<Source | null>;
  /** For good: a listed source comes back only by `add`. Its articles stay. */
  remove(id: Id): Promise<void>;
  setPaused(id: Id, isPaused: boolean): Promise<void>;
  /** Visible in any of `scopes`, by name. */
  list(scopes: readonly Scope[]): Promise<readonly Source[]>;
  /** Due sources, the longest due first, leased to the caller until `now + leaseMs`. */
  claimDue(claim: {
    readonly now: Date;
    readonly leaseMs: number;
    readonly limit: number;
  }): Promise<readonly Source[]>;
  /** When the next source is due or a lease on one ends; null without sources. */
  nextDueAt(): Promise<Date | null>;
  /** Records how a reading went and releases the lease. */
  recordReading(id: Id, reading: SourceReading): Promise<void>;
  /** The same for readings of different sources, in little more time than one takes. */
  recordReadings(readings: readonly RecordedReading[]): Promise<void>;
  /** Gives a claimed source back unread: it is due as before. */
  release(id: Id): Promise<void>;
}

export interface RecordedReading {
  readonly sourceId: Id;
  readonly reading: SourceReading;
}

export type SourceReading = {
  readonly at: Date;
  readonly nextDueAt: Date;
} & (
  | {
      readonly outcome: 'read' | 'unchanged';
      readonly etag: string | null;
      readonly lastModified: string | null;
      /** The address it moved to for good; null when it did not. */
      readonly movedTo: string | null;
    }
  | { readonly outcome: 'failed'; readonly error: string }
);
