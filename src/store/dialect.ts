import type { Id } from '../domain/ids.ts';
import type { SearchQuery } from '../domain/search-query.ts';
import { Prisma } from './generated/sqlite/client.ts';

export type Sql = Prisma.Sql;
export const { sql, join, raw, empty } = Prisma;

/** How a value of a row handed to the database is read there. */
export type ColumnType = 'text' | 'bigint' | 'integer' | 'boolean' | 'time' | 'json';
export type Columns = Readonly<Record<string, ColumnType>>;
export type RowOf<Given extends Columns> = { readonly [Name in keyof Given]: unknown };

/** Where the two databases speak differently. */
export interface Dialect {
  readonly provider: 'sqlite' | 'postgresql';
  /** An item for FROM: `rows` as a table named `alias`, handed over as one JSON text. */
  rows<Given extends Columns>(alias: string, columns: Given, rows: readonly RowOf<Given>[]): Sql;
  /** At the end of a SELECT: locks the rows of `alias`, leaving out those that another copy has locked. */
  lockFree(alias: string): Sql;
  /** Statements that rebuild the search index of the stories with these ids. */
  reindex(storyIds: Sql): readonly Sql[];
  /** A SELECT of the `storyId` of the stories that match. */
  matchingIds(search: SearchQuery, range: IdRange): Sql;
  /** The same with a `score`, greater for a better match; takes several times as long. */
  matches(search: SearchQuery, range: IdRange): Sql;
}

/** Without an end, all on that side. */
export interface IdRange {
  readonly fromId?: Id;
  readonly below?: Id;
}

/** The condition that an id is in the range. */
export function inRange(column: Sql, { fromId, below }: IdRange): Sql {
  const from = sql`${column} >= ${fromId ?? 0n}`;
  return below === undefined ? from : sql`${from} AND ${column} < ${below}`;
}

/** Text as both databases take it: without NUL and halves of characters. */
export function cleanText(text: string): string {
  return text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\u{fffd}');
}

/** Rows as JSON: ids as text, times as `writeTime` gives them. */
export function rowsToJson(rows: readonly object[], writeTime: (at: Date) => unknown): string {
  return JSON.stringify(
    rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]: [string, unknown]) => [name, toJson(value, writeTime)]),
      ),
    ),
  );
}

function toJson(value: unknown, writeTime: (at: Date) => unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'string') return cleanText(value);
  if (value instanceof Date) return writeTime(value);
  if (Array.isArray(value)) return value.map((item) => toJson(item, writeTime));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, toJson(item, writeTime)]));
  }
  return value;
}
