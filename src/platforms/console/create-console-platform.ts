import type { Clock } from '../../domain/clock.ts';
import type { Log } from '../../domain/log.ts';
import type { Message } from '../../domain/message.ts';
import type { Texts } from '../../texts/texts.ts';
import type { EditOutcome, Platform, SendOrder, SendOutcome } from '../platform.ts';
import { describeChannels } from './console-channels.ts';
import { createConversation, type ConversationParts } from './conversation.ts';
import { createPrinting, type Printing } from './printing.ts';
import { createScreen, type ConsoleStreams, type Screen } from './screen.ts';

export interface ConsoleOptions extends ConsoleStreams {
  /** Columns of text; the terminal's own, at most 100, where it is left out. */
  readonly columns?: number;
  readonly hasColor: boolean;
  readonly clock: Clock;
  readonly texts: Texts;
  readonly log: Log;
  /** Names such as `#markets`; one channel `#console` where it is left out. */
  readonly channels?: readonly string[];
  /** IANA; the machine's own where it is left out. */
  readonly timeZone?: string;
  /** The first line is answered when this has come. */
  readonly answersAfter?: Promise<unknown>;
}

export interface ConsolePlatform extends Platform {
  /** Resolves when the person leaves, or the input has ended and every line of it was answered. */
  readonly ended: Promise<void>;
  /** Prints a message that belongs to no channel, e.g. a greeting. */
  show(message: Message): Promise<void>;
}

/** How long delivery leaves a closed console alone. */
const closedRetryMs = 60_000;

/** The terminal as a chat platform: several channels on one screen, and one person who types. */
export function createConsolePlatform(options: ConsoleOptions): ConsolePlatform {
  const channels = describeChannels(options.channels ?? ['#console']);
  const screen = createScreen(options);
  const printing = createPrinting(screen, channels, options);
  let isOpen = true;
  let leave = () => {};
  const ended = new Promise<void>((resolve) => {
    leave = resolve;
  });

  return {
    id: 'console',
    ended,
    show: printing.reply,
    async start(doors) {
      for (const channel of channels) await doors.onChannelEvent({ kind: 'seen', channel });
      const parts = { ...options, ...doors, channels, show: printing.reply };
      hearLines({ screen, parts, after: options.answersAfter, leave, isOpen: () => isOpen });
    },
    send: async (order) => (isOpen ? sendTo(printing, order, options.texts) : closed(options.texts)),
    edit: async ({ channel, message }): Promise<EditOutcome> => {
      const failure = isOpen ? await printing.update(channel, message) : options.texts.console.closed;
      return failure === null ? { kind: 'edited' } : { kind: 'refused', reason: failure };
    },
    status: () => ({ isConnected: isOpen, remarks: [] }),
    async stop() {
      isOpen = false;
      screen.close();
      leave();
    },
  };
}

interface Hearing {
  readonly screen: Screen;
  readonly parts: Omit<ConversationParts, 'onMoved'>;
  readonly after: Promise<unknown> | undefined;
  readonly leave: () => void;
  readonly isOpen: () => boolean;
}

/** Answers lines one after another, in the order in which they came. */
function hearLines({ screen, parts, after, leave, isOpen }: Hearing): void {
  const [first, ...others] = parts.channels;
  const onMoved = ({ name }: { readonly name: string }) =>
    screen.setPrompt(others.length > 0 ? `${name} > ` : '> ');
  const conversation = createConversation({ ...parts, onMoved });
  let answered: Promise<unknown> = after ?? Promise.resolve();
  const answer = async (line: string) => {
    if (!isOpen()) return;
    await screen.echo(line);
    if ((await conversation.take(line)) === 'leave') leave();
  };
  screen.hear({
    onLine: (line) => {
      answered = answered.then(() => answer(line));
    },
    onEnd: (why) => void (why === 'input ended' ? answered.then(leave, leave) : leave()),
  });
  if (first !== undefined) onMoved(first);
}

async function sendTo(printing: Printing, order: SendOrder, texts: Texts): Promise<SendOutcome> {
  if (!printing.knows(order.channel))
    return { kind: 'unreachable', reason: texts.console.gone({ name: order.channel.name }) };
  const failure = await printing.post(order.channel, order.message);
  if (failure === null) return { kind: 'sent', messageId: `${order.deliveryId}/${order.part}`, form: 'text' };
  return { kind: 'unknown', reason: failure, mayRepeat: true };
}

function closed(texts: Texts): SendOutcome {
  return { kind: 'retry', afterMs: closedRetryMs, reason: texts.console.closed, isPace: true };
}
