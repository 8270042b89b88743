/** Where a message goes on Telegram; as a channel's address: `<chat id>`, or `<chat id>/<topic id>`. */
export interface Target {
  readonly chatId: number;
  /** Never that of the General topic: Telegram wants that one left out. */
  readonly threadId: number | null;
}

export function parseAddress(address: string): Target {
  const [chat, thread] = address.split('/');
  return { chatId: Number(chat), threadId: thread === undefined ? null : Number(thread) };
}

export function formatAddress({ chatId, threadId }: Target): string {
  return threadId === null ? String(chatId) : `${chatId}/${threadId}`;
}
