/** What a copy of the program held that was killed is soon another's, on a real PostgreSQL; and no sooner. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { createTestClock, type TestClock } from '../support/clock.ts';
import { createTestLog } from '../support/log.ts';
import { startTestPostgres, type TestPostgres } from '../support/postgres.ts';
import {
  later,
  owe,
  putChannel,
  putSources,
  saveStories,
  start,
  subscribe,
  defined,
} from '../support/stored.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startTestPostgres();
});
afterAll(() => postgres.stop());

const minuteMs = 60_000;
const child = join(import.meta.dirname, '../support/holding-child.mjs');

async function open(url: string, clock: TestClock = createTestClock(start)) {
  const store = await openStore({ url, clock, log: createTestLog() });
  onTestFinished(() => store.close());
  const claims = {
    sources: (ms: number) => store.sources.claimDue({ now: later(ms), leaseMs: 15 * minuteMs, limit: 10 }),
    deliveries: (ms: number) =>
      store.deliveries.claim({ now: later(ms), leaseMs: 3 * minuteMs, limit: 10, platforms: ['console'] }),
  };
  return { store, clock, ...claims };
}

/** A database in which a source is due and a delivery owed. */
async function openOwing() {
  const url = await postgres.createStoreDatabase();
  const copy = await open(url);
  const [source] = await putSources(copy.store, 'a');
  const [story] = await saveStories(copy.store, defined(source), 'x');
  await owe(copy.store, defined(story), await subscribe(copy.store, await putChannel(copy.store, 'desk')));
  return { url, ...copy };
}

/** Runs a copy until it holds something, and kills it. */
async function holdAndDie(url: string): Promise<string> {
  const program = spawn(process.execPath, [child, url, start.toISOString()], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void program.kill('SIGKILL'));
  const [line]: readonly unknown[] = await once(createInterface({ input: program.stdout }), 'line');
  const gone = once(program, 'close');
  program.kill('SIGKILL');
  await gone;
  return String(line);
}

it('gives sources of a killed copy free within a minute', async () => {
  const { url, store, sources } = await openOwing();
  expect(await holdAndDie(url)).toBe('held 1 1');
  expect(await store.sources.nextDueAt()).toEqual(later(minuteMs));
  expect(await sources(minuteMs - 1)).toEqual([]);
  expect(await sources(minuteMs)).toMatchObject([{ key: 'a', failures: 0, firstReadAt: null }]);
});

it('takes deliveries of a killed copy over within a minute, knowing since when they are uncertain', async () => {
  const { url, store, deliveries } = await openOwing();
  expect(await holdAndDie(url)).toBe('held 1 1');
  expect(await store.deliveries.nextDueAt(['console'])).toEqual(later(minuteMs));
  expect(await deliveries(minuteMs - 1)).toEqual([]);
  const [taken] = await deliveries(minuteMs);
  expect(taken?.delivery).toMatchObject({
    state: 'sending',
    attempts: 1,
    uncertainSince: start,
    firstAttemptAt: start,
  });
});

it('leaves a living copy what it holds for as long as it may', async () => {
  const { url, ...watcher } = await openOwing();
  const living = await open(url);
  expect(await living.sources(0)).toHaveLength(1);
  expect(await living.deliveries(0)).toHaveLength(1);
  const leasesEnd = async () => [
    await watcher.store.sources.nextDueAt(),
    await watcher.store.deliveries.nextDueAt(['console']),
  ];
  const renewedUntil = (ms: number, limitMs: number) => later(Math.min(ms + minuteMs, limitMs));
  const takenEarly: number[] = [];
  for (let ms = 15_000; ms < 15 * minuteMs; ms += 15_000) {
    living.clock.advance(15_000);
    const renewed = [renewedUntil(ms, 15 * minuteMs), renewedUntil(ms, 3 * minuteMs)];
    await expect.poll(leasesEnd, { interval: 1, timeout: 10_000 }).toEqual(renewed);
    takenEarly.push((await watcher.sources(ms)).length);
    takenEarly.push(ms < 3 * minuteMs ? (await watcher.deliveries(ms)).length : 0);
  }
  expect([...new Set(takenEarly)]).toEqual([0]);
  expect(await watcher.sources(15 * minuteMs)).toHaveLength(1);
  const [taken] = await watcher.deliveries(15 * minuteMs);
  expect(taken?.delivery).toMatchObject({ attempts: 1, uncertainSince: start });
});

it('renews nothing that was given back or recorded', async () => {
  const { url, ...watcher } = await openOwing();
  const living = await open(url);
  const [source] = await living.sources(0);
  const [delivery] = await living.deliveries(0);
  expect(living.clock.waiting).toBe(2);
  await living.store.sources.release(defined(source).id);
  const { id } = defined(delivery).delivery;
  await living.store.deliveries.record(id, { kind: 'rejected', reason: 'too long' }, start);
  living.clock.advance(minuteMs);
  expect(living.clock.waiting).toBe(0);
  expect(await watcher.sources(0)).toHaveLength(1);
  expect(await watcher.store.deliveries.get(id)).toMatchObject({ state: 'rejected' });
});
