import { PermissionFlagsBits, PermissionsBitField, Routes } from 'discord.js';
import type { Channel } from '../../domain/channel.ts';
import { readChannel, readMemberRoles, readRoles, type Overwrite } from './api-shapes.ts';
import type { PostContext } from './post-context.ts';

/** What the bot may do in a channel, asked of Discord itself: sending depends on no gateway. */
export async function botPermissions(channel: Channel, { rest, botId }: PostContext): Promise<bigint> {
  const guildId = channel.scope.replace(/^discord:/, '');
  if (botId === null) return 0n;
  const own = readChannel(await rest.get(Routes.channel(channel.address)));
  // A thread's permissions come from the channel that it hangs on.
  const place =
    channel.kind === 'thread' && own.parentId
      ? readChannel(await rest.get(Routes.channel(own.parentId)))
      : own;
  const roles = readRoles(await rest.get(Routes.guild(guildId)));
  const memberRoles = readMemberRoles(await rest.get(Routes.guildMember(guildId, botId)));
  const held = new Set([guildId, ...memberRoles]);
  const granted = roles.filter((role) => held.has(role.id)).reduce((sum, role) => sum | role.permissions, 0n);
  if ((granted & PermissionFlagsBits.Administrator) !== 0n) return PermissionsBitField.All;
  return withOverwrites(granted, place.overwrites, { guildId, botId, roles: memberRoles });
}

/** Discord's order: everyone's, then those of the roles together, then the member's own. */
function withOverwrites(
  granted: bigint,
  overwrites: readonly Overwrite[],
  { guildId, botId, roles }: { guildId: string; botId: string; roles: readonly string[] },
): bigint {
  const layers = [
    overwrites.filter((entry) => entry.id === guildId),
    overwrites.filter((entry) => roles.includes(entry.id)),
    overwrites.filter((entry) => entry.id === botId),
  ];
  return layers.reduce((permissions, layer) => {
    const denied = layer.reduce((sum, entry) => sum | entry.deny, 0n);
    const allowed = layer.reduce((sum, entry) => sum | entry.allow, 0n);
    return (permissions & ~denied) | allowed;
  }, granted);
}
