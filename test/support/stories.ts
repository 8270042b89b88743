import type { Report, Story } from '../../src/domain/story.ts';

/** A story for pure tests; every part can be given. */
export function aStory(parts: Partial<Story> = {}): Story {
  return {
    id: 100n,
    number: 7,
    scope: 'global',
    revision: 1,
    title: 'Harbour exchange opens a desk for tokenized bonds',
    url: 'https://wire.example/harbour-desk',
    lead: 'The exchange said on Monday that its desk will trade bonds issued on a public chain.',
    picture: null,
    category: 'markets',
    assets: ['ETH'],
    isSponsored: false,
    published: { at: new Date('2026-03-02T08:15:00Z'), precision: 'minute' },
    firstSeenAt: new Date('2026-03-02T08:20:00Z'),
    liveSince: new Date('2026-03-02T08:20:00Z'),
    reports: [aReport()],
    ...parts,
  };
}

/** One publisher's report, told apart by its source's name. */
export function aReport(name = 'Example Wire', parts: Partial<Report> = {}): Report {
  const key = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  return {
    articleId: 1n,
    sourceId: 1n,
    sourceKey: key,
    sourceName: name,
    url: `https://${key}.example/harbour-desk`,
    title: 'Harbour exchange opens a desk for tokenized bonds',
    published: null,
    ...parts,
  };
}
