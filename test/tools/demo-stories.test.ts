import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { plainText } from '../../src/domain/article.ts';
import type { Story } from '../../src/domain/story.ts';
import { createIngest } from '../../src/ingest/create-ingest.ts';
import type { Ingest } from '../../src/ingest/ingest.ts';
import { createSourceReader } from '../../src/sources/source-reader.ts';
import type { Store } from '../../src/store/store.ts';
import { openNewsroom, type Newsroom } from '../../tools/demo/newsroom/open-newsroom.ts';
import { publishers } from '../../tools/demo/newsroom/publishers.ts';
import { createTestClock, type TestClock } from '../support/clock.ts';
import { createTestLog } from '../support/log.ts';
import { openTestStore } from '../support/store.ts';

const samples = publishers.flatMap((publisher) =>
  publisher.articles.map((article) => ({ ...article, publisher: publisher.name })),
);

describe('the sample newsroom as stories', () => {
  let clock: TestClock;
  let store: Store;
  let newsroom: Newsroom;
  let ingest: Ingest;

  beforeEach(async () => {
    clock = createTestClock(new Date('2026-03-02T09:00:30Z'));
    const log = createTestLog();
    store = await openTestStore({ clock, log });
    newsroom = await openNewsroom({ clock });
    const sources = createSourceReader({ clock, log, allowPrivateAddresses: true });
    onTestFinished(async () => {
      await sources.close();
      await newsroom.close();
    });
    await store.sources.putGlobal(newsroom.sources, clock.now());
    ingest = createIngest({ store, sources, clock, log, onSaved: () => {}, longestIntervalMs: 1000 });
    await ingest.runRound();
  });

  const allStories = async () =>
    (await store.stories.latest({ scopes: ['global'] }, { page: 1, size: 100 })).items;
  const slugsOf = (story: Story) => story.reports.map((report) => report.url.split('/').at(-1) ?? '').sort();
  const runLive = async () => {
    newsroom.startLive();
    for (let round = 0; round < 4; round += 1) {
      clock.advance(10_000);
      await ingest.runRound();
    }
  };

  it('joins the reports of each event, and nothing else', async () => {
    await runLive();
    const told = (await allStories()).map(slugsOf);
    const events = new Map<string, string[]>();
    for (const { event, slug } of samples)
      events.set(event ?? slug, [...(events.get(event ?? slug) ?? []), slug].sort());
    expect(told.map(String).sort()).toEqual([...events.values()].map(String).sort());
  });

  it('stores the backlog without anything to post, and what comes live to be posted', async () => {
    expect((await allStories()).filter((story) => story.liveSince !== null)).toEqual([]);
    await runLive();
    const live = (await allStories()).filter((story) => story.liveSince !== null);
    expect(live.length).toBeGreaterThanOrEqual(10);
    expect(new Set(live.map((story) => story.category))).toEqual(
      new Set(['policy', 'security', 'stablecoins', 'markets', 'defi', 'web3', 'mining']),
    );
    const again = live.find((story) => slugsOf(story).includes('korvat-exchange-halts-withdrawals'));
    expect(again?.reports).toHaveLength(4);
    const bent = live.find((story) => slugsOf(story).includes('saltmarsh-protocol-oracle-attack'));
    expect(bent && slugsOf(bent)).toEqual([
      'saltmarsh-lending-oracle-loss',
      'saltmarsh-protocol-oracle-attack',
    ]);
  });

  it('keeps text and lead free of what stands beside an article, and credits and days as they are', async () => {
    const stories = await allStories();
    const articles = (await Promise.all(stories.map((story) => store.articles.ofStory(story.id)))).flat();
    expect(articles).toHaveLength(samples.filter(({ when }) => 'minutesAgo' in when).length);
    for (const article of articles) {
      const sample = samples.find(({ slug }) => article.url.endsWith(`/${slug}`));
      const text = `${article.lead}\n${plainText(article.blocks)}`;
      for (const leftover of ['More to Read', 'View All', 'Loading', 'Photo by', 'Image by'])
        expect(text).not.toContain(leftover);
      expect(article.blocks.length).toBeGreaterThanOrEqual(6);
      expect(article.picture?.credit).toBe(sample?.credit);
      expect(article.published?.precision).toBe(sample?.isDateOnly === true ? 'day' : 'minute');
      expect(article.url).not.toContain('utm_');
    }
  });

  it('marks the press release', async () => {
    const sponsored = (await allStories()).filter((story) => story.isSponsored);
    expect(sponsored.map(slugsOf)).toEqual([['press-release-orbital-card']]);
  });
});
