import type { Id } from '../domain/ids.ts';
import type { Database, Queries } from './database.ts';
import type { NewDelivery } from './delivery-store.ts';
import { sql } from './dialect.ts';
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
    for (const part of chunks(routed, rowsAtOnce)) {
      const rows = database.dialect.rows('r', { storyId: 'bigint', revision: 'integer' }, part);
      await queries.$executeRaw(sql`UPDATE "Story" SET "routedRevision" = r."revision" FROM ${rows}
        WHERE "Story"."id" = r."storyId" AND "Story"."routedRevision" < r."revision"`);
    }
    return added;
  });
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
    { id: 'bigint', channelId: 'bigint', key: 'text', storyId: 'bigint', dueAt: 'time' },
    given.map(({ id, channelId, key, storyId, dueAt }) => ({ id, channelId, key, storyId, dueAt })),
  );
  const added = await queries.$queryRaw<{ id: Id }[]>(sql`
    INSERT INTO "Delivery" ("id", "channelId", "key", "storyId", "state", "dueAt", "attempts")
    SELECT "id", "channelId", "key", "storyId", 'pending', "dueAt", 0 FROM ${rows} WHERE TRUE
    ON CONFLICT ("channelId", "key") DO NOTHING RETURNING "id"`);
  const addedIds = new Set(added.map(({ id }) => id));
  const matched = given
    .filter(({ id }) => addedIds.has(id))
    .flatMap(({ id, subscriptionIds }) =>
      subscriptionIds.map((subscriptionId) => ({ deliveryId: id, subscriptionId })),
    );
  // A subscription that was removed in the meantime is left out.
  await queries.$executeRaw(sql`INSERT INTO "DeliverySubscription" ("deliveryId", "subscriptionId")
    SELECT r."deliveryId", s."id" FROM ${dialect.rows('r', { deliveryId: 'bigint', subscriptionId: 'bigint' }, matched)}
    JOIN "Subscription" s ON s."id" = r."subscriptionId" WHERE TRUE ON CONFLICT DO NOTHING`);
  return addedIds.size;
}
