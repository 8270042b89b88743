import { deliveryStates, type Delivery, type DeliveryKey, type Post } from '../domain/delivery.ts';
import type { Id } from '../domain/ids.ts';
import { sql } from './dialect.ts';
import type { Delivery as DeliveryRow, Post as PostRow } from './generated/sqlite/client.ts';
import { readOneOf } from './readers.ts';

/** Ids grow with time: the oldest subscription comes first. */
export const withSubscriptions = {
  subscriptions: { select: { subscriptionId: true }, orderBy: { subscriptionId: 'asc' } },
} as const;

/** To be sent, or put aside for a digest that is still to come. */
export const isWaiting = sql`"state" IN ('pending', 'aside')`;

export function readDelivery(
  row: DeliveryRow & { readonly subscriptions: readonly { readonly subscriptionId: Id }[] },
): Delivery {
  return {
    id: row.id,
    channelId: row.channelId,
    key: readKey(row.key),
    storyId: row.storyId,
    subscriptionIds: row.subscriptions.map(({ subscriptionId }) => subscriptionId),
    state: readDeliveryState(row.state),
    dueAt: row.dueAt,
    attempts: row.attempts,
    firstAttemptAt: row.firstAttemptAt,
    uncertainSince: row.uncertainSince,
    reason: row.reason,
  };
}

export const readDeliveryState = (text: string): Delivery['state'] => readOneOf(deliveryStates, text);

function readKey(text: string): DeliveryKey {
  if (isKey(text)) return text;
  throw new Error(`no key of a delivery: ${text}`);
}

const isKey = (text: string): text is DeliveryKey =>
  /^(story:[^:]+|digest:[^:]+:.+|notice:[^:]+:[^:]+:.+)$/s.test(text);

export function readPost(row: PostRow): Post {
  return {
    deliveryId: row.deliveryId,
    part: row.part,
    messageId: row.messageId,
    form: row.form,
    shownRevision: row.shownRevision,
    sentAt: row.sentAt,
  };
}
