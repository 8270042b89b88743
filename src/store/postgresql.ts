import { PrismaPg } from '@prisma/adapter-pg';
import { reasonOf } from '../domain/errors.ts';
import type { Log } from '../domain/log.ts';
import { transactionTimes, type Database } from './database.ts';
import { PrismaClient } from './generated/postgresql/client.ts';
import type { PrismaClient as SqliteClient } from './generated/sqlite/client.ts';
import { migrate, type MigrationTable } from './migrate.ts';
import { readMigrations } from './migration-files.ts';
import { postgresqlDialect } from './postgresql-dialect.ts';
import { translatePostgresqlError } from './postgresql-errors.ts';

type PgAdapter = Awaited<ReturnType<PrismaPg['connect']>>;

/** Connects, and brings the tables up to date. */
export async function openPostgresql(
  url: string,
  log: Log,
): Promise<Pick<Database, 'queries' | 'dialect' | 'transaction' | 'close'>> {
  const factory = new PrismaPg(
    { connectionString: url, max: 10, connectionTimeoutMillis: 10_000 },
    {
      onPoolError: (error) =>
        log.warn({ reason: reasonOf(error) }, 'an idle connection to PostgreSQL was lost'),
      onConnectionError: (error) =>
        log.warn({ reason: reasonOf(error) }, 'a connection to PostgreSQL was lost'),
    },
  );
  const adapter = await factory.connect();
  try {
    await migratePostgresql(adapter, log);
  } catch (error) {
    await adapter.dispose();
    throw translatePostgresqlError(error, url);
  }
  const { provider, adapterName } = factory;
  const client = new PrismaClient({
    adapter: { provider, adapterName, connect: () => Promise.resolve(adapter) },
  });
  if (!isOfOneModel(client)) throw new Error('the two clients differ');
  await client.$connect();
  return {
    queries: client,
    dialect: postgresqlDialect,
    transaction: (act) => client.$transaction(act, transactionTimes),
    close: () => client.$disconnect(),
  };
}

/** Both clients are generated from one model; of their types only the kinds of transaction differ. */
const isOfOneModel = (client: object): client is SqliteClient => '$transaction' in client;

/** Copies of the program that start together take turns: the lock lasts until the transaction ends. */
async function migratePostgresql(adapter: PgAdapter, log: Log): Promise<void> {
  const migrations = await readMigrations('postgresql');
  const transaction = await adapter.startTransaction();
  const statement = (sql: string) => ({ sql, args: [], argTypes: [] });
  const script = async (sql: string) => void (await transaction.executeRaw(statement(sql)));
  try {
    await script(`SELECT pg_advisory_xact_lock(${lockNumber})`);
    const rows = async (sql: string) => (await transaction.queryRaw(statement(sql))).rows;
    await migrate({ script, rows }, { table, migrations, log });
    await script('COMMIT');
    await transaction.commit();
  } catch (error) {
    await script('ROLLBACK').catch(() => undefined);
    await transaction.rollback();
    throw error;
  }
}

/** The lock that Prisma's own commands take while they migrate. */
const lockNumber = 72_707_369;

const table: MigrationTable = {
  exists: `SELECT 1 FROM information_schema.tables
    WHERE table_schema = current_schema() AND table_name = '_prisma_migrations'`,
  create: `CREATE TABLE "_prisma_migrations" (
    "id" VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum" VARCHAR(64) NOT NULL,
    "finished_at" TIMESTAMPTZ,
    "migration_name" VARCHAR(255) NOT NULL,
    "logs" TEXT,
    "rolled_back_at" TIMESTAMPTZ,
    "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count" INTEGER NOT NULL DEFAULT 0
  )`,
  now: 'now()',
};
