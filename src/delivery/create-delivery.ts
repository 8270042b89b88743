import type { Clock } from '../domain/clock.ts';
import type { Log } from '../domain/log.ts';
import type { Platform } from '../platforms/platform.ts';
import type { Store } from '../store/store.ts';
import type { Texts } from './compose.ts';
import type { DeliveryRound, DeliveryStage } from './delivery.ts';
import { nextEditAt } from './edits.ts';
import { createLane, drain, type Lane } from './lane.ts';

export interface DeliveryUses {
  readonly store: Store;
  readonly platforms: readonly Platform[];
  readonly texts: Texts;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Drains the outbox, each platform for itself, so that one that is slow holds up no other. A round that is asked
 * for while one runs makes that one look again, and ends with it.
 */
export function createDelivery({ platforms, ...uses }: DeliveryUses): DeliveryStage {
  const lanes = platforms.map((platform) => createLane(platform, uses));
  return {
    async runRound() {
      const before = countsOf(lanes);
      await allEnded(lanes.filter((lane) => !lane.isStopping).map(drain));
      const after = countsOf(lanes);
      return {
        sent: after.sent - before.sent,
        edited: after.edited - before.edited,
        nextDueAt: await nextDueAt(lanes, uses.store),
      };
    },
    async stop() {
      for (const lane of lanes) {
        lane.isStopping = true;
        lane.signal.raise();
      }
      await Promise.allSettled(lanes.flatMap((lane) => lane.draining ?? []));
    },
  };
}

/** Waits for all, also when one fails; then throws the first failure. */
async function allEnded(work: readonly Promise<void>[]): Promise<void> {
  for (const outcome of await Promise.allSettled(work)) {
    if (outcome.status === 'rejected') throw outcome.reason;
  }
}

function countsOf(lanes: readonly Lane[]): Omit<DeliveryRound, 'nextDueAt'> {
  const total = { sent: 0, edited: 0 };
  for (const { counts } of lanes) {
    total.sent += counts.sent;
    total.edited += counts.edited;
  }
  return total;
}

async function nextDueAt(lanes: readonly Lane[], store: Store): Promise<Date | null> {
  const going = lanes.filter((lane) => !lane.isStopping);
  if (going.length === 0) return null;
  const platforms = going.map((lane) => lane.platform.id);
  const due = [await store.deliveries.nextDueAt(platforms), ...going.map(nextEditAt)];
  const times = due.flatMap((at) => (at === null ? [] : [at.getTime()]));
  return times.length === 0 ? null : new Date(Math.min(...times));
}
