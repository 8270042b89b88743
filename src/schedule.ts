/** When each stage runs: at once when woken, at its own next due time, and on a sweep; never beside itself. */
import { schedule as cronSchedule } from 'node-cron';

/** Calls `act` once after `delayMs`; the returned function takes that back. */
type After = (delayMs: number, act: () => void) => () => void;

interface StageClock {
  now(): Date;
  readonly after: After;
}

/** Time as the machine has it. */
export const wallClock: StageClock = {
  now: () => new Date(),
  after(delayMs, act) {
    const timer = setTimeout(act, delayMs);
    return () => clearTimeout(timer);
  },
};

export interface Stage {
  /** Runs soon; a hint that comes while a round runs leads to one more round. */
  wake(): void;
  /** Starts no more rounds; resolves when the one that runs has ended. */
  stop(): Promise<void>;
}

export interface StageOptions {
  /** One round; the returned time is when the next one is due by itself, null when only a hint will lead to one. */
  readonly round: () => Promise<Date | null>;
  readonly clock: StageClock;
  /** Told of every round that threw; the stage goes on after {@link pauseAfterFailureMs}. */
  readonly onFailure: (thrown: unknown) => void;
}

/** How long a stage rests after a round that threw. */
export const pauseAfterFailureMs = 5_000;

/** A round that is due sooner than this waits for this long, so that no stage spins. */
const leastPauseMs = 50;

/** Longest sleep: timers of Node overflow at 24.8 days, and sweeps come anyway. */
const longestPauseMs = 3_600_000;

/** A stage that sleeps until it is woken; it runs its first round when woken first. */
export function createStage(options: StageOptions): Stage {
  const state = { isStopped: false, isHinted: false };
  let running: Promise<void> | null = null;
  let takeBack: (() => void) | null = null;

  const runRounds = async () => {
    while (state.isHinted && !state.isStopped) {
      state.isHinted = false;
      const pauseMs = await runRound(options);
      if (state.isHinted || state.isStopped || pauseMs === null) continue;
      takeBack = options.clock.after(Math.min(pauseMs, longestPauseMs), wake);
    }
    running = null;
  };
  function wake(): void {
    if (state.isStopped) return;
    state.isHinted = true;
    takeBack?.();
    takeBack = null;
    running ??= runRounds();
  }
  return {
    wake,
    async stop() {
      state.isStopped = true;
      takeBack?.();
      await running;
    },
  };
}

/** Runs one round; how long to rest after it, null until woken. */
async function runRound({ round, clock, onFailure }: StageOptions): Promise<number | null> {
  try {
    const nextAt = await round();
    return nextAt === null ? null : Math.max(nextAt.getTime() - clock.now().getTime(), leastPauseMs);
  } catch (thrown) {
    onFailure(thrown);
    return pauseAfterFailureMs;
  }
}

export interface Ticks {
  stop(): Promise<void>;
}

/** Ticks of the wall clock by cron patterns (seconds first); one that comes while its act runs is left out. */
export function startTicks(
  ticks: Readonly<Record<string, { readonly pattern: string; readonly act: () => void | Promise<void> }>>,
  onFailure: (thrown: unknown) => void,
): Ticks {
  const tasks = Object.entries(ticks).map(([name, { pattern, act }]) =>
    cronSchedule(
      pattern,
      async () => {
        try {
          await act();
        } catch (thrown) {
          onFailure(thrown);
        }
      },
      { name, noOverlap: true, suppressMissedWarning: true, unref: true },
    ),
  );
  return {
    async stop() {
      for (const task of tasks) await task.destroy();
    },
  };
}
