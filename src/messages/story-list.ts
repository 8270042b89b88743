import type { Block, Entry } from '../domain/message.ts';
import type { Story } from '../domain/story.ts';
import { shorten } from './shorten.ts';

const excerptCharacters = 180;

/** One story in a list: its number, title and publishers, with the lead or the place found, shortened. */
export function storyEntry(story: Story, excerpt: string = story.lead): Entry {
  return {
    number: story.number,
    title: story.title,
    url: story.url,
    category: story.category,
    sources: story.reports.map((report) => report.sourceName),
    moment: story.published,
    excerpt: shorten(excerpt, excerptCharacters),
  };
}

/** Stories below each other, in the order given. */
export function storyBlocks(stories: readonly Story[]): readonly Block[] {
  return stories.map((story) => ({ kind: 'entry', entry: storyEntry(story) }));
}
