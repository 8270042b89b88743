import { firstIdAt, type Id } from '../domain/ids.ts';
import { newPushKeys } from '../domain/push.ts';
import type { Database, Queries } from './database.ts';
import { sql } from './dialect.ts';
import { readOffer } from './push-rows.ts';

interface Wish {
  readonly now: Date;
  readonly publicUrl: string;
}

/** So many new pushes begin in one transaction. */
const mostAtOnce = 100;

/** A source may name other hubs at each reading; strangers are not asked that often for it. */
const keptForMs = 6 * 3_600_000;

/** Makes pushes follow what sources offer; see PushStore. */
export async function followOffers(database: Database, wish: Wish): Promise<void> {
  await database.transaction((queries) => endUnwanted(queries, wish));
  for (;;) {
    const begun = await database.transaction((queries) => begin(database, queries, wish));
    if (begun < mostAtOnce) break;
  }
}

async function endUnwanted(queries: Queries, { now, publicUrl }: Wish): Promise<void> {
  const youngFrom = firstIdAt(new Date(now.getTime() - keptForMs));
  const unwanted = await queries.$queryRaw<{ id: Id; sourceId: Id }[]>(sql`
    SELECT p."id", p."sourceId" FROM "Push" p WHERE p."servesSourceId" IS NOT NULL
      AND (p."publicUrl" <> ${publicUrl} OR NOT EXISTS (SELECT 1 FROM "Source" s
        WHERE s."id" = p."sourceId" AND (s."hubOffer" = p."offer" OR p."id" > ${youngFrom})
          AND NOT s."isPaused" AND NOT s."isRetired" AND s."endedAt" IS NULL))`);
  if (unwanted.length > 0) {
    const where = { id: { in: unwanted.map(({ id }) => id) } };
    await queries.push.updateMany({ where, data: endingFrom(now) });
    const ids = unwanted.map(({ sourceId }) => sourceId);
    await queries.source.updateMany({ where: { id: { in: ids } }, data: { pushedUntil: null } });
  }
  // Without a lease the hub brings nothing; at an address that is no longer ours it cannot ask whether it may stop.
  const isOver = [{ leaseEndsAt: null }, { leaseEndsAt: { lte: now } }, { publicUrl: { not: publicUrl } }];
  await queries.push.deleteMany({ where: { state: 'ending', OR: isOver } });
}

/** The columns of a push that is no longer wanted. */
export function endingFrom(now: Date) {
  return { servesSourceId: null, state: 'ending', nextTryAt: now, attempts: 0, lastError: null };
}

/** How many were begun. */
async function begin({ newId }: Database, queries: Queries, { now, publicUrl }: Wish): Promise<number> {
  const unserved = await queries.$queryRaw<{ id: Id; offer: string }[]>(sql`
    SELECT s."id", s."hubOffer" AS "offer" FROM "Source" s
    WHERE s."hubOffer" IS NOT NULL AND NOT s."isPaused" AND NOT s."isRetired" AND s."endedAt" IS NULL
      AND NOT EXISTS (SELECT 1 FROM "Push" p WHERE p."servesSourceId" = s."id")
    ORDER BY s."id" LIMIT ${mostAtOnce}`);
  let begun = 0;
  for (const { id, offer } of unserved) {
    const hub = readOffer(offer)?.hubs[0];
    if (hub === undefined) continue;
    const { token, secret } = newPushKeys();
    // Another copy of the program may have begun one in the meantime.
    begun +=
      await queries.$executeRaw(sql`INSERT INTO "Push" ("id", "sourceId", "servesSourceId", "offer", "publicUrl",
        "hub", "token", "secret", "state", "nextTryAt", "attempts")
      VALUES (${newId()}, ${id}, ${id}, ${offer}, ${publicUrl}, ${hub}, ${token}, ${secret}, 'wanted', ${now}, 0)
      ON CONFLICT DO NOTHING`);
  }
  return begun;
}
