/** Answers to what a person asked: sent as messages, shown in place, or as a short note over the chat. */
import type { ForceReply, InlineKeyboardButton, ReplyKeyboardMarkup } from 'grammy/types';
import type { Log } from '../../domain/log.ts';
import type { Message } from '../../domain/message.ts';
import { parseAddress } from './address.ts';
import type { Asking } from './asker.ts';
import { dressAnswer, type DressTools } from './dress.ts';
import type { Form, OutgoingFile, Poster, PostOutcome } from './poster.ts';

export interface Answers {
  /** As a message of its own, its attachment below; in groups as a reply, so that it is seen whom it answers. */
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
    const place = placeOf({ asking, replyTo });
    const outgoing = {
      ...place,
      dressed: markup === undefined ? dressed : { ...dressed, keyboard: markup },
      isSilent: false,
    };
    const hasArrived = report(await twice(() => poster.post(outgoing)), asking);
    if (hasArrived) await tellAttachment(message, place, asking);
  }

  async function tellAttachment({ attachment = null }: Message, place: Place, asking: Asking): Promise<void> {
    if (attachment === null) return;
    report(await twice(() => poster.postFile({ ...place, file: attachment })), asking);
  }

  /** Whether it arrived; a log line where it did not. */
  function report(outcome: PostOutcome, { channel }: Asking): boolean {
    if (outcome.kind === 'sent' || outcome.kind === 'unchanged') return true;
    log.warn({ channel: channel.address, outcome }, 'an answer did not arrive on Telegram');
    return false;
  }

  return {
    tell,
    async replace(message, to) {
      const place = placeOf(to);
      const outcome = await poster.change({
        target: place.target,
        dressed: await dressAnswer(message, tools),
        messageId: to.messageId,
        form: to.form,
        isUrgent: true,
      });
      if (outcome.kind === 'uneditable' || outcome.kind === 'refused') await tell(message, to);
      else if (report(outcome, to.asking)) await tellAttachment(message, place, to.asking);
    },
  };
}

type Place = Pick<OutgoingFile, 'target' | 'isUrgent' | 'replyTo'>;

/** In a private chat nobody wonders whom an answer is for. */
function placeOf({ asking, replyTo }: Pick<Recipient, 'asking' | 'replyTo'>): Place {
  const target = parseAddress(asking.channel.address);
  return { target, isUrgent: true, ...(asking.channel.kind === 'direct' ? {} : { replyTo }) };
}

/** Telegram may want the chat left alone for a while: the second one waits for that. */
async function twice(post: () => Promise<PostOutcome>): Promise<PostOutcome> {
  const first = await post();
  return first.kind === 'wait' ? post() : first;
}
