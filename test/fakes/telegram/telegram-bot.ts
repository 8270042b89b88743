/** A real Telegram platform on the fake Bot API, with doors that the test watches. */
import {
  defineCommand,
  positional,
  text,
  type Answer,
  type Command,
  type CommandRequest,
} from '../../../src/dispatch/command.ts';
import type { Channel } from '../../../src/domain/channel.ts';
import type { Clock } from '../../../src/domain/clock.ts';
import type { Log } from '../../../src/domain/log.ts';
import { textMessage, type Message } from '../../../src/domain/message.ts';
import { plainLook } from '../../../src/domain/subscription.ts';
import type { ChannelEvent, PlatformMemory, SendOrder } from '../../../src/platforms/platform.ts';
import {
  createTelegramPlatform,
  type TelegramOptions,
} from '../../../src/platforms/telegram/create-telegram-platform.ts';
import { english } from '../../../src/texts/english.ts';
import { createTestLog } from '../../support/log.ts';
import { startBotApi, testToken, type BotApi } from './bot-api.ts';
import { createFastClock } from './fast-clock.ts';
import { createTestMemory } from '../../support/memory.ts';
import { createPeople } from './people.ts';

export interface TelegramBotOptions extends Partial<TelegramOptions> {
  readonly botApi?: BotApi;
  /** What dispatch would answer; `Fine.` unless given. */
  readonly answer?: (line: string, request: CommandRequest) => Message | Answer | Promise<Message | Answer>;
  /** Leaves the start to the test. */
  readonly isNotStarted?: boolean;
}

export type TelegramBot = Awaited<ReturnType<typeof startTelegramBot>>;

export async function startTelegramBot(options: TelegramBotOptions = {}) {
  const api = options.botApi ?? (await startBotApi());
  const clock: Clock = options.clock ?? createFastClock();
  const memory: PlatformMemory = options.memory ?? createTestMemory(clock);
  const log = createWatchedLog();
  const requests: CommandRequest[] = [];
  const events: ChannelEvent[] = [];
  let watchers: (() => void)[] = [];
  const platform = createTelegramPlatform({
    token: testToken,
    apiUrl: api.url,
    commands: sampleCommands,
    ownerIds: ['telegram:1', 'discord-owner'],
    texts: english,
    log,
    ...options,
    clock,
    memory,
  });
  const note = () => {
    const woken = watchers;
    watchers = [];
    for (const watcher of woken) watcher();
  };
  const start = () =>
    platform.start({
      onCommand: async (request) => {
        requests.push(request);
        note();
        const line = request.ask.kind === 'line' ? request.ask.line : '';
        const answer = (await options.answer?.(line, request)) ?? textMessage('Fine.');
        return 'kind' in answer ? answer : { kind: 'reply', message: answer, isPrivate: false };
      },
      onChannelEvent: async (event) => {
        events.push(event);
        note();
      },
    });
  if (options.isNotStarted !== true) {
    await start();
    await api.polled();
  }
  return {
    api,
    platform,
    memory,
    clock,
    log,
    requests,
    events,
    start,
    people: createPeople(api),
    lines: () => requests.map(({ ask }) => (ask.kind === 'line' ? ask.line : '')),
    /** Resolves once the condition holds; it is looked at after each request and event. */
    async until(condition: () => boolean): Promise<void> {
      while (!condition()) await new Promise<void>((resolve) => watchers.push(resolve));
    },
    async close(): Promise<void> {
      await platform.stop();
      if (options.botApi === undefined) await api.stop();
    },
  };
}

/** A log that can be waited for. */
function createWatchedLog() {
  const inner = createTestLog();
  let watchers: (() => void)[] = [];
  const at =
    (level: 'debug' | 'info' | 'warn' | 'error'): Log['debug'] =>
    (fields, text) => {
      inner[level](fields, text);
      const woken = watchers;
      watchers = [];
      for (const watcher of woken) watcher();
    };
  return {
    lines: inner.lines,
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    async said(text: string): Promise<void> {
      while (!inner.lines.some((line) => line.text === text)) {
        await new Promise<void>((resolve) => watchers.push(resolve));
      }
    },
  };
}

/** Commands with what the platform looks at: names, access, and a text that must be typed. */
export const sampleCommands: readonly Command[] = [
  command('latest', 'anyone'),
  command('search', 'anyone', true),
  command('summarize', 'anyone'),
  command('subscribe', 'moderators'),
  command('sources', 'owners'),
];

function command(name: string, access: 'anyone' | 'moderators' | 'owners', needsText = false): Command {
  return defineCommand({
    name,
    description: `What ${name} does`,
    example: `/${name}`,
    access,
    options: needsText ? { words: positional(text('Words to look for')) } : {},
    run: () => Promise.resolve(textMessage(name)),
  });
}

let lastId = 1000n;

/** A channel of the store at this address. */
export function aChannel(address: string, kind: Channel['kind'] = 'direct'): Channel {
  lastId += 1n;
  return {
    id: lastId,
    platform: 'telegram',
    address,
    name: address,
    kind,
    scope: `telegram:${address.split('/')[0]}`,
    state: 'reachable',
    unreachableReason: null,
    unreachableSince: null,
  };
}

export function anOrder(channel: Channel, message: Message, more: Partial<SendOrder> = {}): SendOrder {
  lastId += 1n;
  return { channel, deliveryId: lastId, part: 0, message, look: plainLook, uncertainSince: null, ...more };
}
