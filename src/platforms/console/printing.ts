import type { ChannelAddress, ChannelDescription } from '../../domain/channel.ts';
import type { Clock } from '../../domain/clock.ts';
import type { Message } from '../../domain/message.ts';
import type { Texts } from '../../texts/texts.ts';
import { createPaint } from './paint.ts';
import { renderPost, renderUpdate, type ChannelLabel } from './render-post.ts';
import { renderReply } from './render-reply.ts';
import type { RenderView } from './render-view.ts';
import type { ConsoleStreams, Screen } from './screen.ts';

/** Messages onto the screen. What fails is told as a sentence; null says that it stands there. */
export interface Printing {
  readonly knows: (channel: ChannelAddress) => boolean;
  readonly post: (channel: ChannelAddress, message: Message) => Promise<string | null>;
  readonly update: (channel: ChannelAddress, message: Message) => Promise<string | null>;
  readonly reply: (message: Message) => Promise<void>;
}

interface PrintingOptions extends ConsoleStreams {
  readonly columns?: number;
  readonly hasColor: boolean;
  readonly clock: Clock;
  readonly texts: Texts;
  readonly timeZone?: string;
}

/** Longer lines are hard to read. */
const widest = 100;
const narrowest = 30;

export function createPrinting(
  screen: Screen,
  channels: readonly ChannelDescription[],
  options: PrintingOptions,
): Printing {
  const { texts, timeZone } = options;
  const paint = createPaint(options.hasColor);
  const labelOf = ({ address }: ChannelAddress): ChannelLabel => {
    const place = channels.findIndex((channel) => channel.address === address);
    return { name: channels[place]?.name ?? address, place };
  };
  // Read anew for each message: a terminal can be resized.
  const view = (): RenderView => ({
    width: Math.max(narrowest, Math.min(widest, options.columns ?? options.output.columns ?? 80)),
    paint,
    texts,
    now: options.clock.now(),
    ...(timeZone === undefined ? {} : { timeZone }),
  });
  const print = async (lines: readonly string[]) => {
    const failure = await screen.print(lines);
    return failure === null ? null : texts.console.writeFailed({ reason: failure.message });
  };
  return {
    knows: ({ address }) => channels.some((channel) => channel.address === address),
    post: (channel, message) => print(renderPost(message, labelOf(channel), view())),
    update: (channel, message) => print(renderUpdate(message, labelOf(channel), view())),
    reply: async (message) => void (await print(renderReply(message, view()))),
  };
}
