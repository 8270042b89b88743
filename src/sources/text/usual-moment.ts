/** Dates exactly as the standards of feeds have them, which are nearly all: other forms take a long search. */

const rfc822 =
  /^(?:(?:mon|tue|wed|thu|fri|sat|sun), )?(?<day>\d{1,2}) (?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec) (?<year>\d{4}) (?<hour>\d{2}):(?<minute>\d{2}):(?<second>\d{2}) (?:gmt|utc|z|(?<sign>[+-])(?<hours>\d{2})(?<minutes>\d{2}))$/i;
const iso8601 =
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})T(?<hour>\d{2}):(?<minute>\d{2}):(?<second>\d{2})(?:Z|(?<sign>[+-])(?<hours>\d{2}):(?<minutes>\d{2}))$/;
const months = 'janfebmaraprmayjunjulaugsepoctnovdec';

/** Milliseconds since 1970; null for every other form, and for what no calendar or clock shows. */
export function usualMoment(text: string): number | null {
  const parts = (rfc822.exec(text) ?? iso8601.exec(text))?.groups;
  if (parts === undefined) return null;
  const { year, month = '', day, hour, minute, second, sign, hours = 0, minutes = 0 } = parts;
  const monthIndex = /^\d/.test(month) ? Number(month) - 1 : months.indexOf(month.toLowerCase()) / 3;
  const dayMs = Date.UTC(Number(year), monthIndex, Number(day));
  const isDay = new Date(dayMs).getUTCDate() === Number(day) && monthIndex >= 0 && monthIndex < 12;
  const east = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  const isTime = Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
  if (!isDay || !isTime || Math.abs(east) > mostMinutesEast || Number(minutes) > 59) return null;
  return dayMs + ((Number(hour) * 60 + Number(minute) - east) * 60 + Number(second)) * 1000;
}

const mostMinutesEast = 14 * 60;
