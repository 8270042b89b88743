import type { Database } from './database.ts';
import { sql, type Columns, type RowOf } from './dialect.ts';
import { writeOffer } from './push-rows.ts';
import type { RecordedReading } from './source-store.ts';

const columns = {
  id: 'bigint',
  at: 'time',
  nextDueAt: 'time',
  isFailed: 'boolean',
  isGone: 'boolean',
  error: 'text',
  etag: 'text',
  lastModified: 'text',
  movedTo: 'text',
  isHubSaid: 'boolean',
  hubOffer: 'text',
  isHubSilent: 'boolean',
} as const satisfies Columns;

/** Records how readings of different sources went, and releases their leases; one that is not in the store is left out. */
export async function recordReadings(
  { queries, dialect }: Database,
  readings: readonly RecordedReading[],
): Promise<void> {
  // What stands to the right of each "=" is what the columns held before.
  await queries.$executeRaw(sql`UPDATE "Source" SET
      "leasedUntil" = NULL,
      "nextDueAt" = r."nextDueAt",
      "lastError" = r."error",
      "failures" = CASE WHEN r."isFailed" THEN "failures" + 1 ELSE 0 END,
      "failingSince" = CASE WHEN r."isFailed" THEN COALESCE("failingSince", r."at") END,
      "endedAt" = CASE WHEN r."isGone" THEN COALESCE("endedAt", r."at") WHEN r."isFailed" THEN "endedAt" END,
      "firstReadAt" = CASE WHEN r."isFailed" THEN "firstReadAt" ELSE COALESCE("firstReadAt", r."at") END,
      "lastReadAt" = CASE WHEN r."isFailed" THEN "lastReadAt" ELSE r."at" END,
      "etag" = CASE WHEN r."isFailed" THEN "Source"."etag" ELSE r."etag" END,
      "lastModified" = CASE WHEN r."isFailed" THEN "Source"."lastModified" ELSE r."lastModified" END,
      "movedTo" = COALESCE(r."movedTo", "Source"."movedTo"),
      "hubOffer" = CASE WHEN r."isHubSaid" THEN r."hubOffer" ELSE "Source"."hubOffer" END,
      "pushedUntil" = CASE WHEN r."isHubSilent" THEN NULL ELSE "Source"."pushedUntil" END
    FROM ${dialect.rows('r', columns, readings.map(rowOf))} WHERE "Source"."id" = r."id"`);
}

function rowOf({ sourceId: id, reading }: RecordedReading): RowOf<typeof columns> {
  const { at, nextDueAt } = reading;
  if (reading.outcome === 'failed') {
    const noHub = { isHubSaid: false, hubOffer: null, isHubSilent: false };
    const unchanged = { etag: null, lastModified: null, movedTo: null, ...noHub };
    const { error, isGone = false } = reading;
    return { id, at, nextDueAt, isFailed: true, isGone, error, ...unchanged };
  }
  const { etag, lastModified, movedTo, hub, isHubSilent = false } = reading;
  const said = { isHubSaid: hub !== undefined, hubOffer: writeOffer(hub ?? null), isHubSilent };
  const went = { isFailed: false, isGone: false, error: null };
  return { id, at, nextDueAt, ...went, etag, lastModified, movedTo, ...said };
}
