import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { MendableError, reasonOf } from '../domain/errors.ts';
import type { Log } from '../domain/log.ts';
import { transactionTimes, type Database } from './database.ts';
import { PrismaClient } from './generated/sqlite/client.ts';
import { migrate, type MigrationTable } from './migrate.ts';
import { readMigrations } from './migration-files.ts';
import { sqliteDialect } from './sqlite-dialect.ts';
import { translateSqliteError } from './sqlite-errors.ts';
import { gateSqlite, type SqliteAdapter } from './sqlite-gate.ts';

/** Opens the file, makes it where it is missing, and brings its tables up to date. */
export async function openSqlite(
  url: string,
  log: Log,
): Promise<Pick<Database, 'queries' | 'dialect' | 'transaction' | 'close'>> {
  const path = resolve(url.replace(/^file:/, ''));
  makeFolder(path);
  const factory = new PrismaBetterSqlite3({ url: path, timeout: 5000 }, { timestampFormat: 'unixepoch-ms' });
  const adapter = await connect(factory, path, log);
  const client = new PrismaClient({
    adapter: {
      provider: factory.provider,
      adapterName: factory.adapterName,
      connect: () => Promise.resolve(gateSqlite(adapter, path)),
    },
  });
  await client.$connect();
  // One program uses the file: whoever held a source died, and what was being read need not wait for the lease.
  const left = { where: { leasedUntil: { not: null } }, data: { leasedUntil: null } };
  await client.source.updateMany(left);
  await client.pushedDocument.updateMany(left);
  return {
    queries: client,
    dialect: sqliteDialect,
    transaction: (act) => client.$transaction(act, transactionTimes),
    close: () => client.$disconnect(),
  };
}

/** One by one: Node's own way of making several tries for ever where the system says that none can be (in /proc). */
function makeFolder(path: string): void {
  const missing: string[] = [];
  for (let folder = dirname(path); !existsSync(folder) && folder !== missing[0]; folder = dirname(folder)) {
    missing.unshift(folder);
  }
  try {
    for (const folder of missing) makeOne(folder);
  } catch (error) {
    throw new MendableError(
      `The directory ${dirname(path)} for the database cannot be made (${reasonOf(error)}): make it, or set DATABASE_URL to a file elsewhere.`,
      { cause: error },
    );
  }
}

function makeOne(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another copy that starts at the same moment may have been first.
    if (!existsSync(folder)) throw error;
  }
}

async function connect(factory: PrismaBetterSqlite3, path: string, log: Log): Promise<SqliteAdapter> {
  try {
    const adapter = await factory.connect();
    try {
      await adapter.executeScript(settings);
      await migrateSqlite(adapter, log);
      return adapter;
    } catch (error) {
      await adapter.dispose();
      throw error;
    }
  } catch (error) {
    throw translateSqliteError(error, path);
  }
}

/** In WAL mode NORMAL loses nothing when the program dies, and at a loss of power only the last moments. */
const settings = `PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;
  PRAGMA journal_size_limit = 67108864; PRAGMA cache_size = -32000;`;

/** BEGIN IMMEDIATE makes a second copy wait until the first is done. */
async function migrateSqlite(adapter: SqliteAdapter, log: Log): Promise<void> {
  const migrations = await readMigrations('sqlite');
  await adapter.executeScript('BEGIN IMMEDIATE');
  try {
    const connection = {
      script: (sql: string) => adapter.executeScript(sql),
      rows: async (sql: string) => (await adapter.queryRaw({ sql, args: [], argTypes: [] })).rows,
    };
    await migrate(connection, { table, migrations, log });
    await adapter.executeScript('COMMIT');
  } catch (error) {
    await adapter.executeScript('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

const table: MigrationTable = {
  exists: `SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_prisma_migrations'`,
  create: `CREATE TABLE "_prisma_migrations" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "checksum" TEXT NOT NULL,
    "finished_at" DATETIME,
    "migration_name" TEXT NOT NULL,
    "logs" TEXT,
    "rolled_back_at" DATETIME,
    "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0
  )`,
  now: `CAST(unixepoch('subsec') * 1000 AS INTEGER)`,
};
