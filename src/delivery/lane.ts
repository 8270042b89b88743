/** One platform's part of the outbox: what is being sent and edited there, and the loop that keeps it full. */
import type { Clock } from '../domain/clock.ts';
import type { Id } from '../domain/ids.ts';
import type { Log } from '../domain/log.ts';
import type { Platform } from '../platforms/platform.ts';
import type { Store } from '../store/store.ts';
import type { Texts } from './compose.ts';
import { startEdits, type PostponedEdit } from './edits.ts';
import { startSends } from './sends.ts';
import { createSignal, type Signal } from './signal.ts';

export interface LaneUses {
  readonly store: Store;
  readonly texts: Texts;
  readonly clock: Clock;
  readonly log: Log;
}

export interface Lane extends LaneUses {
  readonly platform: Platform;
  /** What is being sent, by delivery. */
  readonly sends: Map<Id, Promise<void>>;
  /** What is being edited, by post. */
  readonly edits: Map<string, Promise<void>>;
  readonly postponedEdits: Map<string, PostponedEdit>;
  /** Raised when something ended, became due or is to stop. */
  readonly signal: Signal;
  readonly counts: { sent: number; edited: number };
  lastAcceptedAt: Date | null;
  isStopping: boolean;
  /** The loop, while it runs. */
  draining: Promise<void> | null;
}

/** While something is under way, new work is looked for at least this often. */
const lookAgainMs = 1_000;

export function createLane(platform: Platform, uses: LaneUses): Lane {
  return {
    ...uses,
    platform,
    sends: new Map(),
    edits: new Map(),
    postponedEdits: new Map(),
    signal: createSignal(),
    counts: { sent: 0, edited: 0 },
    lastAcceptedAt: null,
    isStopping: false,
    draining: null,
  };
}

/**
 * Sends everything that is due, then edits, refilling as each ends; new posts go before edits throughout. Resolves
 * when nothing is due or under way; where it runs already, it looks again. A failing database ends it, after what
 * is under way.
 */
export function drain(lane: Lane): Promise<void> {
  if (lane.draining === null) lane.draining = drainUntilIdle(lane);
  else lane.signal.raise();
  return lane.draining;
}

async function drainUntilIdle(lane: Lane): Promise<void> {
  try {
    await refill(lane);
    while (!isDone(lane)) {
      await lane.signal.wait(lane.clock, lookAgainMs);
      await refill(lane);
    }
  } catch (error) {
    await Promise.all([...lane.sends.values(), ...lane.edits.values()]);
    throw error;
  } finally {
    lane.draining = null;
  }
}

function isDone(lane: Lane): boolean {
  const isIdle = lane.sends.size + lane.edits.size === 0;
  return isIdle && (lane.isStopping || !lane.signal.isRaised);
}

async function refill(lane: Lane): Promise<void> {
  if (lane.isStopping) return;
  await startSends(lane);
  if (!lane.isStopping && lane.sends.size === 0) await startEdits(lane);
}
