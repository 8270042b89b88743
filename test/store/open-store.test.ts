import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { MendableError } from '../../src/domain/errors.ts';
import { openStore } from '../../src/store/open-store.ts';
import { createTestClock } from '../support/clock.ts';
import { createTestLog } from '../support/log.ts';
import { exampleSource } from '../support/source.ts';
import { makeTestFolder } from '../support/store.ts';

async function open(path: string) {
  const store = await openStore({ url: `file:${path}`, clock: createTestClock(), log: createTestLog() });
  onTestFinished(() => store.close());
  return store;
}

/** The sentence that a person sees; any other error fails the test. */
async function refusal(opening: Promise<unknown>): Promise<string> {
  const error: unknown = await opening.then(
    () => new Error('it opened'),
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(MendableError);
  return error instanceof Error ? error.message : '';
}

async function runSql(path: string, sql: string): Promise<void> {
  const adapter = await new PrismaBetterSqlite3({ url: path }).connect();
  await adapter.executeScript(sql);
  await adapter.dispose();
}

it('makes the file and its directories, and keeps what is in it', async () => {
  const path = join(await makeTestFolder(), 'deep/down/news.db');
  const first = await open(path);
  await first.notes.put('kept', 'yes');
  await first.close();
  expect(await (await open(path)).notes.get('kept')).toBe('yes');
});

it('says when the directory cannot be made where the system allows no file', async () => {
  expect(await refusal(open('/proc/satwire/deep/news.db'))).toMatch(
    /^The directory \/proc\/satwire\/deep for the database cannot be made \(.*\): make it, or set DATABASE_URL to a file elsewhere\.$/,
  );
});

it('opens one file from several copies that start at once', async () => {
  const path = join(await makeTestFolder(), 'news.db');
  const stores = await Promise.all([open(path), open(path), open(path)]);
  await stores[0]?.notes.put('from', 'one');
  expect(await Promise.all(stores.map((store) => store.notes.get('from')))).toEqual(['one', 'one', 'one']);
});

it('says when the file is no database, and leaves it as it is', async () => {
  const path = join(await makeTestFolder(), 'news.db');
  await writeFile(path, 'My diary. '.repeat(500));
  expect(await refusal(open(path))).toBe(
    `${path} is not an SQLite database: move it away, or set DATABASE_URL to another file.`,
  );
  expect(await readFile(path, 'utf8')).toBe('My diary. '.repeat(500));
});

it('says when the file is a directory', async () => {
  const path = join(await makeTestFolder(), 'news.db');
  await mkdir(path);
  expect(await refusal(open(path))).toContain(`The database ${path} cannot be opened: `);
});

it('says when the directory cannot be made', async () => {
  const folder = await makeTestFolder();
  await writeFile(join(folder, 'file'), '');
  const message = await refusal(open(join(folder, 'file/news.db')));
  expect(message).toMatch(
    /^The (directory|database) .*file.*: .*set DATABASE_URL to (a file elsewhere|another file)\.$/,
  );
});

it.skipIf(process.getuid?.() === 0)('says when the file cannot be written', async () => {
  const path = join(await makeTestFolder(), 'news.db');
  await (await open(path)).close();
  await chmod(path, 0o444);
  expect(await refusal(open(path))).toContain('cannot be written');
});

it('says when the database is from a newer version', async () => {
  const path = join(await makeTestFolder(), 'news.db');
  await (await open(path)).close();
  await runSql(
    path,
    `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at", "applied_steps_count")
      VALUES ('1', 'x', '9999_future', 1, 1)`,
  );
  expect(await refusal(open(path))).toContain(
    'made by a newer version of Satwire (it has "9999_future"): update Satwire',
  );
});

it('says when a migration failed before, and how to go on', async () => {
  const path = join(await makeTestFolder(), 'news.db');
  await (await open(path)).close();
  await runSql(
    path,
    `UPDATE "_prisma_migrations" SET "finished_at" = NULL WHERE "migration_name" = '0002_search'`,
  );
  expect(await refusal(open(path))).toContain('npx prisma migrate resolve --applied 0002_search');
});

it('takes back a migration that fails, so that the next start begins where this one did', async () => {
  const path = join(await makeTestFolder(), 'news.db');
  await runSql(path, 'CREATE TABLE "Counter" ("other" TEXT)');
  expect(await refusal(open(path))).toContain('belongs to another program');
  await runSql(path, 'DROP TABLE "Counter"');
  expect(await (await open(path)).stories.counts()).toMatchObject({ stories: 0 });
});

it('says how DATABASE_URL begins', async () => {
  const opening = openStore({ url: 'mysql://x', clock: createTestClock(), log: createTestLog() });
  expect(await refusal(opening)).toContain('DATABASE_URL must begin with "file:" or "postgresql://"');
});

it('says when the tables are those of another program, and leaves them', async () => {
  const path = join(await makeTestFolder(), 'news.db');
  await runSql(path, 'CREATE TABLE "Article" (x); INSERT INTO "Article" VALUES (1)');
  expect(await refusal(open(path))).toBe(
    `The database ${path} belongs to another program: set DATABASE_URL to another file.`,
  );
});

it('gives sources free that a program held when it died', async () => {
  const path = join(await makeTestFolder(), 'news.db');
  const clock = createTestClock();
  const claim = { now: clock.now(), leaseMs: 900_000, limit: 10 };
  const died = await open(path);
  await died.sources.putGlobal([exampleSource()], clock.now());
  expect(await died.sources.claimDue(claim)).toHaveLength(1);
  expect(await died.sources.claimDue(claim)).toHaveLength(0);
  expect(await (await open(path)).sources.claimDue(claim)).toHaveLength(1);
});
