/** Chats as channels. */
import type { Chat, Message } from 'grammy/types';
import type { ChannelDescription, ChannelKind } from '../../domain/channel.ts';
import { formatAddress } from './address.ts';

const kindOfChat = {
  private: 'direct',
  group: 'group',
  supergroup: 'group',
  channel: 'broadcast',
} as const satisfies Record<Chat['type'], ChannelKind>;

/** A chat as a whole. */
export function describeChat(chat: Chat): ChannelDescription {
  return {
    platform: 'telegram',
    address: formatAddress({ chatId: chat.id, threadId: null }),
    name: nameOfChat(chat),
    kind: kindOfChat[chat.type],
    scope: `telegram:${chat.id}`,
  };
}

/** One topic of a group with topics. */
export function describeTopic(chat: Chat, threadId: number, name?: string): ChannelDescription {
  return {
    ...describeChat(chat),
    address: formatAddress({ chatId: chat.id, threadId }),
    name: `${nameOfChat(chat)} › ${name ?? `topic ${threadId}`}`,
    kind: 'topic',
  };
}

/** Where a message stands. A thread of replies in a group without topics is no topic. */
export function describePlace(message: Message): ChannelDescription {
  const { chat, message_thread_id: threadId, is_topic_message: isTopic, reply_to_message: first } = message;
  if (isTopic !== true || threadId === undefined) return describeChat(chat);
  return describeTopic(chat, threadId, first?.forum_topic_created?.name);
}

export function nameOfChat(chat: Chat): string {
  if (chat.title !== undefined) return chat.title;
  const name = [chat.first_name, chat.last_name].filter((part) => part !== undefined).join(' ');
  return name === '' ? (chat.username ?? String(chat.id)) : name;
}
