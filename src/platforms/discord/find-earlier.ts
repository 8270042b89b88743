import { PermissionFlagsBits, Routes, SnowflakeUtil } from 'discord.js';
import type { Channel } from '../../domain/channel.ts';
import { readActiveThreads, readMessage, readMessages, type PostedMessage } from './api-shapes.ts';
import { readFailure } from './failure.ts';
import type { PostContext } from './post-context.ts';
import { botPermissions } from './bot-permissions.ts';
import { isSamePost, type PostMark } from './same-post.ts';

export type Earlier =
  | { readonly kind: 'found'; readonly message: PostedMessage }
  | { readonly kind: 'absent' }
  /** The bot may not look, or there was too much to look through. */
  | { readonly kind: 'unreadable' };

const marginMs = 5 * 60_000;
const pageSize = 100;
const mostPages = 20;

/** Discord's clock and ours may differ: the look begins a little earlier. */
function idBefore(since: Date): string {
  return SnowflakeUtil.generate({ timestamp: since.getTime() - marginMs, increment: 0n }).toString();
}

/** Looks through what came into a channel since an attempt whose outcome is not known. Throws as requests do. */
export async function findEarlierMessage(
  { channel, since, post }: { readonly channel: Channel; readonly since: Date; readonly post: PostMark },
  context: PostContext,
): Promise<Earlier> {
  let after = idBefore(since);
  let hasSeenAny = false;
  for (let page = 0; page < mostPages; page += 1) {
    const query = new URLSearchParams({ limit: String(pageSize), after });
    const messages = readMessages(await context.rest.get(Routes.channelMessages(channel.address), { query }));
    const found = messages.find((message) => isSamePost(message, post));
    if (found !== undefined) return { kind: 'found', message: found };
    hasSeenAny ||= messages.length > 0;
    if (messages.length < pageSize) return hasSeenAny ? { kind: 'absent' } : emptyHistory(channel, context);
    after = messages.map(({ id }) => id).reduce((a, b) => (BigInt(a) > BigInt(b) ? a : b));
  }
  return { kind: 'unreadable' };
}

/** An empty list says nothing where the bot may not read the history: Discord gives the same one then. */
async function emptyHistory(channel: Channel, context: PostContext): Promise<Earlier> {
  if (channel.kind === 'direct') return { kind: 'absent' };
  const permissions = await botPermissions(channel, context);
  const isReadable = (permissions & PermissionFlagsBits.ReadMessageHistory) !== 0n;
  return { kind: isReadable ? 'absent' : 'unreadable' };
}

/**
 * Looks for a forum post among the server's active threads; it stays a best effort, for Discord takes no key here.
 * Gives the thread's id, or null.
 */
export async function findEarlierThread(
  { forum, since, post, name }: { forum: Channel; since: Date; post: PostMark; name: string },
  context: PostContext,
): Promise<string | null> {
  const guildId = forum.scope.replace(/^discord:/, '');
  const threads = readActiveThreads(await context.rest.get(Routes.guildActiveThreads(guildId)));
  const earliest = BigInt(idBefore(since));
  const own = threads.filter(
    (thread) =>
      thread.parentId === forum.address &&
      BigInt(thread.id) > earliest &&
      (context.botId === null || thread.ownerId === context.botId),
  );
  for (const thread of own) {
    const message = await firstMessage(thread.id, context);
    if (message === null ? thread.name === name : isSamePost(message, post)) return thread.id;
  }
  return null;
}

/** A forum post's first message has the thread's id; null where the bot may not read it. */
async function firstMessage(threadId: string, context: PostContext): Promise<PostedMessage | null> {
  try {
    return readMessage(await context.rest.get(Routes.channelMessage(threadId, threadId)));
  } catch (thrown) {
    if (readFailure(thrown, context.texts).kind !== 'unreachable') throw thrown;
    return null;
  }
}
