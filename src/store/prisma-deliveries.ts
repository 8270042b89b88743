import type { Delivery } from '../domain/delivery.ts';
import type { Id } from '../domain/ids.ts';
import { addDeliveries, addRouted } from './add-deliveries.ts';
import { claimDeliveries, nextDueAt } from './claim-deliveries.ts';
import type { Database } from './database.ts';
import type { DeliveryStore } from './delivery-store.ts';
import { readDelivery, readDeliveryState, readPost, withSubscriptions } from './delivery-rows.ts';
import { owedEdits } from './owed-edits.ts';
import { recordAttempt } from './record-attempt.ts';

export function createDeliveryStore(database: Database): DeliveryStore {
  const { queries } = database;
  return {
    addRouted: (routed, deliveries) => addRouted(database, routed, deliveries),
    add: async (delivery) =>
      (await database.transaction((queries) => addDeliveries(database, queries, [delivery]))) === 1,
    claim: (claim) => claimDeliveries(database, claim),
    record: (id, result, now) => recordAttempt(database, id, { result, now }),
    async release(ids) {
      await queries.delivery.updateMany({
        where: { id: { in: [...ids] }, state: 'sending', claimedBy: database.copy },
        data: { state: 'pending', claimedAt: null, claimedBy: null, leasedUntil: null },
      });
    },
    nextDueAt: (platforms) => nextDueAt(database, platforms),
    owedEdits: (query) => owedEdits(database, query),
    async recordEdit({ deliveryId, part, revision, at }) {
      await queries.post.updateMany({
        where: { deliveryId, part },
        data: { shownRevision: revision, shownAt: at },
      });
    },
    async get(id) {
      const row = await queries.delivery.findUnique({ where: { id }, include: withSubscriptions });
      return row === null ? null : readDelivery(row);
    },
    async find(channelId, key) {
      const where = { channelId_key: { channelId, key } };
      const row = await queries.delivery.findUnique({ where, include: withSubscriptions });
      return row === null ? null : readDelivery(row);
    },
    ofChannel: (channelId, limit) => ofChannel(database, channelId, limit),
    async postsOf(deliveryIds) {
      const where = { deliveryId: { in: [...deliveryIds] } };
      const rows = await queries.post.findMany({ where, orderBy: [{ deliveryId: 'asc' }, { part: 'asc' }] });
      return rows.map(readPost);
    },
    counts: () => counts(database),
  };
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

async function counts({ queries }: Database): Promise<Record<Delivery['state'], number>> {
  const none = { pending: 0, sending: 0, sent: 0, unconfirmed: 0, rejected: 0, cancelled: 0, folded: 0 };
  const rows = await queries.delivery.groupBy({ by: 'state', _count: true });
  return Object.assign(
    none,
    Object.fromEntries(rows.map((row) => [readDeliveryState(row.state), row._count])),
  );
}
