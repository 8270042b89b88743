import { channel, defineCommand, integer, optional, positional } from '../src/dispatch/command.ts';
import { textMessage } from '../src/domain/message.ts';
import { filterWords, findSubscribed, pickSubscription } from './channel-subscriptions.ts';

export const pause = defineCommand({
  name: 'pause',
  description: 'Hold the news of a channel, or one subscription of it',
  example: '/pause 2',
  access: 'moderators',
  isPrivate: true,
  options: {
    number: positional(
      optional(integer('One subscription; all of them unless told', { min: 1, max: 100_000 })),
    ),
    channel: optional(channel('The channel; this one unless told')),
  },
  async run({ number }, context) {
    const { clock, store, target, texts } = context;
    const subscribed = await findSubscribed(context);
    const one = number === undefined ? null : pickSubscription(number, subscribed, context);
    const wanted = one === null ? subscribed.subscriptions : [one];
    const running = wanted.filter(({ isPaused }) => !isPaused);
    const said = { channel: target.name };
    for (const { id } of running) await store.subscriptions.setPaused(id, true, clock.now());
    if (one !== null) {
      const what = (await filterWords(context))(one.filter);
      return textMessage(texts.subscriptions.paused({ ...said, number: one.number, what }));
    }
    if (running.length === 0) return textMessage(texts.subscriptions.alreadyPaused(said));
    return textMessage(texts.subscriptions.pausedAll({ ...said, count: wanted.length }));
  },
});
