/** What people do on Discord, taken to the program and answered. */
import {
  MessageFlags,
  type AutocompleteInteraction,
  type BaseInteraction,
  type Interaction,
  type MessageComponentInteraction,
} from 'discord.js';
import type { ChatInputCommandInteraction, MessageContextMenuCommandInteraction } from 'discord.js';
import type { Answer, Command, CommandRequest } from '../../dispatch/command.ts';
import type { Log } from '../../domain/log.ts';
import { textMessage } from '../../domain/message.ts';
import { answerInPlace, answerOwn, type AnswerSetup, type Manner } from './answer-in-time.ts';
import { isRestricted } from './application-commands.ts';
import { completeOption } from './complete-option.ts';
import { findAct, findActOfLine, partsOf, roleIn, roleOf, type FoundAct } from './command-parts.ts';
import { parseCustomId, type CustomId } from './custom-id.ts';
import { isDiscordCode } from './failure.ts';
import { circumstancesOf, isMember } from './interaction-asker.ts';
import { answerSetUp, isSetUp, needsSetUp, showSetUp } from './set-up.ts';
import { addressIn } from './address-in-message.ts';

export interface InteractionSetup extends AnswerSetup {
  readonly commands: readonly Command[];
  readonly ownerIds: readonly string[];
  readonly onCommand: (request: CommandRequest) => Promise<Answer>;
  readonly log: Log;
}

const goneCodes = [10_062, 40_060, 10_015];

/** Answers one interaction. Never rejects. */
export async function answerInteraction(interaction: Interaction, setup: InteractionSetup): Promise<void> {
  try {
    await route(interaction, setup);
  } catch (error) {
    if (isDiscordCode(error, ...goneCodes)) setup.log.debug({ error }, 'an interaction was gone already');
    else setup.log.error({ error, interaction: interaction.id }, 'an interaction could not be answered');
  }
}

async function route(interaction: Interaction, setup: InteractionSetup): Promise<void> {
  if (interaction.isAutocomplete()) return answerTyping(interaction, setup);
  if (interaction.isChatInputCommand()) return answerCommand(interaction, setup);
  if (interaction.isMessageContextMenuCommand()) return answerLink(interaction, setup);
  if (interaction.isMessageComponent() || (interaction.isModalSubmit() && interaction.isFromMessage())) {
    if (isSetUp(interaction.customId)) return answerSetUp(interaction, setup);
  }
  if (interaction.isMessageComponent()) return answerComponent(interaction, setup);
  return undefined;
}

async function answerTyping(interaction: AutocompleteInteraction, setup: InteractionSetup): Promise<void> {
  const facts = { isLetIn: false, roleId: null };
  const ask = (given: Pick<CommandRequest, 'ask'>) =>
    setup.onCommand({ ...circumstancesOf(interaction, facts, setup), ...given });
  await interaction.respond([...(await completeOption(interaction, { ...setup, ask }))]);
}

async function answerCommand(
  interaction: ChatInputCommandInteraction,
  setup: InteractionSetup,
): Promise<void> {
  const parts = partsOf(interaction);
  const found = findAct(setup.commands, parts);
  // Discord has checked what the server asks for; a second check would undo the server's own settings.
  const isLetIn = found !== null && isRestricted(found.command);
  const roleId = found === null ? null : roleOf(found.act, parts.options);
  const circumstances = circumstancesOf(interaction, { isLetIn, roleId }, setup);
  if (found !== null && needsSetUp(found, parts) && circumstances.asker.isModerator) {
    return showSetUp(interaction, found, setup);
  }
  const ask = { kind: 'parts', ...parts } as const;
  const work = mayBeUsed(interaction, found) ? setup.onCommand({ ...circumstances, ask }) : notHere(setup);
  const manner: Manner = { isPrivate: found?.act.isPrivate ?? false, isModerators: isLetIn };
  return answerOwn(interaction, { work, manner }, setup);
}

/** "Summarize link" on a message: the first address in it. */
async function answerLink(
  interaction: MessageContextMenuCommandInteraction,
  setup: InteractionSetup,
): Promise<void> {
  const url = addressIn(interaction.targetMessage);
  const circumstances = circumstancesOf(interaction, { isLetIn: false, roleId: null }, setup);
  const work: Promise<Answer> =
    url === null
      ? told(setup.texts.discord.noLink)
      : setup.onCommand({ ...circumstances, ask: { kind: 'line', line: `summarize ${url}` } });
  const privately = work.then((answer) =>
    answer.kind === 'reply' ? { ...answer, isPrivate: true } : answer,
  );
  return answerOwn(interaction, { work: privately, manner: { isPrivate: true, isModerators: false } }, setup);
}

/** A button or a menu of a post or an answer: whoever presses it is answered, in place only where it is theirs. */
async function answerComponent(
  interaction: MessageComponentInteraction,
  setup: InteractionSetup,
): Promise<void> {
  const id = parseCustomId(interaction.customId);
  if (id === null) return;
  const kept = interaction.isStringSelectMenu() ? (interaction.values[0] ?? '') : id.action;
  const line = await setup.longActions.find(kept);
  const isLetIn = isLetInBefore(interaction, id);
  const work =
    line === null ? told(setup.texts.discord.forgotten) : ask(interaction, { line, isLetIn }, setup);
  const isTurned = id.role === 'turn' && isAskersOwn(interaction);
  const isPrivate = isTurned ? isEphemeral(interaction) : true;
  const manner = { isPrivate, isModerators: isLetIn };
  if (isTurned) return answerInPlace(interaction, { work, manner }, setup);
  const privately = work.then((answer) =>
    answer.kind === 'reply' ? { ...answer, isPrivate: true } : answer,
  );
  return answerOwn(interaction, { work: privately, manner }, setup);
}

async function ask(
  interaction: MessageComponentInteraction,
  { line, isLetIn }: { readonly line: string; readonly isLetIn: boolean },
  setup: InteractionSetup,
): Promise<Answer> {
  if (!mayBeUsed(interaction, findActOfLine(setup.commands, line))) return notHere(setup);
  const circumstances = circumstancesOf(interaction, { isLetIn, roleId: roleIn(line) }, setup);
  return setup.onCommand({ ...circumstances, ask: { kind: 'line', line } });
}

/** Where the bot is not a member, only what a person may use for themselves. */
function mayBeUsed(interaction: BaseInteraction, found: FoundAct | null): boolean {
  return found === null || found.act.isPersonal === true || isMember(interaction);
}

/** An answer that only its asker sees keeps what Discord let them do; any other is checked anew. */
function isLetInBefore(interaction: MessageComponentInteraction, { isModerators }: CustomId): boolean {
  return isModerators && isEphemeral(interaction) && isAskersOwn(interaction);
}

function isEphemeral({ message }: MessageComponentInteraction): boolean {
  return message.flags.has(MessageFlags.Ephemeral);
}

/** Whether the message is the answer to the person who presses. A post is nobody's. */
function isAskersOwn({ message, user }: MessageComponentInteraction): boolean {
  return message.flags.has(MessageFlags.Ephemeral) || message.interactionMetadata?.user.id === user.id;
}

async function told(text: string): Promise<Answer> {
  return { kind: 'reply', message: textMessage(text), isPrivate: true };
}

function notHere({ texts }: InteractionSetup): Promise<Answer> {
  return told(texts.discord.notHere);
}
