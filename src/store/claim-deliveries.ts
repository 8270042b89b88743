import type { PlatformId } from '../domain/channel.ts';
import type { Id } from '../domain/ids.ts';
import type { Database, Queries } from './database.ts';
import { readDelivery } from './delivery-rows.ts';
import type { ClaimedDelivery } from './delivery-store.ts';
import { join, sql, type Sql } from './dialect.ts';
import type { Lease } from './leases.ts';
import { readChannel } from './prisma-channels.ts';
import { readSubscription } from './prisma-subscriptions.ts';

export interface Claim {
  readonly now: Date;
  readonly leaseMs: number;
  readonly limit: number;
  readonly platforms: readonly PlatformId[];
}

/** Takes due deliveries for sending, at most one a channel; see DeliveryStore. */
export async function claimDeliveries(
  database: Database,
  claim: Claim,
  { leasedUntil }: Lease,
): Promise<readonly ClaimedDelivery[]> {
  if (claim.platforms.length === 0) return [];
  return database.transaction(async (queries) => {
    const candidates = await findClaimable(database, queries, claim);
    const claimed = await take(database, queries, { now: claim.now, leasedUntil, ids: candidates });
    return loadClaimed(queries, claimed);
  });
}

/** The channels with something unfinished: the index is asked for the next such channel, not for each delivery. */
const waiting = sql`WITH RECURSIVE step("state", "channelId") AS (
    SELECT u."state", (SELECT MIN(p."channelId") FROM "Delivery" p WHERE p."state" = u."state")
    FROM (SELECT 'pending' AS "state" UNION ALL SELECT 'sending') AS u
    UNION ALL
    SELECT step."state", (SELECT MIN(p."channelId") FROM "Delivery" p
      WHERE p."state" = step."state" AND p."channelId" > step."channelId")
    FROM step WHERE step."channelId" IS NOT NULL)`;

/** The first unfinished delivery of a channel `c`: pending or being sent. Two look-ups in an index. */
const head = sql`(SELECT MIN(f."id") FROM (
    SELECT MIN(p."id") AS "id" FROM "Delivery" p WHERE p."channelId" = c."id" AND p."state" = 'pending'
    UNION ALL
    SELECT MIN(p."id") AS "id" FROM "Delivery" p WHERE p."channelId" = c."id" AND p."state" = 'sending') AS f)`;

const heads = sql`FROM "Channel" c JOIN "Delivery" d ON d."id" = ${head}`;

const isServed = (platforms: readonly PlatformId[]): Sql =>
  sql`c."id" IN (SELECT "channelId" FROM step) AND c."state" = 'reachable' AND c."platform" IN (${join([...platforms])})`;

/** Due, or left behind by a copy of the program that ended. */
const isClaimable = (now: Date): Sql => sql`(d."state" = 'pending' AND d."dueAt" <= ${now}
  OR d."state" = 'sending' AND d."leasedUntil" <= ${now})`;

/** Another of the channel is being sent, e.g. one that was routed by a copy whose clock is ahead. */
const isBusy = (now: Date): Sql => sql`EXISTS (SELECT 1 FROM "Delivery" o WHERE o."channelId" = d."channelId"
  AND o."state" = 'sending' AND o."id" <> d."id" AND o."leasedUntil" > ${now})`;

async function findClaimable(
  { dialect }: Database,
  queries: Queries,
  { now, limit, platforms }: Claim,
): Promise<readonly Id[]> {
  const rows = await queries.$queryRaw<{ id: Id }[]>(sql`
    ${waiting} SELECT d."id" ${heads} WHERE ${isServed(platforms)} AND ${isClaimable(now)}
      AND NOT ${isBusy(now)}
    ORDER BY d."dueAt", d."id" LIMIT ${limit} ${dialect.lockFree('c')}`);
  return rows.map(({ id }) => id);
}

/** Asks again whether each may be taken: another copy may have had it while the channels were looked through. */
async function take(
  { copy }: Database,
  queries: Queries,
  { now, leasedUntil, ids }: { readonly now: Date; readonly leasedUntil: Date; readonly ids: readonly Id[] },
): Promise<readonly Id[]> {
  if (ids.length === 0) return [];
  // An attempt whose lease ran out counts, and it is not known what became of it.
  const rows = await queries.$queryRaw<{ id: Id }[]>(sql`
    UPDATE "Delivery" AS d SET
      "attempts" = d."attempts" + CASE WHEN d."state" = 'sending' THEN 1 ELSE 0 END,
      "firstAttemptAt" = CASE WHEN d."state" = 'sending' THEN COALESCE(d."firstAttemptAt", d."claimedAt")
        ELSE d."firstAttemptAt" END,
      "uncertainSince" = CASE WHEN d."state" = 'sending' THEN COALESCE(d."uncertainSince", d."claimedAt")
        ELSE d."uncertainSince" END,
      "state" = 'sending', "claimedAt" = ${now}, "claimedBy" = ${copy}, "leasedUntil" = ${leasedUntil}
    WHERE d."id" IN (${join([...ids])}) AND ${isClaimable(now)} AND NOT ${isBusy(now)}
    RETURNING "id"`);
  return rows.map(({ id }) => id);
}

async function loadClaimed(queries: Queries, ids: readonly Id[]): Promise<readonly ClaimedDelivery[]> {
  const rows = await queries.delivery.findMany({
    where: { id: { in: [...ids] } },
    include: {
      channel: true,
      subscriptions: { include: { subscription: true }, orderBy: { subscriptionId: 'asc' } },
    },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => ({
    delivery: readDelivery(row),
    channel: readChannel(row.channel),
    subscriptions: row.subscriptions.map(({ subscription }) => readSubscription(subscription)),
  }));
}

/** When the first unfinished delivery of a reachable channel is due, or its lease ends. */
export async function nextDueAt(
  { queries }: Database,
  platforms: readonly PlatformId[],
): Promise<Date | null> {
  if (platforms.length === 0) return null;
  const [next] = await queries.$queryRaw<{ id: Id }[]>(sql`
    ${waiting} SELECT d."id" ${heads} WHERE ${isServed(platforms)}
    ORDER BY CASE WHEN d."state" = 'sending' THEN d."leasedUntil" ELSE d."dueAt" END LIMIT 1`);
  const row = next === undefined ? null : await queries.delivery.findUnique({ where: { id: next.id } });
  if (row === null) return null;
  return row.state === 'sending' ? row.leasedUntil : row.dueAt;
}
