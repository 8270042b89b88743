/** Answers to what a person asked: sent as messages, shown in place, or as a short note over the chat. */
import type { ForceReply, InlineKeyboardButton, ReplyKeyboardMarkup } from 'grammy/types';
import type { Log } from '../../domain/log.ts';
import type { Message } from '../../domain/message.ts';
import { parseAddress } from './address.ts';
import type { Asking } from './asker.ts';
import { dressAnswer, type DressTools } from './dress.ts';
import type { Form, Poster, PostOutcome } from './poster.ts';

export interface Answers {
  /** As a message of its own; in groups as a reply, so that it is seen whom it answers. */
  tell(message: Message, to: Recipient): Promise<void>;
  /** In place of the message that the button is on; as a message of its own where that cannot be changed. */
  replace(
    message: Message,
    to: Recipient & { readonly messageId: number; readonly form: Form },
  ): Promise<void>;
}

export interface Recipient {
  readonly asking: Asking;
  /** The message that is answered. */
  readonly replyTo?: number;
  /** In place of the message's own buttons. */
  readonly markup?: ReplyKeyboardMarkup | ForceReply;
  /** Beside the message's own buttons. */
  readonly extra?: readonly InlineKeyboardButton[];
}

export function createAnswers(tools: DressTools & { readonly poster: Poster; readonly log: Log }): Answers {
  const { poster, log } = tools;

  async function tell(message: Message, { asking, replyTo, markup, extra }: Recipient): Promise<void> {
    const dressed = await dressAnswer(message, tools, extra);
    const outgoing = {
      target: parseAddress(asking.channel.address),
      dressed: markup === undefined ? dressed : { ...dressed, keyboard: markup },
      isSilent: false,
      isUrgent: true,
      ...(asking.channel.kind === 'direct' ? {} : { replyTo }),
    };
    const first = await poster.post(outgoing);
    // Telegram wants the chat left alone for a while: the second one waits for that.
    report(first.kind === 'wait' ? await poster.post(outgoing) : first, asking);
  }

  function report(outcome: PostOutcome, { channel }: Asking): void {
    if (outcome.kind === 'sent' || outcome.kind === 'unchanged') return;
    log.warn({ channel: channel.address, outcome }, 'an answer did not arrive on Telegram');
  }

  return {
    tell,
    async replace(message, to) {
      const outcome = await poster.change({
        target: parseAddress(to.asking.channel.address),
        dressed: await dressAnswer(message, tools),
        messageId: to.messageId,
        form: to.form,
        isUrgent: true,
      });
      if (outcome.kind === 'uneditable' || outcome.kind === 'refused') await tell(message, to);
      else report(outcome, to.asking);
    },
  };
}
