import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Clock } from '../../src/domain/clock.ts';
import { createIds } from '../../src/domain/ids.ts';
import type { SearchQuery } from '../../src/domain/search-query.ts';
import { openStore } from '../../src/store/open-store.ts';
import { openPostgresql } from '../../src/store/postgresql.ts';
import { searchStories } from '../../src/store/search-stories.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import type { StoryQuery } from '../../src/store/store.ts';
import { createTestClock } from '../support/clock.ts';
import { createTestLog } from '../support/log.ts';
import { startTestPostgres, type TestPostgres } from '../support/postgres.ts';
import { makeTestFolder } from '../support/store.ts';
import { defined, newArticle, putSources, start } from '../support/stored.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startTestPostgres();
});
afterAll(() => postgres.stop());

const places = {
  sqlite: async () => `file:${join(await makeTestFolder(), 'news.db')}`,
  postgresql: () => postgres.createStoreDatabase(),
};

const term = (token: string): SearchQuery => ({ kind: 'term', token });
const everywhere: StoryQuery = { scopes: ['global'] };
const steps = { weighed: 4, listed: 3 };

/** Twenty stories, from the oldest to the newest `n0` to `n19`; all tell of tides, few have it in the title. */
async function fill(url: string, clock: Clock): Promise<void> {
  const store = await openStore({ url, clock, log: createTestLog() });
  const [source] = await putSources(store, 'a');
  for (let number = 0; number < 20; number += 1) {
    const title = [3, 10, 17].includes(number) ? `Tide ${number}` : `Story ${number}`;
    const text = `The tide came in ${number % 5 === 0 ? 'with fog' : 'under the sun'}.`;
    const category = number % 2 === 0 ? 'defi' : 'nft';
    await store.articles.save(
      defined(source).id,
      [newArticle(`n${number}`, { title, text, category })],
      start,
    );
  }
  await store.close();
}

describe.each(['sqlite', 'postgresql'] as const)('a search in small steps on %s', (provider) => {
  async function open() {
    const clock = createTestClock();
    const log = createTestLog();
    const url = await places[provider]();
    await fill(url, clock);
    const opened = await (provider === 'sqlite' ? openSqlite : openPostgresql)(url, log);
    onTestFinished(() => opened.close());
    const database = { ...opened, newId: createIds(clock), copy: randomUUID(), clock, log };
    return async (search: SearchQuery, query: StoryQuery, page: { page: number; size: number }) => {
      const found = await searchStories(database, search, { query, page, steps });
      return { total: found.total, names: found.items.map(({ story }) => story.url.replace(/.*\//, '')) };
    };
  }

  it('shows the best of the newest matches first, then the others from the newest to the oldest', async () => {
    const search = await open();
    const others = Array.from({ length: 16 }, (_, at) => `n${15 - at}`);
    expect(await search(term('tide'), everywhere, { page: 1, size: 20 })).toEqual({
      total: 20,
      names: ['n17', 'n19', 'n18', 'n16', ...others],
    });
  });

  it('shows each match on one page, wherever its pages begin and end', async () => {
    const search = await open();
    for (const size of [1, 3, 4, 7]) {
      const names: string[] = [];
      for (let page = 1; page <= Math.ceil(20 / size); page += 1) {
        const found = await search(term('tide'), everywhere, { page, size });
        expect(found.total).toBe(20);
        names.push(...found.names);
      }
      expect(new Set(names).size).toBe(20);
      expect(names.slice(0, 5)).toEqual(['n17', 'n19', 'n18', 'n16', 'n15']);
    }
    expect(await search(term('tide'), everywhere, { page: 9, size: 7 })).toEqual({ total: 20, names: [] });
  });

  it('counts and shows only what passes', async () => {
    const search = await open();
    const query: StoryQuery = { ...everywhere, category: 'defi' };
    expect(await search(term('fog'), query, { page: 1, size: 5 })).toEqual({
      total: 2,
      names: ['n10', 'n0'],
    });
    expect(await search(term('tide'), query, { page: 2, size: 4 })).toEqual({
      total: 10,
      names: ['n10', 'n8', 'n6', 'n4'],
    });
    expect(await search(term('tide'), { scopes: ['discord:1'] }, { page: 1, size: 4 })).toEqual({
      total: 0,
      names: [],
    });
    expect(await search(term('nothing'), everywhere, { page: 1, size: 4 })).toEqual({ total: 0, names: [] });
  });
});
