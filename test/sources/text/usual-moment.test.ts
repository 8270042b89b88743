import { describe, expect, it } from 'vitest';
import { parseMoment } from '../../../src/sources/text/parse-moment.ts';
import { usualMoment } from '../../../src/sources/text/usual-moment.ts';

const isoOf = (text: string): string | null => {
  const ms = usualMoment(text);
  return ms === null ? null : new Date(ms).toISOString();
};

describe('a date as the standards have it', () => {
  it.each([
    ['Mon, 02 Mar 2026 08:30:05 GMT', '2026-03-02T08:30:05.000Z'],
    ['2 mar 2026 08:30:05 +0530', '2026-03-02T03:00:05.000Z'],
    ['Sat, 28 Feb 2026 23:30:00 -0845', '2026-03-01T08:15:00.000Z'],
    ['29 Feb 2024 00:00:00 UTC', '2024-02-29T00:00:00.000Z'],
    ['2026-03-02T08:30:05Z', '2026-03-02T08:30:05.000Z'],
    ['2026-12-31T23:59:59-01:00', '2027-01-01T00:59:59.000Z'],
    ['2026-03-02T08:30:05+14:00', '2026-03-01T18:30:05.000Z'],
  ])('is read: %s', (text, iso) => {
    expect(isoOf(text)).toBe(iso);
    expect(parseMoment(text, 'Asia/Seoul')).toEqual({ at: new Date(iso), precision: 'minute' });
  });

  it.each([
    ['a day that the month does not have', '30 Feb 2026 08:30:05 GMT'],
    ['a month that there is not', '2026-13-02T08:30:05Z'],
    ['no month', '2026-00-02T08:30:05Z'],
    ['an hour that no clock shows', '02 Mar 2026 24:30:05 GMT'],
    ['a leap second', '2026-06-30T23:59:60Z'],
    ['an offset of no zone', '02 Mar 2026 08:30:05 +1500'],
    ['an offset with too many minutes', '2026-03-02T08:30:05+01:75'],
    ['a zone by name', '02 Mar 2026 08:30:05 EST'],
    ['no zone', '2026-03-02T08:30:05'],
    ['parts of a second', '2026-03-02T08:30:05.123Z'],
    ['words around it', 'Published 2026-03-02T08:30:05Z'],
  ])('is left to the search with %s', (_, text) => {
    expect(usualMoment(text)).toBeNull();
  });
});
