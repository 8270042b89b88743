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
  /** Replaces filter, cadence and look; it counts as begun anew. */
  update(id: Id, change: Omit<NewSubscription, 'channelId' | 'createdBy'>, now: Date): Promise<Subscription>;
  /** Its pending deliveries that no other subscription matched are cancelled. */
  remove(id: Id, now: Date): Promise<void>;
  setPaused(id: Id, isPaused: boolean, now: Date): Promise<void>;
  ofChannel(channelId: Id): Promise<readonly Subscription[]>;
  /** All that are not paused, of channels in any state, with their channel; the oldest first. */
  active(): Promise<readonly { readonly subscription: Subscription; readonly channel: Channel }[]>;
}
