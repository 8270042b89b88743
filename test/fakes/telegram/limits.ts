/** Telegram's published limits, as a server counts them: 30 a second overall, 1 a second a chat, 20 a minute a group. */
import { Refusal, type FakeChat } from './world.ts';

interface Window {
  readonly lengthMs: number;
  readonly most: number;
}

const overall: Window = { lengthMs: 1000, most: 30 };
const aChat: Window = { lengthMs: 1000, most: 1 };
const aGroup: Window = { lengthMs: 60_000, most: 20 };

/** A function to be asked for each message and each edit; it throws 429 with `retry_after`. */
export function createLimits(now: () => number): (chat: FakeChat) => void {
  const all: number[] = [];
  const chats = new Map<number, number[]>();
  return (chat) => {
    const times = chats.get(chat.id) ?? [];
    chats.set(chat.id, times);
    const windows = chat.type === 'private' ? [aChat] : [aChat, aGroup];
    const at = now();
    const waitMs = Math.max(...windows.map((window) => overMs(times, window, at)), overMs(all, overall, at));
    if (waitMs > 0) {
      const retry_after = Math.ceil(waitMs / 1000);
      throw new Refusal(429, `Too Many Requests: retry after ${retry_after}`, { retry_after });
    }
    all.push(at);
    times.push(at);
  };
}

function overMs(times: readonly number[], { lengthMs, most }: Window, at: number): number {
  const oldest = times.at(-most);
  return oldest === undefined ? 0 : Math.max(0, oldest + lengthMs - at);
}
