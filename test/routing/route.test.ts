import { describe, expect, test } from 'vitest';
import { everything } from '../../src/domain/subscription.ts';
import { createRouting } from '../../src/routing/route.ts';
import { lastDelivery, openDeliveryBench } from '../support/delivery.ts';

const hourMs = 3_600_000;

describe('routing', () => {
  test('owes a story to each channel with a matching subscription, and to no other', async () => {
    const bench = await openDeliveryBench();
    const [policy, markets] = [await bench.channel('policy'), await bench.channel('markets')];
    await bench.subscribe(policy, { filter: { ...everything, categories: ['policy'] } });
    await bench.subscribe(markets, { filter: { ...everything, categories: ['markets'] } });
    const story = await bench.report('A rate cut', { category: 'markets' });
    expect(await bench.route()).toEqual({ routed: 1 });
    expect(await bench.store.deliveries.ofChannel(policy.id, 10)).toEqual([]);
    expect(await bench.store.deliveries.ofChannel(markets.id, 10)).toMatchObject([
      { key: `story:${story.id}`, storyId: story.id, state: 'pending', dueAt: bench.clock.now() },
    ]);
  });

  test('owes a story once to a channel with several matching subscriptions, the oldest first', async () => {
    const bench = await openDeliveryBench();
    const channel = await bench.channel('desk');
    const subscriptions = [
      await bench.subscribe(channel),
      await bench.subscribe(channel, { filter: { ...everything, categories: ['policy'] } }),
      await bench.subscribe(channel, { filter: { ...everything, assets: ['BTC'] } }),
    ];
    await bench.report('Bitcoin rallies', { assets: ['BTC'] });
    expect(await bench.route()).toEqual({ routed: 1 });
    const { subscriptionIds } = await lastDelivery(bench.store, channel);
    expect(subscriptionIds).toEqual([subscriptions[0]?.id, subscriptions[2]?.id]);
  });

  test('routes no revision twice', async () => {
    const bench = await openDeliveryBench();
    await bench.subscribe(await bench.channel('desk'));
    await bench.report('A story');
    expect(await bench.route()).toEqual({ routed: 1 });
    expect(await bench.route()).toEqual({ routed: 0 });
    expect(await bench.store.stories.unrouted({ liveAfter: new Date(0), limit: 10 })).toEqual([]);
  });

  test('brings a story over the least number of sources when a later report comes', async () => {
    const bench = await openDeliveryBench();
    const [eager, careful] = [await bench.channel('eager'), await bench.channel('careful')];
    await bench.subscribe(eager);
    await bench.subscribe(careful, { filter: { ...everything, minSources: 2 } });
    const story = await bench.report('A theft is told');
    expect(await bench.route()).toEqual({ routed: 1 });
    bench.clock.advance(47 * hourMs);
    await bench.report(
      'A theft is confirmed',
      { joins: { storyId: story.id } },
      await bench.source('second'),
    );
    expect(await bench.route()).toEqual({ routed: 1 });
    expect(await bench.store.deliveries.ofChannel(eager.id, 10)).toHaveLength(1);
    expect(await bench.store.deliveries.ofChannel(careful.id, 10)).toHaveLength(1);
  });

  test('leaves a story alone that is 48 hours old', async () => {
    const bench = await openDeliveryBench();
    await bench.subscribe(await bench.channel('careful'), { filter: { ...everything, minSources: 2 } });
    const story = await bench.report('A theft is told');
    await bench.route();
    bench.clock.advance(48 * hourMs + 1);
    await bench.report(
      'A theft is confirmed',
      { joins: { storyId: story.id } },
      await bench.source('second'),
    );
    expect(await bench.route()).toEqual({ routed: 0 });
  });

  test('posts no backlog, and a story of backlog when it goes on living', async () => {
    const bench = await openDeliveryBench();
    await bench.subscribe(await bench.channel('desk'));
    const story = await bench.report('An old story', { isBacklog: true });
    expect(await bench.route()).toEqual({ routed: 0 });
    bench.clock.advance(1_000);
    await bench.report('An old story, again', { joins: { storyId: story.id } }, await bench.source('second'));
    expect(await bench.route()).toEqual({ routed: 1 });
  });

  test('counts from when a subscription began, was edited or resumed', async () => {
    const bench = await openDeliveryBench();
    const channel = await bench.channel('desk');
    await bench.report('Before');
    bench.clock.advance(1_000);
    const { id } = await bench.subscribe(channel);
    await bench.report('After it began');
    expect(await bench.route()).toEqual({ routed: 1 });
    await bench.store.subscriptions.setPaused(id, true, bench.clock.now());
    await bench.report('While paused');
    expect(await bench.route()).toEqual({ routed: 0 });
    bench.clock.advance(1_000);
    await bench.store.subscriptions.setPaused(id, false, bench.clock.now());
    await bench.report('After it resumed');
    expect(await bench.route()).toEqual({ routed: 1 });
    await bench.round();
    expect(bench.platform.posted).toEqual(['desk: After it resumed']);
  });

  test('routes more stories than fit one batch, in their order, and says so once a batch', async () => {
    const bench = await openDeliveryBench();
    await bench.subscribe(await bench.channel('desk'));
    const titles = Array.from({ length: 25 }, (_, index) => `Story ${index}`);
    for (const title of titles) {
      await bench.report(title);
      bench.clock.advance(1);
    }
    let calls = 0;
    const { store, clock, log } = bench;
    const routing = createRouting({ store, clock, log, onRouted: () => void (calls += 1) });
    expect(await routing.runRound()).toEqual({ routed: 25 });
    expect(calls).toBe(3);
    await bench.delivery.runRound();
    expect(bench.platform.posted).toEqual(titles.map((title) => `desk: ${title}`));
  });

  test('tells nobody when nothing was owed', async () => {
    const bench = await openDeliveryBench();
    await bench.report('A story for nobody');
    const { store, clock, log } = bench;
    const onRouted = () => expect.fail('nothing was routed');
    expect(await createRouting({ store, clock, log, onRouted }).runRound()).toEqual({ routed: 0 });
  });

  test('leaves all to be routed again when it fails half-way', async () => {
    const bench = await openDeliveryBench();
    await bench.subscribe(await bench.channel('desk'));
    await bench.report('A story');
    const { store, clock, log } = bench;
    const active = () => Promise.reject(new Error('no database'));
    const broken = { ...store, subscriptions: { ...store.subscriptions, active } };
    const routing = createRouting({ store: broken, clock, log, onRouted: () => undefined });
    await expect(routing.runRound()).rejects.toThrow('no database');
    expect(await bench.round()).toMatchObject({ sent: 1 });
  });

  test("keeps a server's own story to that server's channels", async () => {
    const bench = await openDeliveryBench();
    const channels = [
      await bench.channel('own', { scope: 'console:hall' }),
      await bench.channel('other', { scope: 'console:yard' }),
    ];
    for (const channel of channels) await bench.subscribe(channel);
    await bench.report('A story of the hall', {}, await bench.source('hall', 'console:hall'));
    await bench.round();
    expect(bench.platform.posted).toEqual(['own: A story of the hall']);
  });
});
