import type { Scope } from '../domain/scope.ts';
import type { SourceDescription } from '../domain/source.ts';
import type { Database, Queries } from './database.ts';
import { sql } from './dialect.ts';
import type { Source as SourceRow } from './generated/sqlite/client.ts';
import { insertRows, rowsAtOnce } from './insert-rows.ts';
import { describeRow, newSourceRow } from './put-global-sources.ts';
import { chunks } from './readers.ts';
import { sourceColumns } from './source-columns.ts';

interface Place {
  readonly scope: Scope;
  readonly now: Date;
}

/** Null when its key or URL is already there; see SourceStore. */
export async function addSource(
  database: Database,
  wanted: SourceDescription,
  place: Place,
): Promise<SourceRow | null> {
  return database.transaction(async (queries) => {
    const clashes = await clashesOf(queries, [wanted], place.scope);
    return putInPlace({ database, queries, wanted, clashes, place });
  });
}

/** The same for many, in little more time than one takes; how many were added. */
export async function addSources(
  database: Database,
  wanted: readonly SourceDescription[],
  place: Place,
): Promise<number> {
  let count = 0;
  for (const part of chunks(wanted, rowsAtOnce)) {
    count += await database.transaction((queries) => addPart({ database, queries, part, place }));
  }
  return count;
}

interface Part {
  readonly database: Database;
  readonly queries: Queries;
  readonly part: readonly SourceDescription[];
  readonly place: Place;
}

async function addPart({ database, queries, part, place }: Part): Promise<number> {
  const known = await clashesOf(queries, part, place.scope);
  const keys = new Set(known.map(({ key }) => key));
  const urls = new Set(known.map(({ url }) => url));
  const isNew = ({ key, url }: SourceDescription) => !keys.has(key) && !urls.has(url);
  const rows = part.filter(isNew).map((wanted) => ({ ...rowOf(wanted, place), id: database.newId() }));
  const onConflict = sql`ON CONFLICT DO NOTHING`;
  let count = await insertRows(queries, database, {
    table: 'Source',
    columns: sourceColumns,
    rows,
    onConflict,
  });
  for (const wanted of part.filter((one) => !isNew(one))) {
    const clashes = await clashesOf(queries, [wanted], place.scope);
    if ((await putInPlace({ database, queries, wanted, clashes, place })) !== null) count += 1;
  }
  return count;
}

/** What has one of their keys or addresses. */
function clashesOf(queries: Queries, wanted: readonly SourceDescription[], scope: Scope) {
  const [keys, urls] = [wanted.map(({ key }) => key), wanted.map(({ url }) => url)];
  return queries.source.findMany({ where: { scope, OR: [{ key: { in: keys } }, { url: { in: urls } }] } });
}

interface Putting {
  readonly database: Database;
  readonly queries: Queries;
  readonly wanted: SourceDescription;
  readonly clashes: readonly SourceRow[];
  readonly place: Place;
}

/** One that was removed comes back, and makes room for others. */
async function putInPlace({ database, queries, wanted, clashes, place }: Putting): Promise<SourceRow | null> {
  if (clashes.some((row) => !row.isRetired)) return null;
  const revived = clashes.find((row) => row.url === wanted.url);
  for (const row of clashes) {
    if (row.id !== revived?.id) await vacate(queries, row);
  }
  const data = rowOf(wanted, place);
  return revived === undefined
    ? queries.source.create({ data: { id: database.newId(), ...data } })
    : queries.source.update({ where: { id: revived.id }, data });
}

function rowOf(wanted: SourceDescription, { scope, now }: Place) {
  return { ...newSourceRow(scope, now), ...describeRow(wanted), origin: 'added' };
}

/** A source that was removed gives its key and address free; a listed one is still known by its address. */
async function vacate(queries: Queries, row: SourceRow): Promise<void> {
  const url = row.origin === 'dismissed' ? row.url : `${row.url}#removed-${row.id}`;
  await queries.source.update({ where: { id: row.id }, data: { key: `${row.key}~${row.id}`, url } });
}
