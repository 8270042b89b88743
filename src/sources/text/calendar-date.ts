/** A day that was read out of a text. */
export interface CalendarDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  /** The text without the date: where a time may stand. */
  readonly rest: string;
}

/**
 * The day that the numbers name; null when they name none. The 31st of a month that has fewer days is the day after
 * its last, as for whoever computed it.
 */
export function calendarDate({ year, month, day, rest }: CalendarDate): CalendarDate | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const at = new Date(Date.UTC(year, month - 1, day));
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate(), rest };
}

/** Two digits are of this century up to 69, as RFC 2822 and POSIX have it; three count from 1900. */
export function yearOf(text: string): number {
  const digits = text.replace(/\D/g, '');
  const year = Number(digits);
  if (digits.length > 3) return year;
  return digits.length === 2 && year < 70 ? 2000 + year : 1900 + year;
}
