import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { createDelivery } from '../../src/delivery/create-delivery.ts';
import { plainLook } from '../../src/domain/subscription.ts';
import type { Store } from '../../src/store/store.ts';
import { english } from '../../src/texts/english.ts';
import { createGate, titleOf } from '../fakes/platform.ts';
import { lastDelivery, openDeliveryBench, type DeliveryBench } from '../support/delivery.ts';

const fiveMinutesMs = 5 * 60_000;

/** A bench whose one channel shows a story, posted a little more than five minutes ago. */
async function openPosted(title = 'Exchange halts withdrawals') {
  const bench = await openDeliveryBench();
  const channel = await bench.channel('desk');
  const subscription = await bench.subscribe(channel);
  const story = await bench.report(title);
  await bench.round();
  bench.clock.advance(fiveMinutesMs + 1);
  return { bench, channel, story, subscription };
}

const shown = (bench: DeliveryBench) => bench.platform.edits.map((order) => order.message.title?.text);

describe('a post', () => {
  test('is edited when its headline changes', async () => {
    const { bench, story, channel } = await openPosted();
    await bench.report('Exchange resumes withdrawals', { url: story.url });
    expect(await bench.round()).toEqual({ sent: 0, edited: 1, nextDueAt: null });
    const { id } = await lastDelivery(bench.store, channel);
    expect(bench.platform.edits).toMatchObject([
      { deliveryId: id, messageId: `message-of-${id}`, form: 'text' },
    ]);
    expect(shown(bench)).toEqual(['Exchange resumes withdrawals']);
    expect(await bench.round()).toMatchObject({ edited: 0 });
  });

  test('is edited when another source reports its story, which is posted no second time', async () => {
    const { bench, story } = await openPosted();
    const other = await bench.source('second');
    await bench.report('Withdrawals halted', { joins: { storyId: story.id } }, other);
    expect(await bench.round()).toMatchObject({ sent: 0, edited: 1 });
    expect(bench.platform.edits[0]?.message.story?.alsoReportedBy).toMatchObject([{ name: 'second' }]);
  });

  test('is edited once in five minutes, to the last state', async () => {
    const { bench, story } = await openPosted();
    for (const title of ['Second title', 'Third title']) await bench.report(title, { url: story.url });
    await bench.round();
    await bench.report('Fourth title', { url: story.url });
    await bench.report('Fifth title', { url: story.url });
    bench.clock.advance(fiveMinutesMs);
    expect(await bench.round()).toMatchObject({ edited: 0 });
    bench.clock.advance(1);
    expect(await bench.round()).toMatchObject({ edited: 1 });
    expect(shown(bench)).toEqual(['Third title', 'Fifth title']);
  });

  test('is not edited any more after 48 hours', async () => {
    const { bench, story } = await openPosted();
    bench.clock.advance(48 * 3_600_000);
    await bench.report('A late headline', { url: story.url });
    expect(await bench.round()).toMatchObject({ edited: 0 });
  });

  test('keeps the look that its subscription gives', async () => {
    const { bench, story, subscription } = await openPosted();
    const look = { ...plainLook, isSilent: true };
    await bench.store.subscriptions.update(subscription.id, { ...subscription, look }, bench.clock.now());
    await bench.report('A new headline', { url: story.url });
    await bench.round();
    expect(bench.platform.edits[0]?.look).toEqual(look);
  });

  test('that cannot be edited any more is left as it is until its story changes again', async () => {
    const { bench, story } = await openPosted();
    bench.platform.onEdit(() => ({ kind: 'refused', reason: 'deleted' }));
    await bench.report('A new headline', { url: story.url });
    expect(await bench.round()).toMatchObject({ edited: 0 });
    bench.clock.advance(fiveMinutesMs + 1);
    await bench.round();
    expect(bench.platform.edits).toHaveLength(1);
  });

  test('whose edit is put off is edited when its platform allows it, then to the last state', async () => {
    const { bench, story } = await openPosted();
    bench.platform.onEdit(() => ({ kind: 'retry', afterMs: 20_000, reason: 'edit limit' }));
    await bench.report('Second title', { url: story.url });
    const { nextDueAt } = await bench.round();
    expect(nextDueAt).toEqual(new Date(bench.clock.now().getTime() + 20_000));
    bench.clock.advance(19_999);
    await bench.round();
    await bench.report('Third title', { url: story.url });
    bench.platform.onEdit(() => undefined);
    bench.clock.advance(1);
    expect(await bench.round()).toEqual({ sent: 0, edited: 1, nextDueAt: null });
    expect(shown(bench)).toEqual(['Second title', 'Third title']);
  });

  test('is edited once though its edit ends while it is looked what is owed', async () => {
    const { bench, story } = await openPosted();
    await bench.subscribe(await bench.channel('floor'));
    const other = await bench.report('Another story');
    await bench.round();
    bench.clock.advance(fiveMinutesMs + 1);
    for (const { url } of [story, other]) await bench.report(`New: ${url.length}`, { url });
    const [floorMayEnd, floorRecorded] = [createGate(), createGate()];
    bench.platform.onEdit(async ({ channel }) => {
      if (channel.name === 'floor') await floorMayEnd.opened;
      return { kind: 'edited' };
    });
    const { deliveries } = bench.store;
    let looked = 0;
    const watched: Store['deliveries'] = {
      ...deliveries,
      async recordEdit(edit) {
        await deliveries.recordEdit(edit);
        const isFloor = bench.platform.edits.some(
          ({ channel, deliveryId }) => channel.name === 'floor' && deliveryId === edit.deliveryId,
        );
        if (isFloor) floorRecorded.open();
      },
      async owedEdits(query) {
        const owed = await deliveries.owedEdits(query);
        looked += 1;
        if (looked === 2) {
          floorMayEnd.open();
          await floorRecorded.opened;
          await setImmediate();
        }
        return owed;
      },
    };
    const { clock, log, platform } = bench;
    const store = { ...bench.store, deliveries: watched };
    const delivery = createDelivery({ store, platforms: [platform], texts: english, clock, log });
    expect(await delivery.runRound()).toMatchObject({ edited: 3 });
    expect(bench.platform.edits).toHaveLength(3);
    expect(looked).toBeGreaterThan(1);
  });

  test('whose edit throws holds up neither posts nor other edits', async () => {
    const { bench, story } = await openPosted();
    const channel = await bench.channel('floor');
    await bench.subscribe(channel);
    const other = await bench.report('Another story');
    await bench.round();
    bench.clock.advance(fiveMinutesMs + 1);
    for (const { url } of [story, other]) await bench.report(`New: ${url.length}`, { url });
    bench.platform.onEdit((order) => {
      if (order.channel.name === 'desk') throw new Error('a bug');
      return undefined;
    });
    expect(await bench.round()).toMatchObject({ edited: 1 });
    const errors = bench.log.lines.filter(({ level }) => level === 'error');
    expect(errors.map(({ text }) => text)).toEqual([
      'a post could not be edited',
      'a post could not be edited',
    ]);
  });

  test('is never edited before new posts, nor do they wait for an edit that hangs', async () => {
    const { bench, story } = await openPosted();
    const gate = createGate();
    const order: string[] = [];
    bench.platform.onSend((sent) => {
      order.push(`send ${titleOf(sent)}`);
      return undefined;
    });
    bench.platform.onEdit(async (edit) => {
      order.push(`edit ${titleOf(edit)}`);
      await gate.opened;
      return { kind: 'edited' };
    });
    await bench.report('Edited', { url: story.url });
    await bench.report('New');
    const round = bench.round();
    await expect.poll(() => order).toEqual(['send desk: New', 'edit desk: Edited']);
    await bench.report('Newer');
    await bench.route();
    bench.clock.advance(1_000);
    await expect.poll(() => order).toEqual(['send desk: New', 'edit desk: Edited', 'send desk: Newer']);
    gate.open();
    expect(await round).toMatchObject({ sent: 2, edited: 1 });
  });

  test('of a channel that is unreachable waits', async () => {
    const { bench, story, channel } = await openPosted();
    await bench.store.channels.setUnreachable(channel.id, 'kicked', bench.clock.now());
    await bench.report('A new headline', { url: story.url });
    expect(await bench.round()).toMatchObject({ edited: 0 });
    await bench.store.channels.setReachable(channel.id, bench.clock.now());
    expect(await bench.round()).toMatchObject({ edited: 1 });
  });

  test('does not crowd out others when many of them are put off', async () => {
    const bench = await openDeliveryBench();
    const floods = 25;
    for (let number = 0; number < floods; number += 1)
      await bench.subscribe(await bench.channel(`flood${number}`));
    const flooded = await bench.report('A flooded story');
    await bench.round();
    bench.clock.advance(1);
    await bench.subscribe(await bench.channel('calm'));
    const calm = await bench.report('A calm story');
    await bench.round();
    bench.clock.advance(fiveMinutesMs + 1);
    bench.platform.onEdit((order) =>
      order.channel.name === 'calm' ? undefined : { kind: 'retry', afterMs: 600_000, reason: 'flood' },
    );
    await bench.report('A flooded story, again', { url: flooded.url });
    await bench.report('A calm story, again', { url: calm.url });
    expect(await bench.round()).toMatchObject({ edited: 1 });
    expect(bench.platform.edits.filter((order) => order.channel.name === 'calm')).toHaveLength(1);
  });
});
