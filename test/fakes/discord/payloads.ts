/** What Discord says about servers, channels and members, over REST and the gateway alike. */
import type { FakeChannel, FakeGuild, World } from './world.ts';
import { botId } from './world.ts';

export function userPayload(id: string): Record<string, unknown> {
  return {
    id,
    username: id === botId ? 'satwire' : `person${id.slice(-3)}`,
    global_name: null,
    discriminator: '0',
    avatar: null,
    ...(id === botId && { bot: true }),
  };
}

export function memberPayload(guild: FakeGuild): Record<string, unknown> {
  return {
    user: userPayload(botId),
    roles: guild.memberRoleIds,
    joined_at: guild.joinedAt.toISOString(),
    deaf: false,
    mute: false,
    flags: 0,
  };
}

export function channelPayload(channel: FakeChannel): Record<string, unknown> {
  const isThread = channel.parentId !== null;
  return {
    id: channel.id,
    type: channel.type,
    ...(channel.guildId !== null && { guild_id: channel.guildId }),
    name: channel.name,
    position: 0,
    parent_id: channel.parentId,
    flags: channel.flags,
    ...(channel.guildId === null && {
      recipients: [userPayload(channel.name)],
    }),
    ...(isThread
      ? {
          owner_id: channel.ownerId,
          applied_tags: channel.appliedTags,
          thread_metadata: {
            archived: channel.isArchived,
            locked: channel.isLocked,
            auto_archive_duration: 1440,
            archive_timestamp: new Date().toISOString(),
          },
          message_count: channel.messages.length,
          member_count: 1,
        }
      : {
          permission_overwrites:
            channel.denied === 0n
              ? []
              : [{ id: botId, type: 1, allow: '0', deny: channel.denied.toString() }],
          available_tags: channel.tags.map((tag) => ({ ...tag, emoji_id: null, emoji_name: null })),
          last_message_id: channel.messages.at(-1)?.id ?? null,
        }),
  };
}

export function rolePayload(role: FakeGuild['roles'][number]): Record<string, unknown> {
  return {
    id: role.id,
    name: role.name,
    permissions: role.permissions.toString(),
    mentionable: role.isMentionable,
    position: 0,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    flags: 0,
  };
}

export function guildPayload(guild: FakeGuild): Record<string, unknown> {
  return {
    id: guild.id,
    name: guild.name,
    owner_id: guild.ownerId,
    system_channel_id: guild.systemChannelId,
    roles: guild.roles.map(rolePayload),
    emojis: [],
    stickers: [],
    features: [],
    preferred_locale: 'en-US',
    afk_timeout: 300,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    mfa_level: 0,
    premium_tier: 0,
    nsfw_level: 0,
    system_channel_flags: 0,
  };
}

/** GUILD_CREATE holds more than the REST answer does. */
export function guildCreatePayload(world: World, guild: FakeGuild): Record<string, unknown> {
  const channels = guild.channelIds.flatMap((id) => world.channels.get(id) ?? []);
  return {
    ...guildPayload(guild),
    joined_at: guild.joinedAt.toISOString(),
    large: false,
    unavailable: false,
    member_count: 2,
    members: [memberPayload(guild)],
    channels: channels.map((channel) => channelPayload(channel)),
    threads: [...world.channels.values()]
      .filter((channel) => channel.guildId === guild.id && channel.parentId !== null)
      .map((thread) => channelPayload(thread)),
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
