import { channel, defineCommand, optional } from '../src/dispatch/command.ts';
import { emptyMessage, type Spans } from '../src/domain/message.ts';
import type { Subscription } from '../src/domain/subscription.ts';
import type { Texts } from '../src/texts/texts.ts';
import { filterWords, findSubscribed } from './channel-subscriptions.ts';

export const subscriptions = defineCommand({
  name: 'subscriptions',
  description: 'What a channel gets, and how it goes',
  example: '/subscriptions',
  access: 'anyone',
  isPrivate: true,
  options: { channel: optional(channel('The channel; this one unless told')) },
  async run(_, context) {
    const { target, texts } = context;
    const { channel, subscriptions } = await findSubscribed(context);
    const inWords = await filterWords(context);
    const reason = channel.unreachableReason ?? '';
    return {
      ...emptyMessage,
      title: { text: texts.subscriptions.title({ channel: target.name }) },
      blocks: [
        ...(channel.state === 'reachable'
          ? []
          : [paragraph(texts.subscriptions.unreachable({ channel: target.name, reason }))]),
        {
          kind: 'list',
          items: subscriptions.map((subscription) =>
            describe(subscription, { words: inWords(subscription.filter), texts }),
          ),
        },
      ],
      footer: texts.subscriptions.hint,
    };
  },
});

function describe(
  { number, look, cadence, isPaused }: Subscription,
  { words, texts }: { readonly words: string; readonly texts: Texts },
): Spans {
  const remarks = [
    texts.subscriptions.look({ look, cadence }),
    ...(isPaused ? [texts.subscriptions.isPaused] : []),
  ].filter((remark) => remark !== '');
  return [{ text: String(number), bold: true }, `: ${[words, ...remarks].join('; ')}`];
}

function paragraph(text: string) {
  return { kind: 'paragraph', spans: [text] } as const;
}
