import type { Api } from 'grammy';
import type { Clock } from '../../domain/clock.ts';
import type { Log } from '../../domain/log.ts';
import { createKept } from './kept.ts';

const anHourMs = 3_600_000;

/** Tells whether people comment on the posts of a channel; true where that is not known, which is always safe. */
export function createComments(options: {
  readonly api: Api;
  readonly clock: Clock;
  readonly log: Log;
}): (chatId: number) => Promise<boolean> {
  const { api, clock, log } = options;
  const comments = createKept({
    ask: async (chat) => (await api.getChat(Number(chat))).linked_chat_id !== undefined,
    otherwise: () => true,
    forMs: anHourMs,
    clock,
    log,
  });
  return (chatId) => comments.get(String(chatId));
}
