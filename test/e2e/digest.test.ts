/** The whole bot from a feed to a digest, which is due while it does not run. */
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import type { IngestRound } from '../../src/ingest/ingest.ts';
import type { PlatformDoors, SendOrder } from '../../src/platforms/platform.ts';
import { createFakePlatform } from '../fakes/platform.ts';
import { startPublisher } from '../fakes/publisher.ts';
import { sourceDescription } from '../fakes/source-reader.ts';
import { createTestClock } from '../support/clock.ts';
import { createTestLog } from '../support/log.ts';
import { startTestPostgres, type TestPostgres } from '../support/postgres.ts';
import { renderPlain } from '../support/render.ts';
import { makeTestFolder } from '../support/store.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startTestPostgres();
});
afterAll(() => postgres.stop());

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const databases = [
  ['SQLite', async () => `file:${await makeTestFolder()}/news.db`],
  ['PostgreSQL', () => postgres.createStoreDatabase()],
] as const;

const feedOf = (titles: readonly string[], at: Date) => ({
  headers: { 'content-type': 'application/rss+xml' },
  body: `<rss version="2.0"><channel><title>Harbour Wire</title>${titles
    .map(
      (title, index) => `<item><title>${title}</title><link>https://wire.example/${index}</link>
        <pubDate>${at.toUTCString()}</pubDate><description>${`${title}. `.repeat(60)}</description></item>`,
    )
    .join('')}</channel></rss>`,
});

/** A person in the channel `desk`, who is its moderator. */
const asker = {
  personId: '1',
  personName: 'Ada',
  channel: { platform: 'console', address: 'desk', name: 'desk', kind: 'text', scope: 'console:desk' },
  isModerator: true,
  isOwner: true,
  language: null,
} as const;

async function openWorld(databaseUrl: string) {
  const publisher = await startPublisher();
  onTestFinished(() => publisher.close());
  const clock = createTestClock();
  const orders: SendOrder[] = [];
  const watch: { onOrder: () => void; onRound: (round: IngestRound) => void } = {
    onOrder: () => undefined,
    onRound: () => undefined,
  };
  const wire = sourceDescription('wire', { name: 'Harbour Wire', url: `${publisher.url}/wire`, home: null });
  const nextRound = () =>
    new Promise<IngestRound>((resolve) => {
      watch.onRound = resolve;
    });
  const start = async () => {
    let doors: PlatformDoors | null = null;
    const fake = createFakePlatform().onSend((order) => {
      orders.push(order);
      watch.onOrder();
      return undefined;
    });
    const read = nextRound();
    const app = await openApp({
      config: parseConfig({ DATABASE_URL: databaseUrl, FETCH_PRIVATE_ADDRESSES: 'true' }),
      log: createTestLog(),
      clock,
      sources: [wire],
      platforms: () => [{ ...fake, start: async (given: PlatformDoors) => void (doors = given) }],
      onIngested: (round) => watch.onRound(round),
    });
    await app.start();
    await read;
    const ask = async (line: string) => {
      const request = { asker, findChannel: async () => ({ problem: 'no channel' }), missingPermissions: [] };
      const answer = await doors?.onCommand({ ask: { kind: 'line', line }, ...request });
      return answer?.kind === 'reply' ? renderPlain(answer.message) : '';
    };
    return { app, ask };
  };
  const sent = (count: number) =>
    new Promise<void>((resolve) => {
      watch.onOrder = () => {
        if (orders.length >= count) resolve();
      };
      watch.onOrder();
    });
  return { publisher, clock, orders, start, sent, nextRound };
}

describe.each(databases)('on %s', { timeout: 60_000 }, (_, createUrl) => {
  test('a digest that came due while the bot was down is sent once at its start', async () => {
    const { publisher, clock, orders, start, sent, nextRound } = await openWorld(await createUrl());
    publisher.serve('/wire', feedOf([], clock.now()));
    const first = await start();
    expect(await first.ask('/subscribe everything:yes digest:18:00 zone:Europe/Berlin')).toContain(
      'The next digest: 2026-03-02T17:00',
    );
    const titles = ['Oslo exchange wins licence', 'Bridge of Quarry chain is drained'];
    publisher.serve('/wire', feedOf(titles, new Date(clock.now().getTime() + minuteMs)));
    for (let added = 0; added < titles.length;) {
      const read = nextRound();
      clock.advance(30 * minuteMs);
      added += (await read).articlesAdded;
      // The stage begins to wait for its next round before the clock is turned again.
      await setImmediate();
    }
    const waits = async () => (await first.app.store.deliveries.counts()).aside;
    await expect.poll(waits, { interval: 1 }).toBe(2);
    await first.app.stop();
    expect(orders).toEqual([]);

    clock.set(new Date('2026-03-02T21:00:00Z'));
    const second = await start();
    await sent(1);
    const [order] = orders;
    expect(order?.message.title?.text).toBe('2 stories for you');
    const listed = await second.ask('/digest');
    for (const title of titles) expect(listed).toContain(title);
    await second.app.stop();

    clock.advance(hourMs);
    const third = await start();
    await third.app.stop();
    expect(orders).toHaveLength(1);
  });
});
