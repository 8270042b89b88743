/** The bot was added, removed, blocked, promoted or restricted. */
import type { ChatMember, ChatMemberUpdated } from 'grammy/types';
import { textMessage } from '../../domain/message.ts';
import type { Texts } from '../../texts/texts.ts';
import { askingAlone } from './asker.ts';
import type { ListenTools } from './listen.ts';
import { describeChat } from './place.ts';

export async function hearMembership(update: ChatMemberUpdated, tools: ListenTools): Promise<void> {
  const { chat, new_chat_member: now, old_chat_member: before } = update;
  const { doors, rights, texts } = tools;
  rights.forget(chat.id);
  const channel = describeChat(chat);
  const reason = reasonAgainst(now, chat.type, texts);
  if (chat.type === 'private') {
    const { platform, address } = channel;
    const event = { channel: { platform, address } };
    return doors.onChannelEvent(
      reason === null ? { kind: 'reachable', ...event } : { kind: 'unreachable', ...event, reason },
    );
  }
  const { scope } = channel;
  if (reason === null) {
    await doors.onChannelEvent({ kind: 'seen', channel });
    return doors.onChannelEvent({ kind: 'scopeReachable', scope });
  }
  await doors.onChannelEvent({ kind: 'scopeUnreachable', scope, reason });
  // Whoever did it may not know what it means; told once, as it changes once.
  if (reasonAgainst(before, chat.type, texts) === null && !update.from.is_bot) {
    const told = textMessage(texts.telegram.lostRights({ name: channel.name }));
    await tools.answers.tell(told, { asking: askingAlone(update.from) });
  }
  return undefined;
}

/** Why the bot may not send there, in words for moderators; null when it may. */
function reasonAgainst(bot: ChatMember, chatType: ChatMemberUpdated['chat']['type'], { telegram }: Texts) {
  const { reasons } = telegram;
  if (bot.status === 'kicked' && chatType === 'private') return reasons.blocked;
  if (bot.status === 'left' || bot.status === 'kicked') return reasons.removed;
  if (bot.status === 'restricted' && !bot.can_send_messages) return reasons.mayNotSend;
  const mayPost = bot.status === 'administrator' && bot.can_post_messages === true;
  return chatType === 'channel' && !mayPost ? reasons.mayNotPost : null;
}
