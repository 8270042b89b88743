import { categories } from '../domain/category.ts';
import { emptyMessage, type Block, type Message } from '../domain/message.ts';
import type { Story } from '../domain/story.ts';
import type { Texts } from '../texts/texts.ts';
import { storyEntry } from './story-list.ts';

const mostInPost = 15;
/** What a message holds on every platform, with the headings of all categories: Discord's 4,096 are the least. */
const roomInPost = 3600;

/** A digest as a post: the stories that most sources report, the rest behind a button. */
export function digestPost(
  stories: readonly Story[],
  { number, window }: { readonly number: number; readonly window: Date },
  texts: Texts,
): Message {
  const ordered = inDigestOrder(stories);
  const most = howManyFit(ordered);
  const message = digestMessage(ordered, { texts, most });
  if (stories.length <= most) return message;
  const action = `digest ${number} window:${window.getTime() / 1000}`;
  return { ...message, buttons: [{ label: texts.stories.digestAllButton, action, role: 'open' }] };
}

function howManyFit(stories: readonly Story[]): number {
  let left = roomInPost;
  const first = stories.slice(0, mostInPost).findIndex((story) => {
    left -= lengthInList(story);
    return left < 0;
  });
  return first === -1 ? mostInPost : Math.max(first, 1);
}

/** At most; signs are written with a backslash or as an escape where they would mean something. */
function lengthInList({ title, url, reports: [first] }: Story): number {
  const aroundIt = 90;
  return [title, url, first?.sourceName ?? ''].reduce(
    (length, text) => length + text.length + (text.match(/[^\p{L}\p{N}\s]/gu)?.length ?? 0),
    aroundIt,
  );
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
