/** The day in a text that ISO 8601 has a form for, or that counts seconds since 1970. */
import { calendarDate, yearOf, type CalendarDate } from './calendar-date.ts';

/** Groups: `y`ear, `m`onth, `d`ay; `w`eek and its day `n`; `o`rdinal day of the year. What is missing is the first. */
const forms: readonly RegExp[] = [
  /(?<!\d)(?<y>\d{4})[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})(?!\d)/,
  /^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})(?=$|[T\s])/i,
  /^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})(?=\d{4}(?:\d{2})?$)/,
  /^(?<y>\d{2})-(?<m>\d{2})-(?<d>\d{2})(?=$|T)/i,
  /^(?<y>\d{2})(?<m>\d{2})(?<d>\d{2})(?=$|T)/i,
  /^(?<y>\d{4})-?W(?<w>\d{2})(?:-?(?<n>[1-7]))?(?!\d)/i,
  /^(?<y>\d{4}|\d{2})-?(?<o>\d{3})(?=$|[T\s])/i,
  /^(?<y>\d{4})-(?<m>\d{2})$/,
  /^-(?<y>\d{2})(?:-?(?<m>\d{2}))?$/,
  /^(?<y>\d{4})$/,
];

export function readIsoDate(text: string): CalendarDate | null {
  for (const form of forms) {
    const found = form.exec(text);
    if (found?.groups === undefined) continue;
    const end = found.index + found[0].length;
    // Digits that follow at once are a time.
    const after = /^\d/.test(text.slice(end)) ? `T${text.slice(end)}` : text.slice(end);
    const date = dateIn(found.groups, `${text.slice(0, found.index)}${after}`);
    if (date !== null) return date;
  }
  return null;
}

function dateIn(parts: Readonly<Record<string, string | undefined>>, rest: string): CalendarDate | null {
  const year = yearOf(parts['y'] ?? '');
  if (parts['w'] !== undefined) return dayOfWeek({ year, week: Number(parts['w']), parts, rest });
  if (parts['o'] !== undefined) return dayOfYear(year, Number(parts['o']), rest);
  return calendarDate({ year, month: Number(parts['m'] ?? 1), day: Number(parts['d'] ?? 1), rest });
}

/** The first week of a year is the one with its 4th of January; weeks begin on Monday. */
function dayOfWeek(of: {
  readonly year: number;
  readonly week: number;
  readonly parts: Readonly<Record<string, string | undefined>>;
  readonly rest: string;
}): CalendarDate | null {
  if (of.week < 1 || of.week > 53) return null;
  const january4 = new Date(Date.UTC(of.year, 0, 4));
  const monday = 4 - ((january4.getUTCDay() + 6) % 7);
  return fromDayNumber(of.year, monday + (of.week - 1) * 7 + Number(of.parts['n'] ?? 1) - 1, of.rest);
}

const dayOfYear = (year: number, day: number, rest: string): CalendarDate | null =>
  day < 1 || day > 366 ? null : fromDayNumber(year, day, rest);

function fromDayNumber(year: number, day: number, rest: string): CalendarDate {
  const at = new Date(Date.UTC(year, 0, day));
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate(), rest };
}
