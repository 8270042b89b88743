import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { PrismaPg } from '@prisma/adapter-pg';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { readMigrations } from '../../src/store/migration-files.ts';
import { createTestClock } from '../support/clock.ts';
import { createTestLog } from '../support/log.ts';
import { startTestPostgres, type TestPostgres } from '../support/postgres.ts';
import { readPostgresCatalog, runPostgresScript } from '../support/postgres-catalog.ts';
import { openSchemaEngine } from '../support/schema-engine.ts';
import { makeTestFolder } from '../support/store.ts';

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

async function databases() {
  const path = join(await makeTestFolder(), 'news.db');
  const url = await postgres.createDatabase();
  return [
    { provider: 'sqlite', url: `file:${path}`, factory: new PrismaBetterSqlite3({ url: path }) },
    { provider: 'postgresql', url, factory: new PrismaPg(url) },
  ] as const;
}

describe('migrations', () => {
  it('lead to the tables of the schema on SQLite', async () => {
    const [{ url, factory }] = await databases();
    await (await open(url)).close();
    const engine = await openSchemaEngine('sqlite', factory);
    const drift = (await engine.drift()).trim();
    await engine.close();
    expect(drift).toBe('-- This is an empty migration.');
  });

  it('lead to the tables of the schema on PostgreSQL', async () => {
    const [url, wantedUrl] = [await postgres.createDatabase(), await postgres.createDatabase()];
    await (await open(url)).close();
    const engine = await openSchemaEngine('postgresql', new PrismaPg(wantedUrl));
    await runPostgresScript(wantedUrl, await engine.creation());
    await engine.close();
    const wanted = await readPostgresCatalog(wantedUrl);
    expect(wanted.length).toBeGreaterThan(150);
    expect(await readPostgresCatalog(url)).toEqual(wanted);
  });

  it.each([
    ['a column', 'ALTER TABLE "Post" ADD COLUMN "more" TEXT'],
    ['a default', `ALTER TABLE "Post" ALTER COLUMN "form" SET DEFAULT 'x'`],
    ['an index', 'DROP INDEX "Post_sentAt_idx"'],
    ['a constraint', 'ALTER TABLE "Post" DROP CONSTRAINT "Post_deliveryId_fkey"'],
  ])('that drift on PostgreSQL by %s are seen', async (_, change) => {
    const url = await postgres.createStoreDatabase();
    const before = await readPostgresCatalog(url);
    await runPostgresScript(url, change);
    expect(await readPostgresCatalog(url)).not.toEqual(before);
  });

  it('are recorded as Prisma records them', async () => {
    for (const { provider, url, factory } of await databases()) {
      await (await open(url)).close();
      const engine = await openSchemaEngine(provider, factory);
      expect(await engine.diagnose()).toEqual({
        hasMigrationsTable: true,
        history: null,
        failedMigrationNames: [],
        editedMigrationNames: [],
      });
      expect(await engine.deploy()).toEqual([]);
      await engine.close();
    }
  });

  it('are taken as applied where Prisma applied them', async () => {
    for (const { provider, url, factory } of await databases()) {
      const engine = await openSchemaEngine(provider, factory);
      const names = (await readMigrations(provider)).map(({ name }) => name);
      expect(names).toContain('0002_search');
      expect(await engine.deploy()).toEqual(names);
      await engine.close();
      expect(await (await open(url)).stories.counts()).toMatchObject({ stories: 0 });
    }
  });

  it('are applied once when several copies start together', async () => {
    const url = await postgres.createDatabase();
    await Promise.all([open(url), open(url), open(url), open(url)]);
    const engine = await openSchemaEngine('postgresql', new PrismaPg(url));
    expect((await engine.diagnose()).history).toBeNull();
    await engine.close();
  });
});

it.each([
  [
    'does not answer',
    (port: number) => `postgresql://satwire:secret@127.0.0.1:1/x?p=${port}`,
    'PostgreSQL does not answer at 127.0.0.1:1: start it',
  ],
  [
    'refuses the password',
    (port: number) => `postgresql://satwire:wrong@127.0.0.1:${port}/postgres`,
    'refused the password of "satwire": correct it in DATABASE_URL',
  ],
  [
    'has no such database',
    (port: number) => `postgresql://satwire:secret@127.0.0.1:${port}/nothing`,
    'has no database "nothing": make it with "createdb nothing"',
  ],
])('says when PostgreSQL %s', async (_, url, sentence) => {
  await expect(open(url(postgres.port))).rejects.toThrow(sentence);
});
