import { isDeepStrictEqual } from 'node:util';
import type { SourceDescription } from '../domain/source.ts';
import type { Database, Queries } from './database.ts';
import { cancelNotices } from './cancel-notices.ts';
import type { Prisma, Source as SourceRow } from './generated/sqlite/client.ts';
import { endingFrom } from './follow-offers.ts';
import { insertRows } from './insert-rows.ts';
import { sourceColumns } from './source-columns.ts';

/**
 * Makes the listed global sources equal to the list; matched by key, or by address where a key was changed. One that a
 * person removed is left alone, and one that a person added is taken over at most.
 */
export async function putGlobalSources(
  database: Database,
  wanted: readonly SourceDescription[],
  now: Date,
): Promise<void> {
  await database.transaction(async (queries) => {
    const rows = await globalRows(queries);
    const matched = matchRows(rows, wanted);
    const active = wanted.filter((source) => matched.get(source)?.origin !== 'dismissed');
    await freePlaces(queries, rows, { active, matched });
    await retire(queries, rows, { active, matched });
    for (const source of active) {
      const row = matched.get(source);
      if (row !== undefined) await update(queries, row, { source, now });
    }
    const fresh = active.filter((source) => !matched.has(source));
    await create(database, queries, { sources: fresh, now });
  });
}

const readAtOnce = 500;

/** In parts: between them others have their turn. */
async function globalRows(queries: Queries): Promise<readonly SourceRow[]> {
  const rows: SourceRow[] = [];
  for (;;) {
    const where = { scope: 'global', id: { gt: rows.at(-1)?.id ?? 0n } };
    const part = await queries.source.findMany({ where, orderBy: { id: 'asc' }, take: readAtOnce });
    rows.push(...part);
    if (part.length < readAtOnce) return rows;
  }
}

/** A key names what was listed under it; what a person added is known by its address. */
function matchRows(
  rows: readonly SourceRow[],
  wanted: readonly SourceDescription[],
): ReadonlyMap<SourceDescription, SourceRow> {
  const keys = new Set(wanted.map((source) => source.key));
  const isAdded = (row: SourceRow) => row.origin === 'added';
  const byKey = new Map(rows.filter((row) => !isAdded(row)).map((row) => [row.key, row]));
  const byUrl = new Map(
    rows.filter((row) => isAdded(row) || !keys.has(row.key)).map((row) => [row.url, row]),
  );
  return new Map(
    wanted.flatMap((source) => {
      const row = byKey.get(source.key) ?? byUrl.get(source.url);
      return row === undefined ? [] : [[source, row]];
    }),
  );
}

interface Plan {
  readonly active: readonly SourceDescription[];
  readonly matched: ReadonlyMap<SourceDescription, SourceRow>;
}

/**
 * An address or a key that another row will have is given free first: two sources may have changed theirs with each
 * other. What a person added then goes by its key with a number.
 */
async function freePlaces(queries: Queries, rows: readonly SourceRow[], plan: Plan): Promise<void> {
  const nextOf = nextOfRows(plan);
  const urls = new Set(plan.active.map((source) => source.url));
  const keys = new Set([...rows, ...plan.active].map(({ key }) => key));
  const listedKeys = new Set(plan.active.map((source) => source.key));
  for (const row of rows) {
    const next = nextOf.get(row.id);
    const isUrlGone = urls.has(row.url) && next?.url !== row.url;
    const isKeyGone = listedKeys.has(row.key) && next?.key !== row.key;
    if (!isUrlGone && !isKeyGone) continue;
    const key = isKeyGone ? numberedKey(row.key, keys) : row.key;
    const url = isUrlGone ? `${row.url}#left-${row.id}` : row.url;
    keys.add(key);
    await queries.source.update({ where: { id: row.id }, data: { key, url } });
  }
}

function numberedKey(key: string, taken: ReadonlySet<string>): string {
  let number = 2;
  while (taken.has(`${key}-${number}`)) number += 1;
  return `${key}-${number}`;
}

async function retire(queries: Queries, rows: readonly SourceRow[], plan: Plan): Promise<void> {
  const nextOf = nextOfRows(plan);
  const urls = new Set(plan.active.map((source) => source.url));
  for (const row of rows) {
    const isLeftAlone = row.origin === 'added' && !urls.has(row.url);
    if (row.isRetired || isLeftAlone || nextOf.has(row.id)) continue;
    await retireSource(queries, row.id);
  }
}

/** Reads it no more; nobody needs to be told of its troubles. */
export async function retireSource(queries: Queries, id: bigint): Promise<void> {
  const kinds = ['source-failing', 'source-gone', 'source-back'] as const;
  await cancelNotices(queries, id, { kinds, reason: 'the source was removed' });
  const data = { isRetired: true, leasedUntil: null, toldOf: null, toldSince: null };
  await queries.source.updateMany({ where: { id }, data });
}

function nextOfRows({ active, matched }: Plan): ReadonlyMap<bigint, SourceDescription> {
  return new Map(
    active.flatMap((source) => {
      const row = matched.get(source);
      return row === undefined ? [] : [[row.id, source]];
    }),
  );
}

async function create(
  database: Database,
  queries: Queries,
  { sources, now }: { sources: readonly SourceDescription[]; now: Date },
): Promise<void> {
  const rest = { ...newSourceRow('global', now), origin: 'listed' };
  const rows = sources.map((source) => ({ ...rest, ...describeRow(source), id: database.newId() }));
  await insertRows(queries, database, { table: 'Source', columns: sourceColumns, rows });
}

async function update(
  queries: Queries,
  row: SourceRow,
  { source, now }: { source: SourceDescription; now: Date },
): Promise<void> {
  const description = describeRow(source);
  if (!row.isRetired && isDescribed(row, description)) return;
  const hasMoved = row.url !== source.url;
  // What another address said of hubs is not waited for.
  if (hasMoved) await queries.push.updateMany({ where: { servesSourceId: row.id }, data: endingFrom(now) });
  await queries.source.update({
    where: { id: row.id },
    data: {
      ...description,
      isRetired: false,
      ...(row.isRetired ? { origin: 'listed' } : {}),
      ...(hasMoved ? { ...neverAnswered, nextDueAt: now, ...neverFailed } : {}),
      // What appeared while nobody read it is backlog.
      ...(row.isRetired ? { firstReadAt: null, nextDueAt: now, ...neverFailed } : {}),
    },
  });
}

/** Nearly every source of nearly every start: then nothing is written. */
function isDescribed(row: SourceRow, description: ReturnType<typeof describeRow>): boolean {
  return isDeepStrictEqual({ ...row, ...description }, row);
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

/** What an address itself said. */
const neverAnswered = { movedTo: null, etag: null, lastModified: null, hubOffer: null, pushedUntil: null };

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
    ...neverFailed,
    toldOf: null,
    toldSince: null,
    hubOffer: null,
    pushedUntil: null,
  };
}

/** The columns that failures fill. */
export const neverFailed = { failures: 0, failingSince: null, lastError: null, endedAt: null };
