/** When a source is read again: as often as it is worth it, and no more often than its host likes. */

export interface ReadingPast {
  readonly now: Date;
  /** When its newest articles appeared, in any order, as many as are known. */
  readonly articlesAt: readonly Date[];
  /** How long the source asked not to be read again; 0 when it did not. */
  readonly freshForMs: number;
  /** Failures in a row, this reading included; 0 when it went well. */
  readonly failures: number;
  /** What the host asked for when it failed; null when it did not. */
  readonly retryAfterMs: number | null;
  /** 0 to 1, so that sources do not move in step. */
  readonly random: number;
}

const minuteMs = 60_000;
const shortestMs = minuteMs;
const longestMs = 6 * 60 * minuteMs;
const unknownMs = 15 * minuteMs;

/** Milliseconds until the next reading: 1 min to 6 h, or longer only where the host asks for it. */
export function nextReadingInMs(past: ReadingPast): number {
  if (past.failures > 0) return afterFailure(past);
  const wantedMs = Math.max(typicalIntervalMs(past), Math.min(past.freshForMs, longestMs));
  // Up to a tenth to either side, but never before the source calls itself stale.
  const jittered = wantedMs * (0.9 + 0.2 * past.random);
  return Math.round(clamp(Math.max(jittered, Math.min(past.freshForMs, longestMs))));
}

/** A quarter of the usual time between articles, so that one is met within a quarter of it. */
function typicalIntervalMs(past: ReadingPast): number {
  const nowMs = past.now.getTime();
  const times = [...new Set(past.articlesAt.map((at) => at.getTime()))].sort((a, b) => b - a);
  const [newest] = times;
  if (newest === undefined) return unknownMs;
  const gaps = times.slice(1, 21).map((time, index) => (times[index] ?? time) - time);
  const usualMs = median(gaps);
  // A single time that has not come yet tells nothing; several, in a wrong zone, still tell how far apart they are.
  if (usualMs === null && newest > nowMs) return unknownMs;
  // A source that has been silent for long is not as fast as it was.
  const gapMs = Math.max(usualMs ?? 0, (nowMs - newest) / 2);
  return clamp(gapMs / 4);
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}

/** 2 min, 4 min, 8 min … 6 h; a day at most where the host asks for more. */
function afterFailure(past: ReadingPast): number {
  const backoffMs = Math.min(2 * minuteMs * 2 ** Math.min(past.failures - 1, 20), longestMs);
  const askedMs = Math.min(past.retryAfterMs ?? 0, 24 * 60 * minuteMs);
  return Math.round(Math.max(backoffMs, askedMs) * (1 + 0.2 * past.random));
}

const clamp = (ms: number): number => Math.min(Math.max(ms, shortestMs), longestMs);
