import { categories } from '../domain/category.ts';
import { emptyMessage, type Block, type Message } from '../domain/message.ts';
import type { Story } from '../domain/story.ts';
import type { Texts } from '../texts/texts.ts';
import { storyEntry } from './story-list.ts';

/** As many as a message holds on every platform. */
const mostInPost = 15;

/** A digest as a post: the stories that most sources report, the rest behind a button. */
export function digestPost(
  stories: readonly Story[],
  { number, window }: { readonly number: number; readonly window: Date },
  texts: Texts,
): Message {
  const message = digestMessage(inDigestOrder(stories), { texts, most: mostInPost });
  if (stories.length <= mostInPost) return message;
  const action = `digest ${number} window:${window.getTime() / 1000}`;
  return { ...message, buttons: [{ label: texts.stories.digestAllButton, action, role: 'open' }] };
}

/** Most sources first, then the newest. */
export function inDigestOrder(stories: readonly Story[]): readonly Story[] {
  return stories.toSorted(
    (a, b) => b.reports.length - a.reports.length || b.firstSeenAt.getTime() - a.firstSeenAt.getTime(),
  );
}

/**
 * Many stories in one message, by category in the order of category.ts, each category's in the order given. Those
 * beyond `most` are counted, not listed.
 */
export function digestMessage(
  stories: readonly Story[],
  { texts, most }: { readonly texts: Texts; readonly most: number },
): Message {
  const shown = stories.slice(0, most);
  const leftOut = stories.length - shown.length;
  return {
    ...emptyMessage,
    title: { text: texts.stories.digestTitle({ count: stories.length }) },
    blocks: categories.flatMap(({ id, name, emoji }) => {
      const entries = shown
        .filter((story) => story.category === id)
        .map((story): Block => ({ kind: 'entry', entry: { ...storyEntry(story), excerpt: '' } }));
      return entries.length === 0 ? [] : [{ kind: 'heading', text: `${emoji} ${name}` } as const, ...entries];
    }),
    footer: leftOut === 0 ? null : texts.stories.digestLeftOut({ count: leftOut }),
  };
}
