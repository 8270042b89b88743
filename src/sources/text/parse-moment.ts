/** Dates and times as feeds and pages write them → a moment in UTC, as exact as they are. */
import { isTimeZone } from '../../domain/local-clock.ts';
import type { Moment } from '../../domain/moment.ts';
import { cleanText } from './clean-text.ts';
import { readDate } from './read-date.ts';
import { usualMoment } from './usual-moment.ts';
import { fromWallTime, zoneOffset } from './zones.ts';

interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly ms: number;
  /** What stands behind the time: where a zone is looked for. */
  readonly rest: string;
}

/**
 * Reads RFC 822 and ISO 8601 in all their variants, counts of seconds, and dates in prose ("June 27, 2025, 6:28 AM").
 * A time without a zone is taken in `timeZone` (IANA), else in that of the language where it has only one, else in
 * UTC. Null for what is no date.
 */
export function parseMoment(written: string | null | undefined, timeZone?: string): Moment | null {
  const text = cleanText((written ?? '').slice(0, 1000));
  if (text.length < 4 || text.length > 120) return null;
  const usual = usualMoment(text);
  if (usual !== null) return momentAt(usual);
  if (/^\d{9,10}(?:\.\d+)?$/.test(text)) return momentAt(Number(text) * 1000);
  if (/^\d{12,13}$/.test(text)) return momentAt(Number(text));
  const date = readDate(text);
  if (date === null) return null;
  const time = readTime(date.rest);
  const midnight = Date.UTC(date.year, date.month - 1, date.day);
  if (time === null) return isPlausible(midnight) ? { at: new Date(midnight), precision: 'day' } : null;
  const wallMs = midnight + ((time.hour * 60 + time.minute) * 60 + time.second) * 1000 + time.ms;
  return momentAt(inUtc(wallMs, zoneIn(time.rest), timeZone ?? zoneOfLanguage(text)));
}

const momentAt = (ms: number): Moment | null =>
  isPlausible(ms) ? { at: new Date(Math.floor(ms)), precision: 'minute' } : null;

/** Where the halves of the day are written so, there is one time zone. */
const halvesOfDay: readonly (readonly [RegExp, string])[] = [
  [/오전|오후|\d[년월]/, 'Asia/Seoul'],
  [/午前|午後/, 'Asia/Tokyo'],
  [/上午|下午/, 'Asia/Shanghai'],
];

const zoneOfLanguage = (text: string): string | undefined =>
  halvesOfDay.find(([words]) => words.test(text))?.[1];

function inUtc(wallMs: number, written: ReturnType<typeof zoneOffset>, timeZone: string | undefined): number {
  if (written !== null) {
    return 'place' in written ? fromWallTime(wallMs, written.place) : wallMs - written.minutes * 60_000;
  }
  return timeZone !== undefined && isTimeZone(timeZone) ? fromWallTime(wallMs, timeZone) : wallMs;
}

const isPlausible = (ms: number): boolean => ms >= Date.UTC(1970, 0, 1) && ms < Date.UTC(2100, 0, 1);

function readTime(text: string): TimeOfDay | null {
  const found =
    /(am|pm|오전|오후|上午|下午|午前|午後)?\s*(?<!\d)(\d{1,2})(?:\s*[:hH.]|\s*[時点點时시])\s*(\d{2}|(?<=:)\d)(?!\d)(?:[分분]?\s*:?\s*(\d{2}|(?<=:)\d)(?!\d)(?:[.,:](\d+)|[초秒])?)?[分분]?\s*([ap]\.?\s?m\b\.?)?/i.exec(
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
  const place = /^[\s,([]*([a-z]+\/[a-z_+\d-]+)/i.exec(rest)?.[1];
  if (place !== undefined && isTimeZone(place)) return { place };
  const found =
    /^[\s,(]*((?:utc|gmt|ut)?\s*[+\u2212-]\s*\d{1,2}:?(?:\d{2})?)(?!\d)/i.exec(rest) ??
    /^[\s,("']*([a-z][a-z.]{0,5})\b/i.exec(rest);
  return found?.[1] === undefined ? null : zoneOffset(found[1]);
}
