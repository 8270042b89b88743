import type { Moment } from '../../domain/moment.ts';
import type { Run } from './rich-text.ts';

/**
 * A time in the reader's own time. One that is known to the day only stays a date: midnight UTC is the day before
 * in America.
 */
export function momentRun(moment: Moment, style: 'relative' | 'full', language: string): Run {
  const isDay = moment.precision === 'day';
  const text = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    ...(isDay ? {} : { timeStyle: 'short' as const, hourCycle: 'h23' as const }),
    timeZone: 'UTC',
  }).format(moment.at);
  if (isDay) return { text };
  return { text: `${text} UTC`, time: { at: moment.at, format: style === 'relative' ? 'r' : 'Dt' } };
}
