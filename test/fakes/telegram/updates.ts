/** Updates as Telegram keeps and hands them out: by long polling to one program, or by webhook. */
import { setTimeout as pause } from 'node:timers/promises';
import { Refusal } from './world.ts';
import { textIn, type Payload } from './payload.ts';

export type Update = Readonly<Record<string, unknown>> & { readonly update_id: number };

interface Poll {
  readonly answer: (updates: readonly Update[]) => void;
  readonly refuse: (refusal: Refusal) => void;
  readonly limit: number;
}

const kindsByDefault = ['message', 'channel_post', 'callback_query', 'inline_query', 'my_chat_member'];

export function createUpdates() {
  let waiting: Update[] = [];
  let lastId = 5000;
  let poll: Poll | null = null;
  let kinds: readonly string[] = kindsByDefault;
  let webhook: { readonly url: string; readonly secret: string } | null = null;
  let pollWatchers: (() => void)[] = [];
  const confirmed: number[] = [];
  const refused: number[] = [];

  const flush = () => {
    if (poll === null || waiting.length === 0) return;
    const { answer, limit } = poll;
    poll = null;
    answer(waiting.slice(0, limit));
  };

  /** Hands one update to the webhook until it is taken; not in order, as the tests give one at a time. */
  async function post(update: Update): Promise<void> {
    for (let attempt = 0; attempt < 50; attempt += 1) {
      const target = webhook;
      if (target === null) return;
      const response = await fetch(target.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-telegram-bot-api-secret-token': target.secret,
        },
        body: JSON.stringify(update),
      }).catch(() => null);
      if (response?.ok === true) {
        confirmed.push(update.update_id);
        return;
      }
      refused.push(update.update_id);
      await pause(20);
    }
  }

  return {
    /** Ids that the bot has said it is done with. */
    confirmed,
    /** Ids that a webhook did not take, once for each time. */
    refused,
    onPoll: (watcher: () => void) => void pollWatchers.push(watcher),
    /** How many are not confirmed yet. */
    get waiting() {
      return waiting.length;
    },
    get isPolled() {
      return poll !== null;
    },
    get webhook() {
      return webhook;
    },
    push(kind: string, content: Payload, id?: number): Update | null {
      if (!kinds.includes(kind)) return null;
      lastId = id ?? lastId + 1;
      const update: Update = { update_id: lastId, [kind]: content };
      if (webhook === null) {
        waiting.push(update);
        flush();
      } else {
        void post(update);
      }
      return update;
    },
    getUpdates(payload: Payload, isGone: Promise<void>): Promise<readonly Update[]> {
      if (webhook !== null) {
        const remedy = 'use deleteWebhook to delete the webhook first';
        throw new Refusal(409, `Conflict: can't use getUpdates method while webhook is active; ${remedy}`);
      }
      poll?.refuse(
        new Refusal(
          409,
          'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
        ),
      );
      poll = null;
      const allowed = payload['allowed_updates'];
      if (Array.isArray(allowed)) kinds = allowed.length === 0 ? kindsByDefault : allowed.map(String);
      const offset = Number(payload['offset'] ?? 0);
      confirmed.push(
        ...waiting.filter((update) => update.update_id < offset).map((update) => update.update_id),
      );
      waiting = waiting.filter((update) => update.update_id >= offset);
      const timeoutMs = Number(payload['timeout'] ?? 0) * 1000;
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => mine.answer([]), timeoutMs);
        const mine: Poll = {
          limit: Number(payload['limit'] ?? 100),
          answer: (updates) => {
            clearTimeout(timer);
            if (poll === mine) poll = null;
            resolve(updates);
          },
          refuse: (refusal) => {
            clearTimeout(timer);
            reject(refusal);
          },
        };
        void isGone.then(() => mine.answer([]));
        poll = mine;
        flush();
        const woken = pollWatchers;
        pollWatchers = [];
        for (const watcher of woken) watcher();
      });
    },
    setWebhook(payload: Payload): void {
      webhook = { url: textIn(payload, 'url'), secret: textIn(payload, 'secret_token') };
      for (const update of waiting.splice(0)) void post(update);
    },
    deleteWebhook(): void {
      webhook = null;
    },
  };
}
