import type { Source } from '../../src/domain/source.ts';

/** A source as the store gives it, never read so far; `parts` take the place of what is in it. */
export function exampleSource(parts: Partial<Source> = {}): Source {
  return {
    id: 1n,
    key: 'example',
    name: 'Example News',
    kind: 'feed',
    url: 'https://news.example/feed.xml',
    home: null,
    language: null,
    address: 'unconfirmed',
    settings: {},
    scope: 'global',
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
