import { Api } from 'grammy';
import type { Command } from '../../dispatch/command.ts';
import type { Clock } from '../../domain/clock.ts';
import { MendableError } from '../../domain/errors.ts';
import type { Log } from '../../domain/log.ts';
import type { Texts } from '../../texts/texts.ts';
import type { Platform, PlatformMemory, PlatformStatus, SendOrder } from '../platform.ts';
import { createComments } from './comments.ts';
import { connect, type Connection, type WebhookOptions } from './connection.ts';
import { createAgent } from './create-agent.ts';
import { createConnectionState, type ConnectionState } from './connection-state.ts';
import { createActions } from './actions.ts';
import { createPostDress } from './dress.ts';
import { createPace } from './pace.ts';
import { createPoster } from './poster.ts';
import { createRights } from './rights.ts';
import { createSender, type UnknownPolicy } from './sender.ts';
import { tellModerators } from './tell-moderators.ts';
import type { WebhookReply, WebhookRequest } from './webhook.ts';

export type { UnknownPolicy } from './sender.ts';
export type { WebhookOptions } from './connection.ts';
export type { WebhookReply, WebhookRequest } from './webhook.ts';

export interface TelegramOptions {
  /** As BotFather gave it. */
  readonly token: string;
  /** Of the Bot API server, without a path; Telegram's own unless given. */
  readonly apiUrl?: string;
  /** Long polling unless given. */
  readonly webhook?: WebhookOptions;
  readonly commands: readonly Command[];
  /** As in OWNER_IDS: a Telegram id, or `telegram:` and one; those of other platforms are overlooked. */
  readonly ownerIds: readonly string[];
  readonly memory: PlatformMemory;
  readonly texts: Texts;
  readonly clock: Clock;
  readonly log: Log;
  /** What becomes of a send of which nobody knows whether it arrived; sent again unless told. */
  readonly unknownPolicy?: UnknownPolicy;
  /** How long a call may take before its outcome counts as unknown, in seconds; 30 unless given. */
  readonly timeoutSeconds?: number;
}

export interface TelegramPlatform extends Platform {
  /** For a web server that takes Telegram's webhook; answers with the status to give back. */
  handleWebhook(request: WebhookRequest): Promise<WebhookReply>;
}

const stopped = { kind: 'retry', afterMs: 1000, reason: 'Telegram was stopped', isPace: true } as const;

/** Telegram, by the Bot API. */
export function createTelegramPlatform(options: TelegramOptions): TelegramPlatform {
  const { token, texts, clock, log, memory } = options;
  const client = { apiRoot: (options.apiUrl ?? 'https://api.telegram.org').replace(/\/+$/, '') };
  const baseFetchConfig = { agent: createAgent(client.apiRoot) };
  const api = new Api(token, { ...client, baseFetchConfig, timeoutSeconds: options.timeoutSeconds ?? 30 });
  const state = createConnectionState(texts.telegram.status.connecting);
  const identity = () => state.identity;
  const rights = createRights({ api, identity, texts, clock, log });
  const actions = createActions({ memory, clock });
  const pace = createPace(clock);
  const poster = createPoster({ api, pace });
  const dressing = { texts, actions, identity, hasComments: createComments({ api, clock, log }) };
  let connection: Connection | null = null;
  let isStopped = false;
  const underWay = createUnderWay();
  const sender = createSender({
    poster,
    dress: createPostDress(dressing),
    unknownPolicy: options.unknownPolicy ?? 'repeat',
    onChannelEvent: async (event) => connection?.doors.onChannelEvent(event),
    onUnreachable: (channel, reason) => {
      const telling = tellModerators(channel, reason, { ...dressing, poster, rights, memory, clock });
      void underWay.follow(
        telling.catch((error: unknown) => log.warn({ error }, 'moderators could not be told on Telegram')),
      );
    },
  });

  return {
    id: 'telegram',
    async start(doors) {
      if (!/^\d+:[\w-]+$/.test(token)) throw new MendableError(texts.telegram.status.malformedToken);
      const tools = { ...dressing, ...options, client, api, state, rights, poster, doors };
      connection = await connect(tools);
    },
    send: (order: SendOrder) => (isStopped ? Promise.resolve(stopped) : underWay.follow(sender.send(order))),
    edit: (order) => (isStopped ? Promise.resolve(stopped) : underWay.follow(sender.edit(order))),
    status: () => statusOf(state, texts),
    handleWebhook: async (request) => connection?.handleWebhook(request) ?? { status: 503 },
    async stop() {
      isStopped = true;
      // Who waits for a turn goes back to the outbox; what is on its way to Telegram ends.
      pace.stop();
      await underWay.ended();
      await connection?.stop();
    },
  };
}

function statusOf({ isConnected, trouble, identity }: ConnectionState, { telegram }: Texts): PlatformStatus {
  const inline = identity?.hasInline === false ? [telegram.status.inlineOff] : [];
  return { isConnected, remarks: [...(trouble === null ? [] : [trouble]), ...inline] };
}

/** Keeps track of what has not ended yet. */
function createUnderWay() {
  const open = new Set<Promise<unknown>>();
  return {
    follow<Value>(work: Promise<Value>): Promise<Value> {
      open.add(work);
      return work.finally(() => open.delete(work));
    },
    async ended(): Promise<void> {
      await Promise.allSettled(open);
    },
  };
}
