import {
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type BaseInteraction,
  type GuildBasedChannel,
} from 'discord.js';
import type { Asker, CommandRequest } from '../../dispatch/command.ts';
import type { Texts } from '../../texts/texts.ts';
import { describeChannel, kindOf, missingPermissions } from './describe-channel.ts';

export interface AskerSetup {
  readonly ownerIds: readonly string[];
  readonly texts: Texts;
}

/** What else is known of who asks. */
export interface AskerFacts {
  /** Discord let the person use a moderators' command, by the server's own settings. */
  readonly isLetIn: boolean;
  /** The id of a role that the command is to mention; null for none. */
  readonly roleId: string | null;
}

export type Circumstances = Pick<CommandRequest, 'asker' | 'findChannel' | 'missingPermissions'>;

/** Who asks, where, with what rights, and which other channels they may name. */
export function circumstancesOf(
  interaction: BaseInteraction,
  facts: AskerFacts,
  { ownerIds, texts }: AskerSetup,
): Circumstances {
  const asker = askerOf(interaction, facts, ownerIds);
  const mentionsClosedRole = isClosedRole(interaction, facts.roleId);
  const { kind } = asker.channel;
  const permissions = isMember(interaction) ? interaction.appPermissions : null;
  return {
    asker,
    missingPermissions: missingPermissions({ kind, permissions, mentionsClosedRole }, texts),
    findChannel: async (named) => {
      const channel = await seekChannel(interaction, named);
      if (channel === null) return { problem: texts.discord.findChannel.unknown({ named }) };
      if (channel.guildId !== interaction.guildId) return { problem: texts.discord.findChannel.elsewhere };
      const found = kindOf(channel.type);
      if (found === null) return { problem: texts.discord.findChannel.notText };
      const self = channel.guild.members.me;
      const own = self === null ? null : channel.permissionsFor(self);
      return {
        channel: describeChannel({ id: channel.id, guildId: channel.guildId, channel }),
        isModerator: asker.isModerator,
        missingPermissions: missingPermissions({ kind: found, permissions: own, mentionsClosedRole }, texts),
      };
    },
  };
}

/** Whether the bot itself is where it was called, rather than only installed by the person who calls it. */
export function isMember(interaction: BaseInteraction): boolean {
  if (interaction.context === InteractionContextType.BotDM) return true;
  if (interaction.context === InteractionContextType.PrivateChannel) return false;
  const owners = interaction.authorizingIntegrationOwners;
  return owners[ApplicationIntegrationType.GuildInstall] !== undefined;
}

function askerOf(interaction: BaseInteraction, facts: AskerFacts, ownerIds: readonly string[]): Asker {
  const { user, guildId, channelId, channel } = interaction;
  return {
    personId: user.id,
    personName: user.displayName,
    channel: describeChannel({ id: channelId ?? user.id, guildId, channel }),
    isModerator: isModerator(interaction, facts),
    isOwner: ownerIds.includes(user.id),
    language: interaction.locale,
  };
}

/** Everyone moderates their own private chat with the bot. */
function isModerator(interaction: BaseInteraction, { isLetIn }: AskerFacts): boolean {
  if (interaction.context === InteractionContextType.BotDM) return true;
  if (interaction.guildId === null || !isMember(interaction)) return false;
  return isLetIn || (interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false);
}

/** A role that only those with a permission for it may mention. */
function isClosedRole(interaction: BaseInteraction, roleId: string | null): boolean {
  if (roleId === null) return false;
  return interaction.guild?.roles.cache.get(roleId)?.mentionable === false;
}

/** By mention, id or name; a thread that sleeps is asked for. */
async function seekChannel(interaction: BaseInteraction, named: string): Promise<GuildBasedChannel | null> {
  const { guild, client } = interaction;
  const id = /^(?:<#)?(\d{17,20})>?$/.exec(named.trim())?.[1];
  if (id === undefined) {
    const name = named.trim().replace(/^#/, '').toLowerCase();
    return guild?.channels.cache.find((channel) => channel.name.toLowerCase() === name) ?? null;
  }
  try {
    const channel = await client.channels.fetch(id);
    return channel === null || channel.isDMBased() ? null : channel;
  } catch {
    // Gone, or hidden from the bot: the answer says both.
    return null;
  }
}
