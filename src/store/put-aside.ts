/** What waits for digests, when what its subscription asked for changes. */
import type { Id } from '../domain/ids.ts';
import type { Queries } from './database.ts';
import { isWaiting } from './delivery-rows.ts';
import { join, sql, type Sql } from './dialect.ts';
import { chunks } from './readers.ts';

interface OfChannel {
  readonly id: Id;
  readonly channelId: Id;
}

export const isPutAsideFor = (subscriptionId: Id): Sql =>
  sql`"state" = 'aside' AND ${isMatchedBy(subscriptionId)}`;

const isMatchedBy = (subscriptionId: Id): Sql => sql`EXISTS (SELECT 1 FROM "DeliverySubscription" m
  WHERE m."deliveryId" = "Delivery"."id" AND m."subscriptionId" = ${subscriptionId})`;

/** What waits for a subscription's digest comes at another time, but for what is due already. */
export async function moveDigest(
  queries: Queries,
  { id, channelId }: OfChannel,
  { now, nextAt }: { readonly now: Date; readonly nextAt: Date },
): Promise<void> {
  await queries.$executeRaw(sql`UPDATE "Delivery" SET "dueAt" = ${nextAt}
    WHERE "channelId" = ${channelId} AND "dueAt" > ${now} AND ${isPutAsideFor(id)}`);
}

/**
 * Gives up what waits for this subscription's sake alone: no other that is not paused matched it too. A channel has
 * a story once, so another digest that wants it stood back: where there is one, the stories are routed again.
 */
export async function giveUp(queries: Queries, subscription: OfChannel, reason: string): Promise<void> {
  const { id, channelId } = subscription;
  const isForItAlone = sql`${isWaiting} AND ${isMatchedBy(id)}
    AND NOT EXISTS (SELECT 1 FROM "DeliverySubscription" m JOIN "Subscription" s ON s."id" = m."subscriptionId"
      WHERE m."deliveryId" = "Delivery"."id" AND s."id" <> ${id} AND NOT s."isPaused")`;
  const where = { channelId, id: { not: id }, isPaused: false, digestAt: { not: null } };
  if ((await queries.subscription.count({ where })) > 0) await routeAgain(queries, channelId, isForItAlone);
  await queries.$executeRaw(
    sql`UPDATE "Delivery" SET "state" = 'cancelled', "reason" = ${reason} WHERE ${isForItAlone}`,
  );
}

const storiesAtOnce = 500;

/** What may have been sent before keeps its row. */
async function routeAgain(queries: Queries, channelId: Id, isGivenUp: Sql): Promise<void> {
  const removed = await queries.$queryRaw<{ storyId: Id }[]>(sql`DELETE FROM "Delivery"
    WHERE "channelId" = ${channelId} AND "storyId" IS NOT NULL AND "uncertainSince" IS NULL AND ${isGivenUp}
    RETURNING "storyId"`);
  for (const part of chunks(removed, storiesAtOnce)) {
    const ids = join(part.map(({ storyId }) => storyId));
    await queries.$executeRaw(sql`UPDATE "Story" SET "routedRevision" = 0 WHERE "id" IN (${ids})`);
  }
}
