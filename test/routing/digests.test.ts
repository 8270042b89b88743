import { describe, expect, test } from 'vitest';
import { everything, plainLook } from '../../src/domain/subscription.ts';
import { createDigests } from '../../src/routing/digests.ts';
import { openDeliveryBench, type DeliveryBench } from '../support/delivery.ts';

const hourMs = 3_600_000;
/** The clock stands at 09:00 UTC, which is 10:00 there. */
const daily = { kind: 'digest', at: '18:00', timeZone: 'Europe/Berlin' } as const;
const due = new Date('2026-03-02T17:00:00Z');
const policy = { ...everything, categories: ['policy'] } as const;

async function open() {
  const bench = await openDeliveryBench();
  const { store, clock, log } = bench;
  let owedTimes = 0;
  const digests = createDigests({ store, clock, log, onOwed: () => void (owedTimes += 1) });
  /** Routes, turns what is due into digests, delivers. */
  const round = async () => {
    await bench.route();
    const { owed, nextDueAt } = await digests.runRound();
    await bench.delivery.runRound();
    return { owed, nextDueAt };
  };
  return { ...bench, round, owedTimes: () => owedTimes };
}

/** The titles of what was posted: of digests, with the headlines in them. */
const posted = ({ platform }: Pick<DeliveryBench, 'platform'>) =>
  platform.asked.map(({ message }) => [
    message.title?.text,
    ...message.blocks.flatMap((block) => (block.kind === 'entry' ? [block.entry.title] : [])),
  ]);

describe('a digest', () => {
  test('tells at its local time what was reported since, most reported first', async () => {
    const bench = await open();
    await bench.subscribe(await bench.channel('desk'), { cadence: daily });
    await bench.report('Quiet news');
    const story = await bench.report('Loud news');
    await bench.report('The same', { joins: { storyId: story.id } }, await bench.source('second'));
    bench.clock.advance(hourMs);
    await bench.report('Late news');
    expect(await bench.round()).toEqual({ owed: 0, nextDueAt: due });
    expect(posted(bench)).toEqual([]);
    bench.clock.set(due);
    expect(await bench.round()).toEqual({ owed: 1, nextDueAt: null });
    expect(posted(bench)).toEqual([['3 stories for you', 'Loud news', 'Late news', 'Quiet news']]);
    expect(bench.owedTimes()).toBe(1);
    expect(await bench.round()).toEqual({ owed: 0, nextDueAt: null });
    expect(bench.platform.asked).toHaveLength(1);
  });

  test('is not sent where there is nothing to tell', async () => {
    const bench = await open();
    await bench.subscribe(await bench.channel('desk'), { cadence: daily, filter: policy });
    await bench.report('Of markets');
    bench.clock.set(due);
    expect(await bench.round()).toEqual({ owed: 0, nextDueAt: null });
    expect(posted(bench)).toEqual([]);
  });

  test('that was missed comes once when the program is back', async () => {
    const bench = await open();
    await bench.subscribe(await bench.channel('desk'), { cadence: daily });
    await bench.report('Before the power went');
    await bench.round();
    bench.clock.set(new Date(due.getTime() + 50 * hourMs));
    await bench.report('After it came back');
    expect(await bench.round()).toEqual({ owed: 1, nextDueAt: new Date(due.getTime() + 72 * hourMs) });
    expect(posted(bench)).toEqual([['1 story for you', 'Before the power went']]);
    await bench.round();
    expect(bench.platform.asked).toHaveLength(1);
  });

  test('has nothing that another subscription of the channel posts at once', async () => {
    const bench = await open();
    const channel = await bench.channel('desk');
    await bench.subscribe(channel, { cadence: daily });
    await bench.subscribe(channel, { filter: policy });
    await bench.report('A ruling', { category: 'policy' });
    await bench.report('A rally');
    await bench.round();
    bench.clock.set(due);
    await bench.round();
    expect(posted(bench)).toEqual([['A ruling'], ['1 story for you', 'A rally']]);
  });

  test('gives up a story that a later report brings over the threshold of posts at once', async () => {
    const bench = await open();
    const channel = await bench.channel('desk');
    await bench.subscribe(channel, { cadence: daily });
    await bench.subscribe(channel, { filter: { ...everything, minSources: 2 } });
    const story = await bench.report('A theft is told');
    await bench.round();
    expect(posted(bench)).toEqual([]);
    await bench.report('It is confirmed', { joins: { storyId: story.id } }, await bench.source('second'));
    await bench.round();
    bench.clock.set(due);
    await bench.round();
    expect(posted(bench)).toEqual([['A theft is told']]);
  });

  test('tells a story that two digests of a channel match in the one that comes first', async () => {
    const bench = await open();
    const channel = await bench.channel('desk');
    await bench.subscribe(channel, { cadence: daily });
    await bench.subscribe(channel, { cadence: { ...daily, at: '12:00' }, filter: policy });
    await bench.report('A ruling', { category: 'policy' });
    await bench.report('A rally');
    await bench.round();
    bench.clock.set(new Date('2026-03-02T11:00:00Z'));
    await bench.round();
    bench.clock.set(due);
    await bench.round();
    expect(posted(bench)).toEqual([
      ['1 story for you', 'A ruling'],
      ['1 story for you', 'A rally'],
    ]);
  });

  test.each(['remove', 'pause'] as const)(
    'tells what another one of the channel had first, when that %ss',
    async (ending) => {
      const bench = await open();
      const channel = await bench.channel('desk');
      await bench.subscribe(channel, { cadence: daily, filter: policy });
      const noon = await bench.subscribe(channel, { cadence: { ...daily, at: '12:00' } });
      await bench.report('A ruling', { category: 'policy' });
      await bench.report('A rally');
      await bench.round();
      if (ending === 'remove') await bench.store.subscriptions.remove(noon.id, bench.clock.now());
      else await bench.store.subscriptions.setPaused(noon.id, true, bench.clock.now());
      expect(await bench.round()).toEqual({ owed: 0, nextDueAt: due });
      bench.clock.set(due);
      await bench.round();
      expect(posted(bench)).toEqual([['1 story for you', 'A ruling']]);
    },
  );

  test('comes a last time when its subscription turns to posts at once', async () => {
    const bench = await open();
    const channel = await bench.channel('desk');
    const { id, filter, look } = await bench.subscribe(channel, { cadence: daily });
    await bench.report('Before');
    await bench.round();
    bench.clock.advance(hourMs);
    const change = { filter, look, cadence: { kind: 'instant' } } as const;
    await bench.store.subscriptions.update(id, change, bench.clock.now());
    await bench.report('After');
    expect(await bench.round()).toEqual({ owed: 0, nextDueAt: due });
    bench.clock.set(due);
    expect(await bench.round()).toEqual({ owed: 1, nextDueAt: null });
    expect(posted(bench)).toEqual([['After'], ['1 story for you', 'Before']]);
  });

  test('whose time moves takes along what waits for it', async () => {
    const bench = await open();
    const channel = await bench.channel('desk');
    const { id, filter, look } = await bench.subscribe(channel, { cadence: daily });
    await bench.report('Before');
    await bench.round();
    const cadence = { ...daily, at: '20:00' };
    await bench.store.subscriptions.update(id, { filter, look, cadence }, bench.clock.now());
    await bench.report('After');
    const moved = new Date(due.getTime() + 2 * hourMs);
    expect(await bench.round()).toEqual({ owed: 0, nextDueAt: moved });
    bench.clock.set(moved);
    await bench.round();
    expect(posted(bench)).toEqual([['2 stories for you', 'Before', 'After']]);
  });

  test('has no story twice when the clock is set back after it was sent', async () => {
    const bench = await open();
    await bench.subscribe(await bench.channel('desk'), { cadence: daily });
    await bench.report('Before');
    await bench.round();
    bench.clock.set(due);
    await bench.round();
    bench.clock.advance(-hourMs);
    await bench.report('Once more before');
    await bench.round();
    bench.clock.set(due);
    expect(await bench.round()).toMatchObject({ owed: 0 });
    bench.clock.advance(24 * hourMs);
    await bench.round();
    expect(posted(bench)).toEqual([
      ['1 story for you', 'Before'],
      ['1 story for you', 'Once more before'],
    ]);
  });

  test('comes to each channel by itself, and holds up no post meanwhile', async () => {
    const bench = await open();
    const [desk, floor] = [await bench.channel('desk'), await bench.channel('floor')];
    await bench.subscribe(desk, { cadence: daily });
    await bench.subscribe(desk, { filter: policy });
    await bench.subscribe(floor, { cadence: daily });
    await bench.report('A rally');
    await bench.round();
    await bench.report('A ruling', { category: 'policy' });
    await bench.round();
    expect(posted(bench)).toEqual([['A ruling']]);
    bench.clock.set(due);
    expect(await bench.round()).toMatchObject({ owed: 2 });
    expect(posted(bench).slice(1)).toEqual([
      ['1 story for you', 'A rally'],
      ['2 stories for you', 'A ruling', 'A rally'],
    ]);
  });

  test('of many stories shows those most reported, and leads to all of them', async () => {
    const bench = await open();
    await bench.subscribe(await bench.channel('desk'), { cadence: daily });
    for (let at = 1; at <= 17; at += 1) await bench.report(`Story ${at}`);
    await bench.round();
    bench.clock.set(due);
    await bench.round();
    const [order] = bench.platform.asked;
    expect(order?.message.blocks.filter(({ kind }) => kind === 'entry')).toHaveLength(15);
    expect(order?.message.footer).toBe('2 more stories did not fit here: /digest shows them.');
    expect(order?.message.buttons).toEqual([
      { label: 'All stories', action: `digest 1 window:${due.getTime() / 1000}`, role: 'open' },
    ]);
  });

  test('mentions the role where one of its stories is meant for it', async () => {
    const bench = await open();
    const mention = { role: '7', categories: ['policy'] } as const;
    const look = { ...plainLook, isSilent: true, mention };
    await bench.subscribe(await bench.channel('desk'), { cadence: daily, look });
    await bench.report('A rally');
    await bench.round();
    bench.clock.set(due);
    await bench.round();
    await bench.report('A ruling', { category: 'policy' });
    await bench.round();
    bench.clock.advance(24 * hourMs);
    await bench.round();
    expect(bench.platform.asked.map((order) => order.look)).toEqual([
      { ...look, mention: null },
      { ...look, mention: { role: '7', categories: [] } },
    ]);
  });

  test('is cancelled when the subscription is paused before it is sent', async () => {
    const bench = await open();
    const channel = await bench.channel('desk');
    const { id } = await bench.subscribe(channel, { cadence: daily });
    await bench.report('A rally');
    await bench.route();
    await bench.store.subscriptions.setPaused(id, true, bench.clock.now());
    bench.clock.set(due);
    expect(await bench.round()).toMatchObject({ owed: 0 });
    await bench.store.subscriptions.setPaused(id, false, bench.clock.now());
    await bench.report('A ruling');
    await bench.round();
    bench.clock.advance(24 * hourMs);
    await bench.round();
    expect(posted(bench)).toEqual([['1 story for you', 'A ruling']]);
  });
});
