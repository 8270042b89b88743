/** The whole bot and a publisher that fails: what the moderators who rely on it read, and how often. */
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openApp, type App } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { emptyMessage } from '../../src/domain/message.ts';
import type { Scope } from '../../src/domain/scope.ts';
import type { Source, SourceDescription } from '../../src/domain/source.ts';
import { everything, plainLook } from '../../src/domain/subscription.ts';
import type { IngestRound } from '../../src/ingest/ingest.ts';
import type { PlatformDoors, SendOrder } from '../../src/platforms/platform.ts';
import { createNotices } from '../../src/routing/notices.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { SourceReading } from '../../src/store/store.ts';
import { createFakePlatform, titleOf } from '../fakes/platform.ts';
import { startPublisher, type PublisherAnswer } from '../fakes/publisher.ts';
import { sourceDescription } from '../fakes/source-reader.ts';
import { createTestClock } from '../support/clock.ts';
import { openDeliveryBench } from '../support/delivery.ts';
import { createTestLog } from '../support/log.ts';
import { startTestPostgres, type TestPostgres } from '../support/postgres.ts';
import { renderPlain } from '../support/render.ts';
import { makeTestFolder } from '../support/store.ts';

const hourMs = 3_600_000;
const compareText = (a: string, b: string) => a.localeCompare(b);
const well: PublisherAnswer = {
  headers: { 'content-type': 'application/rss+xml' },
  body: '<rss version="2.0"><channel><title>Harbour Wire</title></channel></rss>',
};
const broken: PublisherAnswer = { status: 503 };
const gone: PublisherAnswer = { status: 410 };
const isGone = ({ endedAt }: Source): boolean => endedAt !== null;

/** A publisher, a database, and the bot that is stopped and started again on it. */
async function openWorld(databaseUrl: string) {
  const publisher = await startPublisher();
  onTestFinished(() => publisher.close());
  publisher.serve('/wire', well);
  const wire = sourceDescription('wire', { name: 'Harbour Wire', url: `${publisher.url}/wire`, home: null });
  const clock = createTestClock();
  const log = createTestLog();
  const orders: SendOrder[] = [];
  let onOrder = (): void => undefined;
  let onRound: (round: IngestRound) => void = () => undefined;
  let app: App | null = null;
  let doors: PlatformDoors | null = null;

  const platform = () => {
    const fake = createFakePlatform().onSend((order) => {
      orders.push(order);
      onOrder();
      return undefined;
    });
    return { ...fake, start: async (given: PlatformDoors) => void (doors = given) };
  };
  const running = (): App => {
    if (app === null) throw new Error('it does not run');
    return app;
  };

  const world = {
    publisher,
    clock,
    log,
    wire,
    orders,
    titles: () => orders.map(titleOf),
    async start(sources: readonly SourceDescription[] = [wire]): Promise<void> {
      app = await openApp({
        config: parseConfig({ DATABASE_URL: databaseUrl, FETCH_PRIVATE_ADDRESSES: 'true' }),
        log,
        clock,
        sources,
        platforms: () => [platform()],
        onIngested: (round) => onRound(round),
      });
      const read = world.nextRound();
      await app.start();
      await read;
      await setImmediate();
    },
    async stop(): Promise<void> {
      const stopping = app;
      app = null;
      await stopping?.stop();
    },
    nextRound: () =>
      new Promise<IngestRound>((resolve) => {
        onRound = resolve;
      }),
    /** Turns the clock by hours and reads what is due after each. */
    async pass(hours: number): Promise<void> {
      for (let passed = 0; passed < hours; passed += 1) {
        const read = world.nextRound();
        clock.advance(hourMs);
        await read;
        // Once the round has been told of, the stage begins to wait for the next before anything else happens.
        await setImmediate();
      }
    },
    async passUntil(isSo: (source: Source) => boolean): Promise<void> {
      while (!isSo(await world.source())) await world.pass(1);
    },
    /** Resolves when so many messages have been sent since the beginning. */
    sent: (count: number) =>
      new Promise<void>((resolve) => {
        onOrder = () => {
          if (orders.length >= count) resolve();
        };
        onOrder();
      }),
    /** A channel of a server that subscribes to these sources; all unless told. */
    async subscribe(name: string, sources: readonly string[] = [], scope: Scope = `console:${name}`) {
      const { channels, subscriptions } = running().store;
      const described = { platform: 'console', address: name, name, kind: 'text', scope } as const;
      const { id: channelId } = await channels.put(described, clock.now());
      const wanted = { cadence: { kind: 'instant' }, look: plainLook, createdBy: null } as const;
      await subscriptions.add({ channelId, filter: { ...everything, sources }, ...wanted }, clock.now());
    },
    async source(): Promise<Source> {
      const [source] = await running().store.sources.list(['global']);
      if (source === undefined) throw new Error('there is no source');
      return source;
    },
    /** What a moderator and owner is answered. */
    async ask(line: string): Promise<string> {
      const channel = { platform: 'console', address: 'desk', name: 'desk', kind: 'text' } as const;
      const answer = await doors?.onCommand({
        ask: { kind: 'line', line },
        asker: {
          personId: '1',
          personName: 'Ada',
          channel: { ...channel, scope: 'console:desk' },
          isModerator: true,
          isOwner: true,
          language: null,
        },
        findChannel: async () => ({ problem: 'no channel' }),
        missingPermissions: [],
      });
      return answer?.kind === 'reply' ? renderPlain(answer.message) : '';
    },
  };
  onTestFinished(() => world.stop());
  return world;
}

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startTestPostgres();
});
afterAll(() => postgres.stop());

const databases = [
  ['SQLite', async () => `file:${await makeTestFolder()}/news.db`],
  ['PostgreSQL', () => postgres.createStoreDatabase()],
] as const;

describe.each(databases)('on %s', { timeout: 60_000 }, (_, createUrl) => {
  const open = async () => openWorld(await createUrl());

  test('moderators who named a source are told once that it fails for a day, and once that it is back', async () => {
    const world = await open();
    const { publisher } = world;
    await world.start();
    await world.subscribe('desk', ['wire']);
    await world.subscribe('annex', ['wire'], 'console:desk');
    await world.subscribe('everything');
    publisher.serve('/wire', broken);
    await world.pass(24);
    expect((await world.source()).failures).toBeGreaterThan(3);
    expect(world.orders).toEqual([]);
    await world.pass(7);
    await world.sent(1);
    await world.pass(24);
    await world.stop();
    await world.start();
    await world.pass(24);
    expect(world.titles()).toEqual(['desk: Harbour Wire cannot be read']);
    publisher.serve('/wire', well);
    await world.pass(8);
    await world.sent(2);
    await world.stop();
    await world.start();
    await world.pass(2);
    await world.stop();
    expect(world.titles()).toEqual([
      'desk: Harbour Wire cannot be read',
      'desk: Harbour Wire can be read again',
    ]);
    const [notice] = world.orders;
    expect(notice?.look).toEqual({ isSilent: true, mention: null, isPublished: false });
    expect(renderPlain(notice?.message ?? emptyMessage)).toContain(
      'The host has a fault of its own (HTTP 503).',
    );
    const warned = world.log.lines.filter(({ text }) => text === 'source has failed for a day');
    expect(warned).toMatchObject([{ level: 'warn', fields: { source: 'wire', notices: 1 } }]);
  });

  test('a source that recovers within a day is not told of', async () => {
    const world = await open();
    await world.start();
    await world.subscribe('desk', ['wire']);
    world.publisher.serve('/wire', broken);
    await world.pass(20);
    world.publisher.serve('/wire', well);
    await world.passUntil(({ failures }) => failures === 0);
    await world.pass(24);
    world.publisher.serve('/wire', gone);
    await world.passUntil(isGone);
    await world.sent(1);
    expect(world.titles()).toEqual(['desk: Harbour Wire is gone for good']);
  });

  test('a source that is gone is told of at once and asked no more, until a person resumes it', async () => {
    const world = await open();
    const { publisher } = world;
    await world.start();
    await world.subscribe('desk', ['wire']);
    publisher.serve('/wire', gone);
    await world.passUntil(isGone);
    await world.sent(1);
    const asked = publisher.requests.length;
    await world.stop();
    await world.start();
    world.clock.advance(90 * 24 * hourMs);
    expect(await world.ask('/sources')).toMatch(/ended .*\(HTTP 410\).*\/sources resume wire/);
    await world.stop();
    await world.start();
    expect(publisher.requests).toHaveLength(asked);
    publisher.serve('/wire', well);
    const read = publisher.nextRequest('/wire');
    await world.ask('/sources resume wire');
    await read;
    await world.sent(2);
    expect(world.titles()).toEqual([
      'desk: Harbour Wire is gone for good',
      'desk: Harbour Wire can be read again',
    ]);
    expect(await world.source()).toMatchObject({ endedAt: null, failures: 0 });
  });

  test('a source that is gone is read at its new address when the list has one', async () => {
    const world = await open();
    const { publisher } = world;
    await world.start();
    publisher.serve('/wire', gone);
    await world.passUntil(isGone);
    await world.stop();
    publisher.serve('/new', well);
    await world.start([{ ...world.wire, url: `${publisher.url}/new` }]);
    expect(publisher.requests.at(-1)?.path).toBe('/new');
    expect(await world.source()).toMatchObject({ endedAt: null, failures: 0 });
  });
});

test('two copies of the program on one database tell of many sources once', { timeout: 60_000 }, async () => {
  const url = await postgres.createStoreDatabase();
  const clock = createTestClock();
  const keys = Array.from({ length: 12 }, (_, index) => `wire-${index}`);
  const openCopy = async () => {
    const store = await openStore({ url, clock, log: createTestLog() });
    onTestFinished(() => store.close());
    const bench = await openDeliveryBench({ store, clock });
    const notices = createNotices({ store, clock, log: bench.log, onOwed: () => undefined });
    return { ...bench, notices };
  };
  const copies = [await openCopy(), await openCopy()];
  const [first] = copies;
  if (first === undefined) throw new Error('no copy');
  for (const name of ['desk', 'hall'])
    await first.subscribe(await first.channel(name), { filter: { ...everything, sources: keys } });
  const record = async (parts: Pick<SourceReading, 'outcome'>) => {
    const reading = { at: clock.now(), nextDueAt: new Date(clock.now().getTime() + 48 * hourMs) };
    const unknown = { etag: null, lastModified: null, movedTo: null };
    for (const key of keys) {
      const { id } = await first.source(key);
      await first.store.sources.recordReading(
        id,
        parts.outcome === 'failed'
          ? { ...reading, outcome: 'failed', error: 'HTTP 503' }
          : { ...reading, ...unknown, outcome: 'read' },
      );
    }
  };
  const tell = async () => {
    const rounds = await Promise.all(copies.map(({ notices }) => notices.runRound()));
    await Promise.all(copies.map(({ delivery }) => delivery.runRound()));
    await Promise.all(copies.map(({ delivery }) => delivery.runRound()));
    const owed = rounds.reduce((sum, { troubles, recoveries }) => sum + troubles + recoveries, 0);
    return { owed, posted: copies.flatMap(({ platform }) => platform.posted).toSorted(compareText) };
  };
  const everywhere = (said: string) =>
    ['desk', 'hall'].flatMap((channel) => keys.map((key) => `${channel}: ${key} ${said}`));
  await record({ outcome: 'failed' });
  clock.advance(24 * hourMs);
  const troubles = everywhere('cannot be read');
  expect(await tell()).toEqual({ owed: 24, posted: troubles.toSorted(compareText) });
  await record({ outcome: 'read' });
  const all = [...troubles, ...everywhere('can be read again')];
  expect(await tell()).toEqual({ owed: 24, posted: all.toSorted(compareText) });
  expect(await tell()).toMatchObject({ owed: 0, posted: { length: all.length } });
});
