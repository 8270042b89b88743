/**
 * Measures delivery to Telegram with Telegram's limits switched on, the server in another process:
 * one story to 600 private chats, and twenty stories waiting in each of 50 groups.
 * Run: npm run build && node dist/tools/bench/telegram.js
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createDelivery } from '../../src/delivery/create-delivery.ts';
import type { DeliveryStage } from '../../src/delivery/delivery.ts';
import type { ChannelKind } from '../../src/domain/channel.ts';
import type { Clock } from '../../src/domain/clock.ts';
import { storyKey } from '../../src/domain/delivery.ts';
import type { Id } from '../../src/domain/ids.ts';
import type { Log } from '../../src/domain/log.ts';
import { createTelegramPlatform } from '../../src/platforms/telegram/create-telegram-platform.ts';
import { openStore } from '../../src/store/open-store.ts';
import { everything, plainLook } from '../../src/domain/subscription.ts';
import type { NewArticle, Store } from '../../src/store/store.ts';
import { english } from '../../src/texts/english.ts';
import type { ServerReport } from './telegram-server.ts';

const clock: Clock = {
  now: () => new Date(),
  after(delayMs, act) {
    const timer = setTimeout(act, delayMs);
    return () => clearTimeout(timer);
  },
};
const log: Log = { debug: () => {}, info: () => {}, warn: print, error: print };

function print(fields: unknown, text: string): void {
  console.error(text, fields);
}

/** Telegram's own pace: 30 messages a second overall. */
const longestToPeopleMs = 21_000;
/** 20 messages take a group no more than the minute they count in, and 5 % more. */
const longestToGroupsMs = 60_000 * 1.05;

const server = await startServer();
const folder = await mkdtemp(join(tmpdir(), 'satwire-bench-'));
const store = await openStore({ url: `file:${join(folder, 'bench.db')}`, clock, log });
const platform = createTelegramPlatform({
  token: '700:test-token',
  apiUrl: server.url,
  commands: [],
  ownerIds: [],
  memory: store.notes,
  texts: english,
  clock,
  log,
});
await platform.start({
  onCommand: () => Promise.resolve({ kind: 'choices', choices: [] }),
  onChannelEvent: () => Promise.resolve(),
});
const delivery = createDelivery({ store, platforms: [platform], texts: english, clock, log });

const people = await subscribedChannels(600, { sign: 1, kind: 'direct' });
const groups = await subscribedChannels(50, { sign: -1, kind: 'group' });
const stories = await saveStories(store, 21);
const toPeople = await measure('600 private chats, one story', owed(people, stories.slice(0, 1)));
const toGroups = await measure('50 groups, 20 stories each', owed(groups, stories.slice(1)));

await delivery.stop();
await platform.stop();
await store.close();
await rm(folder, { recursive: true, force: true });
server.child.send('stop');

const isGood =
  toPeople.messages === 600 &&
  toGroups.messages === 1000 &&
  toPeople.tooMany + toGroups.tooMany === 0 &&
  toPeople.tookMs <= longestToPeopleMs &&
  toGroups.slowestChatMs <= longestToGroupsMs;
console.log(isGood ? 'within the limits' : 'NOT within the limits');
process.exitCode = isGood ? 0 : 1;

interface Subscribed {
  readonly channelId: Id;
  readonly subscriptionIds: readonly Id[];
}

type Owed = Subscribed & { readonly storyId: Id };

function owed(channels: readonly Subscribed[], storyIds: readonly Id[]): readonly Owed[] {
  return storyIds.flatMap((storyId) => channels.map((channel) => ({ ...channel, storyId })));
}

async function measure(name: string, wanted: readonly Owed[]): Promise<ServerReport> {
  const now = clock.now();
  const deliveries = wanted.map((one) => ({ ...one, key: storyKey(one.storyId), dueAt: now }));
  await store.deliveries.addRouted([], deliveries, now);
  server.child.send('clear');
  const began = performance.now();
  await deliverAll(delivery);
  const tookMs = performance.now() - began;
  server.child.send('report');
  const report = await reportFrom(server.child);
  console.log(name, { ...report, withDatabaseMs: Math.round(tookMs) });
  return report;
}

async function deliverAll(stage: DeliveryStage): Promise<void> {
  for (;;) {
    const { nextDueAt } = await stage.runRound();
    if (nextDueAt === null) return;
    await pause(Math.max(1, nextDueAt.getTime() - clock.now().getTime()));
  }
}

async function subscribedChannels(
  count: number,
  { sign, kind }: { readonly sign: 1 | -1; readonly kind: ChannelKind },
): Promise<readonly Subscribed[]> {
  const subscribed: Subscribed[] = [];
  const wanted = {
    filter: everything,
    cadence: { kind: 'instant' },
    look: plainLook,
    createdBy: null,
  } as const;
  for (let index = 1; index <= count; index += 1) {
    const address = String(sign * index);
    const description = { platform: 'telegram', address, name: address, kind } as const;
    const channel = await store.channels.put({ ...description, scope: `telegram:${address}` }, clock.now());
    const { id } = await store.subscriptions.add({ channelId: channel.id, ...wanted }, clock.now());
    subscribed.push({ channelId: channel.id, subscriptionIds: [id] });
  }
  return subscribed;
}

async function saveStories(to: Store, count: number): Promise<readonly Id[]> {
  const description = {
    key: 'bench',
    name: 'Bench',
    kind: 'feed',
    url: 'https://bench.example/feed',
  } as const;
  const rest = { home: null, language: 'en', address: 'seen', settings: {} } as const;
  await to.sources.putGlobal([{ ...description, ...rest }], clock.now());
  const [source] = await to.sources.list(['global']);
  if (source === undefined) throw new Error('no source');
  await to.articles.save(
    source.id,
    Array.from({ length: count }, (_, index) => article(index)),
    clock.now(),
  );
  const { items } = await to.stories.latest({ scopes: ['global'] }, { page: 1, size: count });
  return items.map(({ id }) => id);
}

function article(index: number): NewArticle {
  const title = `Story number ${index} of the benchmark`;
  const lead = 'A sentence that says what happened, and another one that says where. '.repeat(4);
  return {
    url: `https://bench.example/${index}`,
    guid: null,
    title,
    lead,
    blocks: [],
    authors: [],
    published: null,
    picture: { url: `https://bench.example/${index}.jpg`, credit: 'Photo by nobody' },
    label: null,
    category: 'markets',
    assets: ['BTC'],
    isSponsored: false,
    language: 'en',
    isBacklog: false,
    joins: null,
    tokens: { title: [], text: [] },
  };
}

async function startServer(): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const child = fork(fileURLToPath(new URL('telegram-server.js', import.meta.url)));
  const [ready] = await once(child, 'message');
  const url: unknown = ready?.url;
  if (typeof url !== 'string') throw new Error('the server did not start');
  return { child, url };
}

async function reportFrom(child: ChildProcess): Promise<ServerReport> {
  const [report] = await once(child, 'message');
  if (report?.kind !== 'report') throw new Error('no report');
  return report;
}
