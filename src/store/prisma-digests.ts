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

/** The newest of what is due is looked for in the database: thousands may wait for one local time. */
async function due({ queries }: Database, now: Date): Promise<readonly DueDigest[]> {
  const newest = await queries.$queryRaw<{ id: Id; subscriptionId: Id }[]>(sql`
    SELECT r."id", r."subscriptionId" FROM (
      SELECT d."id", s."id" AS "subscriptionId",
        ROW_NUMBER() OVER (PARTITION BY s."id" ORDER BY d."dueAt" DESC) AS "place"
      FROM "Delivery" d JOIN "DeliverySubscription" m ON m."deliveryId" = d."id"
        JOIN "Subscription" s ON s."id" = m."subscriptionId" AND NOT s."isPaused"
      WHERE d."state" = 'aside' AND d."dueAt" <= ${now}) r
    WHERE r."place" = 1 ORDER BY r."subscriptionId"`);
  if (newest.length === 0) return [];
  const ofNewest = { id: { in: newest.map(({ id }) => id) } };
  const deliveries = await queries.delivery.findMany({ where: ofNewest, select: { id: true, dueAt: true } });
  const windows = new Map(deliveries.map(({ id, dueAt }) => [id, dueAt]));
  const ofSubscriptions = { id: { in: newest.map(({ subscriptionId }) => subscriptionId) } };
  const subscriptions = new Map(
    (await queries.subscription.findMany({ where: ofSubscriptions })).map((row) => [row.id, row]),
  );
  return newest.flatMap(({ id, subscriptionId }) => {
    const [window, row] = [windows.get(id), subscriptions.get(subscriptionId)];
    return window === undefined || row === undefined ? [] : [{ subscription: readSubscription(row), window }];
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
