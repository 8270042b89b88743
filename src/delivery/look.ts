import type { CategoryId } from '../domain/category.ts';
import { plainLook, type Look, type Subscription } from '../domain/subscription.ts';

/**
 * How a post looks that several subscriptions of one channel asked for, the oldest first: the oldest decides.
 * Mentions unite to one, the first that is meant for the story's category.
 */
export function lookOf(subscriptions: readonly Subscription[], category: CategoryId): Look {
  const oldest = subscriptions[0];
  if (oldest === undefined) return plainLook;
  const mentions = subscriptions.map((subscription) => subscription.look.mention);
  const mention = mentions.find((mention) => isMeantFor(mention, category)) ?? null;
  return { ...oldest.look, mention };
}

function isMeantFor(mention: Look['mention'], category: CategoryId): boolean {
  return mention !== null && (mention.categories.length === 0 || mention.categories.includes(category));
}
