import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { createTestClock } from '../support/clock.ts';
import { createTestLog } from '../support/log.ts';
import { startTestPostgres, type TestPostgres } from '../support/postgres.ts';
import { runPostgresScript } from '../support/postgres-catalog.ts';
import { defined, newArticle, putSources, start } from '../support/stored.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startTestPostgres();
});
afterAll(() => postgres.stop());

async function open(url: string) {
  const store = await openStore({ url, clock: createTestClock(), log: createTestLog() });
  onTestFinished(() => store.close());
  return store;
}

const cutConnections = (url: string) =>
  runPostgresScript(
    postgres.url('postgres'),
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${url.split('/').at(-1)}'`,
  );

it('goes on after its connections were cut, and keeps all that it said was written', async () => {
  const url = await postgres.createStoreDatabase();
  const store = await open(url);
  await store.notes.put('before', 'kept');
  const writing = Array.from({ length: 30 }, (_, at) => store.notes.put(`n${at}`, 'kept'));
  const settling = Promise.allSettled(writing);
  await cutConnections(url);
  const outcomes = await settling;
  // A connection that was idle when it was cut is noticed at the latest by the call that uses it.
  for (let at = 0; at < 10; at += 1) await store.notes.get('before').catch(() => null);
  expect(await store.notes.get('before')).toBe('kept');
  const written = outcomes.flatMap(({ status }, at) => (status === 'fulfilled' ? [`n${at}`] : []));
  const kept = await Promise.all(written.map((key) => store.notes.get(key)));
  expect(kept).toEqual(written.map(() => 'kept'));
  await store.notes.put('after', 'kept');
  expect(await store.notes.get('after')).toBe('kept');
});

it('saves an article once when two copies of the program save it at the same time', async () => {
  const url = await postgres.createStoreDatabase();
  const [one, two] = [await open(url), await open(url)];
  const source = defined((await putSources(one, 'first'))[0]);
  const batch = Array.from({ length: 20 }, (_, at) => newArticle(`a${at}`, { guid: `${at}` }));
  const outcomes = await Promise.all(
    [one, two, one, two].map((store) => store.articles.save(source.id, batch, start)),
  );
  expect(outcomes.map(({ added }) => added).sort((a, b) => a - b)).toEqual([0, 0, 0, 20]);
  expect(await two.stories.counts()).toMatchObject({ stories: 20, articles: 20 });
});
