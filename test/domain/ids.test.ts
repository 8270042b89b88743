import { describe, expect, it } from 'vitest';
import { createIds, firstIdAt } from '../../src/domain/ids.ts';
import { createTestClock } from '../support/clock.ts';

const longest = 2n ** 63n - 1n;

describe('ids', () => {
  it('strictly increase, thousands within one millisecond', () => {
    const clock = createTestClock();
    const nextId = createIds({ now: () => clock.now(), copy: 7 });
    const ids = Array.from({ length: 20_000 }, () => nextId());
    expect(ids.every((id, at) => at === 0 || id > (ids[at - 1] ?? 0n))).toBe(true);
  });

  it('increase when the clock steps back', () => {
    const clock = createTestClock();
    const nextId = createIds({ now: () => clock.now(), copy: 7 });
    const before = nextId();
    clock.set(new Date(clock.now().getTime() - 3_600_000));
    expect(nextId()).toBeGreaterThan(before);
  });

  it('are ordered by time across copies of the program', () => {
    const clock = createTestClock();
    const early = createIds({ now: () => clock.now(), copy: 1023 })();
    clock.advance(1);
    expect(createIds({ now: () => clock.now(), copy: 0 })()).toBeGreaterThan(early);
  });

  it('differ between copies at the same moment', () => {
    const clock = createTestClock();
    const now = () => clock.now();
    expect(createIds({ now, copy: 1 })()).not.toBe(createIds({ now, copy: 2 })());
  });

  it('fit into 63 bits until the year 2093', () => {
    const now = () => new Date('2093-01-01T00:00:00Z');
    expect(createIds({ now, copy: 1023 })()).toBeLessThanOrEqual(longest);
  });

  it('are not negative on a clock that was never set', () => {
    expect(createIds({ now: () => new Date(0), copy: 0 })()).toBeGreaterThanOrEqual(0n);
  });

  it('made from a time on are at or above the first id of that time, and earlier ones below', () => {
    const clock = createTestClock();
    const makers = [0, 1023].map((copy) => createIds({ now: () => clock.now(), copy }));
    const earlier = makers.map((make) => make());
    clock.advance(1);
    const first = firstIdAt(clock.now());
    const ids = makers.flatMap((make) => Array.from({ length: 5000 }, make));
    expect(ids.filter((id) => id < first)).toEqual([]);
    expect(earlier.filter((id) => id >= first)).toEqual([]);
    expect(firstIdAt(new Date(0))).toBe(0n);
  });
});
