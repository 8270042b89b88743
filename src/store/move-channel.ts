import type { ChannelAddress } from '../domain/channel.ts';
import type { Database, Queries } from './database.ts';
import { sql, type Sql } from './dialect.ts';

/**
 * Gives a channel another address. Where the new address is already known as a channel of its own, that one takes
 * over the subscriptions, and what it was not owed itself.
 */
export async function moveChannel(
  database: Database,
  { from, to, now }: { from: ChannelAddress; to: ChannelAddress; now: Date },
): Promise<void> {
  await database.transaction(async (queries) => {
    const old = await queries.channel.findUnique({ where: { platform_address: pick(from) } });
    if (old === null) return;
    const taken = await queries.channel.findUnique({ where: { platform_address: pick(to) } });
    if (taken?.id === old.id) return;
    if (taken !== null) await takeOver(queries, { from: taken.id, to: old.id });
    await queries.channel.update({
      where: { id: old.id },
      data: {
        ...pick(to),
        ...(taken === null ? {} : { name: taken.name, kind: taken.kind, scope: taken.scope }),
        state: 'reachable',
        unreachableReason: null,
        unreachableSince: null,
        updatedAt: now,
      },
    });
    const where = { channelId: old.id, state: 'pending', dueAt: { gt: now } };
    await queries.delivery.updateMany({ where, data: { dueAt: now } });
  });
}

async function takeOver(queries: Queries, { from, to }: { from: bigint; to: bigint }): Promise<void> {
  const last = await queries.subscription.aggregate({ where: { channelId: to }, _max: { number: true } });
  const offset = last._max.number ?? 0;
  await queries.$executeRaw(
    sql`UPDATE "Subscription" SET "channelId" = ${to}, "number" = "number" + ${offset} WHERE "channelId" = ${from}`,
  );
  // What one of the two was sent, or is being sent, the other must not be sent once more.
  await queries.$executeRaw(
    sql`DELETE FROM "Delivery" WHERE "channelId" = ${to} AND EXISTS (SELECT 1 FROM "Delivery" o
      WHERE o."channelId" = ${from} AND o."key" = "Delivery"."key"
        AND ${weightOf(sql`o."state"`)} > ${weightOf(sql`"Delivery"."state"`)})`,
  );
  await queries.$executeRaw(
    sql`UPDATE "Delivery" SET "channelId" = ${to} WHERE "channelId" = ${from}
      AND "key" NOT IN (SELECT "key" FROM "Delivery" WHERE "channelId" = ${to})`,
  );
  await queries.channel.delete({ where: { id: from } });
}

/** What was told outweighs what is to be told at once, that what is to be told in a digest, that what nobody wants. */
const weightOf = (state: Sql): Sql =>
  sql`CASE ${state} WHEN 'cancelled' THEN 0 WHEN 'aside' THEN 1 WHEN 'pending' THEN 2 ELSE 3 END`;

const pick = ({ platform, address }: ChannelAddress) => ({ platform, address });
