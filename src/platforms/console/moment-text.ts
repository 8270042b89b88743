import type { Moment } from '../../domain/moment.ts';
import type { Texts } from '../../texts/texts.ts';

export interface MomentView {
  readonly now: Date;
  readonly texts: Texts;
  /** IANA; the machine's own where it is left out. */
  readonly timeZone?: string;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/**
 * A time as short as it can be said without doubt: `09:14` today, `27 Jun, 09:14` this year, else with the year.
 * One that is known to the day alone shows no time.
 */
export function fullMoment(moment: Moment, view: MomentView): string {
  const isDay = moment.precision === 'day';
  const timeZone = isDay ? 'UTC' : view.timeZone;
  const then = partsOf(moment.at, timeZone);
  const today = partsOf(view.now, view.timeZone);
  const isToday = then.year === today.year && then.month === today.month && then.day === today.day;
  const date = `${then.day} ${then.month}${then.year === today.year ? '' : ` ${then.year}`}`;
  if (isDay) return date;
  const time = `${then.hour}:${then.minute}`;
  return isToday ? time : `${date}, ${time}`;
}

/** `just now`, `12 min ago`, and from an hour on as {@link fullMoment}. */
export function relativeMoment(moment: Moment, view: MomentView): string {
  const agoMs = view.now.getTime() - moment.at.getTime();
  if (moment.precision === 'day') return relativeDay(moment, view);
  if (agoMs >= hourMs || agoMs < -minuteMs) return fullMoment(moment, view);
  const minutes = Math.floor(agoMs / minuteMs);
  return minutes < 1 ? view.texts.console.justNow : view.texts.console.minutesAgo({ minutes });
}

function relativeDay(moment: Moment, view: MomentView): string {
  const isSameDay = (at: Date) =>
    JSON.stringify(partsOf(at, view.timeZone, false)) === JSON.stringify(partsOf(moment.at, 'UTC', false));
  if (isSameDay(view.now)) return view.texts.console.today;
  if (isSameDay(new Date(view.now.getTime() - 24 * hourMs))) return view.texts.console.yesterday;
  return fullMoment(moment, view);
}

function partsOf(at: Date, timeZone: string | undefined, hasTime = true): Readonly<Record<string, string>> {
  const format = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    ...(hasTime ? { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } : {}),
    ...(timeZone === undefined ? {} : { timeZone }),
  });
  return Object.fromEntries(format.formatToParts(at).map((part) => [part.type, part.value]));
}
