/** Dates and times as feeds and pages write them → a moment in UTC, as exact as they are. */
import type { Moment } from '../../domain/moment.ts';
import { cleanText } from './clean-text.ts';
import { readDate } from './read-date.ts';
import { fromWallTime, isTimeZone, zoneOffset } from './zones.ts';

interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly ms: number;
  /** What stands behind the time: where a zone is looked for. */
  readonly rest: string;
}

/**
 * Reads RFC 822 and ISO 8601 in all their variants, and dates in prose ("June 27, 2025, 6:28 AM"). A time without
 * a zone is taken in `timeZone` (IANA), else in UTC. Null for what is no date.
 */
export function parseMoment(written: string | null | undefined, timeZone?: string): Moment | null {
  const text = cleanText(written ?? '');
  if (text.length < 4 || text.length > 120) return null;
  const date = readDate(text);
  if (date === null) return null;
  const time = readTime(date.rest);
  const midnight = Date.UTC(date.year, date.month - 1, date.day);
  if (time === null) return isPlausible(midnight) ? { at: new Date(midnight), precision: 'day' } : null;
  const wallMs = midnight + ((time.hour * 60 + time.minute) * 60 + time.second) * 1000 + time.ms;
  const ms = inUtc(wallMs, zoneIn(time.rest), timeZone);
  return isPlausible(ms) ? { at: new Date(ms), precision: 'minute' } : null;
}

function inUtc(wallMs: number, written: ReturnType<typeof zoneOffset>, timeZone: string | undefined): number {
  if (written !== null) {
    return 'place' in written ? fromWallTime(wallMs, written.place) : wallMs - written.minutes * 60_000;
  }
  return timeZone !== undefined && isTimeZone(timeZone) ? fromWallTime(wallMs, timeZone) : wallMs;
}

const isPlausible = (ms: number): boolean => ms >= Date.UTC(1970, 0, 1) && ms < Date.UTC(2100, 0, 1);

function readTime(text: string): TimeOfDay | null {
  const found =
    /(am|pm|오전|오후|上午|下午|午前|午後)?\s*(?<!\d)(\d{1,2})(?:\s*[:hH.]|\s*[時点點时시])\s*(\d{2})(?:[分분]?\s*:?\s*(\d{2})(?:[.,](\d+)|[초秒])?)?[分분]?\s*([ap]\.?\s?m\b\.?)?/i.exec(
      text,
    ) ?? readBareTime(text);
  if (found === null) return null;
  const half = (found[1] ?? found[6] ?? '').toLowerCase();
  const hour = hourOf(Number(found[2]), half);
  const [minute, second] = [Number(found[3] ?? 0), Number(found[4] ?? 0)];
  if (hour > 24 || minute > 59 || second > 61) return null;
  const ms = Number(`0.${found[5] ?? 0}`) * 1000;
  return { hour, minute, second, ms: Math.floor(ms), rest: text.slice(found.index + found[0].length) };
}

/** Times without a colon: `T0628`, `T062800Z`, `T14Z`, "6 AM". */
function readBareTime(text: string): RegExpExecArray | null {
  return (
    /^()[T\s]\s*(\d{2})(\d{2})(\d{2})?(?:[.,](\d+))?()(?=\s*(?:z|[+-]\d|$))/i.exec(text) ??
    /^()T(\d{2})()()()()(?=\s*(?:z|[+-]\d|$))/i.exec(text) ??
    /()\b(\d{1,2})()()()\s?([ap]\.?m\b)/i.exec(text)
  );
}

function hourOf(written: number, half: string): number {
  const isAfternoon = /^(p|오후|下午|午後)/.test(half);
  const isMorning = /^(a|오전|上午|午前)/.test(half);
  if (isAfternoon && written < 12) return written + 12;
  return isMorning && written === 12 ? 0 : written;
}

function zoneIn(rest: string): ReturnType<typeof zoneOffset> {
  const found =
    /^[\s,(]*((?:utc|gmt|ut)?\s*[+\u2212-]\s*\d{1,2}:?(?:\d{2})?)(?!\d)/i.exec(rest) ??
    /^[\s,(]*([a-z][a-z.]{0,5})\b/i.exec(rest);
  return found?.[1] === undefined ? null : zoneOffset(found[1]);
}
