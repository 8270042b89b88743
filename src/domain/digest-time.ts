/** When a digest is due: a local time of every day, found in UTC. Pure. */
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
  const zone = zoneOf(timeZone);
  const timeMs = timeOfDayMs(at);
  const today = Math.floor(localMs(zone, after.getTime()) / dayMs) * dayMs;
  for (let day = today - dayMs; ; day += dayMs) {
    const dueMs = firstAtOrAfter(zone, day + timeMs);
    if (dueMs > after.getTime() && isDay(zone, day)) return new Date(dueMs);
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
  return /^[a-z]+\/[a-z_/+-]+$/.test(wanted) && isZone(wanted) ? text.trim().replaceAll(' ', '_') : null;
}

function isZone(name: string): boolean {
  try {
    zoneOf(name);
    return true;
  } catch {
    // What the machine's own list of zones does not have it refuses.
    return false;
  }
}

/** Making one takes long; there are few zones. */
const zones = new Map<string, Intl.DateTimeFormat>();

function zoneOf(timeZone: string): Intl.DateTimeFormat {
  const known = zones.get(timeZone);
  if (known !== undefined) return known;
  const zone = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  zones.set(timeZone, zone);
  return zone;
}

function timeOfDayMs(at: string): number {
  const [hours = 0, minutes = 0] = at.split(':').map(Number);
  return (hours * 60 + minutes) * minuteMs;
}

/** What a clock there shows at a moment, as if it were UTC; to the minute. */
function localMs(zone: Intl.DateTimeFormat, ms: number): number {
  const parts = new Map(zone.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
}

/** Whether clocks there ever show this day. */
function isDay(zone: Intl.DateTimeFormat, dayStartMs: number): boolean {
  const shownMs = localMs(zone, firstAtOrAfter(zone, dayStartMs));
  return shownMs < dayStartMs + dayMs;
}

/** The first moment at which a clock there shows a local time; where it leaves that out, the first one later. */
function firstAtOrAfter(zone: Intl.DateTimeFormat, wantedMs: number): number {
  const [fromMs, toMs] = [wantedMs - longestOffsetMs, wantedMs + longestOffsetMs];
  const offsets = [fromMs, toMs].map((ms) => localMs(zone, ms) - ms);
  const exact = offsets.map((offset) => wantedMs - offset).filter((ms) => localMs(zone, ms) === wantedMs);
  return exact.length > 0 ? Math.min(...exact) : firstLater(zone, wantedMs, { fromMs, toMs });
}

/** Clocks only jumped ahead here, so what they show grows: the jump is found by halving. */
function firstLater(
  zone: Intl.DateTimeFormat,
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
