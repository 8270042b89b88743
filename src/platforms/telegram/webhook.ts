/** Updates that Telegram brings to an address of ours. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Api } from 'grammy';
import type { Update } from 'grammy/types';
import type { Clock } from '../../domain/clock.ts';
import type { PlatformMemory } from '../platform.ts';
import { allowedUpdates } from './allowed-updates.ts';
import { retrying, type RetryTools } from './retrying.ts';
import type { UpdateQueue } from './update-queue.ts';

/** A request as any web server has it; header names in lower case. */
export interface WebhookRequest {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

export interface WebhookReply {
  /** 503 before the bot is connected: Telegram brings the update again. */
  readonly status: 200 | 400 | 401 | 503;
}

/** Where it is remembered that this bot set a webhook, so that it can be taken back when polling is wanted again. */
export const webhookNote = 'webhook';

/** Telegram repeats what is not answered in time; what takes longer is finished all the same. */
const answerWithinMs = 9000;

/** The same in every copy, and known to those alone who know the token. */
export function webhookSecret(token: string): string {
  return createHash('sha256').update(`satwire webhook ${token}`).digest('hex');
}

/** Tells Telegram the address; tries again until that succeeds or is stopped. */
export async function registerWebhook(
  webhook: { readonly url: string; readonly token: string },
  tools: RetryTools & { readonly api: Api; readonly memory: PlatformMemory },
): Promise<void> {
  const { api, memory, state } = tools;
  const registered = await retrying(async () => {
    await memory.put(webhookNote, webhook.url);
    return api.setWebhook(webhook.url, {
      secret_token: webhookSecret(webhook.token),
      allowed_updates: allowedUpdates,
    });
  }, tools);
  if (registered.kind === 'done') state.connected();
}

/** The update in a request's body; null for what is none. */
function parseUpdate(body: string): Update | null {
  try {
    const parsed: unknown = JSON.parse(body);
    return isUpdate(parsed) ? parsed : null;
  } catch {
    // Not JSON: whoever sent it is told so by the status. Telegram never sends this.
    return null;
  }
}

/** The secret has shown that Telegram sent it; of its parts grammY looks at those that are there. */
function isUpdate(value: unknown): value is Update {
  if (typeof value !== 'object' || value === null || !('update_id' in value)) return false;
  return Number.isSafeInteger(value.update_id);
}

/** Takes one update from Telegram; 200 once it has been handled, so that Telegram repeats what a crash cut off. */
export function createWebhookDoor(options: {
  readonly token: string;
  readonly queue: UpdateQueue;
  readonly clock: Clock;
}): (request: WebhookRequest) => Promise<WebhookReply> {
  const expected = Buffer.from(webhookSecret(options.token));
  return async ({ headers, body }) => {
    const given = Buffer.from(String(headers['x-telegram-bot-api-secret-token'] ?? ''));
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return { status: 401 };
    const update = parseUpdate(body);
    if (update === null) return { status: 400 };
    await handledInTime(options.queue.add(update), options.clock);
    return { status: 200 };
  };
}

async function handledInTime(handling: Promise<void>, clock: Clock): Promise<void> {
  let cancel = () => {};
  const inTime = new Promise<void>((resolve) => {
    cancel = clock.after(answerWithinMs, resolve);
  });
  await Promise.race([handling, inTime]);
  cancel();
}
