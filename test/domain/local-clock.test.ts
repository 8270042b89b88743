import { expect, test } from 'vitest';
import { isTimeZone, localMs } from '../../src/domain/local-clock.ts';

test.each([
  ['Asia/Seoul', true],
  ['asia/seoul', true],
  ['UTC', true],
  ['Mars/North', false],
  ['', false],
])('%s is a time zone: %s', (name, expected) => {
  expect(isTimeZone(name)).toBe(expected);
});

test.each([
  ['2026-07-14T18:45:07Z', 'Asia/Kolkata', '2026-07-15T00:15:07.000Z'],
  ['2026-07-14T18:45:07Z', 'asia/kolkata', '2026-07-15T00:15:07.000Z'],
  ['2026-10-25T00:30:00Z', 'Europe/Berlin', '2026-10-25T02:30:00.000Z'],
  ['2026-10-25T01:30:00Z', 'Europe/Berlin', '2026-10-25T02:30:00.000Z'],
  ['2026-03-01T05:00:00Z', 'America/New_York', '2026-03-01T00:00:00.000Z'],
])('at %s a clock in %s shows %s', (moment, place, shown) => {
  expect(new Date(localMs(place, Date.parse(moment))).toISOString()).toBe(shown);
});
