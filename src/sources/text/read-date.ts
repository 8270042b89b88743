/** The day in a text that gives a date, in any of the usual orders. */
import { monthOf } from './month-names.ts';

export interface CalendarDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  /** The text without the date: where a time may stand. */
  readonly rest: string;
}

type Reading = (text: string) => CalendarDate | null;

/** The first reading that gives a day of the calendar; null when none does. */
export function readDate(text: string): CalendarDate | null {
  for (const reading of readings) {
    const date = reading(text);
    if (date !== null) return date;
  }
  return null;
}

const readings: readonly Reading[] = [
  readIso,
  readWeekOrOrdinal,
  readNamedMonth,
  readEastAsian,
  readNumeric,
  readYearAndMonth,
];

/** `2025-06-27`, `2025/06/27`, `20250627`. */
function readIso(text: string): CalendarDate | null {
  const found =
    /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})(?=$|[T\s])/i.exec(text) ??
    /^(\d{2})-(\d{2})-(\d{2})(?=T|$)/i.exec(text);
  return found === null ? null : dateOf(found, text, [found[1], found[2], found[3]]);
}

/** `2025-W26-5` and `2025-178`. */
function readWeekOrOrdinal(text: string): CalendarDate | null {
  const week = /^(\d{4})-?W(\d{2})(?:-?([1-7]))?(?!\d)/i.exec(text);
  const ordinal = /^(\d{4})-?(\d{3})(?!\d)/.exec(text);
  const found = week ?? ordinal;
  if (found === null) return null;
  const year = Number(found[1]);
  const january4 = new Date(Date.UTC(year, 0, 4));
  const monday = 4 - ((january4.getUTCDay() + 6) % 7);
  const dayOfYear =
    week === null ? Number(found[2]) : monday + (Number(week[2]) - 1) * 7 + Number(week[3] ?? 1) - 1;
  const at = new Date(Date.UTC(year, 0, dayOfYear));
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    rest: text.slice(found[0].length),
  };
}

/** "27 June 2025", "June 27, 2025", "Thu Jan 1 00:00:00 2004", "27-Jun-25". */
function readNamedMonth(text: string): CalendarDate | null {
  for (const word of text.matchAll(/\p{L}{3,}\.?/gu)) {
    const month = monthOf(word[0]);
    if (month === null) continue;
    const before = text.slice(0, word.index);
    const after = text.slice(word.index + word[0].length);
    const date = dayBefore(before, after, month) ?? dayAfter(before, after, month);
    if (date !== null) return date;
  }
  return null;
}

function dayBefore(before: string, after: string, month: number): CalendarDate | null {
  const day = /(?<![\d:])(\d{1,2})(?:st|nd|rd|th|er|\.|º|ª)?[\s,-]*(?:de\s+|of\s+)?$/i.exec(before);
  const year = /^[\s,./-]*(?:de\s+|del\s+)?(\d{4}|'?\d{2})(?![\d:])/i.exec(after);
  if (day === null || year === null) return null;
  const rest = `${before.slice(0, day.index)} ${after.slice(year[0].length)}`;
  return checked(yearOf(year[1]), month, Number(day[1]), rest);
}

function dayAfter(before: string, after: string, month: number): CalendarDate | null {
  const day = /^[\s,.-]*(\d{1,2})(?:st|nd|rd|th)?(?![\d:])/i.exec(after);
  if (day === null) return null;
  const afterDay = after.slice(day[0].length);
  const year = /(?<![\d:+-])(\d{4})(?![\d:])/.exec(afterDay);
  const leading = /(\d{4})[\s,-]*$/.exec(before);
  const found = year ?? leading;
  if (found === null) return null;
  const rest =
    year === null ? afterDay : `${afterDay.slice(0, year.index)} ${afterDay.slice(year.index + 4)}`;
  return checked(Number(found[1]), month, Number(day[1]), rest);
}

/** `2024年1月6日`, `2024년 1월 6일`. */
function readEastAsian(text: string): CalendarDate | null {
  const found = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일号]?/.exec(text);
  return found === null ? null : dateOf(found, text, [found[1], found[2], found[3]]);
}

/** `27.06.2025`, and `06/27/2025` as Americans write it unless the numbers forbid it. */
function readNumeric(text: string): CalendarDate | null {
  const found = /(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/.exec(text);
  if (found === null) return null;
  const isMonthFirst = found[2] === '/' && Number(found[1]) <= 12;
  const [month, day] = isMonthFirst ? [found[1], found[3]] : [found[3], found[1]];
  return dateOf(found, text, [found[4], month, day]);
}

/** `2025-06` and `2025`: the first day, as the standard for feeds has it. */
function readYearAndMonth(text: string): CalendarDate | null {
  const found = /^(\d{4})(?:-(\d{2}))?$/.exec(text);
  return found === null ? null : dateOf(found, text, [found[1], found[2] ?? '1', '1']);
}

function dateOf(
  found: RegExpExecArray,
  text: string,
  [year, month, day]: readonly (string | undefined)[],
): CalendarDate | null {
  const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`.trim();
  return checked(yearOf(year), Number(month), Number(day), rest);
}

/** Two digits are of this century up to 69, as RFC 2822 and POSIX have it. */
function yearOf(text: string | undefined): number {
  const digits = (text ?? '').replace(/\D/g, '');
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

function checked(year: number, month: number, day: number, rest: string): CalendarDate | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  const isDay = at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return isDay ? { year, month, day, rest } : null;
}
