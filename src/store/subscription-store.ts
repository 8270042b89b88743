import type { Channel } from '../domain/channel.ts';
import type { Id } from '../domain/ids.ts';
import type { Cadence, Filter, Look, Subscription } from '../domain/subscription.ts';

export interface NewSubscription {
  readonly channelId: Id;
  readonly filter: Filter;
  readonly cadence: Cadence;
  readonly look: Look;
  /** The platform's id of who asked, for the record. */
  readonly createdBy: string | null;
}

export interface SubscriptionStore {
  add(subscription: NewSubscription, now: Date): Promise<Subscription>;
  /**
   * Replaces filter, cadence and look; it counts as begun anew. What waits for its digest comes at the new time, and
   * at the old one where there is no new one.
   */
  update(id: Id, change: Omit<NewSubscription, 'channelId' | 'createdBy'>, now: Date): Promise<Subscription>;
  /**
   * Its waiting deliveries that no other subscription matched are cancelled; where another one of the channel has a
   * digest, they are routed again.
   */
  remove(id: Id, now: Date): Promise<void>;
  /** What waits when it is paused ends as with `remove`. */
  setPaused(id: Id, isPaused: boolean, now: Date): Promise<void>;
  ofChannel(channelId: Id): Promise<readonly Subscription[]>;
  /** All that are not paused, of channels in any state, with their channel; the oldest first. */
  active(): Promise<readonly { readonly subscription: Subscription; readonly channel: Channel }[]>;
}
