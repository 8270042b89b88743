import { describe, expect, test } from 'vitest';
import { afterRest } from '../../src/domain/rest-times.ts';

/** 2026-03-02 is a Monday. */
const at = (text: string): Date => new Date(`2026-03-${text}Z`);
const allHours = Array.from({ length: 24 }, (_, hour) => hour);

describe('a time of rest', () => {
  test.each([
    ['is none', '02T09:30:00', { hours: [], days: [] }, '02T09:30:00'],
    ['is another hour', '02T09:30:00', { hours: [8, 10], days: [] }, '02T09:30:00'],
    ['is this hour', '02T09:30:00', { hours: [9], days: [] }, '02T10:00:00'],
    ['is the beginning of an hour', '02T09:00:00', { hours: [9], days: [] }, '02T10:00:00'],
    ['goes over midnight', '02T22:15:00', { hours: [22, 23, 0, 1], days: [] }, '03T02:00:00'],
    ['is a day', '02T09:30:00', { hours: [], days: [1] }, '03T00:00:00'],
    ['is a weekend', '07T09:30:00', { hours: [], days: [6, 0] }, '09T00:00:00'],
    ['is a weekend and the night after it', '07T09:30:00', { hours: [0, 1], days: [6, 0] }, '09T02:00:00'],
    ['is always, and so never meant', '02T09:30:00', { hours: allHours, days: [] }, '02T09:30:00'],
    [
      'is most of the week, which is not meant either',
      '02T09:30:00',
      { hours: [], days: [1, 2, 3, 4, 5] },
      '02T09:30:00',
    ],
  ])('that %s', (_, time, rests, next) => {
    expect(afterRest(at(time), rests)).toEqual(at(next));
  });
});
