import { digestKey } from '../domain/delivery.ts';
import { firstIdAt, type Id } from '../domain/ids.ts';
import { addDeliveries } from './add-deliveries.ts';
import type { Database, Queries } from './database.ts';
import type { DigestStore, DueDigest } from './digest-store.ts';
import { sql } from './dialect.ts';
import { readSubscription } from './prisma-subscriptions.ts';

export function createDigestStore(database: Database): DigestStore {
  return {
    due: (now) => due(database, now),
    owe: (digest, times) => owe(database, digest, times),
    nextDueAt: (now) => nextDueAt(database, now),
    storyIds: (digest) => storyIds(database, digest),
  };
}

/** What was told keeps its row; looking further back than a digest may wait would find ever more of those. */
const putAsideForMs = 8 * 24 * 3_600_000;

/** What was put aside and not told yet: its row names no digest. */
async function waiting({ queries }: Database, now: Date) {
  const rows = await queries.subscription.findMany({ where: { digestAt: { not: null }, isPaused: false } });
  const where = {
    channelId: { in: [...new Set(rows.map(({ channelId }) => channelId))] },
    state: 'folded',
    reason: null,
    id: { gte: firstIdAt(new Date(now.getTime() - putAsideForMs)) },
  };
  return { rows, where };
}

async function due(database: Database, now: Date): Promise<readonly DueDigest[]> {
  const { rows, where } = await waiting(database, now);
  if (rows.length === 0) return [];
  const found = await database.queries.delivery.findMany({
    where: { ...where, dueAt: { lte: now } },
    select: { dueAt: true, subscriptions: { select: { subscriptionId: true } } },
    orderBy: { dueAt: 'asc' },
  });
  const windows = new Map<Id, Date>();
  for (const { dueAt, subscriptions } of found)
    for (const { subscriptionId } of subscriptions) windows.set(subscriptionId, dueAt);
  return rows.flatMap((row) => {
    const window = windows.get(row.id);
    return window === undefined ? [] : [{ subscription: readSubscription(row), window }];
  });
}

async function nextDueAt(database: Database, now: Date): Promise<Date | null> {
  const { rows, where } = await waiting(database, now);
  if (rows.length === 0) return null;
  return (await database.queries.delivery.aggregate({ where, _min: { dueAt: true } }))._min.dueAt;
}

async function owe(
  database: Database,
  { subscription, window }: DueDigest,
  { now, nextAt }: { readonly now: Date; readonly nextAt: Date },
): Promise<boolean> {
  const { id, channelId } = subscription;
  const key = digestKey(id, window);
  const digest = { channelId, key, storyId: null, subscriptionIds: [id], dueAt: now };
  return database.transaction(async (queries) => {
    const isNew = (await addDeliveries(database, queries, [digest])) === 1;
    await changeWaiting(queries, { channelId, id, window }, isNew ? { reason: key } : { dueAt: nextAt });
    return isNew;
  });
}

async function changeWaiting(
  queries: Queries,
  { channelId, id, window }: { readonly channelId: Id; readonly id: Id; readonly window: Date },
  data: { readonly reason: string } | { readonly dueAt: Date },
): Promise<void> {
  const where = { channelId, state: 'folded', reason: null, dueAt: { lte: window } };
  await queries.delivery.updateMany({
    where: { ...where, subscriptions: { some: { subscriptionId: id } } },
    data,
  });
}

async function storyIds(
  { queries }: Database,
  {
    channelId,
    subscriptionId,
    window,
  }: { readonly channelId: Id; readonly subscriptionId: Id; readonly window: Date | null },
): Promise<readonly Id[]> {
  const key =
    window === null ? await lastKey(queries, channelId, subscriptionId) : digestKey(subscriptionId, window);
  if (key === null) return [];
  const rows = await queries.$queryRaw<{ storyId: Id }[]>(sql`SELECT DISTINCT d."storyId" FROM "Delivery" d
    WHERE d."channelId" = ${channelId} AND d."state" = 'folded' AND d."reason" = ${key}`);
  return rows.map(({ storyId }) => storyId);
}

async function lastKey(queries: Queries, channelId: Id, subscriptionId: Id): Promise<string | null> {
  const row = await queries.delivery.findFirst({
    where: { channelId, key: { startsWith: `digest:${subscriptionId}:` } },
    orderBy: { id: 'desc' },
    select: { key: true },
  });
  return row?.key ?? null;
}
