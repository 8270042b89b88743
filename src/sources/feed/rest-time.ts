/** How long a feed asks to be left alone. */
import { childText, type XmlElement } from '../text/xml-tree.ts';

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
