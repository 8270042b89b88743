import { describe, expect, it } from 'vitest';
import { matchesQuery, parseQuery, type SearchQuery } from '../../src/domain/search-query.ts';
import type { Store } from '../../src/store/store.ts';
import { defined, later, newArticle, putSources, start, storyAt } from '../support/stored.ts';

const texts: Readonly<Record<string, string>> = {
  fund: "Hong Kong's regulator approves its first spot fund for $BTC. It costs 1.5 billion.",
  hack: 'A bridge lost 20,000 ETH; the attacker (0xAbC) "returned" half of it. Café O’Neil paid.',
  chinese: '香港批准首支比特币基金。监管机构表示欢迎。',
  japanese: 'ビットコインのETFが承認された',
  korean: '비트코인 현물 ETF 승인',
  long: `${'filler words '.repeat(9000)} needle haystack ${'filler '.repeat(300)} needle`,
  symbols: 'C++ and node.js, v2.0.1; U.S. S&P 500 100% user@example.org | NOT OR AND NEAR * ^ col: -minus',
  russian: 'Биткоин вырос на 5%, ёлка. Ελληνικά ΣΊΣΥΦΟΣ',
  kong: 'Kong Hong is not a place.',
};

const typed = [
  'hong kong',
  '"hong kong"',
  '"kong hong"',
  'kong',
  'hong -fund',
  'fund OR bridge',
  'fund OR hack -half',
  'btc',
  '$btc',
  'BTC OR eth',
  '1.5 billion',
  '1.5bn',
  '20k',
  '20000',
  'cafe',
  "o'neil",
  '比特币',
  '首支',
  '基金 香港',
  '香港 -基金',
  'ビットコイン',
  'etf',
  'etf -ビットコイン',
  '현물',
  '승인',
  'needle',
  '"needle haystack"',
  '"haystack needle"',
  '"filler needle"',
  'c++',
  'node.js',
  '"node js"',
  '2.0.1',
  'u.s.',
  's&p',
  '"s p 500"',
  '100%',
  'user@example.org',
  'not',
  'near',
  'or and',
  '*',
  'col: minus',
  'биткоин',
  'елка',
  'ελληνικα',
  'σισυφοσ',
  'σίσυφος',
  'nothingatall',
  'title',
  '"title of fund"',
  '"fund hong"',
  'the -title',
  "it's",
  'half returned',
  '0xabc',
];

const term = (token: string): SearchQuery => ({ kind: 'term', token });
const trees: readonly SearchQuery[] = [
  { kind: 'not', of: term('fund') },
  { kind: 'not', of: { kind: 'not', of: term('fund') } },
  { kind: 'any', of: [{ kind: 'not', of: term('fund') }, term('hong')] },
  {
    kind: 'all',
    of: [
      { kind: 'not', of: term('fund') },
      { kind: 'not', of: term('bridg') },
    ],
  },
  { kind: 'all', of: [] },
  { kind: 'any', of: [] },
  { kind: 'phrase', tokens: [] },
  {
    kind: 'all',
    of: [
      { kind: 'any', of: [term('hong'), term('bridg')] },
      { kind: 'not', of: { kind: 'phrase', tokens: ['hong', 'kong'] } },
    ],
  },
  ...[`'`, `"`, '\\', `a'b`, '(', '*', ':', '!', '&', '<->', `\\'`, 'x:*'].flatMap((token): SearchQuery[] => [
    term(token),
    { kind: 'phrase', tokens: [token, 'b'] },
  ]),
];

/** What searching promises on every database. */
export function describeSearch(open: () => Promise<Store>): void {
  describe('search', () => {
    const anywhere = { scopes: ['global'] } as const;
    const find = async (store: Store, search: SearchQuery) =>
      (await store.stories.search(search, anywhere, { page: 1, size: 50 })).items
        .map(({ story }) => story.title)
        .sort();

    it('finds what the query matches, and nothing else', async () => {
      const store = await open();
      const [source] = await putSources(store, 'first');
      const articles = Object.entries(texts).map(([name, text]) => newArticle(name, { text }));
      await store.articles.save(defined(source).id, articles, start);
      const queries = [...typed.flatMap((text) => parseQuery(text) ?? []), ...trees];
      expect(queries.length).toBeGreaterThan(70);
      for (const query of queries) {
        const expected = articles
          .filter(({ tokens }) => matchesQuery(query, tokens))
          .map(({ title }) => title);
        expect({ query, found: await find(store, query) }).toEqual({ query, found: expected.sort() });
      }
    });

    it('matches over all articles of a story, but no phrase over the end of one', async () => {
      const store = await open();
      const [first, second] = await putSources(store, 'first', 'second');
      await store.articles.save(
        defined(first).id,
        [newArticle('a', { title: 'Alpha', text: 'one two' })],
        start,
      );
      const { id } = await storyAt(store, 'a');
      const joining = newArticle('b', { title: 'Beta', text: 'three four', joins: { storyId: id } });
      await store.articles.save(defined(second).id, [joining], start);
      expect(await find(store, { kind: 'all', of: [term('one'), term('four')] })).toEqual(['Alpha']);
      expect(
        await find(store, { kind: 'all', of: [term('one'), { kind: 'not', of: term('beta') }] }),
      ).toEqual([]);
      expect(await find(store, { kind: 'phrase', tokens: ['two', 'three'] })).toEqual([]);
      expect(await find(store, { kind: 'phrase', tokens: ['three', 'four'] })).toEqual(['Alpha']);
      const [routable] = await store.stories.unrouted({ liveAfter: new Date(0), limit: 1 });
      expect(matchesQuery({ kind: 'phrase', tokens: ['two', 'three'] }, defined(routable).tokens)).toBe(
        false,
      );
    });

    it('puts a story first that has the word in its title, and pages', async () => {
      const store = await open();
      const [source] = await putSources(store, 'first');
      const others = Array.from({ length: 6 }, (_, at) =>
        newArticle(`o${at}`, { text: 'A word about zebra and more text here.' }),
      );
      await store.articles.save(
        defined(source).id,
        [...others, newArticle('z', { title: 'Zebra', text: 'Only once in the title.' })],
        start,
      );
      const page = async (number: number) =>
        store.stories.search(term('zebra'), anywhere, { page: number, size: 3 });
      const [first, second, third] = [await page(1), await page(2), await page(3)];
      expect(first.items[0]?.story.title).toBe('Zebra');
      expect([first.total, first.items.length, second.items.length, third.items.length]).toEqual([
        7, 3, 3, 1,
      ]);
      expect(
        new Set([first, second, third].flatMap(({ items }) => items.map(({ story }) => story.id))).size,
      ).toBe(7);
    });

    it('shows the place that it found, cut at words', async () => {
      const store = await open();
      const [source] = await putSources(store, 'first');
      const text = `${'Before it. '.repeat(60)}Then the Zebras came. ${'After it. '.repeat(60)}`;
      await store.articles.save(
        defined(source).id,
        [
          newArticle('a', { text }),
          newArticle('cjk', { text: `${'甲乙丙丁'.repeat(200)}比特币${'戊己庚辛'.repeat(200)}` }),
        ],
        start,
      );
      const excerpt = async (search: SearchQuery) =>
        defined((await store.stories.search(search, anywhere, { page: 1, size: 1 })).items[0]).excerpt;
      const found = await excerpt(term('zebra'));
      expect(found.length).toBeLessThanOrEqual(240);
      expect(found).toMatch(/^… (Before|it\.) .*Then the Zebras came\. After.* (After|it\.) …$/);
      const chinese = await excerpt(defined(parseQuery('比特币')));
      expect(chinese).toContain('比特币');
      expect(chinese.length).toBeLessThanOrEqual(240);
    });

    it('finds related stories by shared words and assets, of the last 14 days', async () => {
      const store = await open();
      const [source] = await putSources(store, 'first');
      const titled = (name: string, title: string, ...assets: readonly string[]) =>
        newArticle(name, { title, assets });
      await store.articles.save(
        defined(source).id,
        [titled('old', 'Solana outage explained', 'SOL')],
        later(-15 * 24 * 3_600_000),
      );
      await store.articles.save(
        defined(source).id,
        [
          titled('a', 'Solana outage ends', 'SOL'),
          titled('b', 'Outage at an exchange'),
          titled('c', 'Solana outage again', 'SOL'),
          titled('d', 'Unlike everything'),
        ],
        start,
      );
      const { id } = await storyAt(store, 'a');
      expect((await store.stories.related(id, ['global'], 2)).map(({ title }) => title)).toEqual([
        'Solana outage again',
        'Outage at an exchange',
      ]);
      expect(await store.stories.related(id, ['discord:1'], 2)).toEqual([]);
    });
  });
}
