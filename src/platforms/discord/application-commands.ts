import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { Act, Command, Option } from '../../dispatch/command.ts';
import type { Texts } from '../../texts/texts.ts';
import { cutAtWord } from './cut-at-word.ts';
import { limits } from './limits.ts';

/** All commands as Discord registers them, and the one that stands on messages. */
export function applicationCommands(
  commands: readonly Command[],
  texts: Texts,
): readonly RESTPostAPIApplicationCommandsJSONBody[] {
  return [...commands.map(slashCommand), summarizeLink(texts)];
}

/** Whether Discord asks for a permission before it shows the command, which servers may change for themselves. */
export function isRestricted(command: Command): boolean {
  return acts(command).every(({ access }) => access !== 'anyone');
}

function acts(command: Command): readonly Act[] {
  return Object.values(command.acts);
}

function slashCommand(command: Command): RESTPostAPIApplicationCommandsJSONBody {
  const { name, description } = command;
  return {
    type: ApplicationCommandType.ChatInput,
    name,
    description: cutAtWord(description, limits.choiceText),
    options: optionsOf(command),
    default_member_permissions: defaultPermissions(command),
    ...where(acts(command).some(({ isPersonal }) => isPersonal === true)),
  };
}

function summarizeLink({ discord }: Texts): RESTPostAPIApplicationCommandsJSONBody {
  return { type: ApplicationCommandType.Message, name: discord.summarizeLink, ...where(true) };
}

/** Servers see an owners' command only where somebody administers them; the most open act decides. */
function defaultPermissions(command: Command): string | null {
  if (!isRestricted(command)) return null;
  const isForModerators = acts(command).some(({ access }) => access === 'moderators');
  return isForModerators ? PermissionFlagsBits.ManageGuild.toString() : '0';
}

function where(isPersonal: boolean) {
  const { Guild, BotDM, PrivateChannel } = InteractionContextType;
  const { GuildInstall, UserInstall } = ApplicationIntegrationType;
  return isPersonal
    ? { contexts: [Guild, BotDM, PrivateChannel], integration_types: [GuildInstall, UserInstall] }
    : { contexts: [Guild, BotDM], integration_types: [GuildInstall] };
}

function optionsOf(
  command: Command,
): APIApplicationCommandBasicOption[] | APIApplicationCommandSubcommandOption[] {
  const single = command.acts[''];
  if (single !== undefined) return valueOptions(single);
  return Object.entries(command.acts).map(([name, act]) => ({
    type: ApplicationCommandOptionType.Subcommand,
    name,
    description: cutAtWord(act.description, limits.choiceText),
    options: valueOptions(act),
  }));
}

/** Discord wants the required ones first. */
function valueOptions(act: Act): APIApplicationCommandBasicOption[] {
  return Object.entries(act.options)
    .sort(([, a], [, b]) => Number(b.isRequired) - Number(a.isRequired))
    .map(([name, option]) => valueOption(name, option));
}

/** Media channels are left out: the specification of the API does not let an option name them. */
const postable = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
] as const;

function valueOption(name: string, option: Option): APIApplicationCommandBasicOption {
  const about = {
    name,
    description: cutAtWord(option.description, limits.choiceText),
    required: option.isRequired,
  };
  // Discord's own types hold one value; several are typed as text.
  if (option.isList)
    return { ...about, type: ApplicationCommandOptionType.String, autocomplete: isCompleted(option) };
  switch (option.type) {
    case 'integer':
      return { ...about, type: ApplicationCommandOptionType.Integer, ...boundsOf(option) };
    case 'boolean':
      return { ...about, type: ApplicationCommandOptionType.Boolean };
    case 'channel':
      return { ...about, type: ApplicationCommandOptionType.Channel, channel_types: [...postable] };
    case 'role':
      return { ...about, type: ApplicationCommandOptionType.Role };
    case 'attachment':
      return { ...about, type: ApplicationCommandOptionType.Attachment };
    case 'category':
    case 'choice':
      return { ...about, type: ApplicationCommandOptionType.String, choices: choicesOf(option) };
    case 'asset':
    case 'duration':
    case 'source':
    case 'story':
    case 'text':
      return { ...about, type: ApplicationCommandOptionType.String, autocomplete: isCompleted(option) };
    default:
      return option.type satisfies never;
  }
}

const completedTypes: readonly string[] = ['asset', 'source', 'story', 'category', 'choice'];

function isCompleted({ type }: Option): boolean {
  return completedTypes.includes(type);
}

function boundsOf({ min, max }: Option) {
  return { ...(min !== undefined && { min_value: min }), ...(max !== undefined && { max_value: max }) };
}

function choicesOf({ choices }: Option) {
  return choices
    .slice(0, limits.choices)
    .map(({ name, value }) => ({ name: cutAtWord(name, limits.choiceText), value }));
}
