import { describe, expect, it } from 'vitest';
import { storyKey } from '../../src/domain/delivery.ts';
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

/** What holds at the edges: sizes, counts and chains that a quiet server never sees. */
export function describeExtremes(open: () => Promise<Store>): void {
  describe('at the edges', () => {
    it('keeps and finds an article of a megabyte, with characters of every length', async () => {
      const store = await open();
      const [source] = await putSources(store, 'first');
      const text = `${'price é 漢 🎉 '.repeat(70_000)}needle`;
      const article = newArticle('long', { text, title: '🎉'.repeat(200) });
      await store.articles.save(defined(source).id, [article], start);
      const story = await storyAt(store, 'long');
      const [kept] = await store.articles.ofStory(story.id);
      expect(kept?.blocks).toEqual([{ kind: 'paragraph', text }]);
      expect(story.title).toBe('🎉'.repeat(200));
      const search = { kind: 'term', token: 'price' } as const;
      const found = await store.stories.search(search, { scopes: ['global'] }, { page: 1, size: 5 });
      expect(found.items[0]?.excerpt).toContain('price é');
    });

    it.each(['nul \0 nul', 'half \ud800 half', 'other half \udc00', '🎉\0🎉'])(
      'takes text that no database keeps as it is: %j',
      async (text) => {
        const store = await open();
        const [source] = await putSources(store, 'first');
        const channel = await putChannel(store, 'one');
        const subscription = await subscribe(store, channel, { createdBy: text });
        const article = newArticle('a', { text, label: text, authors: [text], assets: ['BTC'], guid: text });
        await store.articles.save(defined(source).id, [article], start);
        expect(await store.articles.save(defined(source).id, [article], start)).toMatchObject({ added: 0 });
        const story = await storyAt(store, 'a');
        await owe(store, story.id, subscription);
        const { id } = defined((await claim(store))[0]).delivery;
        await store.deliveries.record(id, { kind: 'rejected', reason: text }, start);
        await store.channels.setUnreachable(channel.id, text, start);
        await store.notes.put('note', text);
        const key = { articleId: defined(story.reports[0]).articleId, kind: 'short', contentHash: 'h' };
        await store.summaries.put(key, text, start);
        const clean = text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\u{fffd}');
        expect(await store.deliveries.get(id)).toMatchObject({ reason: clean });
        expect(await store.notes.get('note')).toBe(clean);
        expect(await store.summaries.find(key)).toBe(clean);
        const anywhere = { scopes: ['global'], source: text, asset: text } as const;
        expect(await store.stories.latest(anywhere, { page: 1, size: 5 })).toMatchObject({ total: 0 });
        const search = { kind: 'phrase', tokens: [text, 'b'] } as const;
        expect(await store.stories.search(search, { scopes: ['global'] }, { page: 1, size: 5 })).toEqual({
          items: [],
          total: 0,
        });
        expect(await store.stories.byUrl(text, ['global'])).toBeNull();
      },
    );

    it('reports a story of sixty sources, each once', async () => {
      const store = await open();
      const keys = Array.from({ length: 60 }, (_, at) => `s${at}`);
      const sources = await putSources(store, ...keys);
      await store.articles.save(defined(sources[0]).id, [newArticle('a')], start);
      const { id } = await storyAt(store, 'a');
      for (const { key, id: sourceId } of sources.slice(1)) {
        await store.articles.save(
          sourceId,
          ['x', 'y'].map((part) => newArticle(`${key}${part}`, { joins: { storyId: id } })),
          start,
        );
      }
      const story = await storyAt(store, 'a');
      expect(story.reports.map(({ sourceKey }) => sourceKey)).toEqual(keys);
      expect(story.revision).toBe(60);
    });

    it('owes a story to a channel once, however many subscriptions match', async () => {
      const store = await open();
      const [source] = await putSources(store, 'first');
      const [a] = await saveStories(store, defined(source), 'a');
      const channel = await putChannel(store, 'one');
      const subscriptions = [];
      for (let at = 0; at < 500; at += 1) subscriptions.push(await subscribe(store, channel));
      expect(await owe(store, defined(a), ...subscriptions)).toBe(true);
      const [claimed] = await claim(store);
      expect(defined(claimed).subscriptions.map(({ number }) => number)).toEqual(
        subscriptions.map((_, at) => at + 1),
      );
      expect(await claim(store)).toEqual([]);
    });

    it('answers with nothing for ids at the end of 63 bits', async () => {
      const store = await open();
      const id = 2n ** 63n - 1n;
      expect(await store.deliveries.get(id)).toBeNull();
      expect(await store.stories.byIds([id])).toEqual([]);
      expect(await store.channels.byIds([id])).toEqual([]);
      expect(await store.articles.forGrouping({ afterId: id, since: start, limit: 5 })).toEqual([]);
      expect(await store.stories.related(id, ['global'], 5)).toEqual([]);
      await expect(
        store.deliveries.add(
          { channelId: id, key: storyKey(id), storyId: null, subscriptionIds: [id], dueAt: start },
          start,
        ),
      ).rejects.toThrow(/foreign key constraint/i);
      expect(await store.deliveries.counts()).toMatchObject({ pending: 0 });
    });

    it('leads the number of each story in a chain of merges to the last survivor', async () => {
      const store = await open();
      const [source] = await putSources(store, 'first');
      const names = ['a', 'b', 'c', 'd', 'e'];
      const ids = await saveStories(store, defined(source), ...names);
      const channel = await putChannel(store, 'one');
      const subscription = await subscribe(store, channel);
      for (const id of ids) await owe(store, id, subscription);
      const [a, b, c, d, e] = ids.map((id) => defined(id));
      for (const [survivor, other] of [
        [d, e],
        [c, d],
        [a, b],
        [a, c],
        [a, e],
        [b, a],
      ]) {
        await store.stories.merge(defined(survivor), defined(other));
      }
      for (const number of [1, 2, 3, 4, 5])
        expect(await store.stories.byNumber(number, ['global'])).toMatchObject({ id: a, number: 1 });
      const pending = (await store.deliveries.ofChannel(channel.id, 9)).filter(
        ({ state }) => state === 'pending',
      );
      expect(pending).toMatchObject([{ storyId: a }]);
      const late = newArticle('late', { joins: { storyId: defined(e) } });
      await store.articles.save(defined(source).id, [late], later(1));
      expect((await storyAt(store, 'late')).id).toBe(a);
      expect((await store.articles.ofStory(defined(a))).length).toBe(6);
    });
  });
}
