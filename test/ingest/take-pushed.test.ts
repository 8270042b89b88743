import { describe, expect, it } from 'vitest';
import { createIngest } from '../../src/ingest/create-ingest.ts';
import { ReaderClosed } from '../../src/sources/source.ts';
import {
  createFakeSourceReader,
  readOutcome,
  sourceDescription,
  sourceItem,
} from '../fakes/source-reader.ts';
import { createTestClock } from '../support/clock.ts';
import { createTestLog } from '../support/log.ts';
import { examplePush } from '../support/push.ts';
import { openTestStore } from '../support/store.ts';
import { defined } from '../support/stored.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const leaseEndsAt = new Date('2026-03-12T09:00:00Z');

/** An ingest whose source was read once; what is brought is read as headlines, a line each. */
async function setUp() {
  const clock = createTestClock();
  const log = createTestLog();
  const reader = createFakeSourceReader();
  const store = await openTestStore({ clock, log });
  await store.sources.putGlobal([sourceDescription('alpha')], clock.now());
  const woken = { routing: 0, hubs: 0 };
  const ingest = createIngest({
    store,
    sources: reader,
    clock,
    log,
    onSaved: () => void (woken.routing += 1),
    onHubChanged: () => void (woken.hubs += 1),
  });
  const source = async () => defined((await store.sources.list(['global']))[0]);
  const push = async () => examplePush({ sourceId: (await source()).id, leaseEndsAt });
  return {
    clock,
    log,
    reader,
    store,
    ingest,
    woken,
    source,
    bring: async (...titles: readonly string[]) =>
      store.pushes.receive(
        await push(),
        { body: Buffer.from(titles.join('\n')), contentType: null },
        clock.now(),
      ),
    titles: async () => {
      const page = { page: 1, size: 100 };
      const { items } = await store.stories.latest({ scopes: ['global'] }, page);
      return items.map(({ title, liveSince }) => `${title}${liveSince === null ? ' (backlog)' : ''}`).sort();
    },
  };
}

/** As {@link setUp}, with a source that is known and shows nothing. */
async function setUpKnown() {
  const world = await setUp();
  await world.ingest.runRound();
  return world;
}

describe('what a hub brings', () => {
  it('is taken in as news, in order, and the next stage is woken', async () => {
    const { bring, ingest, titles, woken, source } = await setUpKnown();
    const before = await source();
    await bring('Oslo exchange wins licence', 'Tokyo bank opens desk');
    await bring('Lima miner halts rigs');
    expect(await ingest.takePushed()).toEqual({ takenIn: 2, notRead: 0 });
    expect(await titles()).toEqual([
      'Lima miner halts rigs',
      'Oslo exchange wins licence',
      'Tokyo bank opens desk',
    ]);
    expect(woken.routing).toBe(2);
    expect(await source()).toMatchObject({ nextDueAt: before.nextDueAt, lastReadAt: before.lastReadAt });
    expect(await ingest.takePushed()).toEqual({ takenIn: 0, notRead: 0 });
  });

  it('is backlog before the source was ever read', async () => {
    const { bring, ingest, titles, source } = await setUp();
    await bring('Oslo exchange wins licence');
    await ingest.takePushed();
    expect(await titles()).toEqual(['Oslo exchange wins licence (backlog)']);
    expect((await source()).firstReadAt).toBeNull();
  });

  it('makes no doubles with what a reading shows, whichever comes first', async () => {
    const { bring, ingest, reader, titles, clock, woken } = await setUpKnown();
    await bring('Oslo exchange wins licence');
    await ingest.takePushed();
    reader.show(
      'alpha',
      ['Oslo exchange wins licence', 'Tokyo bank opens desk'].map((title) => sourceItem({ title })),
    );
    clock.advance(8 * hourMs);
    expect(await ingest.runRound()).toMatchObject({ sourcesRead: 1, articlesAdded: 1 });
    await bring('Tokyo bank opens desk');
    expect(await ingest.takePushed()).toEqual({ takenIn: 1, notRead: 0 });
    expect(await titles()).toHaveLength(2);
    expect(woken.routing).toBe(2);
  });

  it('makes no doubles with a reading at the same time', async () => {
    const { bring, ingest, reader, titles, clock } = await setUpKnown();
    const news = ['Oslo exchange wins licence', 'Tokyo bank opens desk', 'Lima miner halts rigs'];
    reader.show(
      'alpha',
      news.map((title) => sourceItem({ title })),
    );
    await bring(...news);
    clock.advance(8 * hourMs);
    await Promise.all([ingest.runRound(), ingest.takePushed()]);
    expect(await titles()).toEqual([...news].sort());
  });

  it('has its source read where it cannot be read itself', async () => {
    const { bring, ingest, reader, log, source, clock } = await setUpKnown();
    clock.advance(minuteMs);
    const failed = {
      kind: 'failed',
      reason: 'The hub brought a page.',
      retryAfterMs: null,
      isGone: false,
    } as const;
    reader.readPushed = () => failed;
    await bring('<html>');
    expect((await source()).nextDueAt.getTime()).toBeGreaterThan(clock.now().getTime());
    expect(await ingest.takePushed()).toEqual({ takenIn: 0, notRead: 1 });
    expect((await source()).nextDueAt).toEqual(clock.now());
    expect(log.lines.at(-1)).toMatchObject({
      level: 'warn',
      fields: { source: 'alpha', reason: 'The hub brought a page.' },
      text: 'pushed document not read',
    });
    expect(await ingest.runRound()).toMatchObject({ sourcesRead: 1 });
    expect(await ingest.takePushed()).toEqual({ takenIn: 0, notRead: 0 });
    await bring('<html>');
    await ingest.takePushed();
    expect((await source()).nextDueAt.getTime()).toBe(clock.now().getTime() + minuteMs);
    expect(await ingest.runRound()).toMatchObject({ sourcesRead: 0 });
  });

  it('that is old and comes again has the source read whole, so that what it says now stands', async () => {
    const { bring, ingest, reader, titles, source, clock } = await setUpKnown();
    const url = 'https://alpha.example/licence';
    const telling = (title: string) => readOutcome([sourceItem({ title, url })]);
    reader.answer('alpha', { ...telling('Oslo exchange wins licence'), etag: '"1"', lastModified: 'Mon' });
    clock.advance(8 * hourMs);
    await ingest.runRound();
    reader.readPushed = () => telling('Oslo exchange wins licence');
    await bring('the same');
    await ingest.takePushed();
    expect(await source()).toMatchObject({ etag: '"1"', lastModified: 'Mon' });

    reader.readPushed = () => telling('Oslo exchange loses licence');
    await bring('an old one');
    await ingest.takePushed();
    expect(await titles()).toEqual(['Oslo exchange loses licence']);
    expect(await source()).toMatchObject({ etag: null, lastModified: null });
    clock.advance(8 * hourMs);
    await ingest.runRound();
    expect(await titles()).toEqual(['Oslo exchange wins licence']);
  });

  it('does not come again when taking it in is a bug', async () => {
    const { bring, ingest, reader, log, titles } = await setUpKnown();
    const { readPushed } = reader;
    reader.readPushed = () => {
      reader.readPushed = readPushed;
      throw new Error('a bug');
    };
    await bring('Oslo exchange wins licence');
    await bring('Tokyo bank opens desk');
    expect(await ingest.takePushed()).toEqual({ takenIn: 1, notRead: 1 });
    expect(log.lines.filter(({ level }) => level === 'error').map(({ text }) => text)).toEqual([
      'pushed document not taken in',
    ]);
    expect(await titles()).toEqual(['Tokyo bank opens desk']);
  });

  it('waits for the next start when the program ends while its pages are read', async () => {
    const { bring, ingest, reader, titles } = await setUpKnown();
    const isEnding = { now: true };
    const failed = { kind: 'failed', reason: 'HTTP 404' } as const;
    reader.readPage = () => (isEnding.now ? Promise.reject(new ReaderClosed()) : Promise.resolve(failed));
    await bring('Oslo exchange wins licence');
    expect(await ingest.takePushed()).toEqual({ takenIn: 0, notRead: 0 });
    expect(await titles()).toEqual([]);
    isEnding.now = false;
    expect(await ingest.takePushed()).toEqual({ takenIn: 1, notRead: 0 });
    expect(await titles()).toEqual(['Oslo exchange wins licence']);
  });
});

describe('a round of readings', () => {
  const hub = { hubs: ['https://hub.example/'], topic: 'https://alpha.example/rss' };

  it('keeps the hubs that a source names, and wakes who asks them when they change', async () => {
    const { reader, ingest, woken, source, clock } = await setUp();
    const round = () => {
      clock.advance(8 * hourMs);
      return ingest.runRound();
    };
    reader.answer('alpha', { ...readOutcome([]), hub });
    await round();
    expect((await source()).hub).toEqual(hub);
    expect(woken.hubs).toBe(1);
    await round();
    reader.answer('alpha', {
      kind: 'unchanged',
      etag: null,
      lastModified: null,
      movedTo: null,
      freshForMs: 0,
    });
    await round();
    expect([(await source()).hub, woken.hubs]).toEqual([hub, 1]);
    reader.answer('alpha', readOutcome([]));
    await round();
    expect([(await source()).hub, woken.hubs]).toEqual([null, 2]);
  });

  it('that finds what the hub should have brought trusts it no more, until it brings something', async () => {
    const { reader, ingest, bring, source, clock, log } = await setUpKnown();
    await bring('Oslo exchange wins licence');
    await ingest.takePushed();
    expect((await source()).pushedUntil).toEqual(leaseEndsAt);
    reader.show('alpha', [sourceItem({ title: 'Tokyo bank opens desk' })]);
    clock.advance(8 * hourMs);
    await ingest.runRound();
    expect((await source()).pushedUntil).toBeNull();
    expect(log.lines).toContainEqual({ level: 'info', fields: { source: 'alpha' }, text: 'hub was silent' });
    await bring('Lima miner halts rigs');
    expect((await source()).pushedUntil).toEqual(leaseEndsAt);
  });
});
