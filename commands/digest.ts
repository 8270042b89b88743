import {
  defineCommand,
  integer,
  optional,
  positional,
  type CommandContext,
} from '../src/dispatch/command.ts';
import { nextDigestAt } from '../src/domain/digest-time.ts';
import { MendableError } from '../src/domain/errors.ts';
import { emptyMessage, textMessage, type Message } from '../src/domain/message.ts';
import type { Subscription } from '../src/domain/subscription.ts';
import { inDigestOrder } from '../src/messages/digest-message.ts';
import { findSubscribed, pickSubscription } from './channel-subscriptions.ts';
import { listStories, pageOption } from './story-pages.ts';

const size = 5;
const secondMs = 1000;

export const digest = defineCommand({
  name: 'digest',
  description: 'All stories of the last digest that came here',
  example: '/digest',
  access: 'anyone',
  isPrivate: true,
  options: {
    number: positional(
      optional(
        integer('Of which subscription; the first with a digest unless told', { min: 1, max: 100_000 }),
      ),
    ),
    window: optional(
      integer('Of an earlier one: when it was due, in seconds since 1970', { min: 0, max: 4_102_444_800 }),
    ),
    page: pageOption,
  },
  async run({ number, window, page = 1 }, context) {
    const { store, target, texts } = context;
    const subscription = await subscriptionOf(number, context);
    const storyIds = await store.digests.storyIds({
      channelId: subscription.channelId,
      subscriptionId: subscription.id,
      window: window === undefined ? null : new Date(window * secondMs),
    });
    const stories = inDigestOrder(await store.stories.byIds(storyIds));
    if (stories.length === 0) return tellNext(subscription, context);
    const first = (page - 1) * size;
    return listStories(context, {
      title: texts.subscriptions.digestTitle({ channel: target.name, number: subscription.number }),
      found: { items: stories.slice(first, first + size), total: stories.length },
      page: { page, size },
      whenEmpty: '',
    });
  },
});

async function subscriptionOf(number: number | undefined, context: CommandContext): Promise<Subscription> {
  const subscribed = await findSubscribed(context);
  if (number !== undefined) return pickSubscription(number, subscribed, context);
  const withDigest = subscribed.subscriptions.find(({ cadence }) => cadence.kind === 'digest');
  if (withDigest !== undefined) return withDigest;
  const { target, texts } = context;
  throw new MendableError(texts.subscriptions.noDigest({ channel: target.name }));
}

function tellNext(
  { cadence, number, isPaused }: Subscription,
  { clock, target, texts }: CommandContext,
): Message {
  const said = { channel: target.name, number };
  if (cadence.kind === 'instant') throw new MendableError(texts.subscriptions.noDigestOf(said));
  if (isPaused) return textMessage(texts.subscriptions.noDigestAndPaused(said));
  const at = nextDigestAt(cadence, clock.now());
  const spans = [texts.subscriptions.noDigestYet(said), moment(at), '.'];
  return { ...emptyMessage, blocks: [{ kind: 'paragraph', spans }] };
}

function moment(at: Date) {
  return { moment: { at, precision: 'minute' }, style: 'full' } as const;
}
