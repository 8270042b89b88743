/** Short ways to put things into a store, each with everything that a test does not care about. */
import { analyze } from '../../src/domain/analyzer.ts';
import type { Channel } from '../../src/domain/channel.ts';
import { storyKey } from '../../src/domain/delivery.ts';
import type { Id } from '../../src/domain/ids.ts';
import type { Source, SourceDescription } from '../../src/domain/source.ts';
import { everything, plainLook, type Subscription } from '../../src/domain/subscription.ts';
import type { ClaimedDelivery, NewArticle, NewSubscription, Store } from '../../src/store/store.ts';

export const start = new Date('2026-03-02T09:00:00Z');
export const later = (ms: number): Date => new Date(start.getTime() + ms);

export function describeSource(key: string, changes: Partial<SourceDescription> = {}): SourceDescription {
  return {
    key,
    name: key.toUpperCase(),
    kind: 'feed',
    url: `https://${key}.example/feed`,
    home: null,
    language: 'en',
    address: 'seen',
    settings: {},
    ...changes,
  };
}

/** Global sources with these keys, in this order. */
export async function putSources(store: Store, ...keys: readonly string[]): Promise<readonly Source[]> {
  await store.sources.putGlobal(
    keys.map((key) => describeSource(key)),
    start,
  );
  const listed = await store.sources.list(['global']);
  return keys.map((key) => defined(listed.find((source) => source.key === key)));
}

/** The article of a page; its tokens are those of its title and text. */
export function newArticle(
  name: string,
  changes: Partial<NewArticle> & { readonly text?: string } = {},
): NewArticle {
  const { text = `Text of ${name}.`, ...rest } = changes;
  const title = rest.title ?? `Title of ${name}`;
  return {
    url: `https://news.example/${name}`,
    guid: null,
    title,
    lead: text.slice(0, 80),
    blocks: [{ kind: 'paragraph', text }],
    authors: [],
    published: null,
    picture: null,
    label: null,
    category: 'other',
    assets: [],
    isSponsored: false,
    language: 'en',
    isBacklog: false,
    joins: null,
    tokens: { title: analyze(title), text: analyze(text) },
    ...rest,
  };
}

/** Saves articles one story each and returns the ids of the stories, in order. */
export async function saveStories(
  store: Store,
  source: Source,
  ...names: readonly string[]
): Promise<readonly Id[]> {
  await store.articles.save(
    source.id,
    names.map((name) => newArticle(name)),
    start,
  );
  const stories = await Promise.all(names.map((name) => storyAt(store, name)));
  return stories.map(({ id }) => id);
}

export async function storyAt(store: Store, name: string) {
  return defined(await store.stories.byUrl(`https://news.example/${name}`, ['global']));
}

export async function putChannel(store: Store, address: string): Promise<Channel> {
  const scope = `console:${address}` as const;
  return store.channels.put({ platform: 'console', address, name: address, kind: 'console', scope }, start);
}

export async function subscribe(
  store: Store,
  channel: Channel,
  changes: Partial<NewSubscription> = {},
): Promise<Subscription> {
  return store.subscriptions.add(
    {
      channelId: channel.id,
      filter: everything,
      cadence: { kind: 'instant' },
      look: plainLook,
      createdBy: null,
      ...changes,
    },
    start,
  );
}

/** Owes a story to a channel. */
export async function owe(
  store: Store,
  storyId: Id,
  ...subscriptions: readonly Subscription[]
): Promise<boolean> {
  const [first] = subscriptions;
  const delivery = {
    channelId: defined(first).channelId,
    key: storyKey(storyId),
    storyId,
    subscriptionIds: subscriptions.map(({ id }) => id),
    dueAt: start,
  };
  return store.deliveries.add(delivery, start);
}

export async function claim(
  store: Store,
  now: Date = start,
  limit = 100,
): Promise<readonly ClaimedDelivery[]> {
  return store.deliveries.claim({ now, leaseMs: 60_000, limit, platforms: ['console'] });
}

export function defined<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('there is none');
  return value;
}
