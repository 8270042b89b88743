/** The bot was added, removed, blocked, promoted or restricted. */
import type { ChatMember, ChatMemberUpdated } from 'grammy/types';
import { textMessage } from '../../domain/message.ts';
import type { Texts } from '../../texts/texts.ts';
import { askingAlone } from './asker.ts';
import type { ListenTools } from './listen.ts';
import { describeChat } from './place.ts';
import { setUpChannel } from './set-up.ts';

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
    await doors.onChannelEvent({ kind: 'scopeReachable', scope });
  } else {
    await doors.onChannelEvent({ kind: 'scopeUnreachable', scope, reason });
  }
  const couldBefore = reasonAgainst(before, chat.type, texts) === null;
  if (couldBefore !== (reason === null)) await tellWhoDidIt(update, reason, tools);
  return undefined;
}

/** Whoever did it may not know what it means, or how to go on; told once, as it changes once. */
async function tellWhoDidIt(
  { from, chat }: ChatMemberUpdated,
  reason: string | null,
  { answers, texts }: ListenTools,
): Promise<void> {
  const { name, address } = describeChat(chat);
  const to = { asking: askingAlone(from) };
  if (from.is_bot) return;
  if (reason !== null) await answers.tell(textMessage(texts.telegram.lostRights({ name })), to);
  // In a group people talk to the bot where it is; in a channel subscribers would read that.
  else if (chat.type === 'channel') {
    const label = texts.telegram.setUp.subscribeButton;
    const buttons = [{ label, action: setUpChannel(address), role: 'open' as const }];
    await answers.tell({ ...textMessage(texts.telegram.setUp.ready({ name })), buttons }, to);
  }
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
