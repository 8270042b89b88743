/** The connection to Telegram: who the bot is, its menus, and how updates come in. */
import type { Api } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import type { Command } from '../../dispatch/command.ts';
import { MendableError, reasonOf } from '../../domain/errors.ts';
import type { PlatformDoors, PlatformMemory } from '../platform.ts';
import { createAnswers } from './answers.ts';
import type { ConnectionState } from './connection-state.ts';
import type { DressTools } from './dress.ts';
import { createHandledUpdates } from './handled-updates.ts';
import { createOpenFile } from './files.ts';
import { createListener } from './listen.ts';
import { pollUpdates } from './polling.ts';
import type { Poster } from './poster.ts';
import { registerCommands } from './register-commands.ts';
import { retrying, type RetryTools } from './retrying.ts';
import type { Rights } from './rights.ts';
import { createUpdateQueue } from './update-queue.ts';
import { listenForWebhook } from './webhook-listener.ts';
import { createWebhookDoor, registerWebhook, type WebhookReply, type WebhookRequest } from './webhook.ts';

export interface WebhookOptions {
  /** The public HTTPS address that Telegram brings updates to. */
  readonly url: string;
  /** Where a web server of its own listens for it; without it `handleWebhook` is called by another one. */
  readonly port?: number;
}

export interface ConnectionTools extends DressTools, Omit<RetryTools, 'signal'> {
  readonly token: string;
  readonly client: { readonly apiRoot: string };
  readonly webhook?: WebhookOptions;
  readonly api: Api;
  readonly state: ConnectionState;
  readonly rights: Rights;
  readonly poster: Poster;
  readonly doors: PlatformDoors;
  readonly memory: PlatformMemory;
  readonly commands: readonly Command[];
  readonly ownerIds: readonly string[];
}

export interface Connection {
  readonly doors: PlatformDoors;
  readonly handleWebhook: (request: WebhookRequest) => Promise<WebhookReply>;
  stop(): Promise<void>;
}

/** A poll may take 30 s at Telegram, and then some. */
const pollTimeoutSeconds = 45;

/** Starts to connect, and goes on in the background: a dead network holds nothing up. */
export async function connect(tools: ConnectionTools): Promise<Connection> {
  const { token, client, webhook, doors, log, clock } = tools;
  const ending = new AbortController();
  const running = { ...tools, signal: ending.signal };
  const ownerIds = tools.ownerIds.flatMap(ownerId);
  const answers = createAnswers(tools);
  const openFile = createOpenFile({ ...tools, apiRoot: client.apiRoot });
  const bot = createListener(
    { token, client: { ...client, timeoutSeconds: pollTimeoutSeconds } },
    { ...tools, answers, openFile, isOwner: (personId) => ownerIds.includes(personId) },
  );
  const queue = createUpdateQueue({
    handle: (update) => bot.handleUpdate(update),
    handled: createHandledUpdates(tools),
    clock,
    log,
  });
  const take = createWebhookDoor({ token, queue, clock });
  const closeListener = await openListener(webhook, { take, log, texts: tools.texts });

  async function run(): Promise<void> {
    const me = await retrying(() => bot.api.getMe(), running);
    if (me.kind === 'over') return;
    bot.botInfo = me.value;
    tools.state.known(identityOf(me.value));
    tools.state.connected();
    await registerCommands({ ...tools, ownerIds });
    if (webhook === undefined) await pollUpdates({ ...running, api: bot.api, queue });
    else await registerWebhook({ url: webhook.url, token }, running);
  }

  const ended = run().catch((error: unknown) => log.error({ error }, 'the connection to Telegram failed'));
  return {
    doors,
    // Until the bot knows its own name Telegram brings it later.
    handleWebhook: async (request) => (tools.identity() === null ? { status: 503 } : take(request)),
    async stop() {
      ending.abort();
      await closeListener?.();
      await ended;
      await queue.idle();
    },
  };
}

async function openListener(
  webhook: WebhookOptions | undefined,
  uses: Pick<Parameters<typeof listenForWebhook>[0], 'take' | 'log'> & Pick<ConnectionTools, 'texts'>,
) {
  if (webhook?.port === undefined) return null;
  const { port, url } = webhook;
  try {
    return await listenForWebhook({ ...uses, port, path: new URL(url).pathname });
  } catch (thrown) {
    throw new MendableError(uses.texts.telegram.status.noPort({ port, reason: reasonOf(thrown) }));
  }
}

const identityOf = (me: UserFromGetMe) => ({
  id: me.id,
  name: me.username,
  hasInline: me.supports_inline_queries,
});

function ownerId(text: string): readonly number[] {
  const digits = /^(?:telegram:)?(\d{1,16})$/.exec(text.trim())?.[1];
  return digits === undefined ? [] : [Number(digits)];
}
