import type { Channel, PlatformId } from '../../src/domain/channel.ts';
import type { Clock } from '../../src/domain/clock.ts';
import type { Scope } from '../../src/domain/scope.ts';
import type { Source } from '../../src/domain/source.ts';
import type { Story } from '../../src/domain/story.ts';
import { everything, plainLook, type Subscription } from '../../src/domain/subscription.ts';
import { analyze } from '../../src/domain/analyzer.ts';
import type { NewArticle, NewSubscription, Store } from '../../src/store/store.ts';

export interface Newsroom {
  /** A source, added once. */
  source(key?: string, scope?: Scope): Promise<Source>;
  /** Saves one article of a source; the story that it tells. */
  report(title: string, parts?: Partial<NewArticle>, source?: Source): Promise<Story>;
  channel(name: string, parts?: Partial<Pick<Channel, 'platform' | 'scope'>>): Promise<Channel>;
  subscribe(channel: Channel, parts?: Partial<NewSubscription>): Promise<Subscription>;
}

/** Puts sources, articles, channels and subscriptions into a real store. */
export function createNewsroom(store: Store, clock: Clock): Newsroom {
  const newsroom: Newsroom = {
    source: (key = 'wire', scope = 'global') => findOrAddSource({ store, clock, key, scope }),
    async report(title, parts = {}, source) {
      const { id } = source ?? (await newsroom.source());
      const article = anArticle(title, `https://${id}.example/${encodeURIComponent(title)}`, parts);
      const { storyIds } = await store.articles.save(id, [article], clock.now());
      const [story] = await store.stories.byIds(storyIds);
      if (story === undefined) throw new Error(`"${title}" made no story`);
      return story;
    },
    channel: (name, { platform = 'console', scope } = {}) =>
      store.channels.put(describe(name, platform, scope), clock.now()),
    subscribe: (channel, parts = {}) =>
      store.subscriptions.add(
        {
          channelId: channel.id,
          filter: everything,
          cadence: { kind: 'instant' },
          look: plainLook,
          createdBy: null,
          ...parts,
        },
        clock.now(),
      ),
  };
  return newsroom;
}

const describe = (name: string, platform: PlatformId, scope: Scope = `${platform}:${name}`) => ({
  platform,
  address: name,
  name,
  kind: 'text' as const,
  scope,
});

async function findOrAddSource(wanted: {
  readonly store: Store;
  readonly clock: Clock;
  readonly key: string;
  readonly scope: Scope;
}): Promise<Source> {
  const { store, clock, key, scope } = wanted;
  const found = (await store.sources.list([scope])).find((source) => source.key === key);
  if (found !== undefined) return found;
  const description = {
    key,
    name: key,
    kind: 'feed',
    url: `https://${key}.example/feed`,
    home: null,
    language: 'en',
    address: 'seen',
    settings: {},
  } as const;
  const added = await store.sources.add(description, scope, clock.now());
  if (added === null) throw new Error(`source ${key} is there already`);
  return added;
}

function anArticle(title: string, url: string, parts: Partial<NewArticle>): NewArticle {
  return {
    url,
    guid: null,
    title,
    lead: `${title}, as told on Monday.`,
    blocks: [],
    authors: [],
    published: null,
    picture: null,
    label: null,
    category: 'markets',
    assets: [],
    isSponsored: false,
    language: 'en',
    isBacklog: false,
    joins: null,
    tokens: { title: analyze(title), text: [] },
    ...parts,
  };
}
