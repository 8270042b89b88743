import type { Id } from '../domain/ids.ts';
import type { Database, Queries } from './database.ts';
import type { NewDelivery } from './delivery-store.ts';
import { sql, type Dialect } from './dialect.ts';
import { chunks } from './readers.ts';

const rowsAtOnce = 500;

/** Writes what routing decided, and that these revisions need not be routed again; see DeliveryStore. */
export async function addRouted(
  database: Database,
  routed: readonly { readonly storyId: Id; readonly revision: number }[],
  deliveries: readonly NewDelivery[],
): Promise<number> {
  return database.transaction(async (queries) => {
    const added = await addDeliveries(database, queries, deliveries);
    const taken = await sendPutAside(database, queries, deliveries);
    const unwanted = await removeUnwanted(database, queries, deliveries);
    const storyIds = new Set(unwanted.map(({ storyId }) => storyId));
    const settled = routed.filter(({ storyId }) => !storyIds.has(storyId));
    for (const part of chunks(settled, rowsAtOnce)) {
      const rows = database.dialect.rows('r', { storyId: 'bigint', revision: 'integer' }, part);
      await queries.$executeRaw(sql`UPDATE "Story" SET "routedRevision" = r."revision" FROM ${rows}
        WHERE "Story"."id" = r."storyId" AND "Story"."routedRevision" < r."revision"`);
    }
    return added + taken - unwanted.length;
  });
}

/**
 * Those whose subscriptions all ended while it was decided what they get. Another one of the channel may have stood
 * back for them, so their stories do not count as routed.
 */
async function removeUnwanted(
  { dialect }: Database,
  queries: Queries,
  deliveries: readonly NewDelivery[],
): Promise<readonly { readonly storyId: Id }[]> {
  const unwanted: { readonly storyId: Id }[] = [];
  const matched = deliveries.filter(({ subscriptionIds }) => subscriptionIds.length > 0);
  for (const part of chunks(matched, rowsAtOnce)) {
    const rows = dialect.rows('r', { channelId: 'bigint', key: 'text' }, part);
    const removed = await queries.$queryRaw<{ storyId: Id }[]>(sql`DELETE FROM "Delivery"
      WHERE ("channelId", "key") IN (SELECT r."channelId", r."key" FROM ${rows})
        AND "state" IN ('pending', 'aside') AND "attempts" = 0 AND "uncertainSince" IS NULL AND "storyId" IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM "DeliverySubscription" m WHERE m."deliveryId" = "Delivery"."id")
      RETURNING "storyId"`);
    unwanted.push(...removed);
  }
  return unwanted;
}

/** Returns how many were added: one whose key the channel already has is left as it is. */
export async function addDeliveries(
  database: Database,
  queries: Queries,
  deliveries: readonly NewDelivery[],
): Promise<number> {
  let added = 0;
  for (const part of chunks(deliveries, rowsAtOnce)) added += await addPart(database, queries, part);
  return added;
}

async function addPart(
  { dialect, newId }: Database,
  queries: Queries,
  deliveries: readonly NewDelivery[],
): Promise<number> {
  const given = deliveries.map((delivery) => ({ ...delivery, id: newId() }));
  const rows = dialect.rows(
    'r',
    { id: 'bigint', channelId: 'bigint', key: 'text', storyId: 'bigint', state: 'text', dueAt: 'time' },
    given.map(({ id, channelId, key, storyId, dueAt, isFolded }) => {
      const state = isFolded === true ? 'aside' : 'pending';
      return { id, channelId, key, storyId, state, dueAt };
    }),
  );
  const added = await queries.$queryRaw<{ id: Id }[]>(sql`
    INSERT INTO "Delivery" ("id", "channelId", "key", "storyId", "state", "dueAt", "attempts")
    SELECT "id", "channelId", "key", "storyId", "state", "dueAt", 0 FROM ${rows} WHERE TRUE
    ON CONFLICT ("channelId", "key") DO NOTHING RETURNING "id"`);
  const addedIds = new Set(added.map(({ id }) => id));
  await addMatched(
    dialect,
    queries,
    given.filter(({ id }) => addedIds.has(id)),
  );
  return addedIds.size;
}

type Matched = Pick<NewDelivery, 'subscriptionIds'> & { readonly id: Id };

/** A subscription that was removed in the meantime is left out. */
async function addMatched(dialect: Dialect, queries: Queries, deliveries: readonly Matched[]): Promise<void> {
  const matched = deliveries.flatMap(({ id, subscriptionIds }) =>
    subscriptionIds.map((subscriptionId) => ({ deliveryId: id, subscriptionId })),
  );
  await queries.$executeRaw(sql`INSERT INTO "DeliverySubscription" ("deliveryId", "subscriptionId")
    SELECT r."deliveryId", s."id" FROM ${dialect.rows('r', { deliveryId: 'bigint', subscriptionId: 'bigint' }, matched)}
    JOIN "Subscription" s ON s."id" = r."subscriptionId" WHERE TRUE ON CONFLICT DO NOTHING`);
}

/** What waits for a digest is posted at once when a subscription without one comes to match it. */
export async function sendPutAside(
  { dialect }: Database,
  queries: Queries,
  deliveries: readonly NewDelivery[],
): Promise<number> {
  let sent = 0;
  for (const part of chunks(
    deliveries.filter(({ isFolded }) => isFolded !== true),
    rowsAtOnce,
  )) {
    const rows = dialect.rows('r', { channelId: 'bigint', key: 'text', dueAt: 'time' }, part);
    const found = await queries.$queryRaw<{ id: Id; channelId: Id; key: string }[]>(sql`
      UPDATE "Delivery" SET "state" = 'pending', "dueAt" = r."dueAt" FROM ${rows}
      WHERE "Delivery"."channelId" = r."channelId" AND "Delivery"."key" = r."key"
        AND "Delivery"."state" = 'aside'
      RETURNING "Delivery"."id", "Delivery"."channelId", "Delivery"."key"`);
    sent += found.length;
    const unfolded = found.flatMap(({ id, channelId, key }) => {
      const given = part.find((delivery) => delivery.channelId === channelId && delivery.key === key);
      return given === undefined ? [] : [{ id, subscriptionIds: given.subscriptionIds }];
    });
    if (unfolded.length === 0) continue;
    await queries.deliverySubscription.deleteMany({
      where: { deliveryId: { in: unfolded.map(({ id }) => id) } },
    });
    await addMatched(dialect, queries, unfolded);
  }
  return sent;
}
