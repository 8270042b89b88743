import type { Id } from '../domain/ids.ts';
import type { HubOffer } from '../domain/push.ts';
import type { Scope } from '../domain/scope.ts';
import type { Source, SourceDescription } from '../domain/source.ts';

export interface SourceStore {
  /**
   * Makes the listed global sources equal to `wanted` (matched by key): adds, updates, and retires what is no longer
   * listed (its articles stay). What a person added stays, and what a person removed stays removed. A source whose
   * URL changed forgets its answer headers and failures, not its first reading.
   */
  putGlobal(wanted: readonly SourceDescription[], now: Date): Promise<void>;
  /** Adds a source that a person wants, for one scope; null when its key or URL is already there. */
  add(wanted: SourceDescription, scope: Scope, now: Date): Promise<Source | null>;
  /** The same for many, in little more time than one takes; how many were added. */
  addMany(wanted: readonly SourceDescription[], scope: Scope, now: Date): Promise<number>;
  /** For good: a listed source comes back only by `add`. Its articles stay; what was to be told of it is cancelled. */
  remove(id: Id): Promise<void>;
  /** It is not read until it is resumed. */
  pause(id: Id): Promise<void>;
  /** Reads a source that was paused, or is gone, from now on, as if it had never failed. */
  resume(id: Id, now: Date): Promise<void>;
  /** Visible in any of `scopes`, by name. */
  list(scopes: readonly Scope[]): Promise<readonly Source[]>;
  /** Those that were not removed. */
  byIds(ids: readonly Id[]): Promise<readonly Source[]>;
  /**
   * Due sources that are not gone, the longest due first, leased to the caller for `leaseMs`. A copy of the program
   * that dies holds them for a minute at most: leases are renewed while it lives.
   */
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
      /** The hubs that it names, null for none; absent when it did not say, as when nothing changed. */
      readonly hub?: HubOffer | null;
      /** It showed news that its hub should have brought. */
      readonly isHubSilent?: boolean;
    }
  /** `isGone`: it will not come back, and is not read again until a person resumes it. */
  | { readonly outcome: 'failed'; readonly error: string; readonly isGone?: boolean }
);
