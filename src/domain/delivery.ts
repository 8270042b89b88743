import type { Id } from './ids.ts';

export const deliveryStates = [
  'pending',
  'sending',
  'sent',
  'unconfirmed',
  'rejected',
  'cancelled',
  'aside',
  'folded',
] as const;
/** `aside`: put aside for a digest that is still to come; `folded`: told in one instead of a post of its own. */
export type DeliveryState = (typeof deliveryStates)[number];

/** What is owed: unique within a channel. `story:ID`, `digest:SUBSCRIPTION:WINDOW` or `notice:KIND:SUBJECT:EPISODE`. */
export type DeliveryKey =
  | `story:${string}`
  | `digest:${string}:${string}`
  | `notice:${string}:${string}:${string}`;

export const storyKey = (storyId: Id): DeliveryKey => `story:${storyId}`;

/** The window is the time at which the digest was due, in seconds since 1970. */
export const digestKey = (subscriptionId: Id, window: Date): DeliveryKey =>
  `digest:${subscriptionId}:${window.getTime() / 1000}`;

/** What the key of a digest names; null for another key. */
export function readDigestKey(key: string): { readonly subscriptionId: Id; readonly window: Date } | null {
  const [, subscription, seconds] = /^digest:(\d+):(\d+)$/.exec(key) ?? [];
  if (subscription === undefined || seconds === undefined) return null;
  return { subscriptionId: BigInt(subscription), window: new Date(Number(seconds) * 1000) };
}

/** Something owed to one channel: a row of the outbox. */
export interface Delivery {
  /** Grows in routing order: the order of posts within a channel. */
  readonly id: Id;
  readonly channelId: Id;
  readonly key: DeliveryKey;
  readonly storyId: Id | null;
  /** The subscriptions that matched, the oldest first: the first decides the look. */
  readonly subscriptionIds: readonly Id[];
  readonly state: DeliveryState;
  readonly dueAt: Date;
  readonly attempts: number;
  readonly firstAttemptAt: Date | null;
  /** Set while it is not known whether an earlier attempt reached the channel: when that attempt began. */
  readonly uncertainSince: Date | null;
  readonly reason: string | null;
}

/** One platform message that a delivery became. */
export interface Post {
  readonly deliveryId: Id;
  /** 0 for the first or only message. */
  readonly part: number;
  readonly messageId: string;
  /** How the platform sent it (e.g. `text`, `photo`): an edit must take the same form. */
  readonly form: string;
  readonly shownRevision: number;
  readonly sentAt: Date;
}
