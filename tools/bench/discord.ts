/**
 * One story to 500 Discord channels, from the outbox, with a server of the tests in another process that holds
 * Discord's limits. Prints the figures as JSON, and fails where one misses: no 429, all posts within 11 s, a command
 * in between answered within 1 s. Run: npm run build && node dist/tools/bench/discord.js [CHANNELS]
 */
import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { commands } from '../../commands/index.ts';
import { createDelivery } from '../../src/delivery/create-delivery.ts';
import type { Clock } from '../../src/domain/clock.ts';
import { storyKey } from '../../src/domain/delivery.ts';
import type { Log } from '../../src/domain/log.ts';
import { textMessage } from '../../src/domain/message.ts';
import { everything, plainLook } from '../../src/domain/subscription.ts';
import { createDiscordPlatform } from '../../src/platforms/discord/create-discord-platform.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { NewArticle, Store } from '../../src/store/store.ts';
import { english } from '../../src/texts/english.ts';
import type { Counts, Place, ServerTold } from './discord-server.ts';

const mostPostsMs = 11_000;
const mostAnswerMs = 1000;

const clock: Clock = {
  now: () => new Date(),
  after(delayMs, act) {
    const timer = setTimeout(act, delayMs);
    return () => clearTimeout(timer);
  },
};
const warn = (fields: unknown, text: string) => console.error(text, fields);
const log: Log = { debug: () => {}, info: () => {}, warn, error: warn };

const article: NewArticle = {
  url: 'https://wire.example/harbour',
  guid: null,
  title: 'Harbour exchange opens a bond desk',
  lead: 'The exchange said on Monday that its desk opens in spring. '.repeat(5),
  blocks: [],
  authors: [],
  published: { at: new Date('2026-03-02T08:30:00Z'), precision: 'minute' },
  picture: { url: 'https://wire.example/harbour.jpg', credit: 'Photo by nobody' },
  label: null,
  category: 'markets',
  assets: ['ETH'],
  isSponsored: false,
  language: 'en',
  isBacklog: false,
  joins: null,
  tokens: { title: [], text: [] },
};

const channels = Number(process.argv[2] ?? 500);
const server = fork(new URL('discord-server.js', import.meta.url), [String(channels)]);
const folder = await mkdtemp(join(tmpdir(), 'satwire-bench-'));
const store = await openStore({ url: `file:${join(folder, 'bench.db')}`, clock, log });
try {
  report(await measure(await next('ready')));
} finally {
  await store.close();
  await rm(folder, { recursive: true, force: true });
  server.kill();
}

interface Figures extends Counts {
  /** With the database, from the outbox to the last record. */
  readonly outboxMs: number;
  readonly commandsAsked: number;
  readonly slowestAnswerMs: number;
}

/** Sends the story everywhere, and asks for a command every half second meanwhile. */
async function measure(ready: Extract<ServerTold, { kind: 'ready' }>): Promise<Figures> {
  const { apiUrl, token } = ready;
  const about = { commands, ownerIds: [], memory: store.notes, texts: english, clock, log };
  const platform = createDiscordPlatform({ token, apiUrl, ...about });
  await platform.start({
    onCommand: async () => ({ kind: 'reply', message: await latest(store), isPrivate: false }),
    onChannelEvent: async () => {},
  });
  while (!platform.status().isConnected) await pause(20);
  await oweStory(store, ready.channels);
  const delivery = createDelivery({ store, platforms: [platform], texts: english, clock, log });
  const startedAt = performance.now();
  const state = { isSending: true };
  const asking = askMeanwhile(state);
  let round = await delivery.runRound();
  while (round.nextDueAt !== null) {
    await pause(Math.max(1, round.nextDueAt.getTime() - clock.now().getTime()));
    round = await delivery.runRound();
  }
  const outboxMs = Math.round(performance.now() - startedAt);
  state.isSending = false;
  const answers = await asking;
  server.send('count');
  const { counts } = await next('counted');
  await delivery.stop();
  await platform.stop();
  const slowestAnswerMs = Math.round(Math.max(...answers));
  return { ...counts, outboxMs, commandsAsked: answers.length, slowestAnswerMs };
}

async function latest(from: Store) {
  const { items } = await from.stories.latest({ scopes: ['global'] }, { page: 1, size: 5 });
  return textMessage(...items.map(({ title }) => title));
}

async function askMeanwhile(state: { readonly isSending: boolean }): Promise<readonly number[]> {
  const answers: number[] = [];
  while (state.isSending) {
    await pause(500);
    server.send('use');
    answers.push((await next('answered')).afterMs);
  }
  return answers;
}

/** Saves one story, and owes it to every channel. */
async function oweStory(to: Store, places: readonly Place[]): Promise<void> {
  const now = clock.now();
  const source = {
    key: 'wire',
    name: 'Example Wire',
    kind: 'feed',
    url: 'https://wire.example/feed',
  } as const;
  const rest = { home: null, language: 'en', address: 'seen', settings: {} } as const;
  await to.sources.putGlobal([{ ...source, ...rest }], now);
  const [kept] = await to.sources.list(['global']);
  if (kept === undefined) throw new Error('no source');
  await to.articles.save(kept.id, [article], now);
  const { items } = await to.stories.latest({ scopes: ['global'] }, { page: 1, size: 1 });
  const [story] = items;
  if (story === undefined) throw new Error('no story');
  const wish = {
    filter: everything,
    cadence: { kind: 'instant' },
    look: plainLook,
    createdBy: null,
  } as const;
  const deliveries = [];
  for (const { id: address, guildId } of places) {
    const description = { platform: 'discord', address, name: '#news', kind: 'text' } as const;
    const channel = await to.channels.put({ ...description, scope: `discord:${guildId}` }, now);
    const { id } = await to.subscriptions.add({ channelId: channel.id, ...wish }, now);
    const owed = { channelId: channel.id, subscriptionIds: [id], storyId: story.id };
    deliveries.push({ ...owed, key: storyKey(story.id), dueAt: now });
  }
  await to.deliveries.addRouted([], deliveries, now);
}

function report(figures: Figures): void {
  const isGood =
    figures.refused === 0 &&
    figures.posts === channels &&
    figures.postsMs <= mostPostsMs &&
    figures.slowestAnswerMs <= mostAnswerMs;
  console.log(JSON.stringify({ channels, ...figures, isGood }));
  if (!isGood) process.exitCode = 1;
}

async function next<Kind extends ServerTold['kind']>(
  kind: Kind,
): Promise<Extract<ServerTold, { kind: Kind }>> {
  return new Promise((resolve) => {
    const hear = (told: ServerTold) => {
      if (!isKind(told, kind)) return;
      server.off('message', hear);
      resolve(told);
    };
    server.on('message', hear);
  });
}

function isKind<Kind extends ServerTold['kind']>(
  told: ServerTold,
  kind: Kind,
): told is Extract<ServerTold, { kind: Kind }> {
  return told.kind === kind;
}
