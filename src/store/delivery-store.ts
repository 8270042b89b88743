import type { Channel, PlatformId } from '../domain/channel.ts';
import type { Delivery, DeliveryKey, Post } from '../domain/delivery.ts';
import type { Id } from '../domain/ids.ts';
import type { Subscription } from '../domain/subscription.ts';

export interface NewDelivery {
  readonly channelId: Id;
  readonly key: DeliveryKey;
  readonly storyId: Id | null;
  readonly subscriptionIds: readonly Id[];
  readonly dueAt: Date;
  /** Not sent, but put aside for a digest that is due then; see DigestStore. */
  readonly isFolded?: boolean;
}

/** What became of an attempt; see part 5 of the architecture for the states. */
export type AttemptResult =
  | {
      readonly kind: 'sent';
      readonly messageId: string;
      readonly form: string;
      readonly shownRevision: number;
    }
  | {
      readonly kind: 'retry';
      readonly dueAt: Date;
      readonly reason: string;
      readonly countsAsAttempt: boolean;
    }
  /** As `retry`, but the attempt may have reached the channel. */
  | { readonly kind: 'uncertain'; readonly dueAt: Date; readonly reason: string }
  | { readonly kind: 'unconfirmed' | 'rejected' | 'cancelled'; readonly reason: string };

/** A delivery taken for sending, with what sending needs. */
export interface ClaimedDelivery {
  readonly delivery: Delivery;
  readonly channel: Channel;
  readonly subscriptions: readonly Subscription[];
}

/** A post that shows an older revision than its story has. */
export interface OwedEdit {
  readonly post: Post;
  readonly channel: Channel;
  readonly storyId: Id;
  readonly subscriptionIds: readonly Id[];
}

export interface DeliveryStore {
  /**
   * Writes the deliveries of routed stories and marks those revisions as routed, in one transaction. One that
   * the channel already has under the same key is left as it is; but what was put aside for a digest that is still
   * to come is sent after all where that is wanted by now. Returns how many were added.
   */
  addRouted(
    routed: readonly { readonly storyId: Id; readonly revision: number }[],
    deliveries: readonly NewDelivery[],
    now: Date,
  ): Promise<number>;
  /**
   * Adds one delivery outside of routing, or sends what was put aside for a digest that is still to come; false when
   * the channel already has that key otherwise.
   */
  add(delivery: NewDelivery, now: Date): Promise<boolean>;
  /**
   * Takes due deliveries for sending: of each reachable channel only its first unfinished one, and none while
   * another of that channel is being sent. They become `sending`, leased for `leaseMs`, of which a copy of the
   * program that dies holds them for a minute at most. One whose lease ran out is taken again with `uncertainSince`
   * set. On PostgreSQL by FOR UPDATE SKIP LOCKED.
   */
  claim(claim: {
    readonly now: Date;
    readonly leaseMs: number;
    readonly limit: number;
    readonly platforms: readonly PlatformId[];
  }): Promise<readonly ClaimedDelivery[]>;
  /** Records an attempt and releases the lease; `sent` writes the post in the same transaction. */
  record(id: Id, result: AttemptResult, now: Date): Promise<void>;
  /** Gives claimed deliveries back untouched (at a stop, before anything was sent). */
  release(ids: readonly Id[]): Promise<void>;
  /** When the next delivery is due or a lease ends; null when nothing waits. */
  nextDueAt(platforms: readonly PlatformId[]): Promise<Date | null>;
  /** Posts that show an older revision than their story has, sent after `sentAfter`, last edited before `editedBefore`. */
  owedEdits(query: {
    readonly sentAfter: Date;
    readonly editedBefore: Date;
    readonly limit: number;
    readonly platforms: readonly PlatformId[];
  }): Promise<readonly OwedEdit[]>;
  /** Records that a post now shows `revision` (also when its edit was refused for good). */
  recordEdit(edit: {
    readonly deliveryId: Id;
    readonly part: number;
    readonly revision: number;
    readonly at: Date;
  }): Promise<void>;
  get(id: Id): Promise<Delivery | null>;
  find(channelId: Id, key: DeliveryKey): Promise<Delivery | null>;
  ofChannel(channelId: Id, limit: number): Promise<readonly Delivery[]>;
  postsOf(deliveryIds: readonly Id[]): Promise<readonly Post[]>;
  counts(): Promise<Readonly<Record<Delivery['state'], number>>>;
}
