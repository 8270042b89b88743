/** How long a feed asks to be left alone. */
import type { RestTimes } from '../../domain/rest-times.ts';
import { childrenOf, childText, textOf, type XmlElement } from '../text/xml-tree.ts';

const periodsInHours: Readonly<Record<string, number>> = {
  hourly: 1,
  daily: 24,
  weekly: 7 * 24,
  monthly: 30 * 24,
  yearly: 365 * 24,
};
const longestMs = 24 * 3_600_000;

/** From `ttl` (minutes) or the syndication module; at most a day; 0 when it does not say. */
export function restMs(channel: XmlElement): number {
  const minutes = Number(childText(channel, 'ttl') ?? Number.NaN);
  if (minutes > 0) return Math.min(minutes * 60_000, longestMs);
  const hours = periodsInHours[childText(channel, 'sy:updateperiod')?.toLowerCase() ?? ''];
  if (hours === undefined) return 0;
  const times = Number(childText(channel, 'sy:updatefrequency') ?? 1);
  return Math.min((hours * 3_600_000) / (times > 0 ? times : 1), longestMs);
}

const dayNames = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** From `skipHours` (midnight is 0, in old feeds 24) and `skipDays`; null when there are none. */
export function restTimesOf(channel: XmlElement): RestTimes | null {
  const within = (list: string, name: string): readonly string[] =>
    childrenOf(channel, list)
      .flatMap((one) => childrenOf(one, name))
      .map((one) => textOf(one).trim().toLowerCase());
  const hours = within('skiphours', 'hour')
    .filter((text) => /^\d{1,2}$/.test(text) && Number(text) <= 24)
    .map((text) => Number(text) % 24);
  const days = within('skipdays', 'day')
    .map((text) => dayNames.indexOf(text))
    .filter((day) => day !== -1);
  return hours.length + days.length === 0 ? null : { hours, days };
}
