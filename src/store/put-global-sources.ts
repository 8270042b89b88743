import type { SourceDescription } from '../domain/source.ts';
import type { Database, Queries } from './database.ts';
import type { Prisma, Source as SourceRow } from './generated/sqlite/client.ts';

/** Makes the global sources equal to the list; matched by key, or by address where a key was changed. */
export async function putGlobalSources(
  database: Database,
  wanted: readonly SourceDescription[],
  now: Date,
): Promise<void> {
  await database.transaction(async (queries) => {
    const rows = await queries.source.findMany({ where: { scope: 'global' } });
    const matched = matchRows(rows, wanted);
    const kept = new Set([...matched.values()].map((row) => row.id));
    await freeAddresses(queries, rows, matched);
    for (const row of rows) {
      if (kept.has(row.id) || row.isRetired) continue;
      await queries.source.update({ where: { id: row.id }, data: { isRetired: true, leasedUntil: null } });
    }
    for (const source of wanted) {
      const row = matched.get(source);
      if (row === undefined) await create(database, queries, { source, now });
      else await update(queries, row, { source, now });
    }
  });
}

function matchRows(
  rows: readonly SourceRow[],
  wanted: readonly SourceDescription[],
): ReadonlyMap<SourceDescription, SourceRow> {
  const keys = new Set(wanted.map((source) => source.key));
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const byUrl = new Map(rows.filter((row) => !keys.has(row.key)).map((row) => [row.url, row]));
  return new Map(
    wanted.flatMap((source) => {
      const row = byKey.get(source.key) ?? byUrl.get(source.url);
      return row === undefined ? [] : [[source, row]];
    }),
  );
}

/** Two sources may have changed addresses with each other: one that another will have is given free first. */
async function freeAddresses(
  queries: Queries,
  rows: readonly SourceRow[],
  matched: ReadonlyMap<SourceDescription, SourceRow>,
): Promise<void> {
  const nextOwner = new Map([...matched].map(([source, row]) => [source.url, row.id]));
  for (const row of rows) {
    const owner = nextOwner.get(row.url);
    if (owner === undefined || owner === row.id) continue;
    await queries.source.update({ where: { id: row.id }, data: { url: `${row.url}#left-${row.id}` } });
  }
}

async function create(
  { newId }: Database,
  queries: Queries,
  { source, now }: { source: SourceDescription; now: Date },
): Promise<void> {
  await queries.source.create({
    data: { ...newSourceRow('global', now), ...describeRow(source), id: newId() },
  });
}

async function update(
  queries: Queries,
  row: SourceRow,
  { source, now }: { source: SourceDescription; now: Date },
): Promise<void> {
  const hasMoved = row.url !== source.url;
  await queries.source.update({
    where: { id: row.id },
    data: {
      ...describeRow(source),
      isRetired: false,
      ...(hasMoved ? { movedTo: null, etag: null, lastModified: null, nextDueAt: now } : {}),
      // What appeared while nobody read it is backlog.
      ...(row.isRetired ? { firstReadAt: null, nextDueAt: now } : {}),
    },
  });
}

/** The columns that the description of a source fills. */
export function describeRow(source: SourceDescription) {
  const settings: Prisma.InputJsonValue = JSON.parse(JSON.stringify(source.settings));
  return {
    key: source.key,
    name: source.name,
    kind: source.kind,
    url: source.url,
    home: source.home,
    language: source.language,
    address: source.address,
    settings,
  };
}

/** The columns of a source that was never read. */
export function newSourceRow(scope: string, now: Date) {
  return {
    scope,
    movedTo: null,
    isPaused: false,
    isRetired: false,
    etag: null,
    lastModified: null,
    nextDueAt: now,
    leasedUntil: null,
    firstReadAt: null,
    lastReadAt: null,
    lastArticleAt: null,
    failures: 0,
    failingSince: null,
    lastError: null,
  };
}
