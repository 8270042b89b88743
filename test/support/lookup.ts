import type { Lookup } from '../../src/dispatch/lookup.ts';
import type { Source } from '../../src/domain/source.ts';
import type { Story } from '../../src/domain/story.ts';
import { english } from '../../src/texts/english.ts';

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
  return {
    id: 1n,
    scope: 'global',
    key,
    name,
    kind: 'feed',
    url: `https://${key}.example/feed.xml`,
    home: null,
    language: 'en',
    address: 'seen',
    settings: {},
    isPaused: false,
    etag: null,
    lastModified: null,
    nextDueAt: new Date('2026-03-02T09:00:00Z'),
    firstReadAt: null,
    lastReadAt: null,
    lastArticleAt: null,
    failures: 0,
    failingSince: null,
    lastError: null,
    endedAt: null,
    hub: null,
    pushedUntil: null,
    ...parts,
  };
}
