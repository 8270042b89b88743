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
import { emptyMessage, textMessage, type Message, type Spans } from '../src/domain/message.ts';
import type { Cadence, Subscription } from '../src/domain/subscription.ts';
import { addNewest } from './add-newest.ts';
import { filterWords } from './channel-subscriptions.ts';
import { cadenceWish, comesWhen, inZone, isSameCadence, type CadenceWish } from './subscribe-cadence.ts';
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
    digest: optional(
      text('Once a day at this time, such as 08:00, in place of at once; off ends that', { max: 20 }),
    ),
    zone: optional(text('The time zone of the digest, such as Europe/Berlin', { max: 60 })),
    last: optional(integer('How many of the newest such stories to send at once', { min: 0, max: 3 })),
  },
  async run(wish, context) {
    const filter = filterOf(wish, context.texts);
    const look = lookOf(wish, context);
    if (isEverything(filter) && wish.everything !== true) return offerChoices(context);
    if (context.missingPermissions.length > 0) return tellMissing(context);
    return save({ filter, look, cadence: cadenceWish(wish, context.texts), last: wish.last ?? 0 }, context);
  },
});

interface Wish {
  readonly filter: ReturnType<typeof filterOf>;
  readonly look: ReturnType<typeof lookOf>;
  /** Null where nothing is said of it. */
  readonly cadence: CadenceWish | null;
  readonly last: number;
}

async function save(wish: Wish, context: CommandContext): Promise<Message> {
  const { clock, store, target, texts } = context;
  const channel = await store.channels.put(target, clock.now());
  const others = await store.subscriptions.ofChannel(channel.id);
  const same = others.find((other) => isSameFilter(other.filter, wish.filter));
  const cadence = wish.cadence === null ? null : inZone(wish.cadence, others);
  if (same !== undefined) return keep(same, { ...wish, cadence: cadence ?? same.cadence }, context);
  if (others.length >= mostSubscriptions) {
    const said = { channel: target.name, most: mostSubscriptions };
    throw new MendableError(texts.subscriptions.tooMany(said));
  }
  return add(channel.id, { ...wish, cadence: cadence ?? { kind: 'instant' } }, context);
}

type Settled = Omit<Wish, 'cadence'> & { readonly cadence: Cadence };

/** Where the channel already asked for that, only look and cadence can be new. */
async function keep(same: Subscription, wish: Settled, context: CommandContext): Promise<Message> {
  const { clock, store, target, texts, wake } = context;
  const { id, isPaused, number } = same;
  const { filter, cadence, look } = wish;
  const said = { channel: target.name, number, what: (await filterWords(context))(filter) };
  const isOtherTime = !isSameCadence(same.cadence, cadence);
  if (isSameLook(same.look, look) && !isOtherTime) {
    return textMessage(texts.subscriptions.alreadyThere({ ...said, isPaused }));
  }
  await store.subscriptions.update(id, { filter, cadence, look }, clock.now());
  wake();
  if (!isOtherTime) return textMessage(texts.subscriptions.changed(said));
  const isOff = cadence.kind === 'instant' && !isPaused;
  return inParagraphs(
    [texts.subscriptions.rescheduled(said)],
    isPaused ? [texts.subscriptions.staysPaused(said)] : comesWhen(cadence, context),
    ...(isOff ? [[texts.subscriptions.lastDigest]] : []),
  );
}

async function add(channelId: Id, wish: Settled, context: CommandContext): Promise<Message> {
  const { asker, clock, store, target, texts, wake } = context;
  const { filter, look, cadence, last } = wish;
  const subscription = await store.subscriptions.add(
    { channelId, filter, cadence, look, createdBy: asker.personId },
    clock.now(),
  );
  const added = last === 0 ? null : await addNewest(subscription, last, context);
  wake();
  const what = (await filterWords(context))(filter);
  const said = texts.subscriptions.subscribed({ channel: target.name, number: subscription.number, what });
  const first = added === null ? [] : [[firstStories(added, context)]];
  const when = added === null || cadence.kind === 'digest' ? [comesWhen(cadence, context)] : [];
  return inParagraphs([said], ...first, ...when);
}

function inParagraphs(...paragraphs: readonly Spans[]): Message {
  return { ...emptyMessage, blocks: paragraphs.map((spans) => ({ kind: 'paragraph', spans })) };
}

function firstStories(added: number, { texts: { subscriptions } }: CommandContext): string {
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
