import type { Story } from '../domain/story.ts';
import type { Look, Subscription } from '../domain/subscription.ts';
import { digestPost } from '../messages/digest-message.ts';
import type { Composed, Texts } from './compose.ts';
import type { Subject } from './subjects.ts';

type DigestSubject = Subject & { readonly kind: 'digest' };

/** A digest of what its stories are now; those that merged since are told once. */
export function composeDigest(
  { stories, window }: DigestSubject,
  subscriptions: readonly Subscription[],
  texts: Texts,
): Composed {
  const wanted = subscriptions.find(({ isPaused }) => !isPaused);
  if (wanted === undefined) return { kind: 'nothing', reason: 'no subscription asks for it any more' };
  if (stories.length === 0) return { kind: 'nothing', reason: 'its stories were told otherwise' };
  // Its text is never brought up to date, so it has one revision.
  return {
    kind: 'message',
    message: digestPost(stories, { number: wanted.number, window }, texts),
    look: lookOfDigest(wanted.look, stories),
    shownRevision: 1,
  };
}

/** The role is mentioned where one of the stories is meant for it. */
function lookOfDigest(look: Look, stories: readonly Story[]): Look {
  const { mention } = look;
  if (mention === null) return look;
  const isMeant =
    mention.categories.length === 0 || stories.some(({ category }) => mention.categories.includes(category));
  return { ...look, mention: isMeant ? { ...mention, categories: [] } : null };
}
