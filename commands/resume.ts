import {
  channel,
  defineCommand,
  integer,
  optional,
  positional,
  type CommandContext,
} from '../src/dispatch/command.ts';
import type { Channel } from '../src/domain/channel.ts';
import { textMessage } from '../src/domain/message.ts';
import { filterWords, findSubscribed, pickSubscription } from './channel-subscriptions.ts';

export const resume = defineCommand({
  name: 'resume',
  description: 'Let paused news of a channel go on, and try again to reach it',
  example: '/resume 2',
  access: 'moderators',
  isPrivate: true,
  options: {
    number: positional(
      optional(integer('One subscription; all of them unless told', { min: 1, max: 100_000 })),
    ),
    channel: optional(channel('The channel; this one unless told')),
  },
  async run({ number }, context) {
    const { clock, store, target, texts, wake } = context;
    const subscribed = await findSubscribed(context);
    const one = number === undefined ? null : pickSubscription(number, subscribed, context);
    const held = (one === null ? subscribed.subscriptions : [one]).filter(({ isPaused }) => isPaused);
    for (const { id } of held) await store.subscriptions.setPaused(id, false, clock.now());
    const tried = await tryAgain(subscribed.channel, context);
    wake();
    const said = { channel: target.name };
    const [first] = held;
    if (one !== null && first !== undefined) {
      const what = (await filterWords(context))(first.filter);
      return textMessage(texts.subscriptions.resumed({ ...said, number: first.number, what }), ...tried);
    }
    if (first === undefined)
      return textMessage(...(tried.length > 0 ? tried : [texts.subscriptions.notPaused(said)]));
    return textMessage(texts.subscriptions.resumedAll({ ...said, count: held.length }), ...tried);
  },
});

/** An unreachable channel is tried again at once: somebody there says that it can be reached. */
async function tryAgain({ id, state }: Channel, context: CommandContext): Promise<readonly string[]> {
  if (state === 'reachable') return [];
  const { clock, store, target, texts } = context;
  await store.channels.setReachable(id, clock.now());
  return [texts.subscriptions.triedAgain({ channel: target.name })];
}
