/** Two copies of the program read reports of one event at the same moment, on a real PostgreSQL. */
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { createTakeIn } from '../../src/ingest/take-in.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { ArticleStore, Store } from '../../src/store/store.ts';
import { createFakeSourceReader, sourceItem, wholeText } from '../fakes/source-reader.ts';
import { createTestClock } from '../support/clock.ts';
import { createTestLog } from '../support/log.ts';
import { startTestPostgres, type TestPostgres } from '../support/postgres.ts';
import { defined, putSources } from '../support/stored.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startTestPostgres();
});
afterAll(() => postgres.stop());

const now = new Date('2026-03-02T09:00:00Z');

/** A copy of the program; `beforeSave` is awaited before each attempt to save. */
async function openCopy(url: string, options: { readonly clockAheadMs?: number } = {}) {
  const clock = createTestClock(new Date(now.getTime() + (options.clockAheadMs ?? 0)));
  const log = createTestLog();
  const opened = await openStore({ url, clock, log });
  onTestFinished(() => opened.close());
  const copy = { beforeSave: async (): Promise<void> => undefined, tries: 0 };
  const waiting = async () => {
    copy.tries += 1;
    await copy.beforeSave();
  };
  const { articles } = opened;
  const watched: ArticleStore = {
    ...articles,
    async save(...given) {
      await waiting();
      return articles.save(...given);
    },
    async saveUnlessGrown(...given) {
      await waiting();
      return articles.saveUnlessGrown(...given);
    },
  };
  const store: Store = { ...opened, articles: watched };
  const takeIn = createTakeIn({ store, sources: createFakeSourceReader(), clock, log });
  const report = async (key: string, ...titles: readonly string[]) => {
    const source = defined((await store.sources.list(['global'])).find((each) => each.key === key));
    const items = titles.map((title, at) =>
      sourceItem({
        title,
        url: `https://${key}.example/${encodeURIComponent(title)}`,
        published: { at: new Date(now.getTime() - at), precision: 'minute' },
        summary: `${title}, its operator said.`,
        blocks: [wholeText(`${title}.`)],
      }),
    );
    return takeIn({ ...source, firstReadAt: now }, items);
  };
  return { store: opened, clock, copy, report };
}

async function openTwo(options: { readonly clockAheadMs?: number } = {}) {
  const url = await postgres.createStoreDatabase();
  const [one, other] = [await openCopy(url, options), await openCopy(url)];
  await putSources(one.store, 'alpha', 'beta');
  const stories = async () =>
    (await one.store.stories.latest({ scopes: ['global'] }, { page: 1, size: 100 })).items;
  return { one, other, stories };
}

const event = 'Tidewater exchange halts withdrawals after bridge breach drains 40 million dollars';
const sameEvent = 'Tidewater halts withdrawals after breach of bridge drains $40 million';

it('makes one story of it when one copy saves while the other is about to', async () => {
  const { one, other, stories } = await openTwo();
  one.copy.beforeSave = async () => {
    one.copy.beforeSave = async () => undefined;
    await other.report('beta', sameEvent);
  };
  await one.report('alpha', event);
  const [story, ...others] = await stories();
  expect(others).toEqual([]);
  expect(story?.title).toBe(sameEvent);
  expect(new Set(story?.reports.map(({ sourceKey }) => sourceKey))).toEqual(new Set(['alpha', 'beta']));
  expect(one.copy.tries).toBe(2);
  expect(other.copy.tries).toBe(1);
});

it('makes one story of it when the clock of the copy that saved first is behind', async () => {
  const { one, other, stories } = await openTwo({ clockAheadMs: 20_000 });
  await one.report('alpha', 'Quarry chain publishes its roadmap for validators');
  await one.report('alpha', 'Sandbank opens an office in Lisbon for its custody arm');
  await other.report('beta', sameEvent);
  await one.report('alpha', event);
  expect((await stories()).map(({ reports }) => reports.length).toSorted((a, b) => a - b)).toEqual([1, 1, 2]);
});

it('makes one story of each of many events that both report at once', async () => {
  const { one, other, stories } = await openTwo();
  const towns = ['Oslo', 'Lima', 'Quito', 'Hanoi', 'Dakar', 'Riga', 'Perth', 'Cairo', 'Lagos', 'Turin'];
  const sums = ['11', '23', '37', '41', '53', '67', '71', '83', '97', '19'];
  const told = towns.map(
    (town, at) => `${town} exchange loses ${sums[at]} million dollars to ${town} thieves`,
  );
  await Promise.all(
    told.flatMap((title) => [one.report('alpha', title), other.report('beta', `${title} overnight`)]),
  );
  const counts = (await stories()).map(({ reports }) => reports.length);
  expect(counts).toEqual(towns.map(() => 2));
});

it('saves what it read however often others come before it', async () => {
  const { one, other, stories } = await openTwo();
  let at = 0;
  one.copy.beforeSave = async () => {
    at += 1;
    await other.report('beta', `Notice number ${at} of an unrelated matter`);
  };
  await one.report('alpha', event);
  expect((await stories()).map(({ title }) => title)).toContain(event);
  expect(one.copy.tries).toBe(50);
});

it('asks once where no other copy adds anything', async () => {
  const { one, stories } = await openTwo();
  await one.report('alpha', event);
  await one.report('beta', sameEvent);
  await one.report('alpha', 'Quarry chain publishes its roadmap for validators');
  expect(one.copy.tries).toBe(3);
  expect(await stories()).toHaveLength(2);
});
