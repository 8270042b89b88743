import { expect, it } from 'vitest';
import type { SourceItem } from '../../src/sources/source.ts';
import { createIngest } from '../../src/ingest/create-ingest.ts';
import { createSummaries } from '../../src/summaries/create-summaries.ts';
import { createFakeSourceReader, sourceDescription, sourceItem } from '../fakes/source-reader.ts';
import { createTestClock } from '../support/clock.ts';
import { createTestLog } from '../support/log.ts';
import { openTestStore } from '../support/store.ts';

const first = 'The council of Lillevik sold ferry tickets as tokens on Monday morning.';
const second = 'Whoever wants paper pays half a euro more at the quay, as in 2025.';
const filler = 'The ferry crossed the bay of the old town on time for the whole of the day. '.repeat(10);
const other = 'Passengers of the ferry asked for tickets of paper on the first day of tokens.';

const text = (...sentences: readonly string[]) =>
  [
    { kind: 'paragraph', text: sentences.join(' ') },
    { kind: 'paragraph', text: filler },
  ] as const;

/** A store with what alpha and beta report, and summaries over it. */
async function setUp(items: Readonly<Record<string, SourceItem>>) {
  const clock = createTestClock();
  const log = createTestLog();
  const reader = createFakeSourceReader();
  const store = await openTestStore({ clock, log });
  await store.sources.putGlobal(
    Object.keys(items).map((key) => sourceDescription(key, { name: key.toUpperCase() })),
    clock.now(),
  );
  const ingest = createIngest({ store, sources: reader, clock, log, onSaved: () => undefined });
  const show = async (shown: Readonly<Record<string, SourceItem>>) => {
    for (const [key, item] of Object.entries(shown)) reader.show(key, [item]);
    clock.advance(8 * 3_600_000);
    await ingest.runRound();
    const { items: stories } = await store.stories.latest({ scopes: ['global'] }, { page: 1, size: 10 });
    return stories;
  };
  const summaries = createSummaries({ store, clock });
  const summarize = async (shown: Readonly<Record<string, SourceItem>>) => {
    const [story] = await show(shown);
    return story === undefined ? null : summaries.ofStory(story);
  };
  return { store, clock, summaries, show, summarize, first: await summarize(items) };
}

const item = (changes: Partial<SourceItem>) =>
  sourceItem({
    title: 'Lillevik sells ferry tickets as tokens',
    url: 'https://alpha.example/ferry',
    ...changes,
  });

it("is made of the article's own sentences, with whose they are", async () => {
  const { first: summary } = await setUp({ alpha: item({ blocks: text(first, second) }) });
  expect(summary).toMatchObject({ publisher: 'ALPHA', url: 'https://alpha.example/ferry' });
  expect(summary?.points).toContain(first);
  expect(summary?.points).toContain(second);
});

it('is null when there is no text', async () => {
  const { first: summary } = await setUp({ alpha: item({ summary: 'Short.' }) });
  expect(summary).toBeNull();
});

it('is kept until the text changes', async () => {
  const { store, show, summaries, clock } = await setUp({ alpha: item({ blocks: text(first, second) }) });
  const { items } = await store.stories.latest({ scopes: ['global'] }, { page: 1, size: 10 });
  const [story] = items;
  if (story === undefined) throw new Error('no story');
  const [article] = await store.articles.ofStory(story.id);
  const { contentHash } = await import('../../src/domain/content-hash.ts');
  if (article === undefined) throw new Error('no article');
  const key = { articleId: article.id, kind: 'extract-1', contentHash: contentHash(article) };
  expect(await store.summaries.find(key)).toContain(first);
  await store.summaries.put(key, 'A kept point.\nAnother kept point.', clock.now());
  expect((await summaries.ofStory(story))?.points).toEqual(['A kept point.', 'Another kept point.']);
  const [changed] = await show({ alpha: item({ blocks: text(first, other) }) });
  const summary = changed === undefined ? null : await summaries.ofStory(changed);
  expect(summary?.points).toContain(first);
  expect(summary?.points).not.toContain('A kept point.');
});

it('summarizes a text that is not in the store', async () => {
  const { summaries } = await setUp({});
  const points = await summaries.ofText({ title: 'Ferry tickets', lead: '', blocks: text(first, second) });
  expect(points).toContain(first);
});
