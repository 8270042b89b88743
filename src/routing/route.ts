import type { Clock } from '../domain/clock.ts';
import { storyKey } from '../domain/delivery.ts';
import type { Id } from '../domain/ids.ts';
import type { Log } from '../domain/log.ts';
import type { NewDelivery, RoutableStory, Store, SubscriptionStore } from '../store/store.ts';
import type { Subscription } from '../domain/subscription.ts';
import { mismatch } from './match.ts';
import { createNextDigest, whenToTell, type NextDigest } from './when-to-tell.ts';

export interface RoutingUses {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  /** Called when deliveries were added. */
  readonly onRouted: () => void;
}

export interface Routing {
  /** Routes every story revision that was not routed yet. */
  runRound(): Promise<RoutingRound>;
}

export interface RoutingRound {
  /** Deliveries that were added. */
  readonly routed: number;
}

type Active = Awaited<ReturnType<SubscriptionStore['active']>>;

/** A story's later revisions can still bring it over a subscription's least number of sources for this long. */
const routedForMs = 48 * 3_600_000;
/** Few, so that many subscriptions do not make one batch long. */
const storiesAtOnce = 10;

/** Decides which channel gets which story: story revisions in, deliveries out, in the order of the stories. */
export function createRouting({ store, clock, log, onRouted }: RoutingUses): Routing {
  return {
    async runRound() {
      let routed = 0;
      for (;;) {
        const now = clock.now();
        const liveAfter = new Date(now.getTime() - routedForMs);
        const stories = await store.stories.unrouted({ liveAfter, limit: storiesAtOnce });
        if (stories.length === 0) return { routed };
        const added = await routeStories(store, stories, now);
        log.debug({ stories: stories.length, added }, 'stories routed');
        if (added > 0) onRouted();
        routed += added;
        if (stories.length < storiesAtOnce) return { routed };
      }
    },
  };
}

/** In one transaction: a story counts as routed exactly when all of its deliveries are there. */
async function routeStories(store: Store, stories: readonly RoutableStory[], now: Date): Promise<number> {
  const active = await store.subscriptions.active();
  const nextDigest = createNextDigest(now);
  const deliveries = stories.flatMap((story) => deliveriesOf(story, active, { now, nextDigest }));
  const routed = stories.map(({ story }) => ({ storyId: story.id, revision: story.revision }));
  return store.deliveries.addRouted(routed, deliveries, now);
}

/** One a channel, however many of its subscriptions match; these oldest first. */
function deliveriesOf(
  routable: RoutableStory,
  active: Active,
  { now, nextDigest }: { readonly now: Date; readonly nextDigest: NextDigest },
): readonly NewDelivery[] {
  const byChannel = new Map<Id, Subscription[]>();
  for (const subscribed of active) {
    if (mismatch(routable, subscribed) !== null) continue;
    const { subscription } = subscribed;
    const matched = byChannel.get(subscription.channelId);
    if (matched === undefined) byChannel.set(subscription.channelId, [subscription]);
    else matched.push(subscription);
  }
  return [...byChannel].map(([channelId, matched]) => {
    const { id } = routable.story;
    return { channelId, key: storyKey(id), storyId: id, ...whenToTell(matched, now, nextDigest) };
  });
}
