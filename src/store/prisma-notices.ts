import type { Id } from '../domain/ids.ts';
import { noticeKey, noticeOf, type Trouble } from '../domain/notice.ts';
import { addDeliveries } from './add-deliveries.ts';
import { cancelNotices } from './cancel-notices.ts';
import type { Database, Queries } from './database.ts';
import { sql, type Sql } from './dialect.ts';
import type { Source as SourceRow } from './generated/sqlite/client.ts';
import type { NoticeStore, NoticeTarget, TroubledSource } from './notice-store.ts';
import { readSource } from './prisma-sources.ts';

export function createNoticeStore(database: Database): NoticeStore {
  return {
    untold: (query) => untold(database, query),
    recovered: (limit) => recovered(database, limit),
    tell: (troubled, targets, now) => tell(database, troubled, { targets, now }),
    tellBack: (troubled, now) => tellBack(database, troubled, now),
  };
}

const isRead = sql`NOT s."isPaused" AND NOT s."isRetired"`;

/** The index of those that fail, the gone ones among them, is short; it is empty while all goes well. */
async function untold(
  { queries }: Database,
  { failingBefore, now, limit }: Parameters<NoticeStore['untold']>[0],
): Promise<readonly TroubledSource[]> {
  const rows = await find(
    queries,
    sql`SELECT s."id" FROM "Source" s
      WHERE s."failingSince" >= ${new Date(0)}
        AND (s."endedAt" IS NOT NULL OR s."failingSince" <= ${failingBefore} AND s."nextDueAt" > ${now})
        AND ${isRead}
        AND (s."toldSince" IS NULL OR s."toldSince" <> COALESCE(s."endedAt", s."failingSince")
          OR s."toldOf" <> CASE WHEN s."endedAt" IS NULL THEN 'failing' ELSE 'gone' END)
      ORDER BY COALESCE(s."endedAt", s."failingSince"), s."id" LIMIT ${limit}`,
  );
  return rows.flatMap((row) => {
    const trouble = troubleOf(row);
    return trouble === null ? [] : [{ source: readSource(row), trouble }];
  });
}

function troubleOf({ endedAt, failingSince }: SourceRow): Trouble | null {
  if (endedAt !== null) return { kind: 'gone', since: endedAt };
  return failingSince === null ? null : { kind: 'failing', since: failingSince };
}

/**
 * That it does not fail is not enough: one that was resumed, or has a new address, is still to be read. The condition
 * on that is put so that no index is used for it: nearly all sources fulfil it.
 */
async function recovered({ queries }: Database, limit: number): Promise<readonly TroubledSource[]> {
  const rows = await find(
    queries,
    sql`SELECT s."id" FROM "Source" s
      WHERE s."toldSince" >= ${new Date(0)} AND ${isRead}
        AND COALESCE(s."failingSince", s."endedAt") IS NULL AND s."lastReadAt" >= s."toldSince"
      ORDER BY s."toldSince", s."id" LIMIT ${limit}`,
  );
  return rows.flatMap((row) => {
    const trouble = toldTroubleOf(row);
    return trouble === null ? [] : [{ source: readSource(row), trouble }];
  });
}

function toldTroubleOf({ toldOf, toldSince }: SourceRow): Trouble | null {
  return toldSince === null ? null : { kind: toldOf === 'gone' ? 'gone' : 'failing', since: toldSince };
}

async function find(queries: Queries, wanted: Sql): Promise<readonly SourceRow[]> {
  const found = await queries.$queryRaw<{ id: Id }[]>(wanted);
  if (found.length === 0) return [];
  const rows = await queries.source.findMany({ where: { id: { in: found.map(({ id }) => id) } } });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return found.flatMap(({ id }) => byId.get(id) ?? []);
}

/** The row is taken first: another copy that tells the same waits here, and then finds it told. */
async function tell(
  database: Database,
  { source: { id }, trouble }: TroubledSource,
  { targets, now }: { readonly targets: readonly NoticeTarget[]; readonly now: Date },
): Promise<number | null> {
  const { kind, since } = trouble;
  const isSo = kind === 'gone' ? { endedAt: since } : { endedAt: null, failingSince: since };
  const isUntold = { OR: [{ toldSince: null }, { toldSince: { not: since } }, { toldOf: { not: kind } }] };
  return database.transaction(async (queries) => {
    const { count } = await queries.source.updateMany({
      where: { id, isPaused: false, isRetired: false, ...isSo, ...isUntold },
      data: { toldOf: kind, toldSince: since },
    });
    if (count === 0) return null;
    const kinds = ['source-failing', 'source-gone'] as const;
    await cancelNotices(queries, id, { kinds, reason: 'more is known by now' });
    const key = noticeKey(noticeOf(id, trouble));
    const deliveries = targets.map((target) => ({ ...target, key, storyId: null, dueAt: now }));
    return addDeliveries(database, queries, deliveries);
  });
}

/** What waits is cancelled before it is looked what was sent: one that is taken for sending in between counts. */
async function tellBack(
  database: Database,
  { source: { id }, trouble }: TroubledSource,
  now: Date,
): Promise<number | null> {
  const { kind, since } = trouble;
  const told = noticeOf(id, trouble);
  return database.transaction(async (queries) => {
    const { count } = await queries.source.updateMany({
      where: { id, toldOf: kind, toldSince: since, failingSince: null, endedAt: null },
      data: { toldOf: null, toldSince: null },
    });
    if (count === 0) return null;
    await cancelNotices(queries, id, { kinds: [told.kind], reason: 'the source is read again' });
    const reached = await queries.$queryRaw<{ channelId: Id }[]>(sql`
      SELECT d."channelId" FROM "Channel" c JOIN "Delivery" d ON d."channelId" = c."id" AND d."key" = ${noticeKey(told)}
      WHERE d."state" IN ('sending', 'sent', 'unconfirmed') OR d."uncertainSince" IS NOT NULL ORDER BY d."id"`);
    const key = noticeKey({ ...told, kind: 'source-back' });
    const deliveries = reached.map(({ channelId }) => ({
      channelId,
      key,
      storyId: null,
      subscriptionIds: [],
      dueAt: now,
    }));
    return addDeliveries(database, queries, deliveries);
  });
}
