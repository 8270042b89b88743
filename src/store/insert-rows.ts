import type { Database, Queries } from './database.ts';
import { raw, sql, type Columns, type RowOf, type Sql } from './dialect.ts';
import { chunks } from './readers.ts';

export const rowsAtOnce = 100;

interface Insertion<Given extends Columns> {
  readonly table: string;
  readonly columns: Given;
  readonly rows: readonly RowOf<Given>[];
  readonly onConflict?: Sql;
}

/** Adds rows, many with each statement; how many were added. */
export async function insertRows<Given extends Columns>(
  queries: Queries,
  { dialect }: Pick<Database, 'dialect'>,
  { table, columns, rows, onConflict = sql`` }: Insertion<Given>,
): Promise<number> {
  const names = raw(
    Object.keys(columns)
      .map((name) => `"${name}"`)
      .join(', '),
  );
  let count = 0;
  for (const part of chunks(rows, rowsAtOnce)) {
    // Without a WHERE, SQLite would take ON CONFLICT for the condition of a join.
    count += await queries.$executeRaw(sql`INSERT INTO ${raw(`"${table}"`)} (${names})
      SELECT ${names} FROM ${dialect.rows('r', columns, part)} WHERE TRUE ${onConflict}`);
  }
  return count;
}
