import type { Channel } from '../domain/channel.ts';
import type { Id } from '../domain/ids.ts';
import type { Scope } from '../domain/scope.ts';
import type { Source } from '../domain/source.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { NoticeTarget } from '../store/store.ts';

interface Subscribed {
  readonly subscription: Subscription;
  readonly channel: Channel;
}

/**
 * The channels whose moderators are told of a source's troubles: one a server or chat, with all subscriptions there
 * that rely on the source. Where several channels do, one that can be reached comes first, then one that is not read
 * by a wider public, then the one with the oldest subscription. `active` is the oldest first. Pure.
 */
export function noticeTargets(
  source: Pick<Source, 'scope' | 'key'>,
  active: readonly Subscribed[],
): readonly NoticeTarget[] {
  const byScope = new Map<Scope, Subscribed[]>();
  for (const subscribed of active) {
    if (!reliesOn(source, subscribed)) continue;
    const { scope } = subscribed.channel;
    byScope.set(scope, [...(byScope.get(scope) ?? []), subscribed]);
  }
  return [...byScope.values()].flatMap((relying) => {
    const [best] = relying.toSorted((a, b) => reluctance(a.channel) - reluctance(b.channel));
    const subscriptionIds = relying.map(({ subscription }): Id => subscription.id);
    return best === undefined ? [] : [{ channelId: best.channel.id, subscriptionIds }];
  });
}

/**
 * A source for everybody is relied on by whoever named it; without it, a subscription to all news has the others. A
 * source of one server or chat was added there because somebody there wanted it.
 */
function reliesOn(
  { scope, key }: Pick<Source, 'scope' | 'key'>,
  { subscription, channel }: Subscribed,
): boolean {
  if (subscription.isPaused) return false;
  const { sources } = subscription.filter;
  if (scope === 'global') return sources.includes(key);
  return scope === channel.scope && (sources.length === 0 || sources.includes(key));
}

function reluctance({ state, kind }: Channel): number {
  const isPublic = kind === 'announcement' || kind === 'broadcast' || kind === 'forum';
  return (state === 'reachable' ? 0 : 2) + (isPublic ? 1 : 0);
}
