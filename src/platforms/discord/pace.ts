import { setTimeout as pause } from 'node:timers/promises';

/** Lets requests go one after another, at Discord's pace. */
export interface Pace {
  /** Resolves when the next request may go. */
  take(): Promise<void>;
}

/**
 * Discord's limit for a bot is 50 requests in any second. The window is longer than that by what a busy machine or
 * network may move two requests together; 500 posts then take 10.2 s.
 */
const most = 50;
const windowMs = 1080;
/** A burst would arrive spread anyhow, and the next one too close behind it. */
const spacingMs = 8;

/** A pace that all connections of one bot share. It goes by real time, as Discord does. */
export function createPace(): Pace {
  const gone: number[] = [];
  let last: Promise<void> = Promise.resolve();
  const takeNext = async () => {
    const now = performance.now();
    const freeAt = gone.length < most ? now : (gone[0] ?? now) + windowMs;
    const waitMs = Math.max(freeAt, (gone.at(-1) ?? -spacingMs) + spacingMs) - now;
    if (waitMs > 0) await pause(waitMs);
    gone.push(performance.now());
    if (gone.length > most) gone.shift();
  };
  return {
    take() {
      last = last.then(takeNext);
      return last;
    },
  };
}
