/** When a digest is due: a local time of every day, found in UTC. Pure. */
import { isTimeZone, localMs } from './local-clock.ts';
import type { Cadence } from './subscription.ts';

export type DigestCadence = Extract<Cadence, { readonly kind: 'digest' }>;

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** No two clocks of the world are further apart. */
const longestOffsetMs = 26 * 60 * minuteMs;

/**
 * The first time after `after` at which the digest is due. A local time that does not exist on the day of a clock
 * change moves to the next minute that does; one that comes twice counts once, the first time; a day that a country
 * left out has no digest.
 */
export function nextDigestAt({ at, timeZone }: DigestCadence, after: Date): Date {
  const timeMs = timeOfDayMs(at);
  const today = Math.floor(localMs(timeZone, after.getTime()) / dayMs) * dayMs;
  for (let day = today - dayMs; ; day += dayMs) {
    const dueMs = firstAtOrAfter(timeZone, day + timeMs);
    if (dueMs > after.getTime() && isDay(timeZone, day)) return new Date(dueMs);
  }
}

/** The name of a time zone as it is written, in any case; null when there is none. */
export function findTimeZone(text: string): string | null {
  const wanted = text.trim().replaceAll(' ', '_').toLowerCase();
  const names = Intl.supportedValuesOf('timeZone');
  const [known] = names.filter((name) => name.toLowerCase() === wanted);
  const ofCity = names.filter((name) => name.toLowerCase().endsWith(`/${wanted}`));
  if (known !== undefined || ofCity.length === 1) return known ?? ofCity[0] ?? null;
  if (/^(?:utc|gmt)$/.test(wanted)) return 'UTC';
  return /^[a-z]+\/[a-z_/+-]+$/.test(wanted) && isTimeZone(wanted) ? text.trim().replaceAll(' ', '_') : null;
}

function timeOfDayMs(at: string): number {
  const [hours = 0, minutes = 0] = at.split(':').map(Number);
  return (hours * 60 + minutes) * minuteMs;
}

/** Whether clocks there ever show this day. */
function isDay(zone: string, dayStartMs: number): boolean {
  const shownMs = localMs(zone, firstAtOrAfter(zone, dayStartMs));
  return shownMs < dayStartMs + dayMs;
}

/** The first moment at which a clock there shows a local time; where it leaves that out, the first one later. */
function firstAtOrAfter(zone: string, wantedMs: number): number {
  const [fromMs, toMs] = [wantedMs - longestOffsetMs, wantedMs + longestOffsetMs];
  const offsets = [fromMs, toMs].map((ms) => localMs(zone, ms) - ms);
  const exact = offsets.map((offset) => wantedMs - offset).filter((ms) => localMs(zone, ms) === wantedMs);
  return exact.length > 0 ? Math.min(...exact) : firstLater(zone, wantedMs, { fromMs, toMs });
}

/** Clocks only jumped ahead here, so what they show grows: the jump is found by halving. */
function firstLater(
  zone: string,
  wantedMs: number,
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
): number {
  let [beforeMs, laterMs] = [fromMs, toMs];
  while (laterMs - beforeMs > minuteMs) {
    const middleMs = beforeMs + Math.floor((laterMs - beforeMs) / 2 / minuteMs) * minuteMs;
    if (localMs(zone, middleMs) >= wantedMs) laterMs = middleMs;
    else beforeMs = middleMs;
  }
  return laterMs;
}
