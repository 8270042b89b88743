import { parseCustomId } from './custom-id.ts';
import type { PostedMessage } from './api-shapes.ts';
import type { MessageBody } from './render-message.ts';

/** What tells one post among others. */
export interface PostMark {
  readonly mark: string;
  readonly body: MessageBody;
  readonly botId: string | null;
}

/** Whether a message in the channel is the post: by the mark in its buttons, or by its text where it has none. */
export function isSamePost(message: PostedMessage, { mark, body, botId }: PostMark): boolean {
  if (botId !== null && message.authorId !== null && message.authorId !== botId) return false;
  const marks = marksIn(message.customIds);
  return marks.length > 0 ? marks.includes(mark) : showsSame(message, body);
}

/** Whether a message shows what the body says; Discord trims the ends of texts. */
export function showsSame(message: PostedMessage, body: MessageBody): boolean {
  const [shown] = message.embeds;
  const [wanted] = body.embeds;
  return isSameText(shown?.title, wanted?.title) && isSameText(shown?.description, wanted?.description);
}

function isSameText(one: string | undefined, other: string | undefined): boolean {
  return (one ?? '').trim() === (other ?? '').trim();
}

function marksIn(customIds: readonly string[]): readonly string[] {
  return customIds.map((id) => parseCustomId(id)?.mark ?? '').filter((mark) => mark !== '');
}
