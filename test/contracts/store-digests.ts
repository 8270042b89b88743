import { describe, expect, it } from 'vitest';
import { digestKey, storyKey } from '../../src/domain/delivery.ts';
import type { Id } from '../../src/domain/ids.ts';
import type { Subscription } from '../../src/domain/subscription.ts';
import type { NewDelivery, Store } from '../../src/store/store.ts';
import {
  claim,
  defined,
  later,
  owe,
  putChannel,
  putSources,
  saveStories,
  start,
  subscribe,
} from '../support/stored.ts';

const hourMs = 3_600_000;
const [window, nextWindow] = [later(hourMs), later(25 * hourMs)];
const cadence = { kind: 'digest', at: '10:00', timeZone: 'UTC' } as const;

/** What putting stories aside for a digest promises on every database. */
export function describeDigests(open: () => Promise<Store>): void {
  describe('digests', () => {
    const ready = async () => {
      const store = await open();
      const [source] = await putSources(store, 'first');
      const [a = 0n, b = 0n] = await saveStories(store, defined(source), 'a', 'b');
      const channel = await putChannel(store, 'desk');
      const daily = await subscribe(store, channel, { cadence });
      const putAside = (storyId: Id, of: Subscription, dueAt = window) =>
        store.deliveries.addRouted([], [folded(storyId, of, dueAt)], start);
      const states = async () =>
        (await store.deliveries.ofChannel(channel.id, 10)).map(({ state, reason }) => [state, reason]);
      return { store, channel, daily, a, b, putAside, states };
    };

    it('are due with what was put aside once their time has come', async () => {
      const { store, daily, a, b, putAside } = await ready();
      expect(await store.digests.nextDueAt()).toBeNull();
      expect(await putAside(a, daily)).toBe(1);
      expect(await putAside(a, daily)).toBe(0);
      await putAside(b, daily, nextWindow);
      expect(await claim(store, later(48 * hourMs))).toEqual([]);
      expect(await store.digests.nextDueAt()).toEqual(window);
      expect(await store.digests.due(later(hourMs - 1))).toEqual([]);
      expect(await store.digests.due(window)).toMatchObject([{ subscription: { id: daily.id }, window }]);
    });

    it('are owed once, with their stories', async () => {
      const { store, channel, daily, a, b, putAside } = await ready();
      await putAside(a, daily);
      await putAside(b, daily);
      const [digest] = await store.digests.due(window);
      const times = { now: window, nextAt: nextWindow };
      expect(await store.digests.owe(defined(digest), times)).toBe(true);
      expect(await store.digests.owe(defined(digest), times)).toBe(false);
      expect(await store.digests.due(later(48 * hourMs))).toEqual([]);
      expect(await store.digests.nextDueAt()).toBeNull();
      const [claimed] = await claim(store, window);
      expect(claimed).toMatchObject({
        delivery: { key: digestKey(daily.id, window), storyId: null },
        subscriptions: [{ id: daily.id }],
      });
      const named = { channelId: channel.id, subscriptionId: daily.id };
      expect(new Set(await store.digests.storyIds({ ...named, window }))).toEqual(new Set([a, b]));
      expect(await store.digests.storyIds({ ...named, window: null })).toHaveLength(2);
      expect(await store.digests.storyIds({ ...named, window: nextWindow })).toEqual([]);
    });

    it('come once for all the times that were missed', async () => {
      const { store, daily, a, b, putAside } = await ready();
      await putAside(a, daily);
      await putAside(b, daily, nextWindow);
      const due = await store.digests.due(later(30 * hourMs));
      expect(due).toMatchObject([{ window: nextWindow }]);
      await store.digests.owe(defined(due[0]), { now: later(30 * hourMs), nextAt: later(49 * hourMs) });
      expect(await store.digests.due(later(48 * hourMs))).toEqual([]);
    });

    it('leave what came too late for one to the next', async () => {
      const { store, channel, daily, a, b, putAside } = await ready();
      await putAside(a, daily);
      const digest = defined((await store.digests.due(window))[0]);
      await store.digests.owe(digest, { now: window, nextAt: nextWindow });
      await putAside(b, daily);
      expect(await store.digests.owe(digest, { now: window, nextAt: nextWindow })).toBe(false);
      expect(await store.digests.nextDueAt()).toEqual(nextWindow);
      const [next] = await store.digests.due(nextWindow);
      await store.digests.owe(defined(next), { now: nextWindow, nextAt: later(49 * hourMs) });
      const named = { channelId: channel.id, subscriptionId: daily.id };
      expect(await store.digests.storyIds({ ...named, window: null })).toEqual([b]);
      expect(await store.digests.storyIds({ ...named, window })).toEqual([a]);
    });

    it('give a story up that is wanted at once by now, and keep what was told', async () => {
      const { store, channel, daily, a, b, putAside } = await ready();
      await putAside(a, daily);
      const digest = defined((await store.digests.due(window))[0]);
      await store.digests.owe(digest, { now: window, nextAt: nextWindow });
      await putAside(b, daily, nextWindow);
      const instant = await subscribe(store, channel);
      const { isFolded: _a, ...told } = folded(a, instant, start);
      const { isFolded: _b, ...waiting } = folded(b, instant, start);
      expect(await store.deliveries.addRouted([], [told, waiting], start)).toBe(1);
      const posted = defined(await store.deliveries.find(channel.id, storyKey(b)));
      expect(posted).toMatchObject({ state: 'pending', dueAt: start, subscriptionIds: [instant.id] });
      expect(await store.deliveries.find(channel.id, storyKey(a))).toMatchObject({ state: 'folded' });
      expect(await store.digests.due(later(48 * hourMs))).toEqual([]);
    });

    it.each([
      [
        'ended',
        'unsubscribed',
        (store: Store, { id }: Subscription) => store.subscriptions.remove(id, start),
      ],
      [
        'paused',
        'paused',
        (store: Store, { id }: Subscription) => store.subscriptions.setPaused(id, true, start),
      ],
    ] as const)('let go of what was put aside when the subscription is %s', async (_, reason, change) => {
      const { store, daily, a, putAside, states } = await ready();
      await putAside(a, daily);
      await change(store, daily);
      expect(await states()).toEqual([['cancelled', reason]]);
      expect(await store.digests.due(later(48 * hourMs))).toEqual([]);
    });

    it('keep their time when only the look changes', async () => {
      const { store, daily, a, putAside } = await ready();
      await putAside(a, daily);
      const look = { ...daily.look, isSilent: true };
      await store.subscriptions.update(daily.id, { filter: daily.filter, look, cadence }, start);
      expect(await store.digests.due(window)).toMatchObject([{ window, subscription: { look } }]);
    });

    it('come at the new time when it is changed, but for what is due already', async () => {
      const { store, daily, a, b, putAside } = await ready();
      const other = { kind: 'digest', at: '20:00', timeZone: 'Asia/Hong_Kong' } as const;
      await putAside(a, daily);
      await putAside(b, daily, nextWindow);
      const { filter, look } = daily;
      await store.subscriptions.update(daily.id, { filter, look, cadence: other }, window);
      const due = await store.digests.due(window);
      expect(due).toMatchObject([{ window }]);
      await store.digests.owe(defined(due[0]), { now: window, nextAt: nextWindow });
      expect(await store.digests.nextDueAt()).toEqual(later(3 * hourMs));
      expect(await store.digests.due(later(3 * hourMs))).toMatchObject([{ window: later(3 * hourMs) }]);
    });

    it('come a last time when the subscription turns to posts at once', async () => {
      const { store, channel, daily, a, putAside } = await ready();
      await putAside(a, daily);
      const { filter, look } = daily;
      await store.subscriptions.update(daily.id, { filter, look, cadence: { kind: 'instant' } }, start);
      expect(await store.digests.nextDueAt()).toEqual(window);
      const [last] = await store.digests.due(window);
      expect(await store.digests.owe(defined(last), { now: window, nextAt: nextWindow })).toBe(true);
      const named = { channelId: channel.id, subscriptionId: daily.id, window };
      expect(await store.digests.storyIds(named)).toEqual([a]);
    });

    it('come however long nobody was there to send them', async () => {
      const { store, daily, a, putAside } = await ready();
      await putAside(a, daily);
      expect(await store.digests.due(later(100 * 24 * hourMs))).toMatchObject([{ window }]);
    });

    it.each([
      ['ended', (store: Store, id: Id) => store.subscriptions.remove(id, start)],
      ['paused', (store: Store, id: Id) => store.subscriptions.setPaused(id, true, start)],
    ] as const)('wait for nothing that was put aside as the subscription was %s', async (_, change) => {
      const { store, channel, daily, a, b, putAside } = await ready();
      const evening = await subscribe(store, channel, { cadence: { ...cadence, at: '20:00' } });
      await change(store, daily.id);
      await putAside(a, daily);
      expect(await store.digests.nextDueAt()).toBeNull();
      await putAside(b, evening, nextWindow);
      expect(await store.digests.nextDueAt()).toEqual(nextWindow);
      expect(await store.digests.due(window)).toEqual([]);
    });

    it.each([
      ['ends', (store: Store, id: Id) => store.subscriptions.remove(id, start)],
      ['is paused', (store: Store, id: Id) => store.subscriptions.setPaused(id, true, start)],
    ] as const)('leave their stories to another one of the channel when theirs %s', async (_, change) => {
      const { store, channel, daily, a, b, putAside } = await ready();
      const elsewhere = await subscribe(store, await putChannel(store, 'floor'), { cadence });
      const instant = await subscribe(store, channel);
      await subscribe(store, channel, { cadence: { ...cadence, at: '20:00' } });
      await store.deliveries.addRouted(await routable(store), [folded(a, daily, window)], start);
      await putAside(a, elsewhere);
      await owe(store, b, instant);
      expect(await routable(store)).toEqual([]);
      await change(store, daily.id);
      expect(await store.deliveries.find(channel.id, storyKey(a))).toBeNull();
      expect(await routable(store)).toMatchObject([{ storyId: a }]);
      await change(store, instant.id);
      expect(await routable(store)).toMatchObject([{ storyId: a }, { storyId: b }]);
      expect(await store.digests.due(window)).toMatchObject([{ subscription: { id: elsewhere.id } }]);
    });

    it.each([true, false])(
      'leave a story to others whose subscription ended while it was routed (folded: %s)',
      async (isFolded) => {
        const { store, channel, daily, a, b } = await ready();
        const gone = await subscribe(store, channel);
        const routed = await routable(store);
        await store.subscriptions.remove(gone.id, start);
        const deliveries = [{ ...folded(a, gone, window), isFolded }, folded(b, daily, window)];
        expect(await store.deliveries.addRouted(routed, deliveries, start)).toBe(1);
        expect(await routable(store)).toMatchObject([{ storyId: a }]);
        expect(await store.deliveries.addRouted([], [folded(a, daily, window)], start)).toBe(1);
      },
    );

    it('keep a story that may have been sent when its subscription ends', async () => {
      const { store, channel, a } = await ready();
      const instant = await subscribe(store, channel);
      await owe(store, a, instant);
      const { delivery } = defined((await claim(store))[0]);
      const result = { kind: 'uncertain', dueAt: window, reason: 'no answer' } as const;
      await store.deliveries.record(delivery.id, result, start);
      await store.subscriptions.remove(instant.id, start);
      expect(await store.deliveries.find(channel.id, storyKey(a))).toMatchObject({ state: 'cancelled' });
    });

    it('give a story up that is asked for at once', async () => {
      const { store, channel, daily, a, b, putAside } = await ready();
      await putAside(a, daily);
      const instant = await subscribe(store, channel);
      expect(await owe(store, a, instant)).toBe(true);
      expect(await owe(store, a, instant)).toBe(false);
      expect(await owe(store, b, instant)).toBe(true);
      expect((await claim(store)).map(({ delivery }) => delivery.storyId)).toEqual([a]);
      expect(await store.digests.nextDueAt()).toBeNull();
    });

    it('come to neither less nor more when a channel moves onto an address known already', async () => {
      const store = await open();
      const [source] = await putSources(store, 'first');
      const ids = await saveStories(store, defined(source), 'a', 'b', 'c', 'd');
      const [a, b, c, d] = ids.map((id) => ({ storyId: id, key: storyKey(id) }));
      const [old, taken] = [await putChannel(store, 'old'), await putChannel(store, 'taken')];
      const [mine, theirs] = [await subscribe(store, old), await subscribe(store, taken)];
      const waiting = { subscriptionIds: [mine.id], channelId: old.id, dueAt: later(9), isFolded: true };
      const aside = [defined(a), defined(b)].map((story) => ({ ...waiting, ...story }));
      await store.deliveries.addRouted([], aside, start);
      await owe(store, defined(a).storyId, theirs);
      const { delivery } = defined((await claim(store))[0]);
      const post = { kind: 'sent', messageId: 'm', form: 'text', shownRevision: 1 } as const;
      await store.deliveries.record(delivery.id, post, start);
      await owe(store, defined(b).storyId, theirs);
      const former = await subscribe(store, old);
      await owe(store, defined(c).storyId, former);
      const theirsAside = { ...waiting, subscriptionIds: [theirs.id], channelId: taken.id };
      await store.deliveries.addRouted([], [{ ...theirsAside, ...defined(c) }], start);
      await owe(store, defined(d).storyId, former);
      await store.subscriptions.setPaused(former.id, true, start);
      await owe(store, defined(d).storyId, theirs);
      await store.channels.move(old, taken, later(1));
      const states = await Promise.all(
        [a, b, c, d].map(async (story) => (await store.deliveries.find(old.id, defined(story).key))?.state),
      );
      expect(states).toEqual(['sent', 'pending', 'aside', 'pending']);
    });

    it('are owed once by copies of the program that are at it together', async () => {
      const { store, channel, daily, a, b, putAside } = await ready();
      await putAside(a, daily);
      await putAside(b, daily);
      const digest = defined((await store.digests.due(window))[0]);
      const times = { now: window, nextAt: nextWindow };
      const owed = await Promise.all([1, 2, 3].map(() => store.digests.owe(digest, times)));
      expect(owed.filter(Boolean)).toHaveLength(1);
      const named = { channelId: channel.id, subscriptionId: daily.id, window };
      expect(await store.digests.storyIds(named)).toHaveLength(2);
      expect(await store.digests.nextDueAt()).toBeNull();
    });

    it('have a story that is wanted at once at the same moment, or leave it, but not both', async () => {
      const { store, channel, daily, a, putAside } = await ready();
      await putAside(a, daily);
      const digest = defined((await store.digests.due(window))[0]);
      const instant = await subscribe(store, channel);
      const { isFolded: _, ...wanted } = folded(a, instant, window);
      const [, posted] = await Promise.all([
        store.digests.owe(digest, { now: window, nextAt: nextWindow }),
        store.deliveries.addRouted([], [wanted], window),
      ]);
      const told = await store.digests.storyIds({ channelId: channel.id, subscriptionId: daily.id, window });
      expect(posted + told.length).toBe(1);
      const state = posted === 1 ? 'pending' : 'folded';
      expect(await store.deliveries.find(channel.id, storyKey(a))).toMatchObject({ state });
    });

    it('come after all where a clock ahead of its time put them off for long', async () => {
      const { store, channel, daily, a, b, putAside } = await ready();
      await putAside(a, daily, later(365 * 24 * hourMs));
      await store.deliveries.add(
        { ...folded(b, await subscribe(store, channel), later(365 * 24 * hourMs)), isFolded: false },
        start,
      );
      await store.tidy(later(hourMs + 1));
      expect(await store.digests.due(window)).toMatchObject([{ window }]);
      expect(await claim(store, window)).toMatchObject([{ delivery: { storyId: b } }]);
    });

    it('tell stories that merged once', async () => {
      const { store, channel, daily, a, b, putAside } = await ready();
      await putAside(a, daily);
      await putAside(b, daily);
      await store.stories.merge(a, b);
      const digest = defined((await store.digests.due(window))[0]);
      await store.digests.owe(digest, { now: window, nextAt: nextWindow });
      expect(
        await store.digests.storyIds({ channelId: channel.id, subscriptionId: daily.id, window }),
      ).toEqual([a]);
    });
  });
}

/** The stories with a revision that routing has not seen. */
async function routable(store: Store) {
  const stories = await store.stories.unrouted({ liveAfter: later(-hourMs), limit: 10 });
  return stories.map(({ story: { id, revision } }) => ({ storyId: id, revision }));
}

function folded(storyId: Id, { id, channelId }: Subscription, dueAt: Date): NewDelivery {
  return { channelId, key: storyKey(storyId), storyId, subscriptionIds: [id], dueAt, isFolded: true };
}
