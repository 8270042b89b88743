import { describe, expect, it } from 'vitest';
import { findTimeZone, nextDigestAt } from '../../src/domain/digest-time.ts';

/** The next three digests after a moment, in UTC to the minute. */
function nextThree(at: string, timeZone: string, after: string): readonly string[] {
  const times: string[] = [];
  let last = new Date(after);
  while (times.length < 3) {
    last = nextDigestAt({ kind: 'digest', at, timeZone }, last);
    times.push(last.toISOString().slice(0, 16));
  }
  return times;
}

describe('the next digest', () => {
  it.each([
    {
      says: 'comes at the same local time every day',
      at: '08:00',
      zone: 'Europe/Berlin',
      after: '2026-01-10T12:00Z',
      times: ['2026-01-11T07:00', '2026-01-12T07:00', '2026-01-13T07:00'],
    },
    {
      says: 'comes on the same day where it is still to come',
      at: '08:00',
      zone: 'Europe/Berlin',
      after: '2026-01-10T06:59Z',
      times: ['2026-01-10T07:00', '2026-01-11T07:00', '2026-01-12T07:00'],
    },
    {
      says: 'is never the moment itself',
      at: '08:00',
      zone: 'UTC',
      after: '2026-01-10T08:00Z',
      times: ['2026-01-11T08:00', '2026-01-12T08:00', '2026-01-13T08:00'],
    },
    {
      says: 'moves from a time that the spring leaves out to the next valid minute (Berlin)',
      at: '02:30',
      zone: 'Europe/Berlin',
      after: '2026-03-28T00:00Z',
      times: ['2026-03-28T01:30', '2026-03-29T01:00', '2026-03-30T00:30'],
    },
    {
      says: 'comes once where the autumn has its time twice (Berlin)',
      at: '02:30',
      zone: 'Europe/Berlin',
      after: '2026-10-24T12:00Z',
      times: ['2026-10-25T00:30', '2026-10-26T01:30', '2026-10-27T01:30'],
    },
    {
      says: 'does not come again between the two (Berlin)',
      at: '02:30',
      zone: 'Europe/Berlin',
      after: '2026-10-25T00:30Z',
      times: ['2026-10-26T01:30', '2026-10-27T01:30', '2026-10-28T01:30'],
    },
    {
      says: 'keeps the local time over the change (Berlin)',
      at: '08:00',
      zone: 'Europe/Berlin',
      after: '2026-03-28T12:00Z',
      times: ['2026-03-29T06:00', '2026-03-30T06:00', '2026-03-31T06:00'],
    },
    {
      says: 'moves over the gap of spring (New York)',
      at: '02:00',
      zone: 'America/New_York',
      after: '2026-03-07T12:00Z',
      times: ['2026-03-08T07:00', '2026-03-09T06:00', '2026-03-10T06:00'],
    },
    {
      says: 'comes once in autumn (New York)',
      at: '01:15',
      zone: 'America/New_York',
      after: '2026-10-31T12:00Z',
      times: ['2026-11-01T05:15', '2026-11-02T06:15', '2026-11-03T06:15'],
    },
    {
      says: 'moves over a gap of half an hour (Lord Howe)',
      at: '02:10',
      zone: 'Australia/Lord_Howe',
      after: '2026-10-02T20:00Z',
      times: ['2026-10-03T15:30', '2026-10-04T15:10', '2026-10-05T15:10'],
    },
    {
      says: 'comes once where half an hour is repeated (Lord Howe)',
      at: '01:45',
      zone: 'Australia/Lord_Howe',
      after: '2026-04-03T20:00Z',
      times: ['2026-04-04T14:45', '2026-04-05T15:15', '2026-04-06T15:15'],
    },
    {
      says: 'knows zones of odd minutes (Kathmandu)',
      at: '08:00',
      zone: 'Asia/Kathmandu',
      after: '2026-01-10T02:14Z',
      times: ['2026-01-10T02:15', '2026-01-11T02:15', '2026-01-12T02:15'],
    },
    {
      says: 'leaves out a day that a country left out (Samoa, 30 December 2011)',
      at: '08:00',
      zone: 'Pacific/Apia',
      after: '2011-12-29T00:00Z',
      times: ['2011-12-29T18:00', '2011-12-30T18:00', '2011-12-31T18:00'],
    },
    {
      says: 'comes at midnight where midnight is left out (Beirut)',
      at: '00:00',
      zone: 'Asia/Beirut',
      after: '2026-03-28T12:00Z',
      times: ['2026-03-28T22:00', '2026-03-29T21:00', '2026-03-30T21:00'],
    },
  ])('$says', ({ at, zone, after, times }) => {
    expect(nextThree(at, zone, after)).toEqual(times);
  });

  it('comes on each day of a year once, in every zone', () => {
    const counts: number[] = [];
    for (const timeZone of Intl.supportedValuesOf('timeZone').filter((_, at) => at % 40 === 0)) {
      let count = 0;
      const end = new Date('2027-01-01T00:00Z');
      let at = new Date('2026-01-01T00:00Z');
      for (;;) {
        at = nextDigestAt({ kind: 'digest', at: '02:30', timeZone }, at);
        if (at > end) break;
        count += 1;
      }
      counts.push(count);
    }
    expect([...new Set(counts)]).toEqual([365]);
  });
});

describe('a time zone', () => {
  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    [' europe/berlin ', 'Europe/Berlin'],
    ['america/new york', 'America/New_York'],
    ['berlin', 'Europe/Berlin'],
    ['Hong Kong', 'Asia/Hong_Kong'],
    ['Asia/Kathmandu', 'Asia/Kathmandu'],
    ['utc', 'UTC'],
    ['UTC', 'UTC'],
    ['+02:00', null],
    ['CEST', null],
    ['Europe/Atlantis', null],
    ['', null],
  ])('"%s" is %s', (text, name) => {
    expect(findTimeZone(text)?.replace('Katmandu', 'Kathmandu') ?? null).toBe(name);
  });
});
