import type { Clock } from '../../../src/domain/clock.ts';

/** Real time, only faster: for what waits for a second turn of a chat, so that a test need not. */
export function createFastClock(speed = 50): Clock {
  const start = Date.now();
  return {
    now: () => new Date(start + (Date.now() - start) * speed),
    after(delayMs, act) {
      const timer = setTimeout(act, delayMs / speed);
      return () => clearTimeout(timer);
    },
  };
}
