/** Handles updates of different chats beside each other and those of one chat in order, each once. */
import type { Update } from 'grammy/types';
import type { Clock } from '../../domain/clock.ts';
import type { Log } from '../../domain/log.ts';
import type { HandledUpdates } from './handled-updates.ts';

export interface UpdateQueue {
  /** Resolves when the update has been handled and that is remembered; at once for a repeat. Never rejects. */
  add(update: Update): Promise<void>;
  /** The lowest id that is not handled yet; null when all are. */
  lowestUnfinished(): number | null;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

/** What takes longer has gone wrong: the chat's next update is not held up any more. */
const longestMs = 120_000;

export function createUpdateQueue(options: {
  readonly handle: (update: Update) => Promise<void>;
  readonly handled: HandledUpdates;
  readonly clock: Clock;
  readonly log: Log;
}): UpdateQueue {
  const { handle, handled, clock, log } = options;
  const underWay = new Map<number, Promise<void>>();
  const lastOfChat = new Map<string, Promise<void>>();

  async function handleOnce(update: Update): Promise<void> {
    if (await handled.has(update.update_id)) return;
    try {
      await withinTime(handle(update), clock);
    } catch (error) {
      log.error({ error, update: update.update_id }, 'a Telegram update could not be handled');
    }
    await handled.add(update.update_id);
  }

  return {
    add(update) {
      const known = underWay.get(update.update_id);
      if (known !== undefined) return known;
      const key = orderKey(update);
      const before = lastOfChat.get(key) ?? Promise.resolve();
      const mine = before
        .then(() => handleOnce(update))
        .finally(() => {
          underWay.delete(update.update_id);
          if (lastOfChat.get(key) === mine) lastOfChat.delete(key);
        });
      underWay.set(update.update_id, mine);
      lastOfChat.set(key, mine);
      return mine;
    },
    lowestUnfinished: () => (underWay.size === 0 ? null : Math.min(...underWay.keys())),
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay.values());
    },
  };
}

/** Updates with the same key are handled in order. */
function orderKey(update: Update): string {
  const { callback_query, inline_query } = update;
  const message = update.message ?? update.channel_post ?? callback_query?.message ?? update.my_chat_member;
  if (message !== undefined) return String(message.chat.id);
  // What a person types inline does not wait for what the person asked in the chat with the bot.
  return inline_query === undefined
    ? `from ${callback_query?.from.id ?? ''}`
    : `inline ${inline_query.from.id}`;
}

async function withinTime(work: Promise<void>, clock: Clock): Promise<void> {
  let cancel = () => {};
  const tooLong = new Promise<never>((_resolve, reject) => {
    cancel = clock.after(longestMs, () => reject(new Error(`not handled within ${longestMs} ms`)));
  });
  try {
    await Promise.race([work, tooLong]);
  } finally {
    cancel();
  }
}
