/**
 * One story to 500 Discord channels, with a server of the tests in another process that holds Discord's limits:
 * `npm run --silent build && node dist/tools/bench/discord.js [CHANNELS]`. Prints the figures as JSON, and fails
 * where one misses: no 429, all posts within 11 s, a command in between answered within 1 s.
 */
import { fork } from 'node:child_process';
import { commands } from '../../commands/index.ts';
import type { Clock } from '../../src/domain/clock.ts';
import type { Log } from '../../src/domain/log.ts';
import { emptyMessage, textMessage, type Message } from '../../src/domain/message.ts';
import { plainLook } from '../../src/domain/subscription.ts';
import { createDiscordPlatform } from '../../src/platforms/discord/create-discord-platform.ts';
import type { Platform, PlatformMemory } from '../../src/platforms/platform.ts';
import { english } from '../../src/texts/english.ts';
import type { Counts, Place, ServerTold } from './discord-server.ts';

const channels = Number(process.argv[2] ?? 500);
const mostPostsMs = 11_000;
const mostAnswerMs = 1000;

const server = fork(new URL('discord-server.js', import.meta.url), [String(channels)]);
try {
  const ready = await next('ready');
  const platform = createDiscordPlatform({
    token: ready.token,
    apiUrl: ready.apiUrl,
    commands,
    ownerIds: [],
    memory: createMemory(),
    texts: english,
    clock: wallClock(),
    log: quietLog(),
  });
  await platform.start({
    onCommand: async () => ({ kind: 'reply', message: textMessage('Here.'), isPrivate: false }),
    onChannelEvent: async () => {},
  });
  while (!platform.status().isConnected) await pause(20);
  report(await measure(platform, ready.channels));
  await platform.stop();
} finally {
  server.kill();
}

interface Figures extends Counts {
  readonly sent: number;
  readonly allSentMs: number;
  readonly slowestAnswerMs: number;
}

/** Sends the story everywhere, and asks for a command once a second meanwhile. */
async function measure(platform: Platform, places: readonly Place[]): Promise<Figures> {
  const startedAt = performance.now();
  let isSending = true;
  const sending = Promise.all(places.map((place, index) => sendUntilSent(platform, place, index)));
  const answers: number[] = [];
  const asking = (async () => {
    while (isSending) {
      await pause(1000);
      server.send('use');
      answers.push((await next('answered')).afterMs);
    }
  })();
  const sent = await sending;
  const allSentMs = performance.now() - startedAt;
  isSending = false;
  await asking;
  server.send('count');
  const { counts } = await next('counted');
  return {
    ...counts,
    sent: sent.length,
    allSentMs: Math.round(allSentMs),
    slowestAnswerMs: Math.round(Math.max(...answers)),
  };
}

const firstDelivery = 4_000_000_000_000_000_000n;

/** As the outbox does: what has to wait is sent again. */
async function sendUntilSent(platform: Platform, { id, guildId }: Place, index: number): Promise<string> {
  for (;;) {
    const outcome = await platform.send({
      channel: {
        id: BigInt(index),
        platform: 'discord',
        address: id,
        name: '#news',
        kind: 'text',
        scope: `discord:${guildId}`,
        state: 'reachable',
        unreachableReason: null,
        unreachableSince: null,
      },
      deliveryId: firstDelivery + BigInt(index),
      part: 0,
      message: story,
      look: plainLook,
      uncertainSince: null,
    });
    if (outcome.kind === 'sent') return outcome.messageId;
    if (outcome.kind !== 'retry') throw new Error(`${outcome.kind}: ${outcome.reason}`);
    await pause(outcome.afterMs);
  }
}

function report(figures: Figures): void {
  const isGood =
    figures.refused === 0 &&
    figures.sent === channels &&
    figures.posts === channels &&
    figures.allSentMs <= mostPostsMs &&
    figures.slowestAnswerMs <= mostAnswerMs;
  console.log(JSON.stringify({ channels, ...figures, isGood }));
  if (!isGood) process.exitCode = 1;
}

async function next<Kind extends ServerTold['kind']>(
  kind: Kind,
): Promise<Extract<ServerTold, { kind: Kind }>> {
  return new Promise((resolve, reject) => {
    const hear = (told: ServerTold) => {
      if (!isKind(told, kind)) return;
      server.off('message', hear);
      resolve(told);
    };
    server.on('message', hear);
    server.once('exit', () => reject(new Error('the server ended')));
  });
}

function isKind<Kind extends ServerTold['kind']>(
  told: ServerTold,
  kind: Kind,
): told is Extract<ServerTold, { kind: Kind }> {
  return told.kind === kind;
}

async function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

function createMemory(): PlatformMemory {
  const kept = new Map<string, string>();
  return {
    get: async (key) => kept.get(key) ?? null,
    put: async (key, value) => void kept.set(key, value),
    remove: async (key) => void kept.delete(key),
  };
}

function wallClock(): Clock {
  return {
    now: () => new Date(),
    after(delayMs, act) {
      const timer = setTimeout(act, delayMs);
      return () => clearTimeout(timer);
    },
  };
}

function quietLog(): Log {
  const warn = (fields: unknown, text: string) => console.error(text, fields);
  return { debug: () => {}, info: () => {}, warn, error: warn };
}

const story: Message = {
  ...emptyMessage,
  title: { text: 'Harbour exchange opens a bond desk', url: 'https://wire.example/harbour' },
  story: {
    number: 42,
    category: 'markets',
    assets: ['ETH'],
    publisher: 'Example Wire',
    moment: { at: new Date('2026-03-02T08:30:00Z'), precision: 'minute' },
    alsoReportedBy: [{ name: 'Ledger Post', url: 'https://ledgerpost.example/desk' }],
    isSponsored: false,
  },
  blocks: [{ kind: 'paragraph', spans: ['The exchange said on Monday that its desk opens in spring.'] }],
  image: { url: 'https://wire.example/harbour.jpg', credit: null },
  buttons: [{ label: 'Summarize', action: 'summarize 42', role: 'open' }],
};
