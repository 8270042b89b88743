import { openApp, type App } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import type { CategoryId } from '../../src/domain/category.ts';
import type { Clock } from '../../src/domain/clock.ts';
import type { Log } from '../../src/domain/log.ts';
import { everything, plainLook } from '../../src/domain/subscription.ts';
import { createIngest } from '../../src/ingest/create-ingest.ts';
import { describeChannels } from '../../src/platforms/console/console-channels.ts';
import {
  createConsolePlatform,
  type ConsolePlatform,
} from '../../src/platforms/console/create-console-platform.ts';
import { hasTerminalColor } from '../../src/platforms/console/paint.ts';
import type { ConsoleStreams } from '../../src/platforms/console/screen.ts';
import { createSourceReader } from '../../src/sources/source-reader.ts';
import { wallClock } from '../../src/schedule.ts';
import { english } from '../../src/texts/english.ts';
import { greeting } from './greeting.ts';
import { openNewsroom, type Newsroom } from './newsroom/open-newsroom.ts';
import { recreateDatabase } from './recreate-database.ts';

export interface Demo {
  /** Greets, then posts and answers. */
  start(): Promise<void>;
  /** Resolves when the person leaves or the input has ended. */
  readonly left: Promise<void>;
  stop(): Promise<void>;
}

export interface DemoOptions {
  readonly streams: ConsoleStreams;
  readonly log: Log;
  /** Recreated. */
  readonly databasePath: string;
}

const desks: readonly {
  readonly channel: string;
  readonly about: string;
  readonly categories: readonly CategoryId[];
}[] = [
  {
    channel: '#policy-desk',
    about: 'policy, security and stablecoins',
    categories: ['policy', 'security', 'stablecoins'],
  },
  {
    channel: '#market-watch',
    about: 'markets, DeFi, enterprise and mining',
    categories: ['markets', 'defi', 'web3', 'mining'],
  },
];

/** Readers of real news are more patient. */
const longestIntervalMs = 1000;

/** The whole bot with the sample newsroom, two console channels, and a fresh database. */
export async function openDemo({ streams, log, databasePath }: DemoOptions): Promise<Demo> {
  const clock = wallClock;
  await recreateDatabase(databasePath);
  const newsroom = await openNewsroom({ clock });
  const screen = createConsolePlatform({
    ...streams,
    hasColor: hasTerminalColor(streams.output),
    clock,
    log,
    texts: english,
    channels: desks.map(({ channel }) => channel),
  });
  const app = await openApp({
    config: parseConfig({ DATABASE_URL: `file:${databasePath}`, FETCH_PRIVATE_ADDRESSES: 'true' }),
    log,
    clock,
    sources: [],
    longestIntervalMs,
    platforms: () => [screen],
  });
  return {
    left: screen.ended,
    start: () => startDemo({ app, newsroom, screen, clock, log }),
    async stop() {
      await app.stop();
      await newsroom.close();
    },
  };
}

interface DemoParts {
  readonly app: App;
  readonly newsroom: Newsroom;
  readonly screen: ConsolePlatform;
  readonly clock: Clock;
  readonly log: Log;
}

async function startDemo(parts: DemoParts): Promise<void> {
  const { app, newsroom, screen, clock } = parts;
  await readBacklog(parts);
  await subscribe(app, clock);
  const { stories } = await app.store.stories.counts();
  await screen.show(greeting({ stories, publishers: newsroom.sources.length, desks }));
  newsroom.startLive();
  await app.start();
}

/** One publisher after the other, so that stories have the same numbers each time. */
async function readBacklog({ app, newsroom, clock, log }: DemoParts): Promise<void> {
  const reader = createSourceReader({ clock, log, allowPrivateAddresses: true });
  const ingest = createIngest({
    store: app.store,
    sources: reader,
    clock,
    log,
    longestIntervalMs,
    onSaved: () => {},
  });
  for (const [index] of newsroom.sources.entries()) {
    await app.store.sources.putGlobal(newsroom.sources.slice(0, index + 1), clock.now());
    await ingest.runRound();
    await ingest.settle();
  }
  await reader.close();
}

async function subscribe({ store }: App, clock: Clock): Promise<void> {
  const channels = describeChannels(desks.map(({ channel }) => channel));
  for (const [index, description] of channels.entries()) {
    const channel = await store.channels.put(description, clock.now());
    const categories = desks[index]?.categories ?? [];
    const filter = { ...everything, categories };
    const wanted = { channelId: channel.id, filter, cadence: { kind: 'instant' }, look: plainLook } as const;
    await store.subscriptions.add({ ...wanted, createdBy: null }, clock.now());
  }
}
