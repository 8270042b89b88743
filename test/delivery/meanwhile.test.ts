/** What happens to a delivery when its subscription, channel or story changes while it is being sent. */
import { describe, expect, test } from 'vitest';
import type { SendOutcome } from '../../src/platforms/platform.ts';
import { createGate, titleOf } from '../fakes/platform.ts';
import { lastDelivery, openDeliveryBench } from '../support/delivery.ts';

const busy: SendOutcome = { kind: 'retry', afterMs: 0, reason: 'busy' };
const unknown: SendOutcome = { kind: 'unknown', reason: 'no answer', mayRepeat: true };
const kicked: SendOutcome = { kind: 'unreachable', reason: 'kicked' };
const sent: SendOutcome = { kind: 'sent', messageId: '1', form: 'text' };

/** A bench whose first send is under way and ends when the test says how. */
async function openSending() {
  const bench = await openDeliveryBench();
  const channel = await bench.channel('desk');
  const subscription = await bench.subscribe(channel);
  const story = await bench.report('A bridge is drained');
  const gate = createGate<SendOutcome>();
  bench.platform.onSend((order) => (bench.platform.asked.indexOf(order) === 0 ? gate.opened : undefined));
  await bench.route();
  const round = bench.delivery.runRound();
  await expect.poll(() => bench.platform.underWay.now).toBe(1);
  const end = async (outcome: SendOutcome) => {
    gate.open(outcome);
    await round;
    await bench.laterRounds(2);
  };
  return { bench, channel, subscription, story, end };
}

describe('a subscription that ends while its message is under way', () => {
  test('keeps the post when it arrives', async () => {
    const { bench, channel, subscription, end } = await openSending();
    await bench.store.subscriptions.remove(subscription.id, bench.clock.now());
    await end(sent);
    expect(await lastDelivery(bench.store, channel)).toMatchObject({ state: 'sent' });
    expect(bench.platform.asked).toHaveLength(1);
  });

  test.each([
    ['failed', busy],
    ['is uncertain', unknown],
    ['found the channel closed', kicked],
  ])('is sent no more when it %s', async (_, outcome) => {
    const { bench, channel, subscription, end } = await openSending();
    await bench.store.subscriptions.remove(subscription.id, bench.clock.now());
    await end(outcome);
    await bench.store.channels.setReachable(channel.id, bench.clock.now());
    await bench.laterRounds(2);
    expect(bench.platform.asked).toHaveLength(1);
    expect(await lastDelivery(bench.store, channel)).toMatchObject({ state: 'cancelled' });
  });

  test('leaves the message to another subscription that wants it', async () => {
    const { bench, channel, subscription, end } = await openSending();
    await bench.subscribe(channel);
    await bench.report('A second story');
    await bench.route();
    await bench.store.subscriptions.remove(subscription.id, bench.clock.now());
    await end(busy);
    expect(bench.platform.asked.map(titleOf)).toEqual(['desk: A bridge is drained', 'desk: A second story']);
  });

  test('that is paused only is sent no more either', async () => {
    const { bench, channel, subscription, end } = await openSending();
    await bench.store.subscriptions.setPaused(subscription.id, true, bench.clock.now());
    await end(busy);
    expect(bench.platform.asked).toHaveLength(1);
    expect(await lastDelivery(bench.store, channel)).toMatchObject({ state: 'cancelled' });
  });
});

describe('a channel that moves while its message is under way', () => {
  const [from, to] = [
    { platform: 'console', address: 'desk' },
    { platform: 'console', address: 'hall' },
  ] as const;

  test.each([
    ['arrives is not sent again', sent, ['desk']],
    ['failed is sent to the new address', busy, ['desk', 'hall']],
  ])('and whose message %s', async (_, outcome, addresses) => {
    const { bench, end } = await openSending();
    await bench.store.channels.move(from, to, bench.clock.now());
    await end(outcome);
    expect(bench.platform.asked.map((order) => order.channel.address)).toEqual(addresses);
  });

  test('to a channel that is known goes on there, with all that both are owed', async () => {
    const { bench, end } = await openSending();
    await bench.subscribe(await bench.channel('hall'));
    await bench.report('A second story');
    await bench.route();
    await bench.store.channels.move(from, to, bench.clock.now());
    await end(busy);
    expect(bench.platform.posted).toEqual(['hall: A bridge is drained', 'hall: A second story']);
    expect(bench.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('to a channel that was sent a story already gets it no second time', async () => {
    const bench = await openDeliveryBench();
    const [desk, hall] = [await bench.channel('desk'), await bench.channel('hall')];
    for (const channel of [desk, hall]) await bench.subscribe(channel);
    await bench.store.channels.setUnreachable(desk.id, 'upgraded', bench.clock.now());
    await bench.report('A bridge is drained');
    await bench.round();
    await bench.store.channels.move(from, to, bench.clock.now());
    await bench.report('A second story');
    await bench.round();
    expect(bench.platform.posted).toEqual(['hall: A bridge is drained', 'hall: A second story']);
    const { sent: posts, pending } = await bench.store.deliveries.counts();
    expect({ posts, pending }).toEqual({ posts: 2, pending: 0 });
  });

  test('to a channel where the same story is under way gets it once', async () => {
    const bench = await openDeliveryBench();
    const [desk, hall] = [await bench.channel('desk'), await bench.channel('hall')];
    for (const channel of [desk, hall]) await bench.subscribe(channel);
    await bench.store.channels.setUnreachable(desk.id, 'upgraded', bench.clock.now());
    await bench.report('A bridge is drained');
    const gate = createGate<SendOutcome>();
    bench.platform.onSend(() => gate.opened);
    const round = bench.round();
    await expect.poll(() => bench.platform.underWay.now).toBe(1);
    await bench.store.channels.move(from, to, bench.clock.now());
    gate.open(sent);
    await round;
    await bench.laterRounds(1);
    expect(bench.platform.posted).toEqual(['hall: A bridge is drained']);
  });

  test('and takes over another, does not lose or repeat what was being sent there', async () => {
    const { bench, end } = await openSending();
    // The address that is moved to is the one where the message is under way.
    await bench.subscribe(await bench.channel('hall'));
    await bench.report('A second story');
    await bench.route();
    await bench.store.channels.move(to, from, bench.clock.now());
    await end(sent);
    const posted = bench.platform.posted.map((title) => title.split(': ')[1] ?? '').sort();
    expect(posted).toEqual(['A bridge is drained', 'A second story']);
    expect(bench.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('a story that merges into another', () => {
  const survivorTitle = 'A bridge loses its funds';

  test('is sent as the survivor when that is not owed there', async () => {
    const bench = await openDeliveryBench();
    const survivor = await bench.report(survivorTitle);
    bench.clock.advance(1);
    const channel = await bench.channel('desk');
    await bench.subscribe(channel);
    const story = await bench.report('A bridge is drained');
    await bench.route();
    await bench.store.stories.merge(survivor.id, story.id);
    await bench.round();
    await bench.round();
    expect(bench.platform.posted).toEqual([`desk: ${survivorTitle}`]);
  });

  test('is cancelled where the survivor is owed too', async () => {
    const bench = await openDeliveryBench();
    await bench.subscribe(await bench.channel('desk'));
    const survivor = await bench.report(survivorTitle);
    const story = await bench.report('A bridge is drained');
    await bench.route();
    await bench.store.stories.merge(survivor.id, story.id);
    await bench.round();
    expect(bench.platform.posted).toEqual([`desk: ${survivorTitle}`]);
  });

  test('between claim and look-up is sent as the survivor, a little later', async () => {
    const bench = await openDeliveryBench();
    const survivor = await bench.report(survivorTitle);
    bench.clock.advance(1);
    await bench.subscribe(await bench.channel('desk'));
    const story = await bench.report('A bridge is drained');
    await bench.route();
    const { stories } = bench.store;
    const byIds = stories.byIds.bind(stories);
    let looks = 0;
    Object.assign(stories, {
      async byIds(ids: readonly bigint[]) {
        looks += 1;
        if (looks === 1) await stories.merge(survivor.id, story.id);
        return byIds(ids);
      },
    });
    await bench.laterRounds(2);
    expect(bench.platform.posted).toEqual([`desk: ${survivorTitle}`]);
  });

  test('while it is under way, and failed, is not posted beside the survivor', async () => {
    const { bench, story, end } = await openSending();
    const survivor = await bench.report(survivorTitle);
    await bench.route();
    await bench.store.stories.merge(survivor.id, story.id);
    await end(busy);
    expect(bench.platform.posted).toEqual([`desk: ${survivorTitle}`]);
  });

  test('while it is under way, and arrives, is edited to show the survivor', async () => {
    const { bench, story, end } = await openSending();
    const survivor = await bench.report(survivorTitle);
    await bench.store.stories.merge(survivor.id, story.id);
    await end(sent);
    bench.clock.advance(5 * 60_000 + 1);
    await bench.round();
    expect(bench.platform.posted).toEqual(['desk: A bridge is drained']);
    expect(bench.platform.edits.map(titleOf)).toEqual([`desk: ${survivorTitle}`]);
  });
});
