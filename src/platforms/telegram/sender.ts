/** Deliveries: sends and edits, and what became of them. */
import type { Channel } from '../../domain/channel.ts';
import type { ChannelEvent, EditOrder, EditOutcome, SendOrder, SendOutcome } from '../platform.ts';
import { parseAddress, formatAddress, type Target } from './address.ts';
import type { Dress } from './dress.ts';
import type { Poster, PostOutcome } from './poster.ts';

/** What happens to a send of which nobody knows whether it arrived: a rare double, or a rare loss. */
export type UnknownPolicy = 'repeat' | 'unconfirmed';

export interface SenderOptions {
  readonly poster: Poster;
  readonly dress: Dress;
  readonly unknownPolicy: UnknownPolicy;
  readonly onChannelEvent: (event: ChannelEvent) => Promise<void>;
  /** Told when a channel turns out to be unreachable. Never throws. */
  readonly onUnreachable: (channel: Channel, reason: string) => void;
}

export interface Sender {
  send(order: SendOrder): Promise<SendOutcome>;
  edit(order: EditOrder): Promise<EditOutcome>;
}

/** An earlier attempt was cut off, and is not to be repeated. */
const earlierUnknown = {
  kind: 'unknown',
  reason: 'an earlier attempt may have arrived',
  mayRepeat: false,
} as const;

const soonMs = 1000;
const withoutNetworkMs = 5000;
/** Nothing but a restart with another token helps. */
const wrongTokenMs = 60_000;
const unknownEditMs = 30_000;

export function createSender(options: SenderOptions): Sender {
  const { poster, dress, unknownPolicy, onChannelEvent, onUnreachable } = options;

  async function tellMove(target: Target, toChatId: number): Promise<void> {
    const address = (chatId: number) =>
      ({ platform: 'telegram', address: formatAddress({ ...target, chatId }) }) as const;
    await onChannelEvent({ kind: 'moved', from: address(target.chatId), to: address(toChatId) });
  }

  return {
    async send({ channel, message, look, uncertainSince }) {
      if (uncertainSince !== null && unknownPolicy === 'unconfirmed') return earlierUnknown;
      const target = parseAddress(channel.address);
      const dressed = await dress(message, { kind: channel.kind, chatId: target.chatId });
      const outcome = await poster.post({ target, dressed, isSilent: look.isSilent, isUrgent: false });
      if (outcome.kind === 'moved') await tellMove(target, outcome.chatId);
      if (outcome.kind === 'unreachable') onUnreachable(channel, outcome.reason);
      return sendOutcome(outcome, unknownPolicy);
    },
    async edit({ channel, message, messageId, form }) {
      const target = parseAddress(channel.address);
      const dressed = await dress(message, { kind: channel.kind, chatId: target.chatId });
      const outcome = await poster.change({
        target,
        dressed,
        messageId: Number(messageId),
        form: form === 'photo' ? 'photo' : 'text',
        isUrgent: false,
      });
      return editOutcome(outcome);
    },
  };
}

function sendOutcome(outcome: PostOutcome, unknownPolicy: UnknownPolicy): SendOutcome {
  switch (outcome.kind) {
    case 'sent':
      return { kind: 'sent', messageId: String(outcome.messageId), form: outcome.form };
    case 'later':
      return { kind: 'retry', afterMs: outcome.afterMs, reason: 'Telegram’s pace', isPace: true };
    case 'wait':
      return { kind: 'retry', afterMs: outcome.afterMs, reason: outcome.reason, isPace: true };
    case 'moved':
      return { kind: 'retry', afterMs: soonMs, reason: 'the group became a supergroup', isPace: true };
    case 'token':
      return { kind: 'retry', afterMs: wrongTokenMs, reason: outcome.reason, isPace: true };
    case 'unsent':
      return { kind: 'retry', afterMs: withoutNetworkMs, reason: outcome.reason };
    case 'unknown':
      return { kind: 'unknown', reason: outcome.reason, mayRepeat: unknownPolicy === 'repeat' };
    case 'unreachable':
      return { kind: 'unreachable', reason: outcome.reason };
    case 'refused':
    case 'uneditable':
    case 'unchanged':
    default:
      return { kind: 'rejected', reason: outcome.reason };
  }
}

function editOutcome(outcome: PostOutcome): EditOutcome {
  switch (outcome.kind) {
    case 'sent':
    case 'unchanged':
      return { kind: 'edited' };
    case 'later':
      return { kind: 'retry', afterMs: outcome.afterMs, reason: 'Telegram’s pace' };
    case 'wait':
      return { kind: 'retry', afterMs: outcome.afterMs, reason: outcome.reason };
    case 'token':
      return { kind: 'retry', afterMs: wrongTokenMs, reason: outcome.reason };
    // To edit twice does no harm.
    case 'unsent':
    case 'unknown':
      return { kind: 'retry', afterMs: unknownEditMs, reason: outcome.reason };
    case 'moved':
      return { kind: 'refused', reason: 'the group became a supergroup' };
    case 'refused':
    case 'uneditable':
    case 'unreachable':
    default:
      return { kind: 'refused', reason: outcome.reason };
  }
}
