/** When a failed delivery is tried again, and when it is given up. Pure. */

const firstBackoffMs = 1_000;
const longestBackoffMs = 2 * 60_000;
/** No answer of a platform holds a channel for longer than this. */
const longestWaitMs = 24 * 3_600_000;
/** The least wait when a platform only paces itself, so that nothing spins. */
const leastPaceMs = 20;

const giveUpFailures = 5;
const giveUpAfterMs = 10 * 60_000;
const othersAcceptedWithinMs = 5 * 60_000;

/** How long to wait after so many failures in a row (1 for the first): doubles from a second to two minutes. */
export function backoffMs(failures: number): number {
  return Math.min(firstBackoffMs * 2 ** (Math.max(failures, 1) - 1), longestBackoffMs);
}

/** When to try again after a failure: not before what the platform asked for. */
export function retryAt(now: Date, failures: number, afterMs = 0): Date {
  return later(now, Math.max(backoffMs(failures), afterMs));
}

/** When to try again after the platform held a message back to keep its own pace. */
export function paceAt(now: Date, afterMs: number): Date {
  return later(now, Math.max(leastPaceMs, afterMs));
}

function later(now: Date, waitMs: number): Date {
  const sane = Number.isNaN(waitMs) ? longestBackoffMs : Math.min(waitMs, longestWaitMs);
  return new Date(now.getTime() + Math.ceil(sane));
}

export interface Failing {
  /** Attempts that failed, this one included. */
  readonly failures: number;
  readonly firstAttemptAt: Date;
  readonly now: Date;
  /** When the platform last accepted another message; null when it did not since the program started. */
  readonly othersAcceptedAt: Date | null;
}

/**
 * Whether a message is given up: it failed five times over ten minutes while its platform accepts others. While
 * the platform accepts nothing at all, nothing is given up.
 */
export function isGivenUp({ failures, firstAttemptAt, now, othersAcceptedAt }: Failing): boolean {
  return (
    failures >= giveUpFailures &&
    now.getTime() - firstAttemptAt.getTime() >= giveUpAfterMs &&
    othersAcceptedAt !== null &&
    now.getTime() - othersAcceptedAt.getTime() <= othersAcceptedWithinMs
  );
}
