/**
 * The guided set-up: a command that was given nothing is filled in by menus and a form. What was chosen so far
 * stands in the custom id of its last button, so nothing is kept here and a restart in between does no harm.
 */
import type { BaseInteraction, ChatInputCommandInteraction, MessageComponentInteraction } from 'discord.js';
import { MessageFlags, type ModalMessageModalSubmitInteraction } from 'discord.js';
import type { Answer, CommandRequest } from '../../dispatch/command.ts';
import { textMessage } from '../../domain/message.ts';
import { answerInPlace, type AnswerSetup } from './answer-in-time.ts';
import { findAct, roleOf, type CommandParts, type FoundAct } from './command-parts.ts';
import { circumstancesOf, type AskerSetup } from './interaction-asker.ts';
import { completeWish, formOf, menuChoice, setUpBody, textChoices, type Wish } from './set-up-form.ts';
import { formatStep, parseStep, readWish, writeWish } from './set-up-steps.ts';
import type { InteractionSetup } from './interactions.ts';

/** What a person fills in here rather than by typing options. */
const guidedCommand = 'subscribe';

export function needsSetUp({ command }: FoundAct, { options }: CommandParts): boolean {
  return command.name === guidedCommand && Object.keys(options).length === 0;
}

export function isSetUp(customId: string): boolean {
  return parseStep(customId) !== null;
}

/** Shows the empty set-up to the asker alone. */
export async function showSetUp(
  interaction: ChatInputCommandInteraction,
  found: FoundAct,
  setup: InteractionSetup,
): Promise<void> {
  const body = await bodyOf({}, { found, interaction }, setup);
  await interaction.reply({ ...body, flags: MessageFlags.Ephemeral });
}

type SetUpInteraction = MessageComponentInteraction | ModalMessageModalSubmitInteraction;

/** Takes the next step: a choice, the form, or the end. */
export async function answerSetUp(interaction: SetUpInteraction, setup: InteractionSetup): Promise<void> {
  const step = parseStep(interaction.customId);
  const found = findAct(setup.commands, { command: guidedCommand, act: '', options: {} });
  if (step === null || found === null) return;
  const wish = await readWish(customIdsOf(interaction), setup.longActions);
  if (wish === null) {
    const work = forgotten(setup);
    return answerInPlace(interaction, { work, manner: { isPrivate: true, isModerators: false } }, setup);
  }
  if (step.kind === 'form' && interaction.isMessageComponent()) {
    await interaction.showModal(
      formOf(found.act, { wish, customId: formatStep({ kind: 'filled' }) }, setup.texts),
    );
    return undefined;
  }
  if (step.kind === 'confirm') return confirm(interaction, { wish, found }, setup);
  const next = interaction.isMessageComponent()
    ? { ...wish, ...menuChoice(interaction, step.kind === 'menu' ? step.option : '') }
    : { ...wish, ...textChoices(interaction, found.act) };
  const chosen = Object.fromEntries(Object.entries(next).filter(([, value]) => value !== ''));
  await interaction.update(await bodyOf(chosen, { found, interaction }, setup));
  return undefined;
}

/** The whole command is asked for in one go, with the rights of the person who filled it in. */
async function confirm(
  interaction: SetUpInteraction,
  { wish, found }: { readonly wish: Wish; readonly found: FoundAct },
  setup: InteractionSetup,
): Promise<void> {
  const options = completeWish(found.act, wish);
  const facts = { isLetIn: isEphemeral(interaction), roleId: roleOf(found.act, options) };
  const request: CommandRequest = {
    ...circumstancesOf(interaction, facts, setup satisfies AskerSetup),
    ask: { kind: 'parts', command: guidedCommand, act: '', options },
  };
  const manner = { isPrivate: true, isModerators: facts.isLetIn };
  return answerInPlace(interaction, { work: setup.onCommand(request), manner }, setup);
}

async function bodyOf(
  wish: Wish,
  { found, interaction }: { readonly found: FoundAct; readonly interaction: BaseInteraction },
  setup: InteractionSetup,
) {
  const { text, long } = writeWish(wish);
  await setup.longActions.keep(long === undefined ? [] : [long]);
  const confirmId = formatStep({ kind: 'confirm', wish: text });
  return setUpBody(found.act, { wish, confirmId, isInServer: interaction.guildId !== null }, setup.texts);
}

/** Only the person who was let in sees an ephemeral message. */
function isEphemeral({ message }: SetUpInteraction): boolean {
  return message.flags.has(MessageFlags.Ephemeral);
}

function customIdsOf({ message }: SetUpInteraction): readonly string[] {
  return message.components.flatMap((row) =>
    'components' in row
      ? row.components.flatMap((part) =>
          'customId' in part && part.customId !== null ? [part.customId] : [],
        )
      : [],
  );
}

async function forgotten({ texts }: AnswerSetup): Promise<Answer> {
  return { kind: 'reply', message: textMessage(texts.discord.forgotten), isPrivate: true };
}
