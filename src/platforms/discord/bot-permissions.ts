import { PermissionFlagsBits, PermissionsBitField, Routes } from 'discord.js';
import type { Channel } from '../../domain/channel.ts';
import { guildRoles, knownChannel, memberRoles, type KnownChannel } from './api-shapes.ts';
import type { PostContext } from './post-context.ts';

/** What the bot may do in a channel, asked of Discord itself: sending depends on no gateway. */
export async function botPermissions(channel: Channel, { rest, botId }: PostContext): Promise<bigint> {
  const guildId = channel.scope.replace(/^discord:/, '');
  if (botId === null) return 0n;
  const own = knownChannel.parse(await rest.get(Routes.channel(channel.address)));
  // A thread's permissions come from the channel that it hangs on.
  const place =
    channel.kind === 'thread' && own.parent_id
      ? knownChannel.parse(await rest.get(Routes.channel(own.parent_id)))
      : own;
  const { roles } = guildRoles.parse(await rest.get(Routes.guild(guildId)));
  const member = memberRoles.parse(await rest.get(Routes.guildMember(guildId, botId)));
  const held = new Set([guildId, ...member.roles]);
  const granted = roles
    .filter((role) => held.has(role.id))
    .reduce((sum, role) => sum | BigInt(role.permissions), 0n);
  if ((granted & PermissionFlagsBits.Administrator) !== 0n) return PermissionsBitField.All;
  return withOverwrites(granted, place.permission_overwrites, { guildId, botId, roles: member.roles });
}

/** Discord's order: everyone's, then those of the roles together, then the member's own. */
function withOverwrites(
  granted: bigint,
  overwrites: KnownChannel['permission_overwrites'],
  { guildId, botId, roles }: { guildId: string; botId: string; roles: readonly string[] },
): bigint {
  const layers = [
    overwrites.filter((entry) => entry.id === guildId),
    overwrites.filter((entry) => roles.includes(entry.id)),
    overwrites.filter((entry) => entry.id === botId),
  ];
  return layers.reduce((permissions, layer) => {
    const denied = layer.reduce((sum, entry) => sum | BigInt(entry.deny), 0n);
    const allowed = layer.reduce((sum, entry) => sum | BigInt(entry.allow), 0n);
    return (permissions & ~denied) | allowed;
  }, granted);
}
