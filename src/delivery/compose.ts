import { storyKey } from '../domain/delivery.ts';
import type { Message } from '../domain/message.ts';
import type { Story } from '../domain/story.ts';
import type { Look } from '../domain/subscription.ts';
import { storyMessage } from '../messages/story-message.ts';
import type { ClaimedDelivery } from '../store/store.ts';
import { composeDigest } from './compose-digest.ts';
import { composeNotice } from './compose-notice.ts';
import { lookOf } from './look.ts';
import type { Subject } from './subjects.ts';

/** The sentences that messages are made with. */
export type Texts = Parameters<typeof storyMessage>[1];

export type Composed =
  | {
      readonly kind: 'message';
      readonly message: Message;
      readonly look: Look;
      readonly shownRevision: number;
    }
  /** There is nothing to send any more. */
  | { readonly kind: 'nothing'; readonly reason: string }
  | { readonly kind: 'retry'; readonly afterMs: number; readonly reason: string };

/** What a claimed delivery says, from what it is about as that is now; null where nobody knows what that is. */
export function compose(claimed: ClaimedDelivery, subject: Subject | null, texts: Texts): Composed {
  if (subject === null) return { kind: 'nothing', reason: 'it is about nothing known' };
  if (subject.kind === 'notice') return composeNotice(subject, claimed.subscriptions, texts);
  if (subject.kind === 'digest') return composeDigest(subject, claimed.subscriptions, texts);
  return composeStory(claimed, subject.story, texts);
}

function composeStory(
  { delivery, subscriptions }: ClaimedDelivery,
  story: Story | null,
  texts: Texts,
): Composed {
  // A story is never deleted: one that merges at this moment is found as its survivor the next time.
  if (story === null) return { kind: 'retry', afterMs: 0, reason: 'its story was not found' };
  // It merged while this was being sent, and the survivor has a delivery of its own here.
  if (delivery.key !== storyKey(story.id)) return { kind: 'nothing', reason: 'merged' };
  const wanted = subscriptions.filter((subscription) => !subscription.isPaused);
  if (wanted.length === 0) return { kind: 'nothing', reason: 'no subscription asks for it any more' };
  return {
    kind: 'message',
    message: storyMessage(story, texts),
    look: lookOf(wanted, story.category),
    shownRevision: shownRevision(story, delivery.uncertainSince),
  };
}

/**
 * An earlier attempt that did arrive shows what the story was then, and a platform that finds it leaves it as it
 * is: an older revision is recorded, so that an edit is owed.
 */
function shownRevision(story: Story, uncertainSince: Date | null): number {
  return uncertainSince === null ? story.revision : Math.max(story.revision - 1, 1);
}
