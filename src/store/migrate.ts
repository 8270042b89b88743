import { randomUUID } from 'node:crypto';
import { MendableError } from '../domain/errors.ts';
import type { Log } from '../domain/log.ts';
import type { Migration } from './migration-files.ts';

/** A connection inside one transaction that no other copy of the program shares. */
export interface MigrationConnection {
  /** Runs statements without reading anything. */
  script(sql: string): Promise<void>;
  rows(sql: string): Promise<readonly (readonly unknown[])[]>;
}

/** The table of `prisma migrate deploy`, so that command and the bot agree on what was applied. */
export interface MigrationTable {
  readonly exists: string;
  readonly create: string;
  readonly now: string;
}

/** Applies what is missing, and records it. The caller opens the transaction, with the lock, and ends it. */
export async function migrate(
  connection: MigrationConnection,
  { table, migrations, log }: { table: MigrationTable; migrations: readonly Migration[]; log: Log },
): Promise<void> {
  if ((await connection.rows(table.exists)).length === 0) await connection.script(table.create);
  const recorded = (await connection.rows(recordedSql)).map(readRecord);
  refuseUnknown(recorded, migrations);
  refuseFailed(recorded);
  const applied = new Map(recorded.map((record) => [record.name, record.checksum]));
  for (const migration of migrations) {
    const checksum = applied.get(migration.name);
    if (checksum === undefined) await apply(connection, migration, table);
    else if (checksum !== migration.checksum) {
      log.warn({ migration: migration.name }, 'a migration was changed after it had been applied');
    }
  }
}

async function apply(connection: MigrationConnection, migration: Migration, table: MigrationTable) {
  await connection.script(migration.script);
  await connection.script(
    `INSERT INTO "_prisma_migrations"
      ("id", "checksum", "migration_name", "started_at", "finished_at", "applied_steps_count")
      VALUES ('${randomUUID()}', '${migration.checksum}', '${migration.name}', ${table.now}, ${table.now}, 1)`,
  );
}

const recordedSql = `SELECT "migration_name", "checksum", CASE WHEN "finished_at" IS NULL THEN 0 ELSE 1 END
  FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL ORDER BY "started_at"`;

interface Recorded {
  readonly name: string;
  readonly checksum: string;
  readonly isFinished: boolean;
}

function readRecord([name, checksum, isFinished]: readonly unknown[]): Recorded {
  return { name: String(name), checksum: String(checksum), isFinished: Number(isFinished) === 1 };
}

function refuseUnknown(recorded: readonly Recorded[], migrations: readonly Migration[]): void {
  const unknown = recorded.find((record) => !migrations.some((migration) => migration.name === record.name));
  if (unknown === undefined) return;
  throw new MendableError(
    `The database was made by a newer version of Satwire (it has "${unknown.name}"): update Satwire, or set DATABASE_URL to another database.`,
  );
}

function refuseFailed(recorded: readonly Recorded[]): void {
  const failed = recorded.find((record) => !record.isFinished);
  if (failed === undefined) return;
  throw new MendableError(
    `The change "${failed.name}" to the database failed before and was left half done: put back a backup from before it, or mend the tables by hand and run "npx prisma migrate resolve --applied ${failed.name}".`,
  );
}
