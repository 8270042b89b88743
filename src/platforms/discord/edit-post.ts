import { Routes } from 'discord.js';
import type { EditOrder, EditOutcome } from '../platform.ts';
import { readChannel } from './api-shapes.ts';
import { isDiscordCode, readFailure } from './failure.ts';
import type { PostContext } from './post-context.ts';
import type { MessageBody } from './render-message.ts';
import { editBody } from './send-message.ts';
import { threadName } from './send-forum-post.ts';

const tryAgainMs = 30_000;
/** Deleted, not ours, or in an archived thread. */
const refusedCodes = [10_008, 50_005, 50_083];

/** Edits a post in place; an edit may be repeated, so only what forbids it for good refuses it. */
export async function editPost(
  order: EditOrder,
  body: MessageBody,
  context: PostContext,
): Promise<EditOutcome> {
  const { messageId, form } = order;
  // A forum post is a thread, whose first message has its id.
  const channelId = form === 'forum' ? messageId : order.channel.address;
  try {
    await context.rest.patch(Routes.channelMessage(channelId, messageId), { body: editBody(body) });
    if (form === 'forum') await rename(messageId, threadName(order.message), context);
    return { kind: 'edited' };
  } catch (thrown) {
    const failure = readFailure(thrown, context.texts);
    const isRefused = isDiscordCode(thrown, ...refusedCodes);
    if (isRefused || failure.kind === 'unreachable' || failure.kind === 'rejected') {
      return { kind: 'refused', reason: failure.reason };
    }
    const afterMs = failure.kind === 'retry' ? failure.afterMs : tryAgainMs;
    return { kind: 'retry', afterMs, reason: failure.reason };
  }
}

/** Gives a forum post the story's new headline. Discord allows two renames in ten minutes: it is only tried. */
async function rename(threadId: string, name: string, { rest, log }: PostContext): Promise<void> {
  try {
    const thread = readChannel(await rest.get(Routes.channel(threadId)));
    if (thread.name !== name) await rest.patch(Routes.channel(threadId), { body: { name } });
  } catch (error) {
    log.debug({ error, threadId }, 'a forum post kept its name');
  }
}
