import { describe, expect, test } from 'vitest';
import type { SendOutcome } from '../../src/platforms/platform.ts';
import { titleOf } from '../fakes/platform.ts';
import { lastDelivery, openDeliveryBench } from '../support/delivery.ts';

const busy: SendOutcome = { kind: 'retry', afterMs: 0, reason: 'busy' };

describe('a message that fails', () => {
  test('is tried again when it is due, before what comes after it in its channel', async () => {
    const bench = await openDeliveryBench();
    const channel = await bench.channel('desk');
    await bench.subscribe(channel);
    await bench.report('First');
    await bench.report('Second');
    let failures = 2;
    bench.platform.onSend(() => ((failures -= 1) < 0 ? undefined : busy));
    const startedAt = bench.clock.now();
    const first = await bench.round();
    expect(first).toEqual({ sent: 0, edited: 0, nextDueAt: new Date(startedAt.getTime() + 1_000) });
    await bench.laterRounds(2);
    expect(bench.platform.asked.map(titleOf)).toEqual([
      'desk: First',
      'desk: First',
      'desk: First',
      'desk: Second',
    ]);
    expect(bench.clock.now()).toEqual(new Date(startedAt.getTime() + 3_000));
  });

  test('waits as long as its platform asks, while other channels go on', async () => {
    const bench = await openDeliveryBench();
    for (const name of ['flooded', 'calm']) await bench.subscribe(await bench.channel(name));
    await bench.report('A story');
    const flood: SendOutcome = { kind: 'retry', afterMs: 600_000, reason: 'flood control' };
    bench.platform.onSend((order) => (order.channel.name === 'flooded' ? flood : undefined));
    const { nextDueAt } = await bench.round();
    expect(bench.platform.posted).toEqual(['calm: A story']);
    expect(nextDueAt).toEqual(new Date(bench.clock.now().getTime() + 600_000));
  });

  test('is not worn out by pacing', async () => {
    const bench = await openDeliveryBench();
    const channel = await bench.channel('desk');
    await bench.subscribe(channel);
    await bench.report('A story');
    await bench.route();
    bench.platform.onSend(() => ({ kind: 'retry', afterMs: 50, reason: 'pace', isPace: true }));
    await bench.laterRounds(20);
    expect(bench.platform.asked).toHaveLength(21);
    expect(await lastDelivery(bench.store, channel)).toMatchObject({ state: 'pending', attempts: 0 });
  });

  test('is given up after ten minutes while its platform accepts others, and the next one goes', async () => {
    const bench = await openDeliveryBench();
    const [cursed, healthy] = [await bench.channel('cursed'), await bench.channel('healthy')];
    for (const channel of [cursed, healthy]) await bench.subscribe(channel);
    await bench.report('Cursed title');
    await bench.report('Good title');
    const isCursed = (title: string) => title === 'cursed: Cursed title';
    bench.platform.onSend((order) => (isCursed(titleOf(order)) ? busy : undefined));
    const startMs = bench.clock.now().getTime();
    await bench.round();
    for (let more = 0; !bench.platform.posted.includes('cursed: Good title') && more < 30; more += 1) {
      await bench.report(`Other news ${more}`);
      await bench.route();
      await bench.laterRounds(1);
    }
    expect(bench.platform.posted).toContain('cursed: Good title');
    const owed = await bench.store.deliveries.ofChannel(cursed.id, 100);
    expect(owed.at(-1)).toMatchObject({ state: 'rejected', reason: 'gave up: busy', attempts: 12 });
    expect(bench.clock.now().getTime() - startMs).toBeGreaterThanOrEqual(600_000);
    const told = bench.log.lines.filter(({ level }) => level === 'warn');
    expect(told).toMatchObject([{ text: 'delivery: rejected', fields: { reason: 'gave up: busy' } }]);
  });

  test('is never given up while its platform accepts nothing', async () => {
    const bench = await openDeliveryBench();
    const channel = await bench.channel('desk');
    await bench.subscribe(channel);
    await bench.report('A story');
    bench.platform.onSend(() => busy);
    await bench.route();
    await bench.laterRounds(40);
    expect(await lastDelivery(bench.store, channel)).toMatchObject({ state: 'pending', attempts: 41 });
    bench.platform.onSend(() => undefined);
    await bench.laterRounds(1);
    expect(bench.platform.posted).toEqual(['desk: A story']);
  });

  test('is left alone when the platform refuses it for good, and the next one goes', async () => {
    const bench = await openDeliveryBench();
    const channel = await bench.channel('desk');
    await bench.subscribe(channel);
    await bench.report('Broken <title');
    await bench.report('Good title');
    const refusal: SendOutcome = { kind: 'rejected', reason: 'cannot parse' };
    bench.platform.onSend((order) => (titleOf(order) === 'desk: Broken <title' ? refusal : undefined));
    expect(await bench.round()).toMatchObject({ sent: 1, nextDueAt: null });
    const [good, broken] = await bench.store.deliveries.ofChannel(channel.id, 2);
    expect(broken).toMatchObject({ state: 'rejected', reason: 'cannot parse' });
    expect(good).toMatchObject({ state: 'sent' });
  });
});

describe('a channel that is unreachable', () => {
  test('keeps what it is owed until it is reachable again, and says why', async () => {
    const bench = await openDeliveryBench();
    const [blocked, open] = [await bench.channel('blocked'), await bench.channel('open')];
    for (const channel of [blocked, open]) await bench.subscribe(channel);
    await bench.report('First');
    await bench.report('Second');
    const forbidden: SendOutcome = { kind: 'unreachable', reason: 'The bot was kicked.' };
    bench.platform.onSend((order) => (order.channel.name === 'blocked' ? forbidden : undefined));
    expect(await bench.round()).toMatchObject({ sent: 2, nextDueAt: null });
    bench.clock.advance(24 * 3_600_000);
    await bench.round();
    expect(bench.platform.asked.filter((order) => order.channel.name === 'blocked')).toHaveLength(1);
    const [channel] = await bench.store.channels.byIds([blocked.id]);
    expect(channel).toMatchObject({ state: 'unreachable', unreachableReason: 'The bot was kicked.' });
    bench.platform.onSend(() => undefined);
    await bench.store.channels.setReachable(blocked.id, bench.clock.now());
    await bench.round();
    expect(bench.platform.posted.slice(2)).toEqual(['blocked: First', 'blocked: Second']);
  });
});

describe('a message of which nobody knows whether it arrived', () => {
  const unknown = (mayRepeat: boolean): SendOutcome => ({ kind: 'unknown', reason: 'no answer', mayRepeat });

  test('is sent again where that is allowed, and its platform is told since when', async () => {
    const bench = await openDeliveryBench();
    const channel = await bench.channel('desk');
    await bench.subscribe(channel);
    await bench.report('A story');
    const startedAt = bench.clock.now();
    let answers = 3;
    bench.platform.onSend(() => ((answers -= 1) < 0 ? undefined : unknown(true)));
    await bench.route();
    await bench.laterRounds(3);
    expect(bench.platform.asked.map((order) => order.uncertainSince)).toEqual([
      null,
      startedAt,
      startedAt,
      startedAt,
    ]);
    expect(await lastDelivery(bench.store, channel)).toMatchObject({ state: 'sent', uncertainSince: null });
  });

  test('stays uncertain over a failure that certainly sent nothing', async () => {
    const bench = await openDeliveryBench();
    await bench.subscribe(await bench.channel('desk'));
    await bench.report('A story');
    const outcomes: SendOutcome[] = [unknown(true), busy];
    bench.platform.onSend(() => outcomes.shift());
    await bench.route();
    await bench.laterRounds(2);
    expect(bench.platform.asked.map((order) => order.uncertainSince === null)).toEqual([true, false, false]);
  });

  test('is unconfirmed where it must not be repeated, and the next one goes', async () => {
    const bench = await openDeliveryBench();
    const channel = await bench.channel('desk');
    await bench.subscribe(channel);
    await bench.report('First');
    await bench.report('Second');
    bench.platform.onSend((order) => (titleOf(order) === 'desk: First' ? unknown(false) : undefined));
    await bench.round();
    const states = (await bench.store.deliveries.ofChannel(channel.id, 2)).map(({ state }) => state);
    expect(states).toEqual(['sent', 'unconfirmed']);
  });

  test('may show an older revision, so an edit is owed', async () => {
    const bench = await openDeliveryBench();
    await bench.subscribe(await bench.channel('desk'));
    const story = await bench.report('Bridge paused');
    const outcomes: SendOutcome[] = [unknown(true)];
    bench.platform.onSend(() => outcomes.shift());
    await bench.round();
    await bench.report('Bridge paused after theft', { url: story.url });
    await bench.laterRounds(1);
    bench.clock.advance(5 * 60_000 + 1);
    expect(await bench.round()).toMatchObject({ sent: 0, edited: 1 });
    expect(bench.platform.edits.map(titleOf)).toEqual(['desk: Bridge paused after theft']);
  });

  test.each([
    ['throws', () => Promise.reject(new Error('a bug'))],
    [
      'throws at once',
      () => {
        throw new Error('a bug');
      },
    ],
  ])('is one whose platform %s, which is told as a bug', async (_, answer) => {
    const bench = await openDeliveryBench();
    const [odd, fine] = [await bench.channel('odd'), await bench.channel('fine')];
    for (const channel of [odd, fine]) await bench.subscribe(channel);
    await bench.report('A story');
    bench.platform.onSend((order) => (order.channel.name === 'odd' ? answer() : undefined));
    await bench.round();
    expect(bench.platform.posted).toEqual(['fine: A story']);
    expect(await lastDelivery(bench.store, odd)).toMatchObject({ state: 'pending', reason: 'a bug' });
    expect(bench.log.lines.filter(({ level }) => level === 'error')).toMatchObject([
      { text: 'a platform threw while sending', fields: { platform: 'console' } },
    ]);
  });
});
