import type { Delivery, Post } from '../domain/delivery.ts';
import type { Id } from '../domain/ids.ts';
import { addDeliveries, addRouted, sendPutAside } from './add-deliveries.ts';
import { claimDeliveries, nextDueAt } from './claim-deliveries.ts';
import type { Database } from './database.ts';
import type { DeliveryStore } from './delivery-store.ts';
import { readDelivery, readDeliveryState, readPost, withSubscriptions } from './delivery-rows.ts';
import type { Prisma } from './generated/sqlite/client.ts';
import { createLeases } from './leases.ts';
import { owedEdits } from './owed-edits.ts';
import { recordAttempt } from './record-attempt.ts';

/** `stop` ends the renewal of leases. */
export function createDeliveryStore(database: Database): DeliveryStore & { stop(): Promise<void> } {
  const { queries } = database;
  const leases = createLeases({
    ...database,
    renew: (ids, leasedUntil) => changeHeld(database, ids, { leasedUntil }),
  });
  return {
    addRouted: (routed, deliveries) => addRouted(database, routed, deliveries),
    add: (delivery) =>
      database.transaction(async (queries) => {
        const added = await addDeliveries(database, queries, [delivery]);
        return added + (await sendPutAside(database, queries, [delivery])) === 1;
      }),
    async claim(claim) {
      const lease = leases.begin(claim.now, claim.leaseMs);
      const claimed = await claimDeliveries(database, claim, lease);
      leases.hold(
        claimed.map(({ delivery }) => delivery.id),
        lease,
      );
      return claimed;
    },
    async record(id, result, now) {
      await recordAttempt(database, id, { result, now });
      leases.letGo([id]);
    },
    async release(ids) {
      leases.letGo(ids);
      const free = { state: 'pending', claimedAt: null, claimedBy: null, leasedUntil: null };
      await changeHeld(database, ids, free);
    },
    nextDueAt: (platforms) => nextDueAt(database, platforms),
    owedEdits: (query) => owedEdits(database, query),
    async recordEdit({ deliveryId, part, revision, at }) {
      await queries.post.updateMany({
        where: { deliveryId, part },
        data: { shownRevision: revision, shownAt: at },
      });
    },
    get: (id) => findOne(database, { id }),
    find: (channelId, key) => findOne(database, { channelId_key: { channelId, key } }),
    ofChannel: (channelId, limit) => ofChannel(database, channelId, limit),
    postsOf: (deliveryIds) => postsOf(database, deliveryIds),
    counts: () => counts(database),
    stop: () => leases.stop(),
  };
}

async function findOne(
  { queries }: Database,
  where: Prisma.DeliveryWhereUniqueInput,
): Promise<Delivery | null> {
  const row = await queries.delivery.findUnique({ where, include: withSubscriptions });
  return row === null ? null : readDelivery(row);
}

async function ofChannel({ queries }: Database, channelId: Id, limit: number): Promise<readonly Delivery[]> {
  const rows = await queries.delivery.findMany({
    where: { channelId },
    include: withSubscriptions,
    orderBy: { id: 'desc' },
    take: limit,
  });
  return rows.map(readDelivery);
}

async function postsOf({ queries }: Database, deliveryIds: readonly Id[]): Promise<readonly Post[]> {
  const where = { deliveryId: { in: [...deliveryIds] } };
  const rows = await queries.post.findMany({ where, orderBy: [{ deliveryId: 'asc' }, { part: 'asc' }] });
  return rows.map(readPost);
}

/** Changes those of the deliveries that this copy of the program still holds. */
async function changeHeld(
  { queries, copy }: Database,
  ids: readonly Id[],
  data: Prisma.DeliveryUpdateManyMutationInput,
): Promise<void> {
  await queries.delivery.updateMany({
    where: { id: { in: [...ids] }, state: 'sending', claimedBy: copy },
    data,
  });
}

async function counts({ queries }: Database): Promise<Record<Delivery['state'], number>> {
  const none = {
    pending: 0,
    sending: 0,
    sent: 0,
    unconfirmed: 0,
    rejected: 0,
    cancelled: 0,
    aside: 0,
    folded: 0,
  };
  const rows = await queries.delivery.groupBy({ by: 'state', _count: true });
  return Object.assign(
    none,
    Object.fromEntries(rows.map((row) => [readDeliveryState(row.state), row._count])),
  );
}
