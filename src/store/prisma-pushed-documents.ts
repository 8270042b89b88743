import type { Id } from '../domain/ids.ts';
import { isLive, readAgainAt, type Push } from '../domain/push.ts';
import type { Database, Queries } from './database.ts';
import { cleanText, sql } from './dialect.ts';
import { readSource } from './prisma-sources.ts';
import type { PushedDocument, PushStore } from './push-store.ts';

type DocumentStore = Pick<
  PushStore,
  'receive' | 'claimDocuments' | 'finishDocument' | 'readWhole' | 'releaseDocument'
>;

/** What waits at most: of one source, so that it leaves room for others, and of all, so that the disk is not filled. */
const mostOfSource = { documents: 20, bytes: 20 * 1024 * 1024 };
const mostBytes = 10 * mostOfSource.bytes;

export function createPushedDocuments(database: Database): DocumentStore {
  const { queries } = database;
  return {
    receive: (push, document, now) => receive(database, push, { ...document, now }),
    claimDocuments: (claim) => claimDocuments(database, claim),
    async finishDocument({ id, source }, readAgainAt) {
      await database.transaction(async (queries) => {
        await queries.pushedDocument.deleteMany({ where: { id } });
        if (readAgainAt === null) return;
        const where = { id: source.id, nextDueAt: { gt: readAgainAt } };
        await queries.source.updateMany({ where, data: { nextDueAt: readAgainAt } });
      });
    },
    async readWhole(id) {
      await queries.source.updateMany({ where: { id }, data: { etag: null, lastModified: null } });
    },
    async releaseDocument(id) {
      await queries.pushedDocument.updateMany({ where: { id }, data: { leasedUntil: null } });
    },
  };
}

interface Received {
  readonly body: Uint8Array;
  readonly contentType: string | null;
  readonly now: Date;
}

async function receive(database: Database, push: Push, { body, contentType, now }: Received): Promise<void> {
  const { sourceId } = push;
  await database.transaction(async (queries) => {
    const isFull = !(await hasRoom(queries, sourceId, body.byteLength));
    if (!isFull) {
      const type = contentType === null ? null : cleanText(contentType);
      const row = { id: database.newId(), sourceId, body: Buffer.from(body), contentType: type };
      await queries.pushedDocument.create({ data: { ...row, arrivedAt: now } });
    }
    // A hub that brings something is not silent.
    const data = {
      ...(isLive(push, now) ? { pushedUntil: push.leaseEndsAt } : {}),
      ...(isFull ? await dueAgain(queries, sourceId, now) : {}),
    };
    await queries.source.updateMany({ where: { id: sourceId }, data });
  });
}

async function hasRoom(queries: Queries, sourceId: Id, bytes: number): Promise<boolean> {
  const rows = await queries.$queryRaw<Readonly<Record<'documents' | 'bytes' | 'ofAll', unknown>>[]>(sql`
    SELECT COUNT(CASE WHEN d."sourceId" = ${sourceId} THEN 1 END) AS "documents",
      COALESCE(SUM(CASE WHEN d."sourceId" = ${sourceId} THEN LENGTH(d."body") END), 0) AS "bytes",
      COALESCE(SUM(LENGTH(d."body")), 0) AS "ofAll" FROM "PushedDocument" d`);
  const { documents = 0, bytes: waiting = 0, ofAll = 0 } = rows[0] ?? {};
  return (
    Number(documents) < mostOfSource.documents &&
    Number(waiting) + bytes <= mostOfSource.bytes &&
    Number(ofAll) + bytes <= mostBytes
  );
}

async function dueAgain(queries: Queries, id: Id, now: Date): Promise<{ readonly nextDueAt?: Date }> {
  const source = await queries.source.findUnique({ where: { id } });
  if (source === null) return {};
  const at = readAgainAt(source, now);
  return at < source.nextDueAt ? { nextDueAt: at } : {};
}

async function claimDocuments(
  database: Database,
  { now, leaseMs, limit }: Parameters<PushStore['claimDocuments']>[0],
): Promise<readonly PushedDocument[]> {
  const free = sql`SELECT d."id" FROM "PushedDocument" d JOIN "Source" s ON s."id" = d."sourceId"
    WHERE (d."leasedUntil" IS NULL OR d."leasedUntil" <= ${now}) AND NOT s."isPaused" AND NOT s."isRetired"
      AND NOT EXISTS (SELECT 1 FROM "PushedDocument" e WHERE e."sourceId" = d."sourceId" AND e."id" < d."id")
    ORDER BY d."id" LIMIT ${limit} ${database.dialect.lockFree('d')}`;
  return database.transaction(async (queries) => {
    const claimed = await queries.$queryRaw<{ id: bigint }[]>(free);
    if (claimed.length === 0) return [];
    const where = { id: { in: claimed.map(({ id }) => id) } };
    await queries.pushedDocument.updateMany({
      where,
      data: { leasedUntil: new Date(now.getTime() + leaseMs) },
    });
    const rows = await queries.pushedDocument.findMany({
      where,
      include: { source: true },
      orderBy: { id: 'asc' },
    });
    return rows.map(({ id, source, body, contentType }) => ({
      id,
      source: readSource(source),
      body,
      contentType,
    }));
  });
}
