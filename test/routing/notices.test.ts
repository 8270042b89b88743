import { describe, expect, test } from 'vitest';
import { everything } from '../../src/domain/subscription.ts';
import type { Source } from '../../src/domain/source.ts';
import { createNotices } from '../../src/routing/notices.ts';
import { openDeliveryBench, type DeliveryBench } from '../support/delivery.ts';

const hourMs = 3_600_000;
/** A source that fails is tried again after that. */
const pauseMs = 48 * hourMs;

async function open() {
  const bench = await openDeliveryBench();
  const { store, clock, log } = bench;
  let wakes = 0;
  const notices = createNotices({ store, clock, log, onOwed: () => void (wakes += 1) });
  const record = (source: Source, outcome: 'failed' | 'gone' | 'read') => {
    const reading = { at: clock.now(), nextDueAt: new Date(clock.now().getTime() + pauseMs) };
    const unknown = { etag: null, lastModified: null, movedTo: null };
    return store.sources.recordReading(
      source.id,
      outcome === 'read'
        ? { ...reading, outcome, ...unknown }
        : { ...reading, outcome: 'failed', error: 'HTTP 503', isGone: outcome === 'gone' },
    );
  };
  return {
    ...bench,
    wakes: () => wakes,
    notice: () => notices.runRound(),
    record,
    /** Owes notices, then delivers; the titles of all posts so far. */
    async told() {
      await notices.runRound();
      await bench.delivery.runRound();
      return bench.platform.posted;
    },
    async subscribeTo(name: string, ...sources: readonly string[]) {
      return bench.subscribe(await bench.channel(name), { filter: { ...everything, sources } });
    },
  };
}

const titles = {
  failing: 'wire cannot be read',
  gone: 'wire is gone for good',
  back: 'wire can be read again',
};
const warnings = ({ log }: DeliveryBench) => log.lines.filter(({ level }) => level === 'warn');

describe('notices', () => {
  test('tell of a source that has failed for a day, once, and of its return', async () => {
    const bench = await open();
    const wire = await bench.source('wire');
    await bench.subscribeTo('desk', 'wire');
    await bench.record(wire, 'failed');
    bench.clock.advance(24 * hourMs - 1);
    expect(await bench.told()).toEqual([]);
    bench.clock.advance(1);
    expect(await bench.notice()).toEqual({ troubles: 1, recoveries: 0 });
    expect(await bench.notice()).toEqual({ troubles: 0, recoveries: 0 });
    expect(await bench.told()).toEqual([`desk: ${titles.failing}`]);
    bench.clock.advance(72 * hourMs);
    await bench.record(wire, 'failed');
    expect(await bench.told()).toHaveLength(1);
    await bench.record(wire, 'read');
    expect(await bench.told()).toEqual([`desk: ${titles.failing}`, `desk: ${titles.back}`]);
    expect(await bench.told()).toHaveLength(2);
    expect(bench.wakes()).toBe(2);
    expect(warnings(bench)).toMatchObject([
      {
        text: 'source has failed for a day',
        fields: { source: 'wire', remedy: '/sources test wire', notices: 1 },
      },
    ]);
  });

  test('wait for another try where the bot was off since the source failed', async () => {
    const bench = await open();
    const wire = await bench.source('wire');
    await bench.subscribeTo('desk', 'wire');
    await bench.record(wire, 'failed');
    bench.clock.advance(pauseMs);
    expect(await bench.told()).toEqual([]);
    await bench.record(wire, 'read');
    expect(await bench.told()).toEqual([]);
    await bench.record(wire, 'failed');
    bench.clock.advance(pauseMs);
    expect(await bench.told()).toEqual([]);
    await bench.record(wire, 'failed');
    expect(await bench.told()).toEqual([`desk: ${titles.failing}`]);
  });

  test('tell of each time anew that a source fails for a day', async () => {
    const bench = await open();
    const wire = await bench.source('wire');
    await bench.subscribeTo('desk', 'wire');
    for (let time = 0; time < 2; time += 1) {
      await bench.record(wire, 'failed');
      bench.clock.advance(24 * hourMs);
      await bench.told();
      await bench.record(wire, 'read');
      await bench.told();
    }
    const once = [`desk: ${titles.failing}`, `desk: ${titles.back}`];
    expect(bench.platform.posted).toEqual([...once, ...once]);
  });

  test('tell at once of a source that is gone, and of what to do in the log', async () => {
    const bench = await open();
    const hall = await bench.source('wire', 'console:desk');
    await bench.subscribeTo('desk');
    await bench.subscribeTo('elsewhere');
    await bench.record(hall, 'gone');
    expect(await bench.told()).toEqual([`desk: ${titles.gone}`]);
    expect(warnings(bench)).toMatchObject([
      {
        text: 'source is gone for good, and read no more',
        fields: {
          source: 'wire',
          scope: 'console:desk',
          remedy: '/sources resume wire, or /sources remove wire',
        },
      },
    ]);
  });

  test('remember also a trouble that nobody relies on, for the log tells it once', async () => {
    const bench = await open();
    await bench.record(await bench.source('wire'), 'gone');
    expect(await bench.notice()).toEqual({ troubles: 0, recoveries: 0 });
    await bench.subscribeTo('desk', 'wire');
    expect(await bench.told()).toEqual([]);
    expect(bench.wakes()).toBe(0);
    expect(warnings(bench)).toMatchObject([{ fields: { notices: 0 } }]);
  });

  test('that are true no longer when they could be sent are not sent, nor is the return', async () => {
    const bench = await open();
    const wire = await bench.source('wire');
    const { channelId } = await bench.subscribeTo('desk', 'wire');
    await bench.store.channels.setUnreachable(channelId, 'kicked', bench.clock.now());
    await bench.record(wire, 'failed');
    bench.clock.advance(24 * hourMs);
    expect(await bench.notice()).toMatchObject({ troubles: 1 });
    await bench.record(wire, 'read');
    await bench.store.channels.setReachable(channelId, bench.clock.now());
    await bench.delivery.runRound();
    expect(await bench.told()).toEqual([]);
    expect(await bench.store.deliveries.counts()).toMatchObject({ cancelled: 1, pending: 0 });
  });

  test('are sent when the channel can be reached again', async () => {
    const bench = await open();
    const wire = await bench.source('wire');
    const { channelId } = await bench.subscribeTo('desk', 'wire');
    await bench.store.channels.setUnreachable(channelId, 'kicked', bench.clock.now());
    await bench.record(wire, 'gone');
    expect(await bench.told()).toEqual([]);
    await bench.store.channels.setReachable(channelId, bench.clock.now());
    expect(await bench.told()).toEqual([`desk: ${titles.gone}`]);
  });

  test('say nothing of a return where the notice before was refused', async () => {
    const bench = await open();
    const wire = await bench.source('wire');
    await bench.subscribeTo('desk', 'wire');
    bench.platform.onSend(() => ({ kind: 'rejected', reason: 'not here' }));
    await bench.record(wire, 'gone');
    await bench.told();
    await bench.store.sources.resume(wire.id, bench.clock.now());
    bench.platform.onSend(() => undefined);
    bench.clock.advance(1);
    await bench.record(wire, 'read');
    expect(await bench.told()).toEqual([]);
  });

  test.each([
    ['certainly did not arrive', { kind: 'retry', afterMs: 0, reason: 'busy' }, []],
    ['may have arrived', { kind: 'unknown', reason: 'cut off', mayRepeat: true }, [`desk: ${titles.back}`]],
  ] as const)('of a trouble that ended while one was sent, which %s', async (_, outcome, expected) => {
    const bench = await open();
    const wire = await bench.source('wire');
    await bench.subscribeTo('desk', 'wire');
    await bench.record(wire, 'gone');
    await bench.notice();
    bench.platform.onSend(async () => {
      bench.platform.onSend(() => undefined);
      await bench.store.sources.resume(wire.id, bench.clock.now());
      await bench.record(wire, 'read');
      await bench.notice();
      return outcome;
    });
    await bench.laterRounds(3);
    expect(bench.platform.posted).toEqual(expected);
    expect(await bench.store.deliveries.counts()).toMatchObject({ pending: 0, sending: 0 });
  });

  test('of many sources are all owed in one round, in order', async () => {
    const bench = await open();
    const keys = Array.from({ length: 120 }, (_, index) => `wire-${index}`);
    await bench.subscribeTo('desk', ...keys);
    for (const key of keys) {
      await bench.record(await bench.source(key), 'failed');
      bench.clock.advance(1);
    }
    bench.clock.advance(24 * hourMs);
    expect(await bench.notice()).toEqual({ troubles: 120, recoveries: 0 });
    expect(await bench.told()).toEqual(keys.map((key) => `desk: ${key} cannot be read`));
    expect(bench.wakes()).toBe(1);
  });

  test('owe no edit, and are never taken for posts of a story', async () => {
    const bench = await open();
    const wire = await bench.source('wire');
    await bench.subscribeTo('desk', 'wire');
    await bench.record(wire, 'gone');
    await bench.told();
    bench.clock.advance(hourMs);
    expect(await bench.delivery.runRound()).toMatchObject({ sent: 0, edited: 0, nextDueAt: null });
    expect(bench.platform.edits).toEqual([]);
  });

  test('stand in line with the stories of their channel', async () => {
    const bench = await open();
    const wire = await bench.source('wire');
    await bench.subscribeTo('desk', 'wire');
    await bench.report('Before', {}, wire);
    await bench.route();
    await bench.record(wire, 'gone');
    await bench.notice();
    await bench.report('After', {}, wire);
    await bench.round();
    expect(bench.platform.posted).toEqual(['desk: Before', `desk: ${titles.gone}`, 'desk: After']);
  });

  test('of a round that fails half-way are owed by the next', async () => {
    const bench = await open();
    const { store, clock, log } = bench;
    const wire = await bench.source('wire');
    await bench.subscribeTo('desk', 'wire');
    await bench.record(wire, 'gone');
    const active = () => Promise.reject(new Error('no database'));
    const broken = { ...store, subscriptions: { ...store.subscriptions, active } };
    const uses = { store: broken, clock, log, onOwed: () => expect.fail('nothing is owed') };
    await expect(createNotices(uses).runRound()).rejects.toThrow('no database');
    expect(await bench.told()).toEqual([`desk: ${titles.gone}`]);
  });
});
