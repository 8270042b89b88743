import type { Clock } from '../domain/clock.ts';
import type { Id } from '../domain/ids.ts';
import type { Log } from '../domain/log.ts';

/**
 * What this copy of the program has taken and not given back. In the database a lease is short and renewed while the
 * program lives, so that what a copy held that was killed is free soon, however long its work might have taken.
 */
export interface Leases {
  /** When a lease that may last for `leaseMs` ends, and what the database is told at first. */
  begin(now: Date, leaseMs: number): Lease;
  hold(ids: readonly Id[], lease: Lease): void;
  letGo(ids: readonly Id[]): void;
  /** Renews nothing from now on; resolves when what is being renewed is. */
  stop(): Promise<void>;
}

export interface Lease {
  readonly endsAt: Date;
  readonly leasedUntil: Date;
}

/** How long the others wait for a copy that says nothing. */
export const aliveMs = 60_000;
const renewalMs = 15_000;

export interface LeasesParts {
  readonly clock: Clock;
  readonly log: Log;
  /** Writes the new end of those of the leases that still stand. */
  readonly renew: (ids: readonly Id[], leasedUntil: Date) => Promise<unknown>;
}

export function createLeases({ clock, log, renew }: LeasesParts): Leases {
  const held = new Map<Id, Date>();
  let cancelRenewal: (() => void) | null = null;
  let isStopped = false;
  let renewing = Promise.resolve();

  const renewAll = async () => {
    const now = clock.now();
    for (const [id, endsAt] of held) if (endsAt <= now) held.delete(id);
    for (const [leasedUntil, ids] of byNextEnd(held, now)) await renew(ids, new Date(leasedUntil));
  };
  const schedule = () => {
    if (isStopped || cancelRenewal !== null || held.size === 0) return;
    cancelRenewal = clock.after(renewalMs, () => {
      renewing = tick();
    });
  };
  const tick = async () => {
    try {
      await renewAll();
    } catch (error) {
      log.warn({ error, leases: held.size }, 'leases could not be renewed');
    }
    cancelRenewal = null;
    schedule();
  };

  return {
    begin(now, leaseMs) {
      // A round may claim what was due when it began, long before.
      const beganMs = Math.max(now.getTime(), clock.now().getTime());
      const endsAt = new Date(beganMs + leaseMs);
      return { endsAt, leasedUntil: nextEnd(endsAt, beganMs) };
    },
    hold(ids, { endsAt }) {
      for (const id of ids) held.set(id, endsAt);
      schedule();
    },
    letGo(ids) {
      for (const id of ids) held.delete(id);
    },
    async stop() {
      isStopped = true;
      cancelRenewal?.();
      await renewing;
    },
  };
}

function nextEnd(endsAt: Date, nowMs: number): Date {
  return new Date(Math.min(endsAt.getTime(), nowMs + aliveMs));
}

function byNextEnd(held: ReadonlyMap<Id, Date>, now: Date): ReadonlyMap<number, readonly Id[]> {
  const ids = new Map<number, Id[]>();
  for (const [id, endsAt] of held) {
    const end = nextEnd(endsAt, now.getTime()).getTime();
    ids.set(end, [...(ids.get(end) ?? []), id]);
  }
  return ids;
}
