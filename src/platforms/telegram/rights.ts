/** Who may do what in a chat, as Telegram says it; asked for rarely, as it changes rarely. */
import type { Api } from 'grammy';
import type { ChatMember } from 'grammy/types';
import type { Clock } from '../../domain/clock.ts';
import type { Log } from '../../domain/log.ts';
import type { Texts } from '../../texts/texts.ts';
import { failureOf } from './failure.ts';
import type { GetIdentity } from './identity.ts';
import { createKept } from './kept.ts';

export interface Rights {
  /** Whether the person is an administrator of the chat; in a private chat everyone is their own moderator. */
  isModerator(chatId: number, personId: number): Promise<boolean>;
  /** The people who administer a group or channel, as far as Telegram lists them; bots left out. */
  moderators(chatId: number): Promise<readonly number[]>;
  /** What the bot lacks to send messages there, in words. */
  missing(chatId: number): Promise<readonly string[]>;
  /** After the chat said that something changed. */
  forget(chatId: number): void;
}

const aMinuteMs = 60_000;

export function createRights(options: {
  readonly api: Api;
  readonly identity: GetIdentity;
  readonly texts: Texts;
  readonly clock: Clock;
  readonly log: Log;
}): Rights {
  const { api, identity, texts, clock, log } = options;
  const keeping = { forMs: aMinuteMs, clock, log };
  const administrators = createKept<ReadonlySet<number>>({
    ...keeping,
    ask: async (chat) => {
      const listed = await api.getChatAdministrators(Number(chat));
      return new Set(listed.filter(({ user }) => !user.is_bot).map(({ user }) => user.id));
    },
    otherwise: () => new Set(),
  });
  // The list leaves some out, among them administrators who are anonymous.
  const members = createKept({
    ...keeping,
    ask: async (key) => {
      const [chat, person] = key.split(' ').map(Number);
      return isAdministrator(await api.getChatMember(chat ?? 0, person ?? 0));
    },
    otherwise: () => false,
  });
  const missing = createKept({
    ...keeping,
    ask: async (chat) => {
      const self = identity();
      return self === null ? [] : missingOf(await api.getChatMember(Number(chat), self.id), texts);
    },
    otherwise: (thrown) => missingAfter(thrown, texts),
  });

  return {
    async isModerator(chatId, personId) {
      if (chatId > 0) return chatId === personId;
      const listed = await administrators.get(String(chatId));
      return listed.has(personId) || members.get(`${chatId} ${personId}`);
    },
    moderators: async (chatId) => [...(await administrators.get(String(chatId)))],
    missing: (chatId) => (chatId > 0 ? Promise.resolve([]) : missing.get(String(chatId))),
    forget(chatId) {
      for (const kept of [administrators, missing]) kept.forget(String(chatId));
    },
  };
}

const isAdministrator = ({ status }: ChatMember) => status === 'creator' || status === 'administrator';

function missingOf(bot: ChatMember, { telegram }: Texts): readonly string[] {
  if (bot.status === 'left' || bot.status === 'kicked') return [telegram.permissions.member];
  if (bot.status === 'restricted' && !bot.can_send_messages) return [telegram.permissions.send];
  // Only channels have this right; in a group it is not mentioned.
  return bot.status === 'administrator' && bot.can_post_messages === false ? [telegram.permissions.post] : [];
}

/** A chat that does not know the bot says so; anything else says nothing about it. */
function missingAfter(thrown: unknown, { telegram }: Texts): readonly string[] {
  const { kind } = failureOf(thrown);
  return kind === 'unreachable' || kind === 'refused' ? [telegram.permissions.member] : [];
}
