import type { Id } from '../domain/ids.ts';
import type { NoticeKind } from '../domain/notice.ts';
import type { Queries } from './database.ts';
import { join, sql } from './dialect.ts';

/** Cancels what was to be told of a source, where certainly nothing of it was sent. */
export async function cancelNotices(
  queries: Queries,
  sourceId: Id,
  { kinds, reason }: { readonly kinds: readonly NoticeKind[]; readonly reason: string },
): Promise<void> {
  const isOfSource = kinds.map((kind) => sql`"key" LIKE ${`notice:${kind}:${sourceId}:%`}`);
  await queries.$executeRaw(sql`UPDATE "Delivery" SET "state" = 'cancelled', "reason" = ${reason}
    WHERE "state" = 'pending' AND "uncertainSince" IS NULL AND (${join(isOfSource, ' OR ')})`);
}
