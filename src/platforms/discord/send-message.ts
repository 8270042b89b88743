import { Routes } from 'discord.js';
import type { SendOrder, SendOutcome } from '../platform.ts';
import { readMessage, type PostedMessage } from './api-shapes.ts';
import { deliveryMark } from './custom-id.ts';
import { readFailure } from './failure.ts';
import { findEarlierMessage } from './find-earlier.ts';
import type { PostContext } from './post-context.ts';
import type { MessageBody } from './render-message.ts';
import { showsSame } from './same-post.ts';

/** Discord says "a few minutes" for how long it knows a nonce; this much is sure. */
const nonceWindowMs = 60_000;

/**
 * Sends a message that can stand only once: Discord gives the earlier one for a repeated nonce, and after the
 * nonce's window the channel itself is looked through before anything is sent again.
 */
export async function sendMessage(
  order: SendOrder,
  body: MessageBody,
  context: PostContext,
): Promise<SendOutcome> {
  const { uncertainSince } = order;
  try {
    if (uncertainSince !== null && isNonceForgotten(uncertainSince, context)) {
      const earlier = await look(order, uncertainSince, { body, context });
      if (earlier !== null) return earlier;
    }
    return await post(order, body, context);
  } catch (thrown) {
    return stillUncertain(readFailure(thrown, context.texts), order);
  }
}

function isNonceForgotten(since: Date, { clock }: PostContext): boolean {
  return clock.now().getTime() - since.getTime() > nonceWindowMs;
}

/** Looks for the earlier message; null when it is certainly not there. */
async function look(
  { channel, deliveryId, part }: SendOrder,
  since: Date,
  { body, context }: { readonly body: MessageBody; readonly context: PostContext },
): Promise<SendOutcome | null> {
  const mark = { mark: deliveryMark(deliveryId, part), body, botId: context.botId };
  const earlier = await findEarlierMessage({ channel, since, post: mark }, context);
  if (earlier.kind === 'unreadable') {
    return { kind: 'unknown', reason: context.texts.discord.sending.historyUnread, mayRepeat: false };
  }
  if (earlier.kind === 'absent') return null;
  await bringUpToDate(earlier.message, { channelId: channel.address, body, context });
  return { kind: 'sent', messageId: earlier.message.id, form: 'message' };
}

async function post(order: SendOrder, body: MessageBody, context: PostContext): Promise<SendOutcome> {
  const channelId = order.channel.address;
  const nonce = deliveryMark(order.deliveryId, order.part);
  const answer = await context.rest.post(Routes.channelMessages(channelId), {
    body: { ...body, nonce, enforce_nonce: true },
  });
  const message = readMessage(answer);
  if (order.uncertainSince !== null) {
    await bringUpToDate(message, { channelId, body, context });
  }
  return { kind: 'sent', messageId: message.id, form: 'message' };
}

/** A repeated nonce gives the message as it was: one that shows something older is edited. */
export async function bringUpToDate(
  message: PostedMessage,
  { channelId, body, context }: { channelId: string; body: MessageBody; context: PostContext },
): Promise<void> {
  if (showsSame(message, body)) return;
  try {
    await context.rest.patch(Routes.channelMessage(channelId, message.id), { body: editBody(body) });
  } catch (error) {
    // The post stands; the next revision of its story edits it anyway.
    context.log.warn(
      { error, channelId, messageId: message.id },
      'an earlier post could not be brought up to date',
    );
  }
}

/** An edit rings nobody, and takes no flags of a new message. */
export function editBody({ content, embeds, components }: MessageBody): Omit<MessageBody, 'flags'> {
  return { content, embeds, components, allowed_mentions: { parse: [] } };
}

/** That this attempt did not arrive says nothing about the earlier one. */
export function stillUncertain(outcome: SendOutcome, { uncertainSince }: SendOrder): SendOutcome {
  if (uncertainSince === null || outcome.kind !== 'retry') return outcome;
  return { kind: 'unknown', reason: outcome.reason, mayRepeat: true };
}
