import type { Channel } from '../domain/channel.ts';
import { matchesFilter } from '../domain/filter.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { RoutableStory } from '../store/store.ts';

/** Why a story is nothing for a subscription. */
export type Mismatch =
  /** Of a server's or chat's own source, and the channel is elsewhere. */
  | 'out of scope'
  | 'paused'
  /** Only its source's backlog told it. */
  | 'backlog'
  /** Live before the subscription began, was edited or resumed. */
  | 'before'
  | 'filtered';

/** Why this subscription does not get the story; null when it does, at once or in its digest. Pure. */
export function mismatch(
  routable: RoutableStory,
  { subscription, channel }: { readonly subscription: Subscription; readonly channel: Channel },
): Mismatch | null {
  const { scope, liveSince } = routable.story;
  if (scope !== 'global' && scope !== channel.scope) return 'out of scope';
  if (subscription.isPaused) return 'paused';
  if (liveSince === null) return 'backlog';
  if (liveSince < subscription.since) return 'before';
  return matchesFilter(subscription.filter, routable) ? null : 'filtered';
}
