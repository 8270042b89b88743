import { Routes } from 'discord.js';
import type { Message } from '../../domain/message.ts';
import type { Channel } from '../../domain/channel.ts';
import type { SendOrder, SendOutcome } from '../platform.ts';
import { readId } from './api-shapes.ts';
import { deliveryMark } from './custom-id.ts';
import { cutAtWord } from './cut-at-word.ts';
import { withoutControls } from './escape-markdown.ts';
import { isDiscordCode, readFailure } from './failure.ts';
import { findEarlierThread } from './find-earlier.ts';
import type { ForumTags } from './forum-tags.ts';
import { limits } from './limits.ts';
import type { PostContext } from './post-context.ts';
import type { MessageBody } from './render-message.ts';
import { stillUncertain } from './send-message.ts';

const tagCodes = [40_067, 10_087];

/** Opens a post in a forum. Discord takes no key here: an uncertain one is looked for among the active threads. */
export async function sendForumPost(
  order: SendOrder,
  body: MessageBody,
  context: PostContext & { readonly forumTags: ForumTags },
): Promise<SendOutcome> {
  const name = threadName(order.message);
  try {
    if (order.uncertainSince !== null) {
      const mark = { mark: deliveryMark(order.deliveryId, order.part), body, botId: context.botId };
      const since = order.uncertainSince;
      const threadId = await findEarlierThread({ forum: order.channel, since, post: mark, name }, context);
      if (threadId !== null) return { kind: 'sent', messageId: threadId, form: 'forum' };
    }
    return await open(order.channel, { name, body, story: order.message.story }, context);
  } catch (thrown) {
    return stillUncertain(readFailure(thrown, context.texts), order);
  }
}

async function open(
  forum: Channel,
  { name, body, story }: { name: string; body: MessageBody; story: Message['story'] },
  context: PostContext & { readonly forumTags: ForumTags },
): Promise<SendOutcome> {
  const { tags, isFresh } = await context.forumTags.find(forum.address, story?.category ?? null);
  try {
    const answer = await context.rest.post(Routes.threads(forum.address), {
      body: { name, applied_tags: tags, message: body },
    });
    return { kind: 'sent', messageId: readId(answer), form: 'forum' };
  } catch (thrown) {
    // The forum's tags were changed since they were read.
    if (isFresh || !isDiscordCode(thrown, ...tagCodes)) throw thrown;
    context.forumTags.forget(forum.address);
    return open(forum, { name, body, story }, context);
  }
}

/** A post's name is plain text. */
export function threadName(message: Message): string {
  const title = withoutControls(message.title?.text ?? firstText(message))
    .replace(/\s+/g, ' ')
    .trim();
  return title === '' ? '…' : cutAtWord(title, limits.threadName);
}

function firstText({ blocks }: Message): string {
  for (const block of blocks) {
    if (block.kind === 'heading') return block.text;
    if (block.kind !== 'paragraph') continue;
    return block.spans
      .map((span) => (typeof span === 'string' ? span : 'text' in span ? span.text : ''))
      .join('');
  }
  return '';
}
