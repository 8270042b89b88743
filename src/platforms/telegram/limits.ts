/**
 * Telegram's limits for one token: 30 messages a second overall, one a second to a chat, 20 a minute to a group or
 * channel; edits count. The last is published for groups; for channels it is the careful guess.
 */
import { createSlidingWindow, type SlidingWindow } from './sliding-window.ts';

export const perSecond = 30;
const aSecondMs = 1000;
const aMinuteMs = 60_000;
/** Chats that are remembered before idle ones are forgotten. */
const manyChats = 5000;

export interface Limits {
  /** When a call to the chat may begin, by the chat's own limits; Infinity while another one is under way. */
  chatFreeAt(chatId: number): number;
  /** When any call may begin. */
  overallFreeAt(): number;
  /** A call begins; the returned function says that it was answered. */
  begin(chatId: number): () => void;
  /** Telegram wants this chat left alone. */
  hold(chatId: number, forMs: number): void;
}

interface ChatLimits {
  readonly windows: readonly SlidingWindow[];
  heldUntilMs: number;
}

export function createLimits(nowMs: () => number): Limits {
  const overall = createSlidingWindow({ lengthMs: aSecondMs, most: perSecond });
  const chats = new Map<number, ChatLimits>();

  function chatOf(chatId: number): ChatLimits {
    const known = chats.get(chatId);
    if (known !== undefined) return known;
    if (chats.size > manyChats) forgetIdle(chats, nowMs());
    const chat = newChat(chatId);
    chats.set(chatId, chat);
    return chat;
  }

  return {
    chatFreeAt(chatId) {
      const { heldUntilMs, windows } = chatOf(chatId);
      return Math.max(heldUntilMs, ...windows.map((window) => window.freeAt(nowMs())));
    },
    overallFreeAt: () => overall.freeAt(nowMs()),
    begin(chatId) {
      const windows = [overall, ...chatOf(chatId).windows];
      for (const window of windows) window.begin();
      return () => {
        for (const window of windows) window.end(nowMs());
      };
    },
    hold(chatId, forMs) {
      const chat = chatOf(chatId);
      chat.heldUntilMs = Math.max(chat.heldUntilMs, nowMs() + forMs);
    },
  };
}

/** Groups and channels have negative ids. */
function newChat(chatId: number): ChatLimits {
  const second = createSlidingWindow({ lengthMs: aSecondMs, most: 1 });
  const minute = createSlidingWindow({ lengthMs: aMinuteMs, most: 20 });
  return { windows: chatId < 0 ? [second, minute] : [second], heldUntilMs: 0 };
}

function forgetIdle(chats: Map<number, ChatLimits>, now: number): void {
  for (const [id, chat] of chats) {
    if (chat.heldUntilMs <= now && chat.windows.every((window) => window.isIdle(now))) chats.delete(id);
  }
}
