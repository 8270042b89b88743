import { digestKey } from '../domain/delivery.ts';
import type { Id } from '../domain/ids.ts';
import { addDeliveries } from './add-deliveries.ts';
import type { Database, Queries } from './database.ts';
import type { DigestStore, DueDigest } from './digest-store.ts';
import { sql } from './dialect.ts';
import { readSubscription } from './prisma-subscriptions.ts';
import { isPutAsideFor } from './put-aside.ts';

export function createDigestStore(database: Database): DigestStore {
  return {
    due: (now) => due(database, now),
    owe: (digest, times) => owe(database, digest, times),
    nextDueAt: () => nextDueAt(database),
    storyIds: (digest) => storyIds(database, digest),
  };
}

/** What was put aside for a subscription that is there and wants it; one that turned to posts at once still does. */
const isWanted = { state: 'aside', subscriptions: { some: { subscription: { isPaused: false } } } };

async function due({ queries }: Database, now: Date): Promise<readonly DueDigest[]> {
  const found = await queries.delivery.findMany({
    where: { ...isWanted, dueAt: { lte: now } },
    select: { dueAt: true, subscriptions: { select: { subscriptionId: true } } },
    orderBy: { dueAt: 'asc' },
  });
  const windows = new Map<Id, Date>();
  for (const { dueAt, subscriptions } of found)
    for (const { subscriptionId } of subscriptions) windows.set(subscriptionId, dueAt);
  if (windows.size === 0) return [];
  const where = { id: { in: [...windows.keys()] }, isPaused: false };
  return (await queries.subscription.findMany({ where, orderBy: { id: 'asc' } })).flatMap((row) => {
    const window = windows.get(row.id);
    return window === undefined ? [] : [{ subscription: readSubscription(row), window }];
  });
}

async function nextDueAt({ queries }: Database): Promise<Date | null> {
  return (await queries.delivery.aggregate({ where: isWanted, _min: { dueAt: true } }))._min.dueAt;
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
    const change = isNew ? sql`"state" = 'folded', "reason" = ${key}` : sql`"dueAt" = ${nextAt}`;
    await queries.$executeRaw(sql`UPDATE "Delivery" SET ${change}
      WHERE "channelId" = ${channelId} AND "dueAt" <= ${window} AND ${isPutAsideFor(id)}`);
    return isNew;
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
