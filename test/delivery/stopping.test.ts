import { describe, expect, test } from 'vitest';
import { createDelivery } from '../../src/delivery/create-delivery.ts';
import type { DeliveryStore, Store } from '../../src/store/store.ts';
import { english } from '../../src/texts/english.ts';
import { createFakePlatform, createGate } from '../fakes/platform.ts';
import { lastDelivery, openDeliveryBench, type DeliveryBench } from '../support/delivery.ts';

/** Delivery over the bench's store with some of its calls on deliveries changed. */
function deliveryWith(bench: DeliveryBench, change: (deliveries: DeliveryStore) => Partial<DeliveryStore>) {
  const deliveries: DeliveryStore = { ...bench.store.deliveries, ...change(bench.store.deliveries) };
  const store: Store = { ...bench.store, deliveries };
  const { clock, log, platform } = bench;
  return createDelivery({ store, platforms: [platform], texts: english, clock, log });
}

async function openOwing(...titles: readonly string[]) {
  const bench = await openDeliveryBench();
  const channel = await bench.channel('desk');
  await bench.subscribe(channel);
  for (const title of titles) await bench.report(title);
  await bench.route();
  return { bench, channel };
}

describe('stopping', () => {
  test('waits for what is under way, records it, and takes no more', async () => {
    const { bench, channel } = await openOwing('First', 'Second');
    const gate = createGate();
    bench.platform.onSend(async () => {
      await gate.opened;
      return { kind: 'sent', messageId: '1', form: 'text' };
    });
    const round = bench.delivery.runRound();
    await expect.poll(() => bench.platform.underWay.now).toBe(1);
    let hasStopped = false;
    const stopped = bench.delivery.stop().then(() => {
      hasStopped = true;
    });
    await bench.store.deliveries.counts();
    expect(hasStopped).toBe(false);
    gate.open();
    await stopped;
    expect(await round).toEqual({ sent: 1, edited: 0, nextDueAt: null });
    const states = (await bench.store.deliveries.ofChannel(channel.id, 2)).map(({ state }) => state);
    expect(states).toEqual(['pending', 'sent']);
    expect(await bench.delivery.runRound()).toEqual({ sent: 0, edited: 0, nextDueAt: null });
  });

  test('gives back untouched what was claimed and not yet begun', async () => {
    const { bench, channel } = await openOwing('A story');
    const stops: Promise<void>[] = [];
    const delivery = deliveryWith(bench, (deliveries) => ({
      async claim(claim) {
        const claimed = await deliveries.claim(claim);
        stops.push(delivery.stop());
        return claimed;
      },
    }));
    await delivery.runRound();
    await Promise.all(stops);
    expect(bench.platform.asked).toEqual([]);
    expect(await lastDelivery(bench.store, channel)).toMatchObject({
      state: 'pending',
      attempts: 0,
      uncertainSince: null,
    });
    expect(await bench.delivery.runRound()).toMatchObject({ sent: 1 });
  });
});

describe('a database that fails', () => {
  test('for a while does not lose what became of a post', async () => {
    const { bench, channel } = await openOwing('A story');
    let failures = 2;
    const delivery = deliveryWith(bench, (deliveries) => ({
      async record(...given) {
        failures -= 1;
        if (failures >= 0) throw new Error('disk full');
        return deliveries.record(...given);
      },
    }));
    const round = delivery.runRound();
    await expect.poll(() => failures).toBe(1);
    await expect.poll(() => (bench.clock.advance(1_000), failures)).toBe(-1);
    await round;
    expect(bench.platform.asked).toHaveLength(1);
    expect(await lastDelivery(bench.store, channel)).toMatchObject({ state: 'sent' });
    expect(bench.log.lines.filter(({ level }) => level === 'error')).toHaveLength(2);
  });

  test('for good ends the round, and the post is repeated as an uncertain one when its lease is over', async () => {
    const { bench } = await openOwing('A story');
    const startedAt = bench.clock.now();
    const broken = deliveryWith(bench, () => ({ record: () => Promise.reject(new Error('disk full')) }));
    let isOver = false;
    const round = broken.runRound().finally(() => {
      isOver = true;
    });
    await expect.poll(() => (bench.clock.advance(1_000), isOver)).toBe(true);
    await round;
    bench.clock.advance(3 * 60_000);
    await bench.delivery.runRound();
    expect(bench.platform.asked.map((order) => order.uncertainSince)).toEqual([null, startedAt]);
  });

  test('while claiming ends the round with its error, after what is under way', async () => {
    const { bench, channel } = await openOwing('First', 'Second');
    let claims = 0;
    const delivery = deliveryWith(bench, (deliveries) => ({
      async claim(claim) {
        claims += 1;
        if (claims === 2) throw new Error('no database');
        return deliveries.claim(claim);
      },
    }));
    await expect(delivery.runRound()).rejects.toThrow('no database');
    expect(await bench.store.deliveries.ofChannel(channel.id, 2)).toMatchObject([
      { state: 'pending' },
      { state: 'sent' },
    ]);
    expect(await delivery.runRound()).toMatchObject({ sent: 1 });
  });

  test('while stories are looked up gives the claimed deliveries back', async () => {
    const { bench, channel } = await openOwing('A story');
    const store: Store = {
      ...bench.store,
      stories: { ...bench.store.stories, byIds: () => Promise.reject(new Error('no database')) },
    };
    const { clock, log, platform } = bench;
    const delivery = createDelivery({ store, platforms: [platform], texts: english, clock, log });
    await expect(delivery.runRound()).rejects.toThrow('no database');
    expect(await lastDelivery(bench.store, channel)).toMatchObject({ state: 'pending', attempts: 0 });
  });
});

describe('a lease', () => {
  test('that ran out here, while its message is under way, leads to no second message', async () => {
    const { bench } = await openOwing('A story');
    const gate = createGate();
    bench.platform.onSend(async () => {
      await gate.opened;
      return { kind: 'sent', messageId: '1', form: 'text' };
    });
    const short = deliveryWith(bench, (deliveries) => ({
      claim: (wanted) => deliveries.claim({ ...wanted, leaseMs: 500 }),
    }));
    const round = short.runRound();
    await expect.poll(() => bench.platform.underWay.now).toBe(1);
    bench.clock.advance(1_000);
    await bench.store.deliveries.counts();
    gate.open();
    expect(await round).toMatchObject({ sent: 1 });
    expect(bench.platform.asked).toHaveLength(1);
  });

  test('of a copy that died is taken over when it ends, and counted as an attempt', async () => {
    const { bench, channel } = await openOwing('A story');
    const startedAt = bench.clock.now();
    const [claimed] = await bench.store.deliveries.claim({
      now: startedAt,
      leaseMs: 60_000,
      limit: 1,
      platforms: ['console'],
    });
    expect(claimed?.delivery.state).toBe('sending');
    expect(await bench.delivery.runRound()).toMatchObject({
      sent: 0,
      nextDueAt: new Date(startedAt.getTime() + 60_000),
    });
    bench.clock.advance(60_000);
    expect(await bench.delivery.runRound()).toMatchObject({ sent: 1 });
    expect(bench.platform.asked).toMatchObject([{ uncertainSince: startedAt }]);
    expect(await lastDelivery(bench.store, channel)).toMatchObject({ state: 'sent', attempts: 2 });
  });
});

test('a platform that is not handed in keeps its deliveries', async () => {
  const bench = await openDeliveryBench({ platforms: [createFakePlatform('discord')] });
  const channel = await bench.channel('desk');
  await bench.subscribe(channel);
  await bench.report('A story');
  expect(await bench.round()).toEqual({ sent: 0, edited: 0, nextDueAt: null });
  expect(await lastDelivery(bench.store, channel)).toMatchObject({ state: 'pending' });
});
