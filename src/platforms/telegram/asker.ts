/** Who asks, where, and with what rights. */
import type { Chat, Message, User } from 'grammy/types';
import type { CommandRequest } from '../../dispatch/command.ts';
import type { ChannelDescription } from '../../domain/channel.ts';
import { findChannel } from './find-channel.ts';
import type { ListenTools } from './listen.ts';
import { describeChat, describePlace, nameOfChat } from './place.ts';

export interface Asking {
  readonly channel: ChannelDescription;
  readonly chat: Chat;
  readonly person: User | undefined;
  /** The chat in whose name the message was written: the channel's own, or an anonymous administrator's. */
  readonly speaker: Chat | undefined;
}

/** Who wrote a message, and where. */
export function askingOf(message: Message): Asking {
  const speaker = message.sender_chat;
  // Behind a chat stands a placeholder of Telegram's, the same for all.
  const person = speaker === undefined ? message.from : undefined;
  return { channel: describePlace(message), chat: message.chat, person, speaker };
}

/** Somebody outside of any chat, as in inline mode: as in the private chat with the bot. */
export function askingAlone(person: User): Asking {
  const chat: Chat.PrivateChat = { id: person.id, type: 'private', first_name: person.first_name };
  return { channel: describeChat(chat), chat, person, speaker: undefined };
}

/** A line as a request to dispatch. */
export async function requestOf(line: string, asking: Asking, tools: ListenTools): Promise<CommandRequest> {
  const { api, openFile, rights, texts } = tools;
  const { channel, chat, person, speaker } = asking;
  const personId = person?.id ?? null;
  const isSelf = speaker?.id === chat.id;
  return {
    ask: { kind: 'line', line },
    asker: {
      personId: String(personId ?? speaker?.id ?? chat.id),
      personName: person?.first_name ?? nameOfChat(speaker ?? chat),
      channel,
      // Who writes in the name of the chat is one of its administrators.
      isModerator: isSelf || (personId !== null && (await rights.isModerator(chat.id, personId))),
      isOwner: personId !== null && tools.isOwner(personId),
      language: person?.language_code ?? null,
    },
    missingPermissions: await rights.missing(chat.id),
    openFile,
    findChannel: async (named) => {
      const found = await findChannel(named, { api, rights, texts, personId });
      const isOwn = 'channel' in found && found.channel.scope === channel.scope;
      return isOwn && isSelf ? { ...found, isModerator: true } : found;
    },
  };
}
