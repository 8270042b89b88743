/** Servers and channels of the world, and what moderators and outages do to them. */
import { ChannelType, PermissionFlagsBits } from 'discord.js';
import type { FakeGateway } from './gateway.ts';
import { channelPayload, guildCreatePayload, memberPayload, rolePayload } from './payloads.ts';
import { invitedPermissions, type FakeChannel, type FakeGuild, type FakeRole, type World } from './world.ts';

export interface Scenery {
  /** Adds a server; `join` tells the bot of it, as when somebody invites it. */
  addGuild(name?: string, changes?: Partial<FakeGuild>): FakeGuild;
  join(guild: FakeGuild): void;
  /** The bot is kicked. */
  kick(guild: FakeGuild): void;
  setUnavailable(guild: FakeGuild, isUnavailable: boolean): void;
  addChannel(guild: FakeGuild | null, changes?: Partial<FakeChannel>): FakeChannel;
  deleteChannel(channel: FakeChannel): void;
  /** Denies the bot these permissions in the channel, and only these. */
  deny(channel: FakeChannel, permissions: bigint): void;
  addRole(guild: FakeGuild, changes?: Partial<FakeRole>): FakeRole;
  setRolePermissions(guild: FakeGuild, role: FakeRole, permissions: bigint): void;
  /** Gives the bot other roles. */
  setBotRoles(guild: FakeGuild, roles: readonly FakeRole[]): void;
}

export function createScenery(world: World, gateway: FakeGateway): Scenery {
  const tellChannel = (channel: FakeChannel) => gateway.dispatch('CHANNEL_UPDATE', channelPayload(channel));
  return {
    ...guildScenes(world, gateway),
    addChannel(guild, changes = {}) {
      const channel = newChannel(world, guild, changes);
      world.channels.set(channel.id, channel);
      guild?.channelIds.push(channel.id);
      if (guild !== null) gateway.dispatch('CHANNEL_CREATE', channelPayload(channel));
      return channel;
    },
    deleteChannel(channel) {
      world.channels.delete(channel.id);
      const isThread = channel.parentId !== null;
      gateway.dispatch(isThread ? 'THREAD_DELETE' : 'CHANNEL_DELETE', channelPayload(channel));
    },
    deny(channel, permissions) {
      channel.denied = permissions;
      tellChannel(channel);
    },
  };
}

type GuildScenes = Omit<Scenery, 'addChannel' | 'deleteChannel' | 'deny'>;

function guildScenes(world: World, gateway: FakeGateway): GuildScenes {
  return {
    addGuild(name = 'Reading Room', changes = {}) {
      const guild = newGuild(world, name, changes);
      world.guilds.set(guild.id, guild);
      return guild;
    },
    join(guild) {
      gateway.dispatch('GUILD_CREATE', guildCreatePayload(world, guild));
    },
    kick(guild) {
      world.guilds.delete(guild.id);
      gateway.dispatch('GUILD_DELETE', { id: guild.id });
    },
    setUnavailable(guild, isUnavailable) {
      guild.isUnavailable = isUnavailable;
      if (isUnavailable) gateway.dispatch('GUILD_DELETE', { id: guild.id, unavailable: true });
      else gateway.dispatch('GUILD_CREATE', guildCreatePayload(world, guild));
    },
    addRole(guild, changes = {}) {
      const role = { id: world.nextId(), name: 'readers', permissions: 0n, isMentionable: false, ...changes };
      guild.roles.push(role);
      gateway.dispatch('GUILD_ROLE_CREATE', { guild_id: guild.id, role: rolePayload(role) });
      return role;
    },
    setRolePermissions(guild, role, permissions) {
      role.permissions = permissions;
      gateway.dispatch('GUILD_ROLE_UPDATE', { guild_id: guild.id, role: rolePayload(role) });
    },
    setBotRoles(guild, roles) {
      guild.memberRoleIds.splice(0, guild.memberRoleIds.length, ...roles.map((role) => role.id));
      gateway.dispatch('GUILD_MEMBER_UPDATE', { ...memberPayload(guild), guild_id: guild.id });
    },
  };
}

function newGuild(world: World, name: string, changes: Partial<FakeGuild>): FakeGuild {
  const id = world.nextId();
  return {
    id,
    name,
    ownerId: world.nextId(),
    systemChannelId: null,
    isUnavailable: false,
    joinedAt: new Date(),
    roles: [
      {
        id,
        name: '@everyone',
        permissions: invitedPermissions | PermissionFlagsBits.UseApplicationCommands,
        isMentionable: false,
      },
    ],
    memberRoleIds: [],
    channelIds: [],
    ...changes,
  };
}

function newChannel(world: World, guild: FakeGuild | null, changes: Partial<FakeChannel>): FakeChannel {
  return {
    id: world.nextId(),
    guildId: guild?.id ?? null,
    type: guild === null ? ChannelType.DM : ChannelType.GuildText,
    name: 'news',
    denied: 0n,
    tags: [],
    flags: 0,
    parentId: null,
    ownerId: null,
    isArchived: false,
    isLocked: false,
    appliedTags: [],
    refusesMessages: false,
    messages: [],
    publishedAt: [],
    ...changes,
  };
}
