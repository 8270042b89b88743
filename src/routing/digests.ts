import type { Clock } from '../domain/clock.ts';
import { nextDigestAt } from '../domain/digest-time.ts';
import type { Log } from '../domain/log.ts';
import type { DueDigest, Store } from '../store/store.ts';

export interface DigestUses {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  /** Called when deliveries were added. */
  readonly onOwed: () => void;
}

export interface Digests {
  /** Owes every digest whose time has come and that has something to tell. */
  runRound(): Promise<DigestRound>;
}

export interface DigestRound {
  readonly owed: number;
  /** When the next one is due; null while nothing waits for one. */
  readonly nextDueAt: Date | null;
}

/** Turns what was put aside into digests at their time; one that was missed comes once, when the program is back. */
export function createDigests({ store, clock, log, onOwed }: DigestUses): Digests {
  return {
    async runRound() {
      const now = clock.now();
      let owed = 0;
      for (const digest of await store.digests.due(now)) {
        const { id } = digest.subscription;
        const isNew = await store.digests.owe(digest, { now, nextAt: nextAfter(digest, now) });
        if (!isNew) continue;
        owed += 1;
        log.debug({ subscription: id, window: digest.window }, 'digest owed');
      }
      if (owed > 0) onOwed();
      return { owed, nextDueAt: await store.digests.nextDueAt() };
    },
  };
}

const dayMs = 24 * 3_600_000;

/** What waits for a subscription that posts at once by now comes a day later. */
function nextAfter({ subscription: { cadence }, window }: DueDigest, now: Date): Date {
  return cadence.kind === 'digest' ? nextDigestAt(cadence, now) : new Date(window.getTime() + dayMs);
}
