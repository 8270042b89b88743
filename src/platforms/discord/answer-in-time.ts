import {
  MessageFlags,
  type ChatInputCommandInteraction,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  type ModalMessageModalSubmitInteraction,
} from 'discord.js';
import type { Answer } from '../../dispatch/command.ts';
import type { Clock } from '../../domain/clock.ts';
import { textMessage } from '../../domain/message.ts';
import type { Texts } from '../../texts/texts.ts';
import { answerBody, type AnswerBody } from './answer-body.ts';
import { inTime } from './in-time.ts';
import type { LongActions } from './long-actions.ts';

export type OnMessage = MessageComponentInteraction | ModalMessageModalSubmitInteraction;
export type Answerable = ChatInputCommandInteraction | MessageContextMenuCommandInteraction | OnMessage;

export interface AnswerSetup {
  readonly longActions: LongActions;
  readonly texts: Texts;
  readonly clock: Clock;
}

/** How an answer is to be shown. */
export interface Manner {
  /** Whether only the asker sees it, as far as can be told before the answer is there. */
  readonly isPrivate: boolean;
  /** Marks the answer's buttons as given to somebody whom Discord let use a moderators' command. */
  readonly isModerators: boolean;
}

/** Discord waits three seconds for a first answer; this leaves half of it to the network. */
const deferAfterMs = 1500;
const Ephemeral = MessageFlags.Ephemeral;

/** Answers with a message of its own, deferred in time where the answer takes long. */
export async function answerOwn(
  interaction: Answerable,
  { work, manner }: { readonly work: Promise<Answer>; readonly manner: Manner },
  setup: AnswerSetup,
): Promise<void> {
  const early = await inTime(work, { limitMs: deferAfterMs, instead: null, clock: setup.clock });
  if (early !== null) {
    const { body, isPrivate } = await dress(early, manner, setup);
    await interaction.reply(isPrivate ? { ...body, flags: Ephemeral } : body);
    return;
  }
  await interaction.deferReply(manner.isPrivate ? { flags: Ephemeral } : {});
  const { body, isPrivate } = await dress(await work, manner, setup);
  if (!isPrivate || manner.isPrivate) {
    await interaction.editReply(body);
    return;
  }
  // The deferral was public and cannot become private: another message takes its place.
  await interaction.deleteReply();
  await interaction.followUp({ ...body, flags: Ephemeral });
}

/** Answers in place of the message that the button is on; what only the asker should see comes beside it. */
export async function answerInPlace(
  interaction: OnMessage,
  { work, manner }: { readonly work: Promise<Answer>; readonly manner: Manner },
  setup: AnswerSetup,
): Promise<void> {
  const early = await inTime(work, { limitMs: deferAfterMs, instead: null, clock: setup.clock });
  if (early === null) await interaction.deferUpdate();
  const answer = early ?? (await work);
  const { body, isPrivate } = await dress(answer, manner, setup);
  const isBeside = isPrivate && !manner.isPrivate;
  if (early === null) {
    await (isBeside ? interaction.followUp({ ...body, flags: Ephemeral }) : interaction.editReply(body));
  } else {
    await (isBeside ? interaction.reply({ ...body, flags: Ephemeral }) : interaction.update(body));
  }
}

async function dress(
  answer: Answer,
  { isModerators, isPrivate }: Manner,
  { texts, longActions }: AnswerSetup,
): Promise<{ readonly body: AnswerBody; readonly isPrivate: boolean }> {
  // Only an autocomplete asks for choices.
  const message = answer.kind === 'reply' ? answer.message : textMessage('…');
  const dressed = answerBody(message, { texts, isModerators });
  await longActions.keep(dressed.longActions);
  return { body: dressed.body, isPrivate: answer.kind === 'reply' ? answer.isPrivate : isPrivate };
}
