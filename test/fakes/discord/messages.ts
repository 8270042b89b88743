/** Discord's rules for messages: sending, reading, editing, publishing, forum posts. */
import { ChannelType, PermissionFlagsBits } from 'discord.js';
import { readForumPost, readMessage, refuseEmpty, type MessageInput } from './body-shapes.ts';
import { missingAccess, missingPermissions, Refusal, unknownChannel, unknownMessage } from './refusal.ts';
import { botId, may, type FakeChannel, type FakeMessage, type World } from './world.ts';

const announcement: number = ChannelType.GuildAnnouncement;
const threadTypes: readonly number[] = [10, 11, 12];
const forumTypes: readonly number[] = [ChannelType.GuildForum, ChannelType.GuildMedia];

/** A channel that the bot may see. */
export function seenChannel(world: World, id: string): FakeChannel {
  const channel = world.channels.get(id);
  if (channel === undefined) throw unknownChannel();
  if (!may(world, channel, PermissionFlagsBits.ViewChannel)) throw missingAccess();
  return channel;
}

export function createMessage(world: World, channelId: string, body: unknown): FakeMessage {
  const channel = seenChannel(world, channelId);
  const input = readMessage(body);
  if (forumTypes.includes(channel.type)) throw new Refusal(400, 40_058, 'Cannot message this thread until…');
  if (channel.refusesMessages) throw new Refusal(403, 50_007, 'Cannot send messages to this user');
  if (channel.isLocked) throw new Refusal(400, 160_005, 'Thread is locked');
  const isThread = threadTypes.includes(channel.type);
  const send = isThread ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages;
  if (!may(world, channel, send)) throw missingPermissions();
  checkEmbeds(world, channel, input);
  refuseEmpty(input);
  if (input.nonce === undefined || input.enforce_nonce !== true) return addMessage(world, channel, input);
  return onceByNonce(world, { channel, input, nonce: String(input.nonce) });
}

/** Within the nonce's window a repeat gives the earlier message as it was. */
function onceByNonce(
  world: World,
  { channel, input, nonce }: { channel: FakeChannel; input: MessageInput; nonce: string },
): FakeMessage {
  const earlier = world.nonces.get(nonce);
  if (earlier === undefined) {
    const message = addMessage(world, channel, input);
    world.nonces.set(nonce, { channelId: channel.id, messageId: message.id });
    return message;
  }
  const message = world.channels
    .get(earlier.channelId)
    ?.messages.find((candidate) => candidate.id === earlier.messageId);
  if (message === undefined) throw unknownMessage();
  return message;
}

function checkEmbeds(world: World, channel: FakeChannel, input: MessageInput): void {
  const hasEmbeds = (input.embeds ?? []).length > 0;
  if (hasEmbeds && !may(world, channel, PermissionFlagsBits.EmbedLinks)) throw missingPermissions();
}

function addMessage(world: World, channel: FakeChannel, input: MessageInput, id?: string): FakeMessage {
  const message: FakeMessage = {
    id: id ?? world.nextId(),
    channel_id: channel.id,
    author: { id: botId },
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    content: input.content ?? '',
    embeds: (input.embeds ?? []).map(trimmed),
    components: input.components ?? [],
    flags: input.flags ?? 0,
    pinged: whomItRings(world, channel, input),
    isPublished: false,
  };
  channel.isArchived = false;
  channel.messages.push(message);
  return message;
}

/** Discord trims the ends of an embed's texts. */
function trimmed(embed: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(embed).map(([key, value]) => [key, typeof value === 'string' ? value.trim() : value]),
  );
}

/** Pings come from the content alone, as far as allowed_mentions lets them; without it, all of them. */
export function whomItRings(world: World, channel: FakeChannel, input: MessageInput): readonly string[] {
  const text = input.content ?? '';
  const allowed = input.allowed_mentions ?? { parse: ['roles', 'users', 'everyone'] };
  const mayRingAll = may(world, channel, PermissionFlagsBits.MentionEveryone);
  const roles = [...text.matchAll(/<@&(\d+)>/g)]
    .map(([, id = '']) => id)
    .filter((id) => allowed.parse?.includes('roles') || allowed.roles?.includes(id))
    .filter((id) => mayRingAll || isMentionable(world, channel, id));
  const users = [...text.matchAll(/<@(\d+)>/g)]
    .map(([, id = '']) => id)
    .filter((id) => allowed.parse?.includes('users') || allowed.users?.includes(id));
  const everyone = /@(?:everyone|here)/.test(text) && allowed.parse?.includes('everyone') && mayRingAll;
  return [...roles, ...users, ...(everyone ? ['everyone'] : [])];
}

function isMentionable(world: World, channel: FakeChannel, roleId: string): boolean {
  const guild = channel.guildId === null ? undefined : world.guilds.get(channel.guildId);
  return guild?.roles.some((role) => role.id === roleId && role.isMentionable) ?? false;
}

export function listMessages(world: World, channelId: string, query: URLSearchParams): FakeMessage[] {
  const channel = seenChannel(world, channelId);
  if (!may(world, channel, PermissionFlagsBits.ReadMessageHistory)) return [];
  const limit = Number(query.get('limit') ?? 50);
  if (limit < 1 || limit > 100) throw new Refusal(400, 50_035, 'limit');
  const after = query.get('after');
  const before = query.get('before');
  const oldestFirst = channel.messages
    .filter((message) => after === null || BigInt(message.id) > BigInt(after))
    .filter((message) => before === null || BigInt(message.id) < BigInt(before))
    .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
  const page = after === null ? oldestFirst.slice(-limit) : oldestFirst.slice(0, limit);
  return page.reverse();
}

export function findMessage(world: World, channelId: string, messageId: string): FakeMessage {
  const channel = seenChannel(world, channelId);
  const message = channel.messages.find((candidate) => candidate.id === messageId);
  if (message === undefined) throw unknownMessage();
  return message;
}

export function editMessage(
  world: World,
  { channelId, messageId, body }: { channelId: string; messageId: string; body: unknown },
): FakeMessage {
  const message = findMessage(world, channelId, messageId);
  if (message.author.id !== botId) throw new Refusal(403, 50_005, 'Cannot edit a message by another user');
  const channel = seenChannel(world, channelId);
  if (channel.isArchived) throw new Refusal(400, 50_083, 'Thread is archived');
  const input = readMessage(body);
  if (input.nonce !== undefined) throw new Refusal(400, 50_035, 'An edit takes no nonce');
  checkEmbeds(world, channel, input);
  if (input.content !== undefined) message.content = input.content ?? '';
  if (input.embeds !== undefined) message.embeds = input.embeds.map(trimmed);
  if (input.components !== undefined) message.components = input.components;
  message.edited_timestamp = new Date().toISOString();
  return message;
}

const publicationsAnHour = 10;

/** Publishes a message; at most ten an hour and channel. */
export function crosspost(world: World, channelId: string, messageId: string): FakeMessage {
  const message = findMessage(world, channelId, messageId);
  const channel = seenChannel(world, channelId);
  if (channel.type !== announcement) throw new Refusal(400, 50_024, 'Wrong channel type');
  if (message.isPublished) throw new Refusal(400, 40_033, 'Already crossposted');
  if (!may(world, channel, PermissionFlagsBits.SendMessages)) throw missingPermissions();
  if (channel.publishedAt.length >= publicationsAnHour) throw new Refusal(429, 0, 'rate limited', 3500);
  channel.publishedAt.push(Date.now());
  message.isPublished = true;
  return message;
}

/** Opens a forum post: a thread whose first message has the thread's id. */
export function createForumPost(world: World, forumId: string, body: unknown): FakeChannel {
  const forum = seenChannel(world, forumId);
  if (!forumTypes.includes(forum.type)) throw new Refusal(400, 50_024, 'Wrong channel type');
  const input = readForumPost(body);
  if (!may(world, forum, PermissionFlagsBits.SendMessages)) throw missingPermissions();
  checkEmbeds(world, forum, input.message);
  if (input.message.nonce !== undefined) throw new Refusal(400, 50_035, 'A forum post takes no nonce');
  refuseEmpty(input.message);
  checkTags(world, forum, input.applied_tags ?? []);
  const thread: FakeChannel = {
    ...forum,
    id: world.nextId(),
    type: ChannelType.PublicThread,
    name: input.name,
    denied: 0n,
    tags: [],
    flags: 0,
    parentId: forum.id,
    ownerId: botId,
    appliedTags: input.applied_tags ?? [],
    messages: [],
    publishedAt: [],
  };
  world.channels.set(thread.id, thread);
  addMessage(world, thread, input.message, thread.id);
  return thread;
}

const requireTag = 16;

function checkTags(world: World, forum: FakeChannel, applied: readonly string[]): void {
  if ((forum.flags & requireTag) !== 0 && applied.length === 0) {
    throw new Refusal(400, 40_067, 'A tag is required to create a forum post in this channel');
  }
  for (const id of applied) {
    const tag = forum.tags.find((candidate) => candidate.id === id);
    if (tag === undefined) throw new Refusal(400, 10_087, 'Unknown tag');
    if (tag.moderated && !may(world, forum, PermissionFlagsBits.ManageThreads)) throw missingPermissions();
  }
}
