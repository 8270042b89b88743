import type { Id } from '../domain/ids.ts';
import type { Database, Queries } from './database.ts';
import { isWaiting } from './delivery-rows.ts';
import { sql } from './dialect.ts';

/**
 * Joins two stories that tell one event. The survivor gets the other's articles, assets and what it owes or posted;
 * the other's number leads to the survivor. What the other still owes a channel that has the survivor is cancelled;
 * a post of the other is owed an edit, after which it shows the survivor.
 */
export async function mergeStories(
  database: Database,
  { survivorId, otherId }: { readonly survivorId: Id; readonly otherId: Id },
): Promise<void> {
  await database.transaction(async (queries) => {
    const stories = await queries.story.findMany({
      where: { id: { in: [survivorId, otherId] }, mergedIntoId: null },
    });
    const survivor = stories.find(({ id }) => id === survivorId);
    const other = stories.find(({ id }) => id === otherId);
    if (survivor === undefined || other === undefined || survivor.id === other.id) return;
    if (survivor.scope !== other.scope) throw new Error('stories of two scopes do not merge');
    await moveDeliveries(queries, survivorId, otherId);
    await moveContent(queries, survivorId, otherId);
    await queries.story.updateMany({
      where: { OR: [{ id: otherId }, { mergedIntoId: otherId }] },
      data: { mergedIntoId: survivorId },
    });
    await queries.story.update({
      where: { id: survivorId },
      data: {
        revision: Math.max(survivor.revision, other.revision) + 1,
        routedRevision: Math.min(survivor.revision, survivor.routedRevision),
        sources: (await queries.article.groupBy({ by: 'sourceId', where: { storyId: survivorId } })).length,
        liveSince: earlier(survivor.liveSince, other.liveSince),
      },
    });
    for (const statement of database.dialect.reindex(sql`${survivorId}`))
      await queries.$executeRaw(statement);
    for (const statement of database.dialect.reindex(sql`${otherId}`)) await queries.$executeRaw(statement);
  });
}

async function moveDeliveries(queries: Queries, survivorId: Id, otherId: Id): Promise<void> {
  const ownKey = `story:${survivorId}`;
  const hasSurvivor = sql`"channelId" IN (SELECT "channelId" FROM "Delivery" WHERE "key" = ${ownKey})`;
  await queries.$executeRaw(sql`UPDATE "Delivery" SET "state" = 'cancelled', "reason" = 'merged'
    WHERE "storyId" = ${otherId} AND ${isWaiting} AND ${hasSurvivor}`);
  await queries.$executeRaw(sql`UPDATE "Post" SET "shownRevision" = 0
    WHERE "deliveryId" IN (SELECT "id" FROM "Delivery" WHERE "storyId" = ${otherId})`);
  await queries.$executeRaw(sql`UPDATE "Delivery" SET "key" = ${ownKey}
    WHERE "storyId" = ${otherId} AND "key" = ${`story:${otherId}`} AND NOT (${hasSurvivor})`);
  await queries.delivery.updateMany({ where: { storyId: otherId }, data: { storyId: survivorId } });
}

async function moveContent(queries: Queries, survivorId: Id, otherId: Id): Promise<void> {
  await queries.article.updateMany({ where: { storyId: otherId }, data: { storyId: survivorId } });
  await queries.$executeRaw(sql`INSERT INTO "StoryAsset" ("storyId", "asset")
    SELECT ${survivorId}, "asset" FROM "StoryAsset" WHERE "storyId" = ${otherId} ON CONFLICT DO NOTHING`);
  await queries.storyAsset.deleteMany({ where: { storyId: otherId } });
}

function earlier(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
