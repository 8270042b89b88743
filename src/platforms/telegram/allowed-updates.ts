/** What is asked for, named each time: left out, Telegram keeps what an earlier program asked for. */
export const allowedUpdates = [
  'message',
  'channel_post',
  'callback_query',
  'inline_query',
  'my_chat_member',
] as const;
