import { sourceKinds, type Source } from '../domain/source.ts';
import { addSource, addSources } from './add-sources.ts';
import type { Database } from './database.ts';
import { sql } from './dialect.ts';
import type { Source as SourceRow } from './generated/sqlite/client.ts';
import { createLeases, type Leases } from './leases.ts';
import { neverFailed, putGlobalSources, retireSource } from './put-global-sources.ts';
import { readOffer } from './push-rows.ts';
import { readOneOf, readScope, readSettings } from './readers.ts';
import { recordReadings } from './record-readings.ts';
import type { RecordedReading, SourceStore } from './source-store.ts';

/** `stop` ends the renewal of leases. */
export function createSourceStore(database: Database): SourceStore & { stop(): Promise<void> } {
  const { queries } = database;
  const leases = createLeases({
    ...database,
    renew: (ids, leasedUntil) =>
      queries.source.updateMany({
        where: { id: { in: [...ids] }, leasedUntil: { not: null } },
        data: { leasedUntil },
      }),
  });
  const record = async (readings: readonly RecordedReading[]) => {
    leases.letGo(readings.map(({ sourceId }) => sourceId));
    await recordReadings(database, readings);
  };
  return {
    putGlobal: (wanted, now) => putGlobalSources(database, wanted, now),
    async add(wanted, scope, now) {
      const row = await addSource(database, wanted, { scope, now });
      return row === null ? null : readSource(row);
    },
    addMany: (wanted, scope, now) => addSources(database, wanted, { scope, now }),
    remove: (id) => removeSource(database, id),
    async pause(id) {
      await queries.source.updateMany({ where: { id }, data: { isPaused: true } });
    },
    resume: (id, now) => resumeSource(database, id, now),
    async list(scopes) {
      const where = { scope: { in: [...scopes] }, isRetired: false };
      return (await queries.source.findMany({ where, orderBy: [{ name: 'asc' }, { id: 'asc' }] })).map(
        readSource,
      );
    },
    async byIds(ids) {
      const where = { id: { in: [...ids] }, isRetired: false };
      return (await queries.source.findMany({ where })).map(readSource);
    },
    claimDue: (claim) => claimDue(database, leases, claim),
    nextDueAt: () => nextDueAt(database),
    recordReading: (sourceId, reading) => record([{ sourceId, reading }]),
    recordReadings: record,
    async release(id) {
      leases.letGo([id]);
      await queries.source.updateMany({ where: { id }, data: { leasedUntil: null } });
    },
    stop: () => leases.stop(),
  };
}

async function removeSource(database: Database, id: bigint): Promise<void> {
  await database.transaction(async (queries) => {
    await queries.source.updateMany({ where: { id, origin: 'listed' }, data: { origin: 'dismissed' } });
    await retireSource(queries, id);
  });
}

/** One that is gone is asked at its own address again; it may not have been what is gone. */
async function resumeSource(database: Database, id: bigint, now: Date): Promise<void> {
  await database.transaction(async (queries) => {
    const anew = { movedTo: null, etag: null, lastModified: null };
    await queries.source.updateMany({ where: { id, endedAt: { not: null } }, data: anew });
    await queries.source.updateMany({
      where: { id, OR: [{ isPaused: true }, { endedAt: { not: null } }] },
      data: { isPaused: false, nextDueAt: now, ...neverFailed },
    });
  });
}

async function claimDue(
  database: Database,
  leases: Leases,
  { now, leaseMs, limit }: { now: Date; leaseMs: number; limit: number },
): Promise<readonly Source[]> {
  const lease = leases.begin(now, leaseMs);
  const due = sql`SELECT s."id" FROM "Source" s
    WHERE s."nextDueAt" <= ${now} AND (s."leasedUntil" IS NULL OR s."leasedUntil" <= ${now})
      AND NOT s."isPaused" AND NOT s."isRetired" AND s."endedAt" IS NULL
    ORDER BY s."nextDueAt", s."id" LIMIT ${limit} ${database.dialect.lockFree('s')}`;
  const sources = await database.transaction(async (queries) => {
    const claimed = await queries.$queryRaw<{ id: bigint }[]>(due);
    const where = { id: { in: claimed.map((row) => row.id) } };
    await queries.source.updateMany({ where, data: { leasedUntil: lease.leasedUntil } });
    const rows = await queries.source.findMany({ where, orderBy: [{ nextDueAt: 'asc' }, { id: 'asc' }] });
    return rows.map(readSource);
  });
  leases.hold(
    sources.map(({ id }) => id),
    lease,
  );
  return sources;
}

async function nextDueAt({ queries }: Database): Promise<Date | null> {
  const where = { isPaused: false, isRetired: false, endedAt: null };
  const free = await queries.source.aggregate({
    where: { ...where, leasedUntil: null },
    _min: { nextDueAt: true },
  });
  const leased = await queries.source.aggregate({ where, _min: { leasedUntil: true } });
  const times = [free._min.nextDueAt, leased._min.leasedUntil].filter((at) => at !== null);
  return times.length === 0 ? null : new Date(Math.min(...times.map((at) => at.getTime())));
}

export function readSource(row: SourceRow): Source {
  return {
    id: row.id,
    scope: readScope(row.scope),
    key: row.key,
    name: row.name,
    kind: readOneOf(sourceKinds, row.kind),
    url: row.movedTo ?? row.url,
    home: row.home,
    language: row.language,
    address: row.address === 'seen' ? 'seen' : 'unconfirmed',
    settings: readSettings(row.settings),
    isPaused: row.isPaused,
    etag: row.etag,
    lastModified: row.lastModified,
    nextDueAt: row.nextDueAt,
    firstReadAt: row.firstReadAt,
    lastReadAt: row.lastReadAt,
    lastArticleAt: row.lastArticleAt,
    failures: row.failures,
    failingSince: row.failingSince,
    lastError: row.lastError,
    endedAt: row.endedAt,
    hub: readOffer(row.hubOffer),
    pushedUntil: row.pushedUntil,
  };
}
