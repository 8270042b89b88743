import { describe, expect, test } from 'vitest';
import { nextReadingInMs, type ReadingPast } from '../../src/domain/reading-interval.ts';

const now = new Date('2026-03-02T12:00:00Z');
const minutesMs = 60_000;
const hoursMs = 60 * minutesMs;

/** Minutes until the next reading, without jitter. */
const minutes = (past: Partial<ReadingPast>): number =>
  nextReadingInMs({
    now,
    articlesAt: [],
    freshForMs: 0,
    failures: 0,
    retryAfterMs: null,
    random: past.failures === undefined ? 0.5 : 0,
    ...past,
  }) / minutesMs;

/** Articles at an even distance, the newest that long ago. */
const every = (distanceMs: number, count = 20): readonly Date[] =>
  Array.from({ length: count }, (_, index) => new Date(now.getTime() - distanceMs * (index + 1)));

describe('the interval follows how often a source publishes', () => {
  test.each([
    ['a wire with an article a minute', every(minutesMs), 1],
    ['an article every twenty minutes', every(20 * minutesMs), 5],
    ['an article every four hours', every(4 * hoursMs), 60],
    ['a weekly blog', every(7 * 24 * hoursMs), 360],
    ['a source that never showed a time', [], 15],
    ['a source with one known article, two hours old', [new Date(now.getTime() - 2 * hoursMs)], 15],
    ['one article dated into the future', [new Date(now.getTime() + 5 * hoursMs)], 15],
    [
      'articles in a wrong time zone',
      every(20 * minutesMs).map((at) => new Date(at.getTime() + 9 * hoursMs)),
      5,
    ],
    [
      'articles below one that is announced for next year',
      [new Date(now.getTime() + 365 * 24 * hoursMs), ...every(4 * hoursMs)],
      60,
    ],
    [
      'three posts of one day, a month ago',
      every(hoursMs, 3).map((at) => new Date(at.getTime() - 30 * 24 * hoursMs)),
      360,
    ],
  ])('%s', (_, articlesAt, expected) => {
    expect(minutes({ articlesAt })).toBeCloseTo(expected, 5);
  });

  test('one burst long ago does not keep it fast', () => {
    const burst = every(minutesMs).map((at) => new Date(at.getTime() - 48 * hoursMs));
    expect(minutes({ articlesAt: burst })).toBeGreaterThan(300);
  });

  test('several articles of one moment count as one', () => {
    const pairs = every(20 * minutesMs).flatMap((at) => [at, new Date(at)]);
    expect(minutes({ articlesAt: pairs })).toBeCloseTo(5, 5);
  });
});

describe('what the source asks for', () => {
  test('makes the interval longer, never shorter', () => {
    expect(minutes({ articlesAt: every(minutesMs), freshForMs: 30 * minutesMs })).toBe(30);
    expect(minutes({ articlesAt: every(4 * hoursMs), freshForMs: minutesMs })).toBeCloseTo(60, 5);
  });

  test('is not undercut by jitter', () => {
    expect(minutes({ articlesAt: every(minutesMs), freshForMs: 30 * minutesMs, random: 0 })).toBe(30);
  });

  test('cannot silence it for more than six hours', () => {
    expect(minutes({ freshForMs: 48 * hoursMs })).toBe(360);
  });
});

describe('a failing source', () => {
  test.each([
    [1, 2],
    [2, 4],
    [5, 32],
    [8, 256],
    [9, 360],
    [500, 360],
  ])('after %d failures waits %d minutes', (failures, expected) => {
    expect(minutes({ failures })).toBe(expected);
  });

  test('waits as long as its host asks, a day at most', () => {
    expect(minutes({ failures: 1, retryAfterMs: 45 * minutesMs })).toBe(45);
    expect(minutes({ failures: 1, retryAfterMs: 72 * hoursMs })).toBe(24 * 60);
    expect(minutes({ failures: 9, retryAfterMs: 1000 })).toBe(360);
  });

  test('comes back at different times, never early', () => {
    const at = [0, 0.5, 1].map((random) => minutes({ failures: 1, retryAfterMs: 10 * minutesMs, random }));
    expect(at).toEqual([10, 11, 12]);
  });
});

test('jitter moves a reading by a tenth to either side', () => {
  const articlesAt = every(4 * hoursMs);
  expect(minutes({ articlesAt, random: 0 })).toBeCloseTo(54, 5);
  expect(minutes({ articlesAt, random: 1 })).toBeCloseTo(66, 5);
});
