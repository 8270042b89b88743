import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { defined, later, newArticle, putSources, start, storyAt } from '../support/stored.ts';

/** What saving articles promises on every database. */
export function describeArticles(open: () => Promise<Store>): void {
  describe('articles', () => {
    const ready = async () => {
      const store = await open();
      const [first, second] = await putSources(store, 'first', 'second');
      return { store, first: defined(first), second: defined(second) };
    };

    it('saves nothing where articles were added since what was grouped was read', async () => {
      const { store, first, second } = await ready();
      const growth = await store.articles.growth();
      const given = { sourceId: second.id, articles: [newArticle('b')], now: start };
      await store.articles.save(first.id, [newArticle('a')], start);
      expect(await store.articles.saveUnlessGrown({ ...given, growth })).toBeNull();
      expect(await store.stories.counts()).toMatchObject({ stories: 1, articles: 1 });
      const grown = await store.articles.growth();
      expect(grown).toBeGreaterThan(growth);
      const changed = newArticle('a', { text: 'Another text.' });
      expect(await store.articles.save(first.id, [changed], start)).toMatchObject({ added: 0, updated: 1 });
      expect(await store.articles.growth()).toBe(grown);
      expect(await store.articles.saveUnlessGrown({ ...given, growth: grown })).toMatchObject({ added: 1 });
      expect(await store.articles.growth()).toBe(grown + 1n);
    });

    it('keeps every part of an article', async () => {
      const { store, first } = await ready();
      const given = newArticle('a', {
        guid: 'g',
        title: 'Nul \0 and half \ud800 go',
        blocks: [
          { kind: 'heading', text: 'Head' },
          { kind: 'list', items: ['one', 'two'] },
          { kind: 'paragraph', text: `O'Neil said "so" \\ ${'漢'.repeat(3)} 🎉` },
        ],
        authors: ['A', 'B'],
        published: { at: new Date('2026-03-01T00:00:00Z'), precision: 'day' },
        picture: { url: 'https://p.example/1.png', credit: 'Photo by P' },
        label: 'Markets',
        category: 'markets',
        assets: ['BTC', 'ETH'],
        isSponsored: true,
      });
      await store.articles.save(first.id, [given], start);
      const story = await storyAt(store, 'a');
      expect(story).toMatchObject({
        title: 'Nul  and half � go',
        number: 1,
        revision: 1,
        liveSince: start,
        assets: ['BTC', 'ETH'],
      });
      const [article] = await store.articles.ofStory(story.id);
      const {
        url,
        lead,
        blocks,
        authors,
        published,
        picture,
        label,
        category,
        assets,
        isSponsored,
        language,
      } = given;
      expect(article).toMatchObject({
        url,
        lead,
        blocks,
        authors,
        published,
        picture,
        label,
        category,
        assets,
        isSponsored,
        language,
        firstSeenAt: start,
      });
    });

    it('saves an article once, however often it is shown', async () => {
      const { store, first } = await ready();
      const twice = [
        newArticle('a', { guid: '1' }),
        newArticle('a', { guid: '2' }),
        newArticle('b', { guid: '1' }),
      ];
      expect((await store.articles.save(first.id, twice, start)).added).toBe(1);
      expect(await store.articles.save(first.id, twice, start)).toEqual({
        added: 0,
        updated: 0,
        storyIds: [],
      });
      expect(await store.stories.counts()).toMatchObject({ stories: 1, articles: 1 });
    });

    it('saves an article once when two readings of it end together', async () => {
      const { store, first } = await ready();
      const batch = Array.from({ length: 20 }, (_, at) => newArticle(`a${at}`, { guid: `${at}` }));
      const outcomes = await Promise.all([1, 2, 3].map(() => store.articles.save(first.id, batch, start)));
      expect(outcomes.reduce((sum, outcome) => sum + outcome.added, 0)).toBe(20);
      expect(
        (await store.stories.latest({ scopes: ['global'] }, { page: 1, size: 30 })).items
          .map(({ number }) => number)
          .sort((a, b) => a - b),
      ).toEqual(batch.map((_, at) => at + 1));
    });

    it('updates a changed article, and its story with a new revision, found by address or guid', async () => {
      const { store, first } = await ready();
      await store.articles.save(first.id, [newArticle('a', { guid: 'g' })], start);
      const changed = newArticle('moved', { guid: 'g', title: 'Zebra', text: 'Giraffe' });
      const outcome = await store.articles.save(first.id, [changed], later(1));
      const story = await storyAt(store, 'a');
      expect(outcome).toEqual({ added: 0, updated: 1, storyIds: [story.id] });
      expect(story).toMatchObject({ title: 'Zebra', revision: 2, firstSeenAt: start });
      const query = { scopes: ['global'] } as const;
      expect(
        (await store.stories.search({ kind: 'term', token: 'zebra' }, query, { page: 1, size: 5 })).total,
      ).toBe(1);
      expect(
        (await store.stories.search({ kind: 'term', token: 'titl' }, query, { page: 1, size: 5 })).total,
      ).toBe(0);
    });

    it('leaves an article alone that another source shows at the same address', async () => {
      const { store, first, second } = await ready();
      await store.articles.save(first.id, [newArticle('a')], start);
      const outcome = await store.articles.save(second.id, [newArticle('a', { title: 'Other' })], start);
      expect(outcome).toEqual({ added: 0, updated: 0, storyIds: [] });
      expect((await storyAt(store, 'a')).title).toBe('Title of a');
    });

    it('joins articles into stories across batches and within one, in any order', async () => {
      const { store, first, second } = await ready();
      await store.articles.save(first.id, [newArticle('a', { assets: ['BTC'] })], start);
      const story = await storyAt(store, 'a');
      const outcome = await store.articles.save(
        second.id,
        [
          newArticle('d', { joins: { batchUrl: 'https://news.example/c' } }),
          newArticle('b', { joins: { storyId: story.id }, assets: ['ETH'] }),
          newArticle('c', { joins: { batchUrl: 'https://news.example/b' } }),
          newArticle('ring1', { joins: { batchUrl: 'https://news.example/ring2' } }),
          newArticle('ring2', { joins: { batchUrl: 'https://news.example/ring1' } }),
        ],
        later(1),
      );
      const joined = await storyAt(store, 'd');
      expect(joined).toMatchObject({
        id: story.id,
        revision: 2,
        assets: ['BTC', 'ETH'],
        title: 'Title of a',
      });
      expect(joined.reports.map(({ sourceKey, url }) => [sourceKey, url])).toEqual([
        ['first', 'https://news.example/a'],
        ['second', 'https://news.example/d'],
      ]);
      expect((await storyAt(store, 'ring1')).id).toBe((await storyAt(store, 'ring2')).id);
      expect(outcome.storyIds).toHaveLength(2);
    });

    it('makes a story live with its first report that is not backlog', async () => {
      const { store, first, second } = await ready();
      await store.articles.save(first.id, [newArticle('a', { isBacklog: true })], start);
      const story = await storyAt(store, 'a');
      expect(story.liveSince).toBeNull();
      const all = { liveAfter: new Date(0), limit: 10 };
      expect(await store.stories.unrouted(all)).toEqual([]);
      await store.articles.save(second.id, [newArticle('b', { joins: { storyId: story.id } })], later(5));
      expect((await storyAt(store, 'a')).liveSince).toEqual(later(5));
      expect(await store.stories.unrouted(all)).toHaveLength(1);
    });

    it('never lets an article of one server enter a global story', async () => {
      const { store, first } = await ready();
      await store.articles.save(first.id, [newArticle('a')], start);
      const story = await storyAt(store, 'a');
      const scope = 'discord:7';
      const own = defined(
        await store.sources.add({ ...first, key: 'own', url: 'https://own.example/feed' }, scope, start),
      );
      await store.articles.save(
        own.id,
        [newArticle('a'), newArticle('b', { joins: { storyId: story.id } })],
        start,
      );
      const seen = defined(await store.stories.byUrl('https://news.example/b', [scope]));
      expect(await store.stories.byUrl('http://www.news.example/b', [scope])).toMatchObject({ id: seen.id });
      expect(seen.id).not.toBe(story.id);
      expect(await store.stories.byUrl('https://news.example/b', ['global'])).toBeNull();
      expect(await store.stories.byNumber(seen.number, ['global'])).toBeNull();
      expect((await store.stories.latest({ scopes: ['global', scope] }, { page: 1, size: 9 })).total).toBe(3);
    });

    it('writes nothing of a batch when a part of it cannot be written', async () => {
      const { store } = await ready();
      await expect(store.articles.save(12345n, [newArticle('a')], start)).rejects.toThrow(
        'No record was found',
      );
      expect(await store.stories.counts()).toMatchObject({ stories: 0, articles: 0 });
    });

    it('knows articles by address in the scope and by guid in the source', async () => {
      const { store, first, second } = await ready();
      await store.articles.save(first.id, [newArticle('a', { guid: 'g' }), newArticle('b')], start);
      const keys = { urls: ['https://news.example/b', 'https://news.example/none'], guids: ['g'] };
      expect((await store.articles.known(first.id, keys)).map(({ url }) => url).sort()).toEqual([
        'https://news.example/a',
        'https://news.example/b',
      ]);
      expect((await store.articles.known(second.id, keys)).map(({ url }) => url)).toEqual([
        'https://news.example/b',
      ]);
    });

    it('remembers articles for grouping from an id onward, in order', async () => {
      const { store, first } = await ready();
      await store.articles.save(
        first.id,
        ['a', 'b', 'c'].map((name) => newArticle(name, { assets: ['BTC'] })),
        start,
      );
      const [one, ...rest] = await store.articles.forGrouping({ afterId: 0n, since: start, limit: 10 });
      expect(one).toMatchObject({ title: 'Title of a', assets: ['BTC'], scope: 'global', at: start });
      expect(await store.articles.forGrouping({ afterId: defined(one).id, since: start, limit: 10 })).toEqual(
        rest,
      );
      expect(await store.articles.forGrouping({ afterId: 0n, since: later(1), limit: 10 })).toEqual([]);
    });
  });
}
