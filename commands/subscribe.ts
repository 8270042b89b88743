import {
  asset,
  boolean,
  category,
  channel,
  defineCommand,
  integer,
  listOf,
  optional,
  positional,
  role,
  source,
  text,
  type CommandContext,
} from '../src/dispatch/command.ts';
import { categories } from '../src/domain/category.ts';
import { MendableError } from '../src/domain/errors.ts';
import type { Id } from '../src/domain/ids.ts';
import { emptyMessage, textMessage, type Message } from '../src/domain/message.ts';
import type { Subscription } from '../src/domain/subscription.ts';
import { addNewest } from './add-newest.ts';
import { filterWords } from './channel-subscriptions.ts';
import { filterOf, isEverything, isSameFilter, isSameLook, lookOf } from './subscribe-wish.ts';

/** As many as a menu can offer to end. */
const mostSubscriptions = 25;

export const subscribe = defineCommand({
  name: 'subscribe',
  description: 'Send news to a channel as it is reported',
  example: '/subscribe policy btc exclude:casino',
  access: 'moderators',
  isPrivate: true,
  options: {
    categories: positional(listOf(category('Only these kinds of news'))),
    assets: positional(listOf(asset('Only about these coins or tokens'))),
    sources: positional(listOf(source('Only what these sources report'))),
    include: listOf(text('Only stories with these words', { max: 200 })),
    exclude: listOf(text('No stories with these words', { max: 200 })),
    min_sources: optional(integer('Only once so many sources report it', { min: 1, max: 20 })),
    everything: optional(boolean('All news, where you choose nothing else')),
    channel: optional(channel('The channel that gets the news; this one unless told')),
    silent: optional(boolean('Post without a notification')),
    role: optional(role('The role to mention')),
    role_categories: listOf(category('Mention the role for these kinds of news only')),
    publish: optional(boolean('Publish to followers, in announcement channels')),
    last: optional(integer('How many of the newest such stories to send at once', { min: 0, max: 3 })),
  },
  async run(wish, context) {
    const filter = filterOf(wish, context.texts);
    const look = lookOf(wish, context);
    if (isEverything(filter) && wish.everything !== true) return offerChoices(context);
    if (context.missingPermissions.length > 0) return tellMissing(context);
    return save({ filter, look, last: wish.last ?? 0 }, context);
  },
});

interface Wish {
  readonly filter: ReturnType<typeof filterOf>;
  readonly look: ReturnType<typeof lookOf>;
  readonly last: number;
}

async function save(wish: Wish, context: CommandContext): Promise<Message> {
  const { clock, store, target, texts } = context;
  const channel = await store.channels.put(target, clock.now());
  const others = await store.subscriptions.ofChannel(channel.id);
  const same = others.find((other) => isSameFilter(other.filter, wish.filter));
  if (same !== undefined) return keep(same, wish, context);
  if (others.length >= mostSubscriptions) {
    const said = { channel: target.name, most: mostSubscriptions };
    throw new MendableError(texts.subscriptions.tooMany(said));
  }
  return add(channel.id, wish, context);
}

/** Where the channel already asked for that, only the look can be new. */
async function keep(same: Subscription, { filter, look }: Wish, context: CommandContext): Promise<Message> {
  const { clock, store, target, texts } = context;
  const { cadence, id, isPaused, number } = same;
  const said = { channel: target.name, number, what: (await filterWords(context))(filter) };
  if (isSameLook(same.look, look)) {
    return textMessage(texts.subscriptions.alreadyThere({ ...said, isPaused }));
  }
  await store.subscriptions.update(id, { filter, cadence, look }, clock.now());
  return textMessage(texts.subscriptions.changed(said));
}

async function add(channelId: Id, { filter, look, last }: Wish, context: CommandContext): Promise<Message> {
  const { asker, clock, store, target, texts, wake } = context;
  const subscription = await store.subscriptions.add(
    { channelId, filter, cadence: { kind: 'instant' }, look, createdBy: asker.personId },
    clock.now(),
  );
  const added = last === 0 ? null : await addNewest(subscription, last, context);
  wake();
  const what = (await filterWords(context))(filter);
  return textMessage(
    texts.subscriptions.subscribed({ channel: target.name, number: subscription.number, what }),
    firstStories(added, context),
  );
}

function firstStories(added: number | null, { texts: { subscriptions } }: CommandContext): string {
  if (added === null) return subscriptions.fromNowOn;
  return added === 0 ? subscriptions.noneNow : subscriptions.newestNow({ count: added });
}

function offerChoices({ line, target, texts }: CommandContext): Message {
  const { subscriptions } = texts;
  return {
    ...textMessage(subscriptions.chooseHint),
    title: { text: subscriptions.chooseTitle({ channel: target.name }) },
    menu: {
      prompt: subscriptions.choosePrompt,
      choices: [
        { label: subscriptions.everything, action: line({ everything: 'yes' }) },
        ...categories.map(({ id, name, emoji }) => ({
          label: `${emoji} ${name}`,
          action: line({ categories: id }),
        })),
      ],
    },
  };
}

function tellMissing({ line, missingPermissions, target, texts }: CommandContext): Message {
  const { subscriptions } = texts;
  return {
    ...emptyMessage,
    blocks: [
      { kind: 'paragraph', spans: [subscriptions.missingPermissions({ channel: target.name })] },
      { kind: 'list', items: missingPermissions.map((permission) => [permission]) },
      { kind: 'paragraph', spans: [subscriptions.tryAgainHint] },
    ],
    buttons: [{ label: subscriptions.tryAgainButton, action: line(), role: 'turn' }],
  };
}
