import type { Push } from '../domain/push.ts';
import type { Database } from './database.ts';
import { cleanText, sql } from './dialect.ts';
import { followOffers } from './follow-offers.ts';
import { createPushedDocuments } from './prisma-pushed-documents.ts';
import { readPush } from './push-rows.ts';
import type { PushStore } from './push-store.ts';

export function createPushStore(database: Database): PushStore {
  const { queries } = database;
  return {
    ...createPushedDocuments(database),
    follow: (wish) => followOffers(database, wish),
    claimDue: (claim) => claimDue(database, claim),
    async nextTryAt() {
      return (await queries.push.aggregate({ _min: { nextTryAt: true } }))._min.nextTryAt;
    },
    async recordAsked({ id, attempts }, { nextTryAt, error }) {
      const lastError = error === null ? null : cleanText(error);
      // What the hub said at the callback has set the attempts back.
      await queries.push.updateMany({ where: { id, attempts }, data: { nextTryAt, lastError } });
    },
    async moveTo(id, { hub, token, secret }) {
      const data = { hub, token, secret, state: 'wanted', leaseEndsAt: null };
      await queries.push.updateMany({ where: { id, servesSourceId: { not: null } }, data });
    },
    async byToken(token) {
      const row = await queries.push.findUnique({ where: { token } });
      return row === null ? null : readPush(row);
    },
    activate: (id, lease) => activate(database, id, lease),
    deny: (id, denial) => deny(database, id, denial),
    async end(id) {
      await queries.push.deleteMany({ where: { id } });
    },
    async backToReading(now) {
      const data = { pushedUntil: null, nextDueAt: now };
      await queries.source.updateMany({ where: { pushedUntil: { not: null } }, data });
    },
  };
}

async function claimDue(
  database: Database,
  { now, retryMs, limit }: Parameters<PushStore['claimDue']>[0],
): Promise<readonly Push[]> {
  const due = sql`SELECT p."id" FROM "Push" p WHERE p."nextTryAt" <= ${now}
    ORDER BY p."nextTryAt", p."id" LIMIT ${limit} ${database.dialect.lockFree('p')}`;
  return database.transaction(async (queries) => {
    const claimed = await queries.$queryRaw<{ id: bigint }[]>(due);
    if (claimed.length === 0) return [];
    const where = { id: { in: claimed.map(({ id }) => id) } };
    const nextTryAt = new Date(now.getTime() + retryMs);
    await queries.push.updateMany({ where, data: { attempts: { increment: 1 }, nextTryAt } });
    return (await queries.push.findMany({ where, orderBy: { id: 'asc' } })).map(readPush);
  });
}

async function activate(
  database: Database,
  id: bigint,
  { endsAt, renewAt }: Parameters<PushStore['activate']>[1],
): Promise<boolean> {
  return database.transaction(async (queries) => {
    const row = await queries.push.findUnique({ where: { id } });
    if (row === null || row.servesSourceId === null) return false;
    await queries.push.update({
      where: { id },
      data: { state: 'active', leaseEndsAt: endsAt, nextTryAt: renewAt, attempts: 0, lastError: null },
    });
    await queries.source.update({ where: { id: row.sourceId }, data: { pushedUntil: endsAt } });
    return true;
  });
}

async function deny(
  database: Database,
  id: bigint,
  { reason, nextTryAt }: Parameters<PushStore['deny']>[1],
): Promise<void> {
  await database.transaction(async (queries) => {
    const row = await queries.push.findUnique({ where: { id } });
    if (row === null || row.servesSourceId === null) return;
    const lastError = cleanText(reason);
    await queries.push.update({
      where: { id },
      data: { state: 'denied', leaseEndsAt: null, nextTryAt, attempts: 0, lastError },
    });
    await queries.source.update({ where: { id: row.sourceId }, data: { pushedUntil: null } });
  });
}
