import { nextDigestAt } from '../domain/digest-time.ts';
import type { Cadence, Filter, Look, Subscription } from '../domain/subscription.ts';
import type { Database } from './database.ts';
import { cleanText } from './dialect.ts';
import type { Subscription as SubscriptionRow } from './generated/sqlite/client.ts';
import { readChannel } from './prisma-channels.ts';
import { giveUp, moveDigest } from './put-aside.ts';
import { readCategory, readStrings } from './readers.ts';
import type { NewSubscription, SubscriptionStore } from './subscription-store.ts';

export function createSubscriptionStore(database: Database): SubscriptionStore {
  const { queries } = database;
  return {
    add: (subscription, now) => addSubscription(database, subscription, now),
    update: (id, change, now) => updateSubscription(database, id, { change, now }),
    remove: (id) =>
      database.transaction(async (queries) => {
        const row = await queries.subscription.findUnique({ where: { id } });
        if (row === null) return;
        await giveUp(queries, row, 'unsubscribed');
        await queries.subscription.delete({ where: { id } });
      }),
    setPaused: (id, isPaused, now) =>
      database.transaction(async (queries) => {
        const where = { id, isPaused: !isPaused };
        const [row] = await queries.subscription.updateManyAndReturn({ where, data: { isPaused } });
        if (row === undefined) return;
        if (isPaused) await giveUp(queries, row, 'paused');
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

async function updateSubscription(
  database: Database,
  id: bigint,
  { change, now }: { readonly change: Parameters<SubscriptionStore['update']>[1]; readonly now: Date },
): Promise<Subscription> {
  const { cadence } = change;
  return database.transaction(async (queries) => {
    const before = await queries.subscription.findUniqueOrThrow({ where: { id } });
    const isMoved =
      cadence.kind === 'digest' && (cadence.at !== before.digestAt || cadence.timeZone !== before.timeZone);
    if (isMoved) await moveDigest(queries, before, { now, nextAt: nextDigestAt(cadence, now) });
    const data = { ...describe(change), since: now };
    return readSubscription(await queries.subscription.update({ where: { id }, data }));
  });
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
