import type { Cadence, Filter, Look, Subscription } from '../domain/subscription.ts';
import type { Database, Queries } from './database.ts';
import { cleanText, sql } from './dialect.ts';
import type { Subscription as SubscriptionRow } from './generated/sqlite/client.ts';
import { isWaiting } from './delivery-rows.ts';
import { readChannel } from './prisma-channels.ts';
import { readCategory, readStrings } from './readers.ts';
import type { NewSubscription, SubscriptionStore } from './subscription-store.ts';

export function createSubscriptionStore(database: Database): SubscriptionStore {
  const { queries } = database;
  return {
    add: (subscription, now) => addSubscription(database, subscription, now),
    update: (id, change, now) =>
      database.transaction(async (queries) => {
        if (change.cadence.kind === 'instant') await cancelPutAside(queries, id);
        const data = { ...describe(change), since: now };
        return readSubscription(await queries.subscription.update({ where: { id }, data }));
      }),
    remove: (id) =>
      database.transaction(async (queries) => {
        await cancelOwedTo(queries, id, 'unsubscribed');
        await queries.subscription.deleteMany({ where: { id } });
      }),
    setPaused: (id, isPaused, now) =>
      database.transaction(async (queries) => {
        const where = { id, isPaused: !isPaused };
        const { count } = await queries.subscription.updateMany({ where, data: { isPaused } });
        if (count === 0) return;
        if (isPaused) await cancelOwedTo(queries, id, 'paused');
        else await queries.subscription.update({ where: { id }, data: { since: now } });
      }),
    async ofChannel(channelId) {
      const rows = await queries.subscription.findMany({ where: { channelId }, orderBy: { number: 'asc' } });
      return rows.map(readSubscription);
    },
    async active() {
      const rows = await queries.subscription.findMany({
        where: { isPaused: false },
        include: { channel: true },
        orderBy: { id: 'asc' },
      });
      return rows.map((row) => ({ subscription: readSubscription(row), channel: readChannel(row.channel) }));
    },
  };
}

async function addSubscription(
  database: Database,
  { channelId, createdBy, ...wanted }: NewSubscription,
  now: Date,
): Promise<Subscription> {
  return database.transaction(async (queries) => {
    // Two copies that add to one channel at once wait for each other here, so each gets a number of its own.
    await queries.channel.update({ where: { id: channelId }, data: { updatedAt: now } });
    const last = await queries.subscription.aggregate({ where: { channelId }, _max: { number: true } });
    const row = await queries.subscription.create({
      data: {
        id: database.newId(),
        channelId,
        number: (last._max.number ?? 0) + 1,
        ...describe(wanted),
        since: now,
        isPaused: false,
        createdBy: createdBy === null ? null : cleanText(createdBy),
        createdAt: now,
      },
    });
    return readSubscription(row);
  });
}

/** What waits for a digest that does not come any more. */
async function cancelPutAside(queries: Queries, id: bigint): Promise<void> {
  await queries.delivery.updateMany({
    where: { state: 'folded', reason: null, subscriptions: { some: { subscriptionId: id } } },
    data: { state: 'cancelled', reason: 'no digest any more' },
  });
}

/** Cancels what waits for this subscription's sake alone: no other that is not paused matched it too. */
async function cancelOwedTo(queries: Queries, id: bigint, reason: string): Promise<void> {
  await queries.$executeRaw(
    sql`UPDATE "Delivery" SET "state" = 'cancelled', "reason" = ${reason}
      WHERE ${isWaiting}
        AND "id" IN (SELECT "deliveryId" FROM "DeliverySubscription" WHERE "subscriptionId" = ${id})
        AND NOT EXISTS (SELECT 1 FROM "DeliverySubscription" d JOIN "Subscription" s ON s."id" = d."subscriptionId"
          WHERE d."deliveryId" = "Delivery"."id" AND s."id" <> ${id} AND NOT s."isPaused")`,
  );
}

/** The columns that filter, cadence and look fill. */
function describe({ filter, cadence, look }: { filter: Filter; cadence: Cadence; look: Look }) {
  return {
    categories: [...filter.categories],
    assets: [...filter.assets],
    sources: [...filter.sources],
    include: [...filter.include],
    exclude: [...filter.exclude],
    minSources: filter.minSources,
    digestAt: cadence.kind === 'digest' ? cadence.at : null,
    timeZone: cadence.kind === 'digest' ? cadence.timeZone : null,
    isSilent: look.isSilent,
    mentionRole: look.mention?.role ?? null,
    mentionCategories: [...(look.mention?.categories ?? [])],
    isPublished: look.isPublished,
  };
}

export function readSubscription(row: SubscriptionRow): Subscription {
  return {
    id: row.id,
    number: row.number,
    channelId: row.channelId,
    filter: readFilter(row),
    cadence:
      row.digestAt === null
        ? { kind: 'instant' }
        : { kind: 'digest', at: row.digestAt, timeZone: row.timeZone ?? 'UTC' },
    look: readLook(row),
    since: row.since,
    isPaused: row.isPaused,
  };
}

function readFilter(row: SubscriptionRow): Filter {
  return {
    categories: readStrings(row.categories).map(readCategory),
    assets: readStrings(row.assets),
    sources: readStrings(row.sources),
    include: readStrings(row.include),
    exclude: readStrings(row.exclude),
    minSources: row.minSources,
  };
}

function readLook(row: SubscriptionRow): Look {
  return {
    isSilent: row.isSilent,
    mention:
      row.mentionRole === null
        ? null
        : { role: row.mentionRole, categories: readStrings(row.mentionCategories).map(readCategory) },
    isPublished: row.isPublished,
  };
}
