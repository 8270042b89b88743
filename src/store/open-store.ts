import { randomUUID } from 'node:crypto';
import type { Clock } from '../domain/clock.ts';
import { MendableError } from '../domain/errors.ts';
import { createIds } from '../domain/ids.ts';
import type { Log } from '../domain/log.ts';
import type { Database, Queries } from './database.ts';
import { createArticleStore } from './prisma-articles.ts';
import { createChannelStore } from './prisma-channels.ts';
import { createDeliveryStore } from './prisma-deliveries.ts';
import { createDigestStore } from './prisma-digests.ts';
import { createNoticeStore } from './prisma-notices.ts';
import { createNoteStore, createSummaryStore } from './prisma-notes.ts';
import { createPushStore } from './prisma-pushes.ts';
import { createSourceStore } from './prisma-sources.ts';
import { createStoryStore } from './prisma-stories.ts';
import { createSubscriptionStore } from './prisma-subscriptions.ts';
import { openPostgresql } from './postgresql.ts';
import { openSqlite } from './sqlite.ts';
import type { Store } from './store.ts';

/**
 * Opens the database, brings its tables up to date and returns the store. `url` is `file:PATH` or
 * `postgresql://…`. Fails with a MendableError where a person can mend what is wrong.
 */
export async function openStore({
  url,
  clock,
  log,
}: {
  readonly url: string;
  readonly clock: Clock;
  readonly log: Log;
}): Promise<Store> {
  const opened = await openDatabase(url, log);
  const database = { ...opened, newId: createIds(clock), copy: randomUUID(), clock, log };
  const sources = createSourceStore(database);
  const deliveries = createDeliveryStore(database);
  return {
    sources,
    articles: createArticleStore(database),
    stories: createStoryStore(database),
    channels: createChannelStore(database),
    subscriptions: createSubscriptionStore(database),
    deliveries,
    digests: createDigestStore(database),
    notices: createNoticeStore(database),
    pushes: createPushStore(database),
    summaries: createSummaryStore(database),
    notes: createNoteStore(database),
    tidy: (now) => tidy(database, now),
    async close() {
      await Promise.all([sources.stop(), deliveries.stop()]);
      await database.close();
    },
  };
}

function openDatabase(url: string, log: Log) {
  if (url.startsWith('file:')) return openSqlite(url, log);
  if (/^postgres(ql)?:\/\//.test(url)) return openPostgresql(url, log);
  throw new MendableError(
    `DATABASE_URL must begin with "file:" or "postgresql://", e.g. file:./data/satwire.db; it is "${url}".`,
  );
}

async function tidy({ queries }: Database, now: Date): Promise<void> {
  await queries.note.deleteMany({ where: { expiresAt: { lte: now } } });
  // Documents of sources that are no longer read.
  const dayAgo = new Date(now.getTime() - 24 * 3_600_000);
  await queries.pushedDocument.deleteMany({ where: { arrivedAt: { lt: dayAgo } } });
  await endLongWaits(queries, now);
}

/** Nothing waits for so long; a clock that was ahead and was set right made it seem so. */
async function endLongWaits(queries: Queries, now: Date): Promise<void> {
  const tooLate = { gt: new Date(now.getTime() + 7 * 24 * 3_600_000) };
  await queries.source.updateMany({ where: { nextDueAt: tooLate }, data: { nextDueAt: now } });
  await queries.source.updateMany({ where: { leasedUntil: tooLate }, data: { leasedUntil: now } });
  // The time at which a digest is due is a part of its key, in whole seconds.
  const dueAt = new Date(Math.floor(now.getTime() / 1000) * 1000);
  const isWaiting = { state: { in: ['pending', 'aside'] }, dueAt: tooLate };
  await queries.delivery.updateMany({ where: isWaiting, data: { dueAt } });
  const isHeld = { state: 'sending', leasedUntil: tooLate };
  await queries.delivery.updateMany({ where: isHeld, data: { leasedUntil: now } });
}
