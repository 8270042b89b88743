import type { Lookup } from '../../src/dispatch/lookup.ts';
import type { Source } from '../../src/domain/source.ts';
import type { Story } from '../../src/domain/story.ts';
import { english } from '../../src/texts/english.ts';
import { exampleSource } from './source.ts';

/** What is seen from a channel that sees these sources and stories, for tests of parsing. */
export function aLookup(seen: { sources?: readonly Source[]; stories?: readonly Story[] } = {}): Lookup {
  const { sources = [], stories = [] } = seen;
  return {
    texts: english,
    target: { platform: 'console', address: 'news', name: 'news', kind: 'console', scope: 'console:demo' },
    sources: async () => sources,
    storyByNumber: async (number) => stories.find((story) => story.number === number) ?? null,
    storyByUrl: async (url) => stories.find((story) => story.url === url) ?? null,
    newestStories: async (limit) => stories.slice(0, limit),
    openFile: async () => null,
  };
}

/** A source as it stands before its first reading. */
export function aSource(name: string, parts: Partial<Source> = {}): Source {
  const key = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  const url = `https://${key}.example/feed.xml`;
  return exampleSource({ key, name, url, language: 'en', address: 'seen', ...parts });
}
