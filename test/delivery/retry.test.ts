import { describe, expect, test } from 'vitest';
import { backoffMs, isGivenUp, paceAt, retryAt, type Failing } from '../../src/delivery/retry.ts';

const now = new Date('2026-03-02T09:00:00Z');
const before = (ms: number) => new Date(now.getTime() - ms);
const waited = (at: Date) => at.getTime() - now.getTime();
const minuteMs = 60_000;

describe('the wait after a failure', () => {
  test.each([
    [1, 1_000],
    [2, 2_000],
    [3, 4_000],
    [5, 16_000],
    [7, 64_000],
    [8, 120_000],
    [400, 120_000],
    [0, 1_000],
  ])('after %i failures is %i ms', (failures, expected) => {
    expect(backoffMs(failures)).toBe(expected);
  });

  test.each([
    {
      says: 'what the platform asks for, when that is longer',
      failures: 1,
      afterMs: 43_837_000,
      ms: 43_837_000,
    },
    { says: 'its own, when the platform asks for less', failures: 4, afterMs: 200, ms: 8_000 },
    { says: 'its own, when the platform asks for nothing', failures: 2, afterMs: 0, ms: 2_000 },
    { says: 'whole milliseconds', failures: 1, afterMs: 1_000.4, ms: 1_001 },
    { says: 'a day at most', failures: 1, afterMs: Number.POSITIVE_INFINITY, ms: 24 * 60 * minuteMs },
    {
      says: 'two minutes, when the platform asks for nonsense',
      failures: 1,
      afterMs: Number.NaN,
      ms: 120_000,
    },
    { says: 'never before now', failures: 1, afterMs: -5_000, ms: 1_000 },
  ])('is $says', ({ failures, afterMs, ms }) => {
    expect(waited(retryAt(now, failures, afterMs))).toBe(ms);
  });
});

describe('the wait for a pace', () => {
  test.each([
    [350, 350],
    [0, 20],
    [-1, 20],
  ])('of %i ms is %i ms, so that nothing spins', (afterMs, expected) => {
    expect(waited(paceAt(now, afterMs))).toBe(expected);
  });
});

describe('giving up', () => {
  const failing: Failing = {
    failures: 5,
    firstAttemptAt: before(10 * minuteMs),
    now,
    othersAcceptedAt: before(minuteMs),
  };
  test.each<{ readonly when: string; readonly parts: Partial<Failing>; readonly expected: boolean }>([
    { when: 'it failed five times over ten minutes beside accepted ones', parts: {}, expected: true },
    { when: 'it failed four times', parts: { failures: 4 }, expected: false },
    { when: 'it failed often', parts: { failures: 40 }, expected: true },
    {
      when: 'it first failed a moment less than ten minutes ago',
      parts: { firstAttemptAt: before(10 * minuteMs - 1) },
      expected: false,
    },
    { when: 'its platform accepted nothing yet', parts: { othersAcceptedAt: null }, expected: false },
    {
      when: 'its platform accepted the last one five minutes ago',
      parts: { othersAcceptedAt: before(5 * minuteMs) },
      expected: true,
    },
    {
      when: 'its platform accepted nothing for longer',
      parts: { othersAcceptedAt: before(5 * minuteMs + 1) },
      expected: false,
    },
  ])('is $expected when $when', ({ parts, expected }) => {
    expect(isGivenUp({ ...failing, ...parts })).toBe(expected);
  });

  test('comes a little after ten minutes of failures by the clock', () => {
    let atMs = 0;
    let failures = 1;
    const isOver = () =>
      isGivenUp({
        failures,
        firstAttemptAt: new Date(0),
        now: new Date(atMs),
        othersAcceptedAt: new Date(atMs),
      });
    while (!isOver()) {
      atMs = retryAt(new Date(atMs), failures).getTime();
      failures += 1;
    }
    expect({ failures, minutes: Math.round(atMs / minuteMs) }).toEqual({ failures: 12, minutes: 10 });
  });
});
