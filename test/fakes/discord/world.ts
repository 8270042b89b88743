/** What the server of the tests knows: the bot, its servers, their channels, and every message. */
import { PermissionFlagsBits } from 'discord.js';

export const botId = '300000000000000001';
export const applicationId = '300000000000000002';
/** As Discord's tokens are: the first part is the bot's id. */
export const botToken = `${Buffer.from(botId).toString('base64url')}.Gtests.0123456789abcdefghijklmnopqrstuvwxyzAB`;

/** What an invited bot has everywhere, unless a channel denies it. */
export const invitedPermissions =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.SendMessagesInThreads;

export interface FakeRole {
  readonly id: string;
  name: string;
  permissions: bigint;
  isMentionable: boolean;
}

export interface FakeTag {
  readonly id: string;
  readonly name: string;
  readonly moderated: boolean;
}

export interface FakeChannel {
  readonly id: string;
  readonly guildId: string | null;
  type: number;
  name: string;
  /** Permissions that the channel denies the bot. */
  denied: bigint;
  tags: FakeTag[];
  /** Discord's channel flags; 16 is REQUIRE_TAG. */
  flags: number;
  /** Of a thread. */
  readonly parentId: string | null;
  readonly ownerId: string | null;
  isArchived: boolean;
  isLocked: boolean;
  appliedTags: readonly string[];
  /** Of a private chat: the person takes no messages. */
  refusesMessages: boolean;
  readonly messages: FakeMessage[];
  publishedAt: number[];
}

export interface FakeGuild {
  readonly id: string;
  name: string;
  readonly ownerId: string;
  systemChannelId: string | null;
  isUnavailable: boolean;
  joinedAt: Date;
  readonly roles: FakeRole[];
  readonly memberRoleIds: string[];
  readonly channelIds: string[];
}

/** A message in the shape of Discord's API, plus what it did. */
export interface FakeMessage {
  readonly id: string;
  readonly channel_id: string;
  readonly author: { readonly id: string };
  readonly timestamp: string;
  edited_timestamp: string | null;
  content: string;
  embeds: readonly Record<string, unknown>[];
  components: readonly Record<string, unknown>[];
  flags: number;
  /** Whom it rang: role ids, user ids, or `everyone`. */
  readonly pinged: readonly string[];
  isPublished: boolean;
}

export interface World {
  readonly guilds: Map<string, FakeGuild>;
  readonly channels: Map<string, FakeChannel>;
  /** Registered application commands, as last written. */
  commands: readonly Record<string, unknown>[];
  commandWrites: number;
  /** Nonces within their window, and the message that each made. */
  readonly nonces: Map<string, { readonly channelId: string; readonly messageId: string }>;
  nextId(at?: Date): string;
}

const discordEpochMs = 1_420_070_400_000;

/** An empty world whose ids grow with time, as Discord's do. */
export function createWorld(now: () => number): World {
  let counter = 0n;
  return {
    guilds: new Map(),
    channels: new Map(),
    commands: [],
    commandWrites: 0,
    nonces: new Map(),
    nextId(at) {
      counter += 1n;
      return ((BigInt((at?.getTime() ?? now()) - discordEpochMs) << 22n) | (counter & 0x3fffffn)).toString();
    },
  };
}

/** What the bot may do in a channel; all that it was invited with, less what the channel denies. */
export function permissionsIn(world: World, channel: FakeChannel): bigint {
  if (channel.guildId === null) return invitedPermissions;
  const guild = world.guilds.get(channel.guildId);
  if (guild === undefined) return 0n;
  const granted = guild.roles
    .filter((role) => role.id === guild.id || guild.memberRoleIds.includes(role.id))
    .reduce((sum, role) => sum | role.permissions, 0n);
  const parent = channel.parentId === null ? undefined : world.channels.get(channel.parentId);
  const left = granted & ~(channel.denied | (parent?.denied ?? 0n));
  return (left & PermissionFlagsBits.ViewChannel) === 0n ? 0n : left;
}

export function may(world: World, channel: FakeChannel, permission: bigint): boolean {
  return (permissionsIn(world, channel) & permission) === permission;
}
