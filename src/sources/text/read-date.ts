/** The day in a text that gives a date, in any of the usual orders. */
import { calendarDate, yearOf, type CalendarDate } from './calendar-date.ts';
import { monthOf } from './month-names.ts';
import { readIsoDate } from './read-iso-date.ts';

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
  readIsoDate,
  readNamedMonth,
  readNumberedMonth,
  readNumeric,
  readMonthAndYear,
];

interface MonthInText {
  readonly month: number;
  readonly before: string;
  readonly after: string;
}

/** "27 June 2025", "June 27, 2025", "Thu Jan 1 00:00:00 2004", "27-Jun-25". */
function readNamedMonth(text: string): CalendarDate | null {
  const months = monthsIn(text);
  // "mar." is a Tuesday to the French and a March to others: a month with its day in front is sure to be one.
  for (const reading of [dayBefore, dayAfter]) {
    for (const month of months) {
      const date = reading(month);
      if (date !== null) return date;
    }
  }
  return null;
}

const monthsIn = (text: string): readonly MonthInText[] =>
  [...text.matchAll(/[\p{L}\p{M}]{3,}\.?/gu)].flatMap((word) => {
    const month = monthOf(word[0]);
    if (month === null) return [];
    return [{ month, before: text.slice(0, word.index), after: text.slice(word.index + word[0].length) }];
  });

function dayBefore({ month, before, after }: MonthInText): CalendarDate | null {
  const day = /(?<![\d:])(\d{1,2})(?:st|nd|rd|th|er|\.|º|ª)?[\s,-]*(?:de\s+|of\s+)?$/i.exec(before);
  const year = /^[\s,./-]*(?:de\s+|del\s+)?(\d{4}|1\d{2}(?=\s)|'?\d{2})(?![\d:])/i.exec(after);
  if (day === null || year === null) return null;
  const rest = `${before.slice(0, day.index)} ${after.slice(year[0].length)}`;
  return calendarDate({ year: yearOf(year[1] ?? ''), month, day: Number(day[1]), rest });
}

function dayAfter({ month, before, after }: MonthInText): CalendarDate | null {
  const day = /^[\s,.-]*(\d{1,2})(?:st|nd|rd|th)?(?![\d:])/i.exec(after);
  if (day === null) return null;
  const afterDay = after.slice(day[0].length);
  const year = /(?<![\d:+-])(\d{4})(?![\d:])/.exec(afterDay);
  const found = year ?? /(\d{4})[\s,.-]*$/.exec(before);
  if (found === null) return null;
  const rest =
    year === null ? afterDay : `${afterDay.slice(0, year.index)} ${afterDay.slice(year.index + 4)}`;
  return calendarDate({ year: Number(found[1]), month, day: Number(day[1]), rest });
}

/** `2024年1月6日`, `2024년 1월 6일`, "6 tháng 1 năm 2024". */
function readNumberedMonth(text: string): CalendarDate | null {
  const found =
    /(?<year>\d{4})\s*[年년]\s*(?<month>\d{1,2})\s*[月월]\s*(?<day>\d{1,2})\s*[日일号]?/.exec(text) ??
    /(?<day>\d{1,2})\s*(?:tháng|thg)\s*(?<month>\d{1,2}),?\s*(?:năm\s*)?(?<year>\d{4})/i.exec(text);
  return found === null ? null : dateOf(found, text, found.groups ?? {});
}

/** `27.06.2025`, and `06/27/2025` as Americans write it unless the numbers forbid it. */
function readNumeric(text: string): CalendarDate | null {
  const found = /(?<![\d:])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d:])/.exec(text);
  if (found === null) return null;
  const isMonthFirst = found[2] === '/' && Number(found[1]) <= 12;
  const [month, day] = isMonthFirst ? [found[1], found[3]] : [found[3], found[1]];
  return dateOf(found, text, { year: found[4], month, day });
}

/** "June 2025": its first day. */
function readMonthAndYear(text: string): CalendarDate | null {
  const found = /^([\p{L}\p{M}]{3,}\.?),?\s(\d{4})$/u.exec(text);
  const month = monthOf(found?.[1] ?? '');
  return month === null ? null : calendarDate({ year: Number(found?.[2]), month, day: 1, rest: '' });
}

function dateOf(
  found: RegExpExecArray,
  text: string,
  { year = '', month, day }: Readonly<Record<string, string | undefined>>,
): CalendarDate | null {
  const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`.trim();
  return calendarDate({ year: yearOf(year), month: Number(month), day: Number(day), rest });
}
