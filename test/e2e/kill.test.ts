/** The program is killed at chosen moments and started again: no story is lost, none but those in flight repeated. */
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Store } from '../../src/store/store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { createTestClock } from '../support/clock.ts';
import { createTestLog } from '../support/log.ts';
import { createNewsroom, type Newsroom } from '../support/newsroom.ts';
import { makeTestFolder } from '../support/store.ts';

const root = join(import.meta.dirname, '../..');
const titles = ['One', 'Two', 'Three', 'Four', 'Five'].map((word) => `${word} of five stories`);
const startMs = Date.parse('2026-03-02T09:00:00Z');
/** Longer than any lease: what a dead copy had taken is free again. */
const restartAfterMs = 10 * 60_000;

const postSchema = z.object({ channel: z.string(), title: z.string(), isRepeat: z.boolean() });
type Post = z.infer<typeof postSchema>;

interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly output: string;
}

interface Kill {
  readonly killAtWrite?: number;
  readonly killAtPost?: number;
}

interface World {
  /** Runs a copy of the program until it ends or dies. */
  run(kill: Kill, restarts?: number): Promise<Ended>;
  /** Every post ever made, in order. */
  posts(): Promise<readonly Post[]>;
  /** What is being sent according to the database, as `<channel>: <title>`. */
  inFlight(): Promise<readonly string[]>;
  counts(): Promise<Awaited<ReturnType<Store['deliveries']['counts']>>>;
  /** What happens between two runs. */
  change(act: (store: Store) => Promise<unknown>): Promise<unknown>;
}

function runProgram(program: string, ...given: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...given], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (part) => (output += String(part)));
    child.stderr.on('data', (part) => (output += String(part)));
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, output }));
  });
}

type Prepare = (newsroom: Newsroom, store: Store) => Promise<void>;

/** Stories for every channel, unless the test prepares something else. */
async function openWorld(channels: readonly string[], prepare: Prepare = reportTitles): Promise<World> {
  const folder = await makeTestFolder();
  const databaseUrl = `file:${join(folder, 'test.db')}`;
  const postsPath = join(folder, 'posts');
  const withStore = async <T>(look: (store: Store) => Promise<T>): Promise<T> => {
    const store = await openStore({ url: databaseUrl, clock: createTestClock(), log: createTestLog() });
    try {
      return await look(store);
    } finally {
      await store.close();
    }
  };
  await withStore(async (store) => {
    const newsroom = createNewsroom(store, createTestClock(new Date(startMs)));
    for (const name of channels) await newsroom.subscribe(await newsroom.channel(name));
    await prepare(newsroom, store);
  });
  return {
    run: (kill, restarts = 0) => {
      const now = startMs + restarts * restartAfterMs;
      const given = JSON.stringify({ databaseUrl, postsPath, now, ...kill });
      return runProgram(join(root, 'test/support/kill-child.mjs'), given);
    },
    posts: async () => readPosts(await readFile(postsPath, 'utf8').catch(() => '')),
    inFlight: () => withStore(readInFlight),
    counts: () => withStore((store) => store.deliveries.counts()),
    change: withStore,
  };
}

const reportTitles: Prepare = async (newsroom) => {
  for (const title of titles) await newsroom.report(title);
};

const readPosts = (text: string): readonly Post[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => postSchema.parse(JSON.parse(line)));

async function readInFlight(store: Store): Promise<readonly string[]> {
  const found: string[] = [];
  for (const channel of await store.channels.ofPlatform('console')) {
    for (const delivery of await store.deliveries.ofChannel(channel.id, 100)) {
      if (delivery.state !== 'sending' || delivery.storyId === null) continue;
      const [story] = await store.stories.byIds([delivery.storyId]);
      found.push(`${channel.name}: ${story?.title}`);
    }
  }
  return found;
}

const nameOf = ({ channel, title }: Post): string => `${channel}: ${title}`;

/** Each channel got each story in order; returns those that came again. */
function expectNothingLost(posts: readonly Post[], channels: readonly string[]): readonly string[] {
  const repeats = posts.filter(
    (post, index) => posts.findIndex((other) => nameOf(other) === nameOf(post)) < index,
  );
  const firsts = posts.filter((post) => !repeats.includes(post));
  for (const channel of channels) {
    expect(firsts.filter((post) => post.channel === channel).map((post) => post.title)).toEqual(titles);
  }
  expect(repeats.every((post) => post.isRepeat)).toBe(true);
  return repeats.map(nameOf);
}

describe('a program that is killed', { timeout: 120_000 }, () => {
  test('never, posts each story once', async () => {
    const channels = ['desk', 'floor'];
    const world = await openWorld(channels);
    expect(await world.run({})).toMatchObject({ code: 0 });
    expect(await world.run({}, 1)).toMatchObject({ code: 0 });
    expect(expectNothingLost(await world.posts(), channels)).toEqual([]);
    expect(await world.posts()).toHaveLength(10);
  });

  test.each([1, 3, 5])(
    'between writing post %i and recording it, repeats that one alone',
    async (killAtPost) => {
      const world = await openWorld(['desk']);
      expect(await world.run({ killAtPost })).toMatchObject({ signal: 'SIGKILL' });
      const inFlight = await world.inFlight();
      expect(inFlight).toEqual([`desk: ${titles[killAtPost - 1]}`]);
      expect(await world.run({}, 1)).toMatchObject({ code: 0 });
      expect(expectNothingLost(await world.posts(), ['desk'])).toEqual(inFlight);
      expect(await world.counts()).toMatchObject({ sent: 5, pending: 0, sending: 0 });
    },
  );

  test('before any write of a round, loses no story and repeats none that was recorded', async () => {
    const channels = ['desk', 'floor'];
    const total = Number((await (await openWorld(channels)).run({})).output);
    expect(total).toBeGreaterThan(20);
    for (const killAtWrite of spread(total, 6)) {
      const world = await openWorld(channels);
      expect(await world.run({ killAtWrite }), `write ${killAtWrite}`).toMatchObject({ signal: 'SIGKILL' });
      const inFlight = await world.inFlight();
      expect(await world.run({}, 1)).toMatchObject({ code: 0 });
      const repeated = expectNothingLost(await world.posts(), channels);
      expect(inFlight).toEqual(expect.arrayContaining([...repeated]));
      expect(await world.counts()).toMatchObject({ sent: 10, pending: 0, sending: 0 });
    }
  });

  test('again and again, still comes to an end with nothing lost', async () => {
    const world = await openWorld(['desk']);
    let runs = 0;
    for (let ended: Ended | null = null; ended?.code !== 0 && runs < 20; runs += 1) {
      ended = await world.run({ killAtPost: 2 }, runs);
    }
    // Each run but the last records one post and dies with the next; the last finds nothing to do any more.
    expect(expectNothingLost(await world.posts(), ['desk'])).toHaveLength(4);
    expect(await world.counts()).toMatchObject({ sent: 5, pending: 0, sending: 0 });
  });
});

describe('a program that is killed while it tells of a source', { timeout: 120_000 }, () => {
  const at = new Date(startMs);
  const reading = { at, nextDueAt: at } as const;
  const gone = 'hall is gone for good';
  const back = 'hall can be read again';

  const openGone = () =>
    openWorld(['desk'], async (newsroom, store) => {
      const { id } = await newsroom.source('hall', 'console:desk');
      await store.sources.recordReading(id, {
        ...reading,
        outcome: 'failed',
        error: 'HTTP 410',
        isGone: true,
      });
    });
  const resume = async (store: Store) => {
    const [hall] = await store.sources.list(['console:desk']);
    if (hall === undefined) throw new Error('no source');
    await store.sources.resume(hall.id, at);
    const unknown = { etag: null, lastModified: null, movedTo: null };
    await store.sources.recordReading(hall.id, { ...reading, outcome: 'read', ...unknown });
  };
  const writesOf = ({ output }: Ended) => Number(/\d+$/.exec(output)?.[0]);

  test('before any write, tells once that it is gone and once that it is back', async () => {
    const whole = await openGone();
    const totalGone = writesOf(await whole.run({}));
    await whole.change(resume);
    const totalBack = writesOf(await whole.run({}, 1));
    expect((await whole.posts()).map(({ title }) => title)).toEqual([gone, back]);
    expect(Math.min(totalGone, totalBack)).toBeGreaterThan(8);

    for (let index = 0; index < 4; index += 1) {
      const [killAtGone = 0, killAtBack = 0] = [spread(totalGone, 4)[index], spread(totalBack, 4)[index]];
      const world = await openGone();
      expect(await world.run({ killAtWrite: killAtGone })).toMatchObject({ signal: 'SIGKILL' });
      expect(await world.run({}, 1)).toMatchObject({ code: 0 });
      await world.change(resume);
      expect(await world.run({ killAtWrite: killAtBack }, 2)).toMatchObject({ signal: 'SIGKILL' });
      expect(await world.run({}, 3)).toMatchObject({ code: 0 });
      const posts = await world.posts();
      const firsts = posts.filter(({ isRepeat }) => !isRepeat).map(({ title }) => title);
      // One whose sending was under way may come again, and is known as such; none is lost.
      expect(new Set(posts.map(({ title }) => title)), `writes ${killAtGone}, ${killAtBack}`).toEqual(
        new Set([gone, back]),
      );
      expect(new Set(firsts).size).toBe(firsts.length);
      expect(await world.counts()).toMatchObject({ sent: 2, pending: 0, sending: 0 });
    }
  });
});

/** Numbers from 1 to `total`, evenly spread. */
const spread = (total: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => 1 + Math.floor((index * (total - 1)) / (count - 1)));
