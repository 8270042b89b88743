import { ChannelType, PermissionFlagsBits, type PermissionsBitField } from 'discord.js';
import type { ChannelDescription, ChannelKind } from '../../domain/channel.ts';
import type { Scope } from '../../domain/scope.ts';
import type { Texts } from '../../texts/texts.ts';

const kinds: Readonly<Partial<Record<ChannelType, ChannelKind>>> = {
  [ChannelType.GuildText]: 'text',
  [ChannelType.GuildVoice]: 'text',
  [ChannelType.GuildStageVoice]: 'text',
  [ChannelType.GuildAnnouncement]: 'announcement',
  [ChannelType.GuildForum]: 'forum',
  [ChannelType.GuildMedia]: 'forum',
  [ChannelType.PublicThread]: 'thread',
  [ChannelType.PrivateThread]: 'thread',
  [ChannelType.AnnouncementThread]: 'thread',
  [ChannelType.DM]: 'direct',
  [ChannelType.GroupDM]: 'direct',
};

/** What kind of destination a channel is; null where nothing can be posted. */
export function kindOf(type: ChannelType): ChannelKind | null {
  return kinds[type] ?? null;
}

export interface ChannelPlace {
  readonly id: string;
  readonly guildId: string | null;
  /** Null where Discord does not tell it. */
  readonly channel: { readonly type: ChannelType } | null;
}

/** A channel as the rest of the program knows it. A private chat is its own scope. */
export function describeChannel({ id, guildId, channel }: ChannelPlace): ChannelDescription {
  const name =
    channel !== null && 'name' in channel && typeof channel.name === 'string' ? channel.name : null;
  const kind = channel === null ? null : kindOf(channel.type);
  return {
    platform: 'discord',
    address: id,
    name: name === null ? (guildId === null ? 'this chat' : `channel ${id}`) : `#${name}`,
    kind: kind ?? (guildId === null ? 'direct' : 'text'),
    scope: scopeOf(guildId ?? id),
  };
}

export function scopeOf(guildOrChatId: string): Scope {
  return `discord:${guildOrChatId}`;
}

type Permission = keyof Texts['discord']['permissions'];

/** What posting to a channel of this kind needs. */
function neededFor(kind: ChannelKind): readonly Permission[] {
  const send = kind === 'thread' ? 'SendMessagesInThreads' : 'SendMessages';
  return kind === 'direct' ? [] : ['ViewChannel', send, 'EmbedLinks', 'ReadMessageHistory'];
}

export interface PermissionQuestion {
  readonly kind: ChannelKind;
  /** The bot's own in the channel; null where it is not a member. */
  readonly permissions: Readonly<PermissionsBitField> | null;
  /** Whether a role is to be mentioned that is not mentionable by everybody. */
  readonly mentionsClosedRole?: boolean;
}

/** The permissions that the bot lacks, by the names that Discord shows. */
export function missingPermissions(
  { kind, permissions, mentionsClosedRole = false }: PermissionQuestion,
  texts: Texts,
): readonly string[] {
  const needed: readonly Permission[] = [
    ...neededFor(kind),
    ...(mentionsClosedRole ? (['MentionEveryone'] as const) : []),
  ];
  return needed
    .filter((name) => permissions === null || !permissions.has(PermissionFlagsBits[name]))
    .map((name) => texts.discord.permissions[name]);
}

/** Whether the bot can post at all; reading the history only makes that surer. */
export function canPost(kind: ChannelKind, permissions: Readonly<PermissionsBitField>): boolean {
  return neededFor(kind).every(
    (name) => name === 'ReadMessageHistory' || permissions.has(PermissionFlagsBits[name]),
  );
}
