import { describe, expect, it } from 'vitest';
import { createIngest } from '../../src/ingest/create-ingest.ts';
import { ReaderClosed, type SourceItem } from '../../src/sources/source.ts';
import { createTestClock } from '../support/clock.ts';
import { createTestLog } from '../support/log.ts';
import { openTestStore } from '../support/store.ts';
import {
  createFakeSourceReader,
  readOutcome,
  sourceDescription,
  sourceItem,
  wholeText,
} from '../fakes/source-reader.ts';

const hourMs = 3_600_000;
const everywhere = { scopes: ['global'] } as const;
const firstPage = { page: 1, size: 100 };
const compareText = (a: string, b: string) => a.localeCompare(b);

/** An ingest over a real store, and the outside world in memory; sources were read once unless said otherwise. */
async function setUp(keys: readonly string[] = ['alpha', 'beta']) {
  const clock = createTestClock();
  const log = createTestLog();
  const reader = createFakeSourceReader();
  const store = await openTestStore({ clock, log });
  await store.sources.putGlobal(
    keys.map((key) => sourceDescription(key)),
    clock.now(),
  );
  let savedTimes = 0;
  const onSaved = () => void (savedTimes += 1);
  const start = () => createIngest({ store, sources: reader, clock, log, onSaved });
  let ingest = start();
  return {
    restart: () => {
      ingest = start();
    },
    clock,
    log,
    reader,
    store,
    savedTimes: () => savedTimes,
    /** Turns the clock until every source is due, then runs a round. */
    round: () => {
      clock.advance(8 * hourMs);
      return ingest.runRound();
    },
    stories: async () => {
      const { items } = await store.stories.latest(everywhere, firstPage);
      return items;
    },
    article: (item: Partial<SourceItem> & { readonly title: string }): SourceItem => {
      const published = { at: new Date(clock.now().getTime() + 7 * hourMs), precision: 'minute' } as const;
      return sourceItem({ published, blocks: [wholeText(`${item.title}.`)], ...item });
    },
  };
}

/** As {@link setUp}, with every source known and empty. */
async function setUpKnown(keys?: readonly string[]) {
  const world = await setUp(keys);
  await world.round();
  return world;
}

describe('a round', () => {
  it('stores what a source shows, and wakes the next stage once', async () => {
    const { reader, round, stories, article, savedTimes } = await setUpKnown();
    reader.show('alpha', [
      article({
        title: 'Oslo exchange wins licence - Alpha',
        summary: 'The regulator licensed it on Monday.',
        labels: ['News', 'Policy & Regulation'],
      }),
    ]);
    expect(await round()).toMatchObject({ sourcesRead: 2, sourcesFailed: 0, articlesAdded: 1 });
    expect(savedTimes()).toBe(1);
    const [story] = await stories();
    expect(story).toMatchObject({
      title: 'Oslo exchange wins licence',
      lead: 'The regulator licensed it on Monday.',
      category: 'policy',
      isSponsored: false,
    });
    expect(story?.liveSince).not.toBeNull();
  });

  it('writes nothing for what it knows', async () => {
    const { reader, round, article, savedTimes } = await setUpKnown();
    reader.show('alpha', [article({ title: 'Oslo exchange wins licence' })]);
    await round();
    expect(await round()).toMatchObject({ articlesAdded: 0, articlesUpdated: 0 });
    expect(savedTimes()).toBe(1);
  });

  it('reads the other sources when one fails, and tries it again', async () => {
    const { reader, round, article, log, store } = await setUpKnown(['alpha', 'beta', 'gamma']);
    reader.answer('alpha', { kind: 'failed', reason: 'HTTP 503', retryAfterMs: null, isGone: false });
    reader.answer('beta', new Error('a bug'));
    reader.show('gamma', [article({ title: 'Oslo exchange wins licence' })]);
    expect(await round()).toMatchObject({ sourcesRead: 1, sourcesFailed: 2, articlesAdded: 1 });
    expect(log.lines.filter((line) => line.level === 'error').map((line) => line.text)).toEqual([
      'source not taken in',
    ]);
    const [alpha, beta] = await store.sources.list(['global']);
    expect([alpha?.lastError, beta?.lastError]).toEqual(['HTTP 503', 'a bug']);
    reader.show('alpha', []);
    expect(await round()).toMatchObject({ sourcesRead: 2, sourcesFailed: 1 });
  });

  it('leaves out items without an address or a title', async () => {
    const { reader, round, article } = await setUpKnown();
    reader.show('alpha', [article({ title: '' }), article({ title: 'Told nowhere', url: null })]);
    expect(await round()).toMatchObject({ articlesAdded: 0 });
  });

  it('says when the next source is due', async () => {
    const { round, clock } = await setUp();
    const { nextDueAt } = await round();
    expect(nextDueAt?.getTime()).toBeGreaterThan(clock.now().getTime());
  });

  it('tells the owner when a document was not whole', async () => {
    const { reader, round, article, log } = await setUpKnown();
    const items = [article({ title: 'Oslo exchange wins licence' })];
    reader.answer('alpha', { ...readOutcome(items), defect: 'cut off' });
    await round();
    expect(log.lines.filter((line) => line.level === 'warn').map((line) => line.fields)).toEqual([
      { source: 'alpha', added: 1, updated: 0, defect: 'cut off' },
    ]);
  });
});

describe('reports of one event', () => {
  const bond = 'Lisbon opens sandbox for tokenized bonds of 40 million euros';
  const again = 'Tokenized bonds of 40 million euros get a sandbox in Lisbon';

  it('become one story that says who else reports it, in one round or in several', async () => {
    const { reader, round, article, stories } = await setUpKnown(['alpha', 'beta', 'gamma']);
    const url = (key: string) => `https://${key}.example/bonds`;
    reader.show('alpha', [article({ title: bond, url: url('alpha') })]);
    reader.show('beta', [article({ title: again, url: url('beta') })]);
    await round();
    reader.show('gamma', [article({ title: `${bond} today`, url: url('gamma') })]);
    await round();
    const found = await stories();
    expect(found).toHaveLength(1);
    expect(found[0]?.reports.map((report) => report.sourceKey).toSorted(compareText)).toEqual([
      'alpha',
      'beta',
      'gamma',
    ]);
    expect(found[0]?.revision).toBe(3);
  });

  it('are still one story for a program that was started in between', async () => {
    const { reader, round, article, stories, restart } = await setUpKnown();
    reader.show('alpha', [article({ title: bond, url: 'https://alpha.example/bonds' })]);
    await round();
    restart();
    reader.show('beta', [article({ title: again, url: 'https://beta.example/bonds' })]);
    await round();
    expect(await stories()).toHaveLength(1);
  });
});

describe('the text of an article', () => {
  const page = { blocks: [wholeText('The page tells all.')], label: 'DeFi', authors: ['Ada Berg'] };

  it('is read from its page where the source shows an excerpt, once', async () => {
    const { reader, round, article, stories, store } = await setUpKnown();
    const item = article({ title: 'Vault opens', summary: 'A vault opened.', blocks: [] });
    reader.show('alpha', [item]);
    reader.showPage(item.url ?? '', page);
    await round();
    await round();
    expect(reader.pagesRead).toEqual([item.url]);
    const [story] = await stories();
    const [stored] = await store.articles.ofStory(story?.id ?? 0n);
    expect(stored).toMatchObject({ ...page, lead: 'A vault opened.', category: 'defi' });
  });

  it('is not read where the source shows it in full', async () => {
    const { reader, round, article } = await setUpKnown();
    reader.show('alpha', [article({ title: 'Vault opens' })]);
    await round();
    expect(reader.pagesRead).toEqual([]);
  });

  it('is what the source shows when its page fails', async () => {
    const { reader, round, article, stories } = await setUpKnown();
    reader.show('alpha', [article({ title: 'Vault opens', summary: 'A vault opened.', blocks: [] })]);
    expect(await round()).toMatchObject({ articlesAdded: 1, sourcesFailed: 0 });
    expect(await stories()).toMatchObject([{ lead: 'A vault opened.' }]);
  });

  it('stays when only the headline of an excerpt changes', async () => {
    const { reader, round, article, stories, store } = await setUpKnown();
    const item = article({ title: 'Vault opens', summary: 'A vault opened.', blocks: [] });
    reader.show('alpha', [item]);
    reader.showPage(item.url ?? '', page);
    await round();
    reader.show('alpha', [{ ...item, title: 'Vault opens in Oslo' }]);
    expect(await round()).toMatchObject({ articlesAdded: 0, articlesUpdated: 1 });
    const [story] = await stories();
    expect(story).toMatchObject({ title: 'Vault opens in Oslo', revision: 2 });
    const [stored] = await store.articles.ofStory(story?.id ?? 0n);
    expect(stored).toMatchObject({ blocks: page.blocks, category: 'defi' });
    expect(reader.pagesRead).toHaveLength(1);
  });

  it('is updated when the source changes it', async () => {
    const { reader, round, article, stories, store } = await setUpKnown();
    const item = article({ title: 'Vault opens' });
    reader.show('alpha', [item]);
    await round();
    reader.show('alpha', [{ ...item, blocks: [wholeText('Corrected.')] }]);
    expect(await round()).toMatchObject({ articlesUpdated: 1 });
    const [story] = await stories();
    expect(await store.articles.ofStory(story?.id ?? 0n)).toMatchObject([
      { blocks: [wholeText('Corrected.')] },
    ]);
  });

  it('is read for the newest twelve of a backlog', async () => {
    const { reader, round, article, clock } = await setUp();
    const at = (days: number) => new Date(clock.now().getTime() - days * 24 * hourMs);
    const items = Array.from({ length: 30 }, (_, days) =>
      article({ title: `Note ${days}`, blocks: [], published: { at: at(days), precision: 'minute' } }),
    );
    reader.show('alpha', items.toReversed());
    expect(await round()).toMatchObject({ articlesAdded: 30 });
    expect(new Set(reader.pagesRead)).toEqual(new Set(items.slice(0, 12).map((item) => item.url)));
  });
});

describe('a round that is broken off by the end of the program', () => {
  it('gives every source back as it was, and ends', async () => {
    const { reader, round, store, log } = await setUp(['alpha', 'beta']);
    reader.answer('alpha', new ReaderClosed());
    expect(await round()).toMatchObject({ sourcesRead: 1, sourcesFailed: 0 });
    const [alpha] = await store.sources.list(['global']);
    expect(alpha).toMatchObject({ key: 'alpha', failures: 0, lastError: null, firstReadAt: null });
    expect(log.lines.filter(({ level }) => level === 'error')).toEqual([]);
    reader.answer('alpha', readOutcome([]));
    expect(await round()).toMatchObject({ sourcesRead: 2, sourcesFailed: 0 });
  });

  it('says which source it could not give back, and ends all the same', async () => {
    const { reader, store, clock, log } = await setUp(['alpha']);
    const sources = { ...store.sources, release: () => Promise.reject(new Error('the disk is full')) };
    const onSaved = () => undefined;
    const ingest = createIngest({ store: { ...store, sources }, sources: reader, clock, log, onSaved });
    reader.answer('alpha', new ReaderClosed());
    expect(await ingest.runRound()).toMatchObject({ sourcesRead: 0, sourcesFailed: 0 });
    expect(log.lines).toContainEqual(
      expect.objectContaining({ level: 'error', text: 'source not given back' }),
    );
  });
});
