import { describe, expect, test } from 'vitest';
import { fromWallTime, zoneOffset } from '../../../src/sources/text/zones.ts';

describe('a zone is', () => {
  test.each([
    ['Z', 0],
    ['GMT', 0],
    ['UTC', 0],
    ['EST', -300],
    ['EDT', -240],
    ['PST', -480],
    ['CEST', 120],
    ['KST', 540],
    ['IST', 330],
    ['+0200', 120],
    ['-05:30', -330],
    ['+09', 540],
    ['GMT+8', 480],
    ['UTC-3', -180],
    ['−0300', -180],
    ['e.s.t.', -300],
  ])('%s: %d minutes', (written, minutes) => {
    expect(zoneOffset(written)).toEqual({ minutes });
  });

  test('the rules of a place where its name stands for summer and winter alike', () => {
    expect(zoneOffset('ET')).toEqual({ place: 'America/New_York' });
    expect(zoneOffset('pt')).toEqual({ place: 'America/Los_Angeles' });
  });

  test.each(['', 'XYZ', '+99', 'AM', '2026', '+25:00'])('nothing for %s', (written) => {
    expect(zoneOffset(written)).toBeNull();
  });
});

describe('what a clock shows in a place becomes a moment', () => {
  test.each([
    ['2026-01-15T12:00:00Z', 'America/New_York', '2026-01-15T17:00:00.000Z'],
    ['2026-07-15T12:00:00Z', 'America/New_York', '2026-07-15T16:00:00.000Z'],
    ['2026-03-29T03:30:00Z', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25T12:00:00Z', 'Europe/Berlin', '2026-10-25T11:00:00.000Z'],
    ['2026-07-15T00:15:00Z', 'Asia/Kolkata', '2026-07-14T18:45:00.000Z'],
    ['2026-07-15T12:00:00Z', 'UTC', '2026-07-15T12:00:00.000Z'],
  ])('%s in %s', (wall, place, expected) => {
    expect(new Date(fromWallTime(Date.parse(wall), place)).toISOString()).toBe(expected);
  });
});
