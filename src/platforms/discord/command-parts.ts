import {
  ApplicationCommandOptionType,
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type CommandInteractionOption,
} from 'discord.js';
import type { Act, Command, Option } from '../../dispatch/command.ts';

/** A slash command taken apart. */
export interface CommandParts {
  readonly command: string;
  readonly act: string;
  /** Names to text. */
  readonly options: Readonly<Record<string, string>>;
}

/** Takes a slash command apart, also while it is being typed. */
export function partsOf(interaction: ChatInputCommandInteraction | AutocompleteInteraction): CommandParts {
  const [first] = interaction.options.data;
  const isAct = first?.type === ApplicationCommandOptionType.Subcommand;
  const given = isAct ? (first.options ?? []) : interaction.options.data;
  return {
    command: interaction.commandName,
    act: isAct ? first.name : '',
    options: Object.fromEntries(given.map((option) => [option.name, textOf(option)])),
  };
}

/** An attachment is known by its address; everything else by its value. */
function textOf({ value, attachment }: CommandInteractionOption): string {
  return attachment?.url ?? String(value ?? '');
}

/** The id of a role among the options, or in a line; null for none. */
export function roleIn(text: string): string | null {
  return /(?:^|\s)role:"?(?:<@&)?(\d{17,20})/.exec(text)?.[1] ?? null;
}

export interface FoundAct {
  readonly command: Command;
  readonly act: Act;
}

/** The act that parts name; null for one that there is no more. */
export function findAct(commands: readonly Command[], { command: name, act }: CommandParts): FoundAct | null {
  const command = commands.find((candidate) => candidate.name === name);
  const found = command?.acts[act];
  return command === undefined || found === undefined ? null : { command, act: found };
}

/** The act that a line asks for; of several, the first where none is named. */
export function findActOfLine(commands: readonly Command[], line: string): FoundAct | null {
  const [name = '', second = ''] = line.trim().replace(/^\//, '').toLowerCase().split(/\s+/);
  const command = commands.find((candidate) => candidate.name === name);
  const act = command?.acts[''] ?? command?.acts[second] ?? Object.values(command?.acts ?? {})[0];
  return command === undefined || act === undefined ? null : { command, act };
}

/** The role that options of an act name. */
export function roleOf(act: Act, options: CommandParts['options']): string | null {
  const name = Object.entries(act.options).find(
    ([, option]: [string, Option]) => option.type === 'role',
  )?.[0];
  return name === undefined ? null : (/\d{17,20}/.exec(options[name] ?? '')?.[0] ?? null);
}
