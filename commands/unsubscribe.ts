import {
  channel,
  defineCommand,
  integer,
  optional,
  positional,
  type CommandContext,
} from '../src/dispatch/command.ts';
import { emptyMessage, textMessage, type Message } from '../src/domain/message.ts';
import { filterWords, findSubscribed, pickSubscription, type Subscribed } from './channel-subscriptions.ts';

export const unsubscribe = defineCommand({
  name: 'unsubscribe',
  description: 'End a subscription of a channel',
  example: '/unsubscribe 1',
  access: 'moderators',
  isPrivate: true,
  options: {
    number: positional(optional(integer('Its number, as /subscriptions shows it', { min: 1, max: 100_000 }))),
    channel: optional(channel('The channel; this one unless told')),
  },
  async run({ number }, context) {
    const subscribed = await findSubscribed(context);
    const [only, ...others] = subscribed.subscriptions;
    if (number === undefined && others.length > 0) return askWhich(subscribed, context);
    const wanted = number ?? only?.number ?? 0;
    const { clock, store, target, texts, wake } = context;
    const subscription = pickSubscription(wanted, subscribed, context);
    await store.subscriptions.remove(subscription.id, clock.now());
    wake();
    const what = (await filterWords(context))(subscription.filter);
    return textMessage(texts.subscriptions.ended({ channel: target.name, number: wanted, what }));
  },
});

async function askWhich({ subscriptions }: Subscribed, context: CommandContext): Promise<Message> {
  const { line, target, texts } = context;
  const inWords = await filterWords(context);
  return {
    ...emptyMessage,
    title: { text: texts.subscriptions.title({ channel: target.name }) },
    menu: {
      prompt: texts.subscriptions.chooseToEnd,
      choices: subscriptions.map(({ number, filter }) => ({
        label: `${number}: ${inWords(filter)}`,
        action: line({ number }),
      })),
    },
  };
}
