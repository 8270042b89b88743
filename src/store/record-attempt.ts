import type { Id } from '../domain/ids.ts';
import type { Database, Queries } from './database.ts';
import type { AttemptResult } from './delivery-store.ts';
import { cleanText } from './dialect.ts';
import type { Delivery as DeliveryRow, Prisma } from './generated/sqlite/client.ts';

/** Records what became of an attempt, and gives the channel free; see DeliveryStore. */
export async function recordAttempt(
  database: Database,
  id: Id,
  { result, now }: { readonly result: AttemptResult; readonly now: Date },
): Promise<void> {
  await database.transaction(async (queries) => {
    const row = await queries.delivery.findUnique({ where: { id } });
    if (row === null || !mayRecord(row, result, database.copy)) {
      database.log.warn(
        { delivery: id, result: result.kind },
        'an attempt ended after its lease, and is not recorded',
      );
      return;
    }
    const change = await changeOf(queries, row, result);
    await queries.delivery.update({ where: { id }, data: { ...change, ...noLease } });
    if (result.kind === 'sent') await addPost(queries, id, { result, now });
  });
}

const noLease = { claimedAt: null, claimedBy: null, leasedUntil: null };

/** What was sent is recorded in any case. Other outcomes must not end an attempt of another copy of the program. */
function mayRecord(row: DeliveryRow, result: AttemptResult, copy: string): boolean {
  if (result.kind === 'sent') return true;
  return row.state === 'sending' && row.claimedBy === copy;
}

async function changeOf(
  queries: Queries,
  row: DeliveryRow,
  result: AttemptResult,
): Promise<Prisma.DeliveryUpdateInput> {
  const attempt = {
    attempts: row.attempts + 1,
    firstAttemptAt: row.firstAttemptAt ?? row.claimedAt,
  };
  if (result.kind === 'sent') return { ...attempt, state: 'sent', uncertainSince: null, reason: null };
  const reason = cleanText(result.reason);
  if (result.kind === 'retry') {
    const again = await stateAfterRetry(queries, row);
    return {
      ...(result.countsAsAttempt ? attempt : {}),
      ...again,
      dueAt: result.dueAt,
      reason: again.reason ?? reason,
    };
  }
  if (result.kind === 'uncertain') {
    const uncertainSince = row.uncertainSince ?? row.claimedAt;
    return { ...attempt, state: 'pending', dueAt: result.dueAt, uncertainSince, reason };
  }
  return { ...attempt, state: result.kind, reason };
}

/** Nobody wants it any more when all who asked for it unsubscribed or paused while it was being sent. */
async function stateAfterRetry(queries: Queries, row: DeliveryRow) {
  if (!row.key.startsWith('story:') || row.uncertainSince !== null) return { state: 'pending' };
  const where = { deliveryId: row.id, subscription: { isPaused: false } };
  const wanted = await queries.deliverySubscription.count({ where });
  return wanted > 0 ? { state: 'pending' } : { state: 'cancelled', reason: 'unsubscribed' };
}

async function addPost(
  queries: Queries,
  deliveryId: Id,
  { result, now }: { readonly result: AttemptResult & { readonly kind: 'sent' }; readonly now: Date },
): Promise<void> {
  const { messageId, form, shownRevision } = result;
  const row = { messageId, form, shownRevision, sentAt: now, shownAt: now };
  await queries.post.upsert({
    where: { deliveryId_part: { deliveryId, part: 0 } },
    update: row,
    create: { deliveryId, part: 0, ...row },
  });
}
