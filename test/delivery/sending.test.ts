import { describe, expect, test } from 'vitest';
import { createFakePlatform, createGate, titleOf } from '../fakes/platform.ts';
import { lastDelivery, openDeliveryBench } from '../support/delivery.ts';

describe('sending', () => {
  test('posts each story once, in the order of the stories, and records where', async () => {
    const bench = await openDeliveryBench();
    const channel = await bench.channel('desk');
    await bench.subscribe(channel);
    for (const title of ['One bridge reopens', 'Two miners merge', 'Three funds close'])
      await bench.report(title);
    expect(await bench.round()).toEqual({ sent: 3, edited: 0, nextDueAt: null });
    expect(await bench.round()).toEqual({ sent: 0, edited: 0, nextDueAt: null });
    expect(bench.platform.posted).toEqual([
      'desk: One bridge reopens',
      'desk: Two miners merge',
      'desk: Three funds close',
    ]);
    const delivery = await lastDelivery(bench.store, channel);
    expect(delivery).toMatchObject({ state: 'sent', attempts: 1, uncertainSince: null });
    expect(await bench.store.deliveries.postsOf([delivery.id])).toEqual([
      {
        deliveryId: delivery.id,
        part: 0,
        messageId: `message-of-${delivery.id}`,
        form: 'text',
        shownRevision: 1,
        sentAt: bench.clock.now(),
      },
    ]);
  });

  test('sends within a channel one after another, and in channels side by side', async () => {
    const bench = await openDeliveryBench();
    const gates = { desk: createGate(), floor: createGate() };
    for (const name of ['desk', 'floor']) await bench.subscribe(await bench.channel(name));
    for (const title of ['First rate cut', 'Second rate cut']) await bench.report(title);
    bench.platform.onSend(async (order) => {
      await (order.channel.name === 'desk' ? gates.desk : gates.floor).opened;
      return { kind: 'sent', messageId: '1', form: 'text' };
    });
    await bench.route();
    const round = bench.delivery.runRound();
    gates.floor.open();
    await expect
      .poll(() => bench.platform.posted)
      .toEqual(['floor: First rate cut', 'floor: Second rate cut']);
    expect(bench.platform.asked.map(titleOf).filter((title) => title.startsWith('desk'))).toHaveLength(1);
    gates.desk.open();
    await round;
    expect(bench.platform.posted.slice(2)).toEqual(['desk: First rate cut', 'desk: Second rate cut']);
  });

  test('takes up what is routed while a slow message is under way', async () => {
    const bench = await openDeliveryBench();
    const gate = createGate();
    await bench.subscribe(await bench.channel('slow'));
    await bench.report('A slow block');
    bench.platform.onSend(async (order) => {
      if (order.channel.name === 'slow') await gate.opened;
      return { kind: 'sent', messageId: '1', form: 'text' };
    });
    await bench.route();
    const round = bench.delivery.runRound();
    await expect.poll(() => bench.platform.underWay.now).toBe(1);
    await bench.subscribe(await bench.channel('quick'));
    await bench.report('A quick block');
    await bench.route();
    bench.clock.advance(1_000);
    await expect.poll(() => bench.platform.posted).toEqual(['quick: A quick block']);
    gate.open();
    await round;
    expect(bench.platform.posted).toEqual([
      'quick: A quick block',
      'slow: A slow block',
      'slow: A quick block',
    ]);
  });

  test('looks again at once when a round is asked for while one runs', async () => {
    const bench = await openDeliveryBench();
    const gate = createGate();
    const [slow, quick] = [await bench.channel('slow'), await bench.channel('quick')];
    await bench.subscribe(slow);
    await bench.report('A slow block');
    bench.platform.onSend(async (order) => {
      if (order.channel.name === 'slow') await gate.opened;
      return { kind: 'sent', messageId: '1', form: 'text' };
    });
    await bench.route();
    const round = bench.delivery.runRound();
    await expect.poll(() => bench.platform.underWay.now).toBe(1);
    await bench.subscribe(quick);
    await bench.report('A quick block');
    await bench.route();
    const joined = bench.delivery.runRound();
    await expect.poll(() => bench.platform.posted).toEqual(['quick: A quick block']);
    gate.open();
    await Promise.all([round, joined]);
    expect(bench.platform.posted).toHaveLength(3);
  });

  test('bounds how many messages are under way at once', async () => {
    const bench = await openDeliveryBench();
    const gate = createGate();
    for (let number = 0; number < 130; number += 1) await bench.subscribe(await bench.channel(`c${number}`));
    await bench.report('A story for everyone');
    bench.platform.onSend(async () => {
      await gate.opened;
      return { kind: 'sent', messageId: '1', form: 'text' };
    });
    await bench.route();
    const round = bench.delivery.runRound();
    await expect.poll(() => bench.platform.underWay.now).toBe(100);
    gate.open();
    expect(await round).toMatchObject({ sent: 130 });
    expect(bench.platform.underWay.most).toBe(100);
  });

  test('shows a story as it is when it is sent, not as it was routed', async () => {
    const bench = await openDeliveryBench();
    await bench.subscribe(await bench.channel('desk'));
    const story = await bench.report('Exchange halts withdrawals');
    await bench.route();
    await bench.report('Exchange halts all withdrawals', { url: story.url });
    await bench.delivery.runRound();
    expect(bench.platform.posted).toEqual(['desk: Exchange halts all withdrawals']);
  });

  test('lets one platform hang without holding up another', async () => {
    const stuck = createFakePlatform('telegram').onSend(() => new Promise(() => undefined));
    const free = createFakePlatform('discord');
    const bench = await openDeliveryBench({ platforms: [stuck, free] });
    await bench.subscribe(await bench.channel('chat', { platform: 'telegram' }));
    await bench.subscribe(await bench.channel('server', { platform: 'discord' }));
    await bench.report('One for both');
    await bench.route();
    const round = bench.delivery.runRound();
    await expect.poll(() => free.posted).toEqual(['server: One for both']);
    await expect.poll(() => stuck.underWay.now).toBe(1);
    bench.clock.advance(2 * 60_000);
    await round;
    expect(bench.log.lines.filter(({ level }) => level === 'error').map(({ text }) => text)).toEqual([
      'a platform did not answer a send',
    ]);
  });
});
