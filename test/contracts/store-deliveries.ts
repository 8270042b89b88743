import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import {
  claim,
  defined,
  later,
  newArticle,
  owe,
  putChannel,
  putSources,
  saveStories,
  start,
  storyAt,
  subscribe,
} from '../support/stored.ts';

const sent = { kind: 'sent', messageId: 'm1', form: 'text', shownRevision: 1 } as const;

/** What the outbox promises on every database. */
export function describeDeliveries(open: () => Promise<Store>): void {
  describe('deliveries', () => {
    const ready = async () => {
      const store = await open();
      const [first, second] = await putSources(store, 'first', 'second');
      const source = defined(first);
      const channel = await putChannel(store, 'one');
      const subscription = await subscribe(store, channel);
      const storyIds = await saveStories(store, source, 'a', 'b', 'c');
      const [a, b, c] = storyIds;
      return {
        store,
        source,
        second: defined(second),
        channel,
        subscription,
        a: defined(a),
        b: defined(b),
        c: defined(c),
      };
    };

    it('owes nothing twice to a channel', async () => {
      const { store, subscription, a } = await ready();
      expect(await Promise.all([1, 2, 3].map(() => owe(store, a, subscription)))).toContain(true);
      expect(await owe(store, a, subscription)).toBe(false);
      expect(await store.deliveries.counts()).toMatchObject({ pending: 1 });
    });

    it('routes a revision once', async () => {
      const { store, subscription, channel, a } = await ready();
      const all = { liveAfter: new Date(0), limit: 10 };
      const [routable] = await store.stories.unrouted(all);
      expect(defined(routable).tokens.title).toContain('titl');
      const wanted = [
        {
          channelId: channel.id,
          key: `story:${a}` as const,
          storyId: a,
          subscriptionIds: [subscription.id],
          dueAt: start,
        },
      ];
      expect(await store.deliveries.addRouted([{ storyId: a, revision: 1 }], wanted, start)).toBe(1);
      expect(await store.deliveries.addRouted([{ storyId: a, revision: 1 }], wanted, start)).toBe(0);
      expect((await store.stories.unrouted(all)).map(({ story }) => story.title)).toEqual([
        'Title of b',
        'Title of c',
      ]);
    });

    it('claims the first unfinished delivery of each channel alone, in routing order', async () => {
      const { store, subscription, a, b } = await ready();
      const other = await subscribe(store, await putChannel(store, 'two'));
      await owe(store, b, subscription);
      await owe(store, a, subscription);
      await owe(store, a, other);
      const claimed = await claim(store);
      expect(claimed.map(({ channel, delivery }) => [channel.name, delivery.storyId])).toEqual([
        ['one', b],
        ['two', a],
      ]);
      expect(claimed[0]).toMatchObject({
        subscriptions: [subscription],
        delivery: { state: 'sending', attempts: 0, uncertainSince: null },
      });
      expect(await claim(store)).toEqual([]);
      await store.deliveries.record(defined(claimed[0]).delivery.id, sent, start);
      expect((await claim(store)).map(({ delivery }) => delivery.storyId)).toEqual([a]);
    });

    it('gives no delivery to two claims that run at once', async () => {
      const { store, a } = await ready();
      for (let at = 0; at < 20; at += 1)
        await owe(store, a, await subscribe(store, await putChannel(store, `c${at}`)));
      const claims = await Promise.all(Array.from({ length: 6 }, () => claim(store, start, 7)));
      const ids = claims.flat().map(({ delivery }) => delivery.id);
      expect(new Set(ids).size).toBe(ids.length);
      ids.push(...(await claim(store)).map(({ delivery }) => delivery.id));
      expect(new Set(ids).size).toBe(20);
    });

    it('holds a channel while its first delivery is due later', async () => {
      const { store, subscription, a, b } = await ready();
      await owe(store, a, subscription);
      await owe(store, b, subscription);
      const [claimed] = await claim(store);
      const retry = { kind: 'retry', dueAt: later(5000), reason: 'busy', countsAsAttempt: true } as const;
      await store.deliveries.record(defined(claimed).delivery.id, retry, later(1));
      expect(await claim(store, later(4999))).toEqual([]);
      expect(await store.deliveries.nextDueAt(['console'])).toEqual(later(5000));
      const [again] = await claim(store, later(5000));
      expect(defined(again).delivery).toMatchObject({
        storyId: a,
        attempts: 1,
        firstAttemptAt: start,
        reason: 'busy',
        uncertainSince: null,
      });
    });

    it('takes a delivery again when its lease ran out, with when the lost attempt began', async () => {
      const { store, subscription, a } = await ready();
      await owe(store, a, subscription);
      await claim(store);
      expect(await store.deliveries.nextDueAt(['console'])).toEqual(later(60_000));
      expect(await claim(store, later(59_999))).toEqual([]);
      const [again] = await claim(store, later(60_000));
      expect(defined(again).delivery).toMatchObject({
        uncertainSince: start,
        attempts: 1,
        firstAttemptAt: start,
      });
      const [third] = await claim(store, later(120_000));
      expect(defined(third).delivery).toMatchObject({ uncertainSince: start, attempts: 2 });
    });

    it('gives claimed deliveries back untouched', async () => {
      const { store, subscription, a } = await ready();
      await owe(store, a, subscription);
      const [claimed] = await claim(store);
      await store.deliveries.release([defined(claimed).delivery.id]);
      const [again] = await claim(store);
      expect(defined(again).delivery).toMatchObject({
        attempts: 0,
        uncertainSince: null,
        firstAttemptAt: null,
      });
    });

    it.each([
      [
        'uncertain',
        { kind: 'uncertain', dueAt: later(9), reason: 'cut off' },
        { state: 'pending', uncertainSince: start, attempts: 1 },
      ],
      [
        'a retry that is only pacing',
        { kind: 'retry', dueAt: later(9), reason: 'pace', countsAsAttempt: false },
        { state: 'pending', attempts: 0, firstAttemptAt: null },
      ],
      [
        'unconfirmed',
        { kind: 'unconfirmed', reason: 'no history' },
        { state: 'unconfirmed', reason: 'no history' },
      ],
      ['rejected', { kind: 'rejected', reason: 'too long' }, { state: 'rejected', attempts: 1 }],
      ['cancelled', { kind: 'cancelled', reason: 'gone' }, { state: 'cancelled' }],
      ['sent', sent, { state: 'sent', attempts: 1, reason: null, uncertainSince: null }],
    ] as const)('records an attempt: %s', async (_, result, expected) => {
      const { store, subscription, a } = await ready();
      await owe(store, a, subscription);
      const { id } = defined((await claim(store))[0]).delivery;
      await store.deliveries.record(id, result, later(1));
      expect(await store.deliveries.get(id)).toMatchObject(expected);
      const posts =
        result.kind === 'sent'
          ? [{ deliveryId: id, part: 0, messageId: 'm1', form: 'text', shownRevision: 1, sentAt: later(1) }]
          : [];
      expect(await store.deliveries.postsOf([id])).toEqual(posts);
    });

    it('lets the deliveries of an unreachable channel wait, and sends them when it is reachable again', async () => {
      const { store, subscription, channel, a, b } = await ready();
      await owe(store, a, subscription);
      await owe(store, b, subscription);
      const { id } = defined((await claim(store))[0]).delivery;
      await store.deliveries.record(
        id,
        { kind: 'retry', dueAt: later(9000), reason: 'x', countsAsAttempt: false },
        start,
      );
      await store.channels.setUnreachable(channel.id, 'kicked', start);
      expect(await claim(store, later(99_999))).toEqual([]);
      expect(await store.deliveries.nextDueAt(['console'])).toBeNull();
      await store.channels.setReachable(channel.id, later(2));
      expect((await claim(store, later(2))).map(({ delivery }) => delivery.storyId)).toEqual([a]);
    });

    it('owes an edit to a post that shows an older revision', async () => {
      const { store, second, subscription, a } = await ready();
      await owe(store, a, subscription);
      const { id } = defined((await claim(store))[0]).delivery;
      await store.deliveries.record(id, sent, start);
      const query = {
        sentAfter: new Date(0),
        editedBefore: later(1000),
        limit: 5,
        platforms: ['console'],
      } as const;
      expect(await store.deliveries.owedEdits(query)).toEqual([]);
      await store.articles.save(second.id, [newArticle('d', { joins: { storyId: a } })], later(1));
      const [owed] = await store.deliveries.owedEdits(query);
      expect(owed).toMatchObject({
        storyId: a,
        post: { messageId: 'm1' },
        subscriptionIds: [subscription.id],
      });
      expect(await store.deliveries.owedEdits({ ...query, editedBefore: start })).toEqual([]);
      expect(await store.deliveries.owedEdits({ ...query, platforms: ['discord'] })).toEqual([]);
      await store.deliveries.recordEdit({ deliveryId: id, part: 0, revision: 2, at: later(5) });
      expect(await store.deliveries.owedEdits(query)).toEqual([]);
    });

    it('merges a story into an older one: number, reports, deliveries and posts', async () => {
      const { store, second, subscription, channel, a, b } = await ready();
      const other = await subscribe(store, await putChannel(store, 'two'));
      await store.articles.save(second.id, [newArticle('x', { joins: { storyId: b } })], start);
      await owe(store, a, subscription);
      await owe(store, b, subscription);
      await owe(store, b, other);
      const mergedNumber = (await storyAt(store, 'b')).number;
      await store.stories.merge(a, b);
      const story = defined(await store.stories.byNumber(mergedNumber, ['global']));
      expect(story).toMatchObject({ id: a, title: 'Title of a', revision: 3 });
      expect(story.reports.map(({ sourceKey }) => sourceKey)).toEqual(['first', 'second']);
      expect((await store.deliveries.ofChannel(channel.id, 9)).map(({ state }) => state).sort()).toEqual([
        'cancelled',
        'pending',
      ]);
      expect(await store.deliveries.ofChannel(other.channelId, 9)).toMatchObject([
        { state: 'pending', key: `story:${a}`, storyId: a },
      ]);
      expect(await store.stories.byIds([b])).toEqual([]);
    });
  });
}
