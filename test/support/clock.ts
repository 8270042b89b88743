import type { Clock } from '../../src/domain/clock.ts';

export interface TestClock extends Clock {
  /** Moves time on and calls what became due, in order of its time. */
  advance(ms: number): void;
  set(now: Date): void;
  /** How many calls are waiting. */
  readonly waiting: number;
}

/** A clock that stands still until it is turned. */
export function createTestClock(start: Date = new Date('2026-03-02T09:00:00Z')): TestClock {
  let nowMs = start.getTime();
  let timers: { readonly atMs: number; readonly act: () => void }[] = [];
  return {
    now: () => new Date(nowMs),
    after(delayMs, act) {
      const timer = { atMs: nowMs + delayMs, act };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    advance(ms) {
      const endMs = nowMs + ms;
      for (;;) {
        const due = timers.filter((timer) => timer.atMs <= endMs).sort((a, b) => a.atMs - b.atMs)[0];
        if (due === undefined) break;
        timers = timers.filter((timer) => timer !== due);
        nowMs = Math.max(nowMs, due.atMs);
        due.act();
      }
      nowMs = endMs;
    },
    set(now) {
      nowMs = now.getTime();
    },
    get waiting() {
      return timers.length;
    },
  };
}
