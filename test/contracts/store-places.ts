import { describe, expect, it } from 'vitest';
import { everything, plainLook } from '../../src/domain/subscription.ts';
import type { Store } from '../../src/store/store.ts';
import {
  claim,
  defined,
  describeSource,
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

const firstPage = { page: 1, size: 10 };

/** What lists, sources, channels, subscriptions and notes promise on every database. */
export function describePlaces(open: () => Promise<Store>): void {
  describe('lists of stories', () => {
    it('filters by category, asset, source and time, newest first or most reported first', async () => {
      const store = await open();
      const [first, second] = (await putSources(store, 'first', 'second')).map(({ id }) => id);
      const at = (minutes: number) => ({ at: later(minutes * 60_000), precision: 'minute' }) as const;
      await store.articles.save(
        defined(first),
        [
          newArticle('a', { category: 'defi', assets: ['ETH'], published: at(-3) }),
          newArticle('b', { category: 'nft', published: at(-1) }),
        ],
        start,
      );
      const a = await storyAt(store, 'a');
      await store.articles.save(
        defined(second),
        [newArticle('a2', { joins: { storyId: a.id } }), newArticle('c', { published: at(-2) })],
        later(60_000),
      );
      const titles = async (query: object, list: 'latest' | 'top' = 'latest') =>
        (await store.stories[list]({ scopes: ['global'], ...query }, firstPage)).items.map(({ title }) =>
          title.slice(-1),
        );
      expect(await titles({})).toEqual(['b', 'c', 'a']);
      expect(await titles({}, 'top')).toEqual(['a', 'b', 'c']);
      expect(await titles({ category: 'defi' })).toEqual(['a']);
      expect(await titles({ asset: 'ETH' })).toEqual(['a']);
      expect(await titles({ source: 'second' })).toEqual(['c', 'a']);
      expect(await titles({ since: later(60_000) })).toEqual(['c']);
      expect(await titles({ scopes: [] })).toEqual([]);
      expect(await store.stories.latest({ scopes: ['global'] }, { page: 2, size: 2 })).toMatchObject({
        total: 3,
        items: [{ id: a.id }],
      });
    });

    it('answers null for a number that no story has', async () => {
      const store = await open();
      const numbers = [0, -1, 1.5, 1, 2 ** 31, 2 ** 53];
      expect(await Promise.all(numbers.map((number) => store.stories.byNumber(number, ['global'])))).toEqual(
        numbers.map(() => null),
      );
    });
  });

  describe('sources', () => {
    it('makes the global sources equal to the list, also when two changed addresses or one its key', async () => {
      const store = await open();
      await putSources(store, 'a', 'b', 'c', 'd');
      const [a, b, c] = await store.sources.list(['global']);
      const wanted = [
        describeSource('a', { url: defined(b).url }),
        describeSource('b', { url: defined(a).url }),
        describeSource('new', { url: defined(c).url }),
      ];
      await store.sources.putGlobal(wanted, start);
      const listed = await store.sources.list(['global']);
      expect(listed.map(({ id, key, url }) => [id, key, url])).toEqual([
        [defined(a).id, 'a', defined(b).url],
        [defined(b).id, 'b', defined(a).url],
        [defined(c).id, 'new', defined(c).url],
      ]);
      await putSources(store, 'a', 'b', 'c', 'd');
      expect((await store.sources.list(['global'])).map(({ key }) => key)).toEqual(['a', 'b', 'c', 'd']);
    });

    it('adds a source of one server once, and again after it was removed', async () => {
      const store = await open();
      const [global] = await putSources(store, 'a');
      const own = defined(await store.sources.add(describeSource('a'), 'discord:1', start));
      expect(
        await store.sources.add(describeSource('a', { url: 'https://x.example' }), 'discord:1', start),
      ).toBeNull();
      expect(await store.sources.add(describeSource('z'), 'discord:2', start)).not.toBeNull();
      expect((await store.sources.list(['global', 'discord:1'])).map(({ id }) => id)).toEqual([
        defined(global).id,
        own.id,
      ]);
      await store.sources.remove(own.id);
      expect(await store.sources.list(['discord:1'])).toEqual([]);
      expect(
        await store.sources.add(describeSource('a', { url: 'https://y.example' }), 'discord:1', start),
      ).toMatchObject({ firstReadAt: null });
    });

    it('gives a new source the address that another one leaves, whichever is listed first', async () => {
      const store = await open();
      const [a] = await putSources(store, 'a');
      const moved = describeSource('a', { url: 'https://moved.example' });
      await store.sources.putGlobal([describeSource('b', { url: defined(a).url }), moved], start);
      const listed = await store.sources.list(['global']);
      expect(listed.map(({ key, url }) => [key, url])).toEqual([
        ['a', moved.url],
        ['b', defined(a).url],
      ]);
    });

    it('lends each due source to one claim at a time', async () => {
      const store = await open();
      const keys = ['a', 'b', 'c', 'd', 'e'];
      const [a, b] = await putSources(store, ...keys);
      await store.sources.pause(defined(b).id);
      const claimAt = (ms: number) => store.sources.claimDue({ now: later(ms), leaseMs: 1000, limit: 3 });
      const claims = await Promise.all([claimAt(0), claimAt(0)]);
      const claimed = [...claims.flat(), ...(await claimAt(0))].map(({ key }) => key);
      expect(claimed.sort()).toEqual(['a', 'c', 'd', 'e']);
      expect(await store.sources.nextDueAt()).toEqual(later(1000));
      await store.sources.recordReading(defined(a).id, {
        at: later(1),
        nextDueAt: later(500),
        outcome: 'unchanged',
        etag: 'e',
        lastModified: null,
        movedTo: 'https://new.example/feed',
      });
      expect(await store.sources.nextDueAt()).toEqual(later(500));
      expect(await claimAt(600)).toMatchObject([
        { key: 'a', etag: 'e', firstReadAt: later(1), url: 'https://new.example/feed', failures: 0 },
      ]);
      expect(await claimAt(1000)).toHaveLength(3);
    });

    it('takes a claimed source back unread, due as before', async () => {
      const store = await open();
      const [a] = await putSources(store, 'a');
      const claim = () => store.sources.claimDue({ now: later(0), leaseMs: 1000, limit: 3 });
      expect(await claim()).toHaveLength(1);
      expect(await claim()).toEqual([]);
      await store.sources.release(defined(a).id);
      expect(await claim()).toMatchObject([{ key: 'a', failures: 0, firstReadAt: null }]);
    });

    it('makes a source due again that a clock ahead of its time put off for long', async () => {
      const store = await open();
      const sources = await putSources(store, 'a', 'b');
      const dayMs = 24 * 3_600_000;
      const read = { at: start, outcome: 'read', etag: null, lastModified: null, movedTo: null } as const;
      for (const [index, days] of [365, 2].entries()) {
        const nextDueAt = later(days * dayMs);
        await store.sources.recordReading(defined(sources[index]).id, { ...read, nextDueAt });
      }
      await store.tidy(later(60_000));
      const due = await store.sources.claimDue({ now: later(60_000), leaseMs: 1000, limit: 3 });
      expect(due.map(({ key }) => key)).toEqual(['a']);
    });

    it('records the readings of several sources at once, each as by itself', async () => {
      const store = await open();
      const [a, b, c] = await putSources(store, 'a', 'b', 'c');
      const { id: goneId } = defined(c);
      await store.sources.claimDue({ now: start, leaseMs: 1000, limit: 3 });
      const read = { outcome: 'read', etag: '"ü"', lastModified: null, movedTo: null } as const;
      const failed = { outcome: 'failed', error: "it's gone" } as const;
      const readings = (ms: number, ofB: typeof read | typeof failed) => {
        const times = { at: later(ms), nextDueAt: later(ms + 9) };
        return [
          { sourceId: defined(a).id, reading: { ...times, ...read } },
          { sourceId: defined(b).id, reading: { ...times, ...ofB } },
          { sourceId: goneId + 1n, reading: { ...times, ...read } },
        ];
      };
      await store.sources.recordReadings(readings(1, read));
      await store.sources.recordReadings(readings(2, failed));
      await store.sources.recordReadings(readings(3, failed));
      await store.sources.recordReadings([]);
      expect(await store.sources.list(['global'])).toMatchObject([
        { key: 'a', etag: '"ü"', failures: 0, firstReadAt: later(1), lastReadAt: later(3), lastError: null },
        { key: 'b', etag: '"ü"', failures: 2, failingSince: later(2), lastError: "it's gone" },
        { key: 'c', etag: null, failures: 0, firstReadAt: null, lastReadAt: null },
      ]);
      expect(await store.sources.claimDue({ now: later(12), leaseMs: 1000, limit: 3 })).toMatchObject([
        { key: 'a', nextDueAt: later(12) },
        { key: 'b', nextDueAt: later(12), lastReadAt: later(1) },
      ]);
    });

    it('counts failures in a row since when, until a reading goes well', async () => {
      const store = await open();
      const [a] = await putSources(store, 'a');
      const { id } = defined(a);
      const failed = (ms: number) =>
        store.sources.recordReading(id, {
          at: later(ms),
          nextDueAt: later(ms),
          outcome: 'failed',
          error: 'no answer',
        });
      await failed(1);
      await failed(2);
      expect(await store.sources.list(['global'])).toMatchObject([
        { failures: 2, failingSince: later(1), lastError: 'no answer', firstReadAt: null },
      ]);
      await store.sources.recordReading(id, {
        at: later(3),
        nextDueAt: later(9),
        outcome: 'read',
        etag: null,
        lastModified: null,
        movedTo: null,
      });
      expect(await store.sources.list(['global'])).toMatchObject([
        { failures: 0, failingSince: null, lastError: null, firstReadAt: later(3), nextDueAt: later(9) },
      ]);
    });
  });

  describe('channels and subscriptions', () => {
    it('keeps a channel under its address, and since when it is unreachable', async () => {
      const store = await open();
      const channel = await putChannel(store, 'one');
      await store.channels.setUnreachable(channel.id, 'kicked', start);
      await store.channels.setUnreachable(channel.id, 'banned', later(9));
      expect(await putChannel(store, 'one')).toMatchObject({
        id: channel.id,
        state: 'unreachable',
        unreachableReason: 'banned',
        unreachableSince: start,
      });
      expect(await store.channels.counts()).toEqual({ channels: 1, unreachable: 1 });
      await store.channels.setReachable(channel.id, later(10));
      expect(await store.channels.find(channel)).toEqual(channel);
      expect(await store.channels.ofScope('console:one')).toEqual([channel]);
      expect(await store.channels.ofPlatform('discord')).toEqual([]);
    });

    it('moves a channel with its subscriptions and outbox, also onto an address that is known already', async () => {
      const store = await open();
      const [source] = await putSources(store, 'first');
      const [a, b] = await saveStories(store, defined(source), 'a', 'b');
      const [old, taken] = [await putChannel(store, 'old'), await putChannel(store, 'taken')];
      const [mine, theirs] = [await subscribe(store, old), await subscribe(store, taken)];
      await owe(store, defined(a), mine);
      await owe(store, defined(a), theirs);
      await owe(store, defined(b), theirs);
      await store.channels.move(old, taken, later(1));
      const moved = defined(await store.channels.find(taken));
      expect(moved).toMatchObject({ id: old.id, name: 'taken', scope: 'console:taken' });
      expect(await store.channels.find(old)).toBeNull();
      expect((await store.subscriptions.ofChannel(old.id)).map(({ id, number }) => [id, number])).toEqual([
        [mine.id, 1],
        [theirs.id, 2],
      ]);
      expect((await store.deliveries.ofChannel(old.id, 9)).map(({ storyId }) => storyId)).toEqual([b, a]);
    });

    it('keeps every part of a subscription, numbered within its channel', async () => {
      const store = await open();
      const channel = await putChannel(store, 'one');
      const wanted = {
        filter: {
          ...everything,
          categories: ['defi', 'nft'],
          assets: ['BTC'],
          sources: ['a'],
          include: ['"x y"'],
          exclude: ['z'],
          minSources: 2,
        },
        cadence: { kind: 'digest', at: '18:00', timeZone: 'Asia/Hong_Kong' },
        look: { isSilent: true, mention: { role: '5', categories: ['defi'] }, isPublished: true },
      } as const;
      const added = await Promise.all([1, 2, 3].map(() => subscribe(store, channel, wanted)));
      expect(new Set(added.map(({ number }) => number))).toEqual(new Set([1, 2, 3]));
      expect(added[0]).toMatchObject({ ...wanted, since: start, isPaused: false });
      const changed = await store.subscriptions.update(
        defined(added[0]).id,
        { filter: everything, cadence: { kind: 'instant' }, look: plainLook },
        later(5),
      );
      expect(changed).toMatchObject({
        filter: everything,
        cadence: { kind: 'instant' },
        look: plainLook,
        since: later(5),
      });
      expect(
        new Set((await store.subscriptions.active()).map(({ subscription }) => subscription.id)),
      ).toEqual(new Set(added.map(({ id }) => id)));
    });

    it.each(['remove', 'pause'] as const)(
      'cancels what waits for one subscription alone: %s',
      async (act) => {
        const store = await open();
        const [source] = await putSources(store, 'first');
        const [a, b, c] = await saveStories(store, defined(source), 'a', 'b', 'c');
        const channel = await putChannel(store, 'one');
        const [one, two] = [await subscribe(store, channel), await subscribe(store, channel)];
        await owe(store, defined(a), one);
        await owe(store, defined(b), one, two);
        await owe(store, defined(c), one);
        const [sending] = await claim(store);
        if (act === 'remove') await store.subscriptions.remove(one.id, later(1));
        else await store.subscriptions.setPaused(one.id, true, later(1));
        await store.deliveries.record(
          defined(sending).delivery.id,
          { kind: 'retry', dueAt: start, reason: 'x', countsAsAttempt: true },
          start,
        );
        const states = (await store.deliveries.ofChannel(channel.id, 9)).map(({ storyId, state }) => [
          storyId,
          state,
        ]);
        expect(states).toEqual([
          [c, 'cancelled'],
          [b, 'pending'],
          [a, 'cancelled'],
        ]);
        expect((await store.subscriptions.active()).map(({ subscription }) => subscription.id)).toEqual([
          two.id,
        ]);
      },
    );

    it('counts a resumed subscription as begun anew', async () => {
      const store = await open();
      const { id, channelId } = await subscribe(store, await putChannel(store, 'one'));
      await store.subscriptions.setPaused(id, false, later(1));
      expect(await store.subscriptions.ofChannel(channelId)).toMatchObject([{ since: start }]);
      await store.subscriptions.setPaused(id, true, later(2));
      await store.subscriptions.setPaused(id, false, later(3));
      expect(await store.subscriptions.ofChannel(channelId)).toMatchObject([
        { since: later(3), isPaused: false },
      ]);
    });
  });

  describe('notes and summaries', () => {
    it('keeps a note until it expires, and a summary until the text changes', async () => {
      const store = await open();
      const [source] = await putSources(store, 'first');
      await store.articles.save(defined(source).id, [newArticle('a')], start);
      const articleId = defined((await storyAt(store, 'a')).reports[0]).articleId;
      const key = { articleId, kind: 'short', contentHash: 'h1' };
      await store.summaries.put(key, 'one', start);
      await store.summaries.put(key, 'two', start);
      expect(await store.summaries.find(key)).toBe('two');
      expect(await store.summaries.find({ ...key, contentHash: 'h2' })).toBeNull();
      await store.notes.put('offset', '1');
      await store.notes.put('offset', '2');
      await store.notes.put('old', 'x', later(-1));
      expect([
        await store.notes.get('offset'),
        await store.notes.get('old'),
        await store.notes.get('none'),
      ]).toEqual(['2', null, null]);
      await store.notes.put('old', 'y', later(1000));
      await store.tidy(later(2000));
      expect(await store.notes.get('old')).toBeNull();
      await store.notes.remove('offset');
      expect(await store.notes.get('offset')).toBeNull();
    });

    it('finds the notes whose keys begin alike, letter for letter', async () => {
      const store = await open();
      const keys = ['a_b/1', 'a_b/2', 'a_b', 'axb/1', 'A_B/1', 'a%/1', 'b/a_b/1'];
      for (const key of keys) await store.notes.put(key, 'x');
      await store.notes.put('a_b/old', 'x', later(-1));
      await store.notes.put('a_b/kept', 'x', later(1000));
      expect([...(await store.notes.keysUnder('a_b/'))].sort()).toEqual(['a_b/1', 'a_b/2', 'a_b/kept']);
      expect(await store.notes.keysUnder('a%')).toEqual(['a%/1']);
      expect(await store.notes.keysUnder('nothing')).toEqual([]);
    });
  });
}
