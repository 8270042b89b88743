import { expect, it } from 'vitest';
import type { Id } from '../../src/domain/ids.ts';
import { createLeases } from '../../src/store/leases.ts';
import { createTestClock } from '../support/clock.ts';
import { createTestLog } from '../support/log.ts';

const secondMs = 1000;
const minuteMs = 60 * secondMs;

function open() {
  const clock = createTestClock();
  const log = createTestLog();
  const startMs = clock.now().getTime();
  const renewals: { readonly ids: readonly Id[]; readonly untilMs: number }[] = [];
  const failing = { next: false };
  const leases = createLeases({
    clock,
    log,
    async renew(ids, leasedUntil) {
      if (failing.next) {
        failing.next = false;
        throw new Error('no database');
      }
      renewals.push({ ids, untilMs: leasedUntil.getTime() - startMs });
    },
  });
  /** Lets time pass in steps, so that each renewal ends before the next one is due. */
  const pass = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += secondMs) {
      clock.advance(secondMs);
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { clock, log, leases, renewals, failing, pass, at: (ms: number) => new Date(startMs + ms) };
}

it('tells the database of a minute at first, or less where the lease is shorter', () => {
  const { leases, at } = open();
  expect(leases.begin(at(0), 15 * minuteMs)).toEqual({
    endsAt: at(15 * minuteMs),
    leasedUntil: at(minuteMs),
  });
  expect(leases.begin(at(0), secondMs)).toEqual({ endsAt: at(secondMs), leasedUntil: at(secondMs) });
});

it('counts from now where what is claimed was due long before', () => {
  const { leases, clock, at } = open();
  clock.advance(10 * minuteMs);
  expect(leases.begin(at(0), 3 * minuteMs)).toEqual({
    endsAt: at(13 * minuteMs),
    leasedUntil: at(11 * minuteMs),
  });
});

it('renews what is held every quarter of a minute until its time is up', async () => {
  const { leases, renewals, pass, clock, at } = open();
  leases.hold([1n, 2n], leases.begin(at(0), 95 * secondMs));
  await pass(32 * secondMs);
  expect(renewals).toEqual([
    { ids: [1n, 2n], untilMs: 75 * secondMs },
    { ids: [1n, 2n], untilMs: 90 * secondMs },
  ]);
  await pass(3 * minuteMs);
  expect(renewals.slice(2).map(({ untilMs }) => untilMs / secondMs)).toEqual([95, 95, 95, 95]);
  expect(clock.waiting).toBe(0);
});

it('renews leases of several ends each to its own', async () => {
  const { leases, renewals, pass, at } = open();
  leases.hold([1n], leases.begin(at(0), 20 * secondMs));
  leases.hold([2n, 3n], leases.begin(at(0), 15 * minuteMs));
  await pass(15 * secondMs);
  expect(renewals).toEqual([
    { ids: [1n], untilMs: 20 * secondMs },
    { ids: [2n, 3n], untilMs: 75 * secondMs },
  ]);
});

it('leaves what was given back, and waits for nothing where nothing is held', async () => {
  const { leases, renewals, pass, clock, at } = open();
  leases.hold([1n, 2n], leases.begin(at(0), 15 * minuteMs));
  leases.letGo([1n]);
  await pass(15 * secondMs);
  expect(renewals.map(({ ids }) => ids)).toEqual([[2n]]);
  leases.letGo([2n]);
  await pass(15 * secondMs);
  expect(renewals).toHaveLength(1);
  expect(clock.waiting).toBe(0);
});

it('tries again after a renewal that failed, and says so', async () => {
  const { leases, renewals, failing, log, pass, at } = open();
  leases.hold([1n], leases.begin(at(0), 15 * minuteMs));
  failing.next = true;
  await pass(30 * secondMs);
  expect(renewals).toEqual([{ ids: [1n], untilMs: 90 * secondMs }]);
  expect(log.lines).toMatchObject([{ level: 'warn', text: 'leases could not be renewed' }]);
});

it('renews nothing once it is stopped', async () => {
  const { leases, renewals, clock, pass, at } = open();
  leases.hold([1n], leases.begin(at(0), 15 * minuteMs));
  await leases.stop();
  leases.hold([2n], leases.begin(at(0), 15 * minuteMs));
  await pass(minuteMs);
  expect(renewals).toEqual([]);
  expect(clock.waiting).toBe(0);
});
