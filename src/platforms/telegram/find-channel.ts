import type { Api } from 'grammy';
import type { CommandRequest } from '../../dispatch/command.ts';
import type { Texts } from '../../texts/texts.ts';
import { parseAddress } from './address.ts';
import { failureOf } from './failure.ts';
import { describeChat, describeTopic } from './place.ts';
import type { Rights } from './rights.ts';

type Found = Awaited<ReturnType<CommandRequest['findChannel']>>;

/**
 * Finds the channel or group that a person named, by `@name`, `t.me` address, number or channel address, and asks
 * Telegram what the person and the bot may do there: a name or number alone proves nothing.
 */
export async function findChannel(
  named: string,
  {
    api,
    rights,
    texts,
    personId,
  }: {
    readonly api: Api;
    readonly rights: Rights;
    readonly texts: Texts;
    /** Null where a channel itself speaks. */
    readonly personId: number | null;
  },
): Promise<Found> {
  const { findChannel: say } = texts.telegram;
  const where = readName(named);
  if (where === null) return { problem: say.wrongName };
  try {
    const chat = await api.getChat(where.chat);
    if (chat.type === 'private' && chat.id !== personId) return { problem: say.wrongName };
    const isModerator = personId !== null && (await rights.isModerator(chat.id, personId));
    const channel = where.threadId === null ? describeChat(chat) : describeTopic(chat, where.threadId);
    return { channel, isModerator, missingPermissions: await rights.missing(chat.id) };
  } catch (thrown) {
    const { kind } = failureOf(thrown);
    return { problem: kind === 'unreachable' || kind === 'refused' ? say.unknown : say.later };
  }
}

/** What Telegram looks chats up by. */
function readName(
  named: string,
): { readonly chat: string | number; readonly threadId: number | null } | null {
  const text = named.trim();
  if (/^-?\d{1,16}(?:\/\d+)?$/.test(text)) {
    const { chatId, threadId } = parseAddress(text);
    return { chat: chatId, threadId };
  }
  const name = /^(?:@|(?:https?:\/\/)?t\.me\/)?([a-z]\w{3,31})\/?$/i.exec(text)?.[1];
  return name === undefined ? null : { chat: `@${name}`, threadId: null };
}
