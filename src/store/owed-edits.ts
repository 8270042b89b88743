import type { PlatformId } from '../domain/channel.ts';
import type { Id } from '../domain/ids.ts';
import type { Database } from './database.ts';
import { readPost, withSubscriptions } from './delivery-rows.ts';
import type { OwedEdit } from './delivery-store.ts';
import { join, sql } from './dialect.ts';
import { readChannel } from './prisma-channels.ts';

/** Posts that show an older revision than their story has, the longest unedited first; see DeliveryStore. */
export async function owedEdits(
  { queries }: Database,
  query: {
    readonly sentAfter: Date;
    readonly editedBefore: Date;
    readonly limit: number;
    readonly platforms: readonly PlatformId[];
  },
): Promise<readonly OwedEdit[]> {
  if (query.platforms.length === 0) return [];
  const owed = await queries.$queryRaw<{ deliveryId: Id; part: number }[]>(sql`
    SELECT p."deliveryId", p."part" FROM "Post" p
      JOIN "Delivery" d ON d."id" = p."deliveryId"
      JOIN "Story" s ON s."id" = d."storyId"
      JOIN "Channel" c ON c."id" = d."channelId"
    WHERE p."sentAt" > ${query.sentAfter} AND p."shownAt" < ${query.editedBefore}
      AND p."shownRevision" < s."revision"
      AND c."state" = 'reachable' AND c."platform" IN (${join([...query.platforms])})
    ORDER BY p."shownAt", p."deliveryId", p."part" LIMIT ${query.limit}`);
  const rows = await queries.post.findMany({
    where: { OR: owed.map(({ deliveryId, part }) => ({ deliveryId, part })) },
    include: { delivery: { include: { channel: true, ...withSubscriptions } } },
    orderBy: [{ shownAt: 'asc' }, { deliveryId: 'asc' }, { part: 'asc' }],
  });
  return rows.flatMap((row) => {
    const { storyId, channel, subscriptions } = row.delivery;
    if (storyId === null) return [];
    const subscriptionIds = subscriptions.map(({ subscriptionId }) => subscriptionId);
    return [{ post: readPost(row), channel: readChannel(channel), storyId, subscriptionIds }];
  });
}
