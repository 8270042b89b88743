import { describe, expect, it } from 'vitest';
import { createIngest } from '../../src/ingest/create-ingest.ts';
import type { SourceItem } from '../../src/sources/source.ts';
import { createTestClock } from '../support/clock.ts';
import { createTestLog } from '../support/log.ts';
import { openTestStore } from '../support/store.ts';
import { createFakeSourceReader, sourceDescription, sourceItem, wholeText } from '../fakes/source-reader.ts';

const hourMs = 3_600_000;

const titles = [
  'Oslo exchange wins licence',
  'Miners move to Norway',
  'Bank tests tokenized bonds',
  'Court frees wallet maker',
  'Bridge loses nine million',
  'Lisbon opens a sandbox',
];

/** One source that has shown six articles, the last published an hour ago. */
async function setUp() {
  const clock = createTestClock();
  const log = createTestLog();
  const reader = createFakeSourceReader();
  const store = await openTestStore({ clock, log });
  await store.sources.putGlobal([sourceDescription('alpha')], clock.now());
  const ingest = createIngest({ store, sources: reader, clock, log, onSaved: () => undefined });
  const round = () => {
    clock.advance(8 * hourMs);
    return ingest.runRound();
  };
  const items = titles.map((title, index) =>
    sourceItem({
      title,
      guid: `g${index}`,
      published: { at: new Date(clock.now().getTime() + (7 - index) * hourMs), precision: 'minute' },
      blocks: [wholeText(`${title}.`)],
    }),
  );
  reader.show('alpha', []);
  await round();
  reader.show('alpha', items);
  const first = await round();
  expect(first.articlesAdded).toBe(titles.length);
  const live = async () => {
    const { items } = await store.stories.latest({ scopes: ['global'] }, { page: 1, size: 100 });
    return items.filter((story) => story.liveSince !== null).map((story) => story.title);
  };
  expect(await live()).toHaveLength(titles.length);
  return { clock, reader, items, round, live, store };
}

const changeAll = (
  items: readonly SourceItem[],
  change: (item: SourceItem, index: number) => Partial<SourceItem>,
) => items.map((item, index) => ({ ...item, ...change(item, index) }));

describe('an article shown again', () => {
  it.each<[string, (item: SourceItem, index: number) => Partial<SourceItem>]>([
    ['with tracking parameters', ({ url }) => ({ url: `${url}?utm_source=rss` })],
    ['as its AMP page', ({ url }) => ({ url: `${url}/amp/` })],
    ['at the mobile host', ({ url }) => ({ url: url?.replace('//news', '//m.news') ?? null })],
    [
      'with www and without TLS',
      ({ url }) => ({ url: url?.replace('https://news', 'http://www.news') ?? null }),
    ],
    ['under another guid', (_item, index) => ({ guid: `other ${index}` })],
    ['under the guid of another', (_item, index) => ({ guid: `g${(index + 1) % titles.length}` })],
    ['without a guid', () => ({ guid: null })],
    ['under one guid for all', () => ({ guid: 'https://alpha.example/' })],
    ['at another address', (_item, index) => ({ url: `https://moved.example/${index}` })],
    [
      'with another date',
      () => ({ published: { at: new Date('2026-03-03T20:00:00Z'), precision: 'minute' } }),
    ],
    ['without a date', () => ({ published: null })],
  ])('%s is not new', async (_how, change) => {
    const { reader, items, round, live } = await setUp();
    reader.show('alpha', changeAll(items, change));
    expect(await round()).toMatchObject({ articlesAdded: 0, articlesUpdated: 0, sourcesFailed: 0 });
    expect(await live()).toHaveLength(titles.length);
  });
});

describe('what a source shows late', () => {
  const archive = (count: number, published: (index: number) => SourceItem['published']) =>
    Array.from({ length: count }, (_, index) =>
      sourceItem({
        title: `Archive piece number ${index} of old`,
        published: published(index),
        blocks: [wholeText('Old.')],
      }),
    );

  it('is stored and not posted when it is an archive', async () => {
    const { reader, items, round, live } = await setUp();
    const old = archive(40, (index) => ({ at: new Date(Date.UTC(2025, 1, 1 + index)), precision: 'day' }));
    reader.show('alpha', [...items, ...old]);
    expect(await round()).toMatchObject({ articlesAdded: 40 });
    expect(await live()).toHaveLength(titles.length);
  });

  it('is not posted when it stands undated below known articles', async () => {
    const { reader, items, round, live } = await setUp();
    const undated = sourceItem({ title: 'Undated on top', blocks: [wholeText('New.')] });
    reader.show('alpha', [undated, ...items, ...archive(10, () => null)]);
    expect(await round()).toMatchObject({ articlesAdded: 11 });
    expect(await live()).toContain('Undated on top');
    expect(await live()).toHaveLength(titles.length + 1);
  });

  it('is not posted when a feed begins anew with one date for all', async () => {
    const { clock, reader, round, live } = await setUp();
    const at = new Date(clock.now().getTime() + 7 * hourMs);
    reader.show(
      'alpha',
      archive(10, () => ({ at, precision: 'minute' })),
    );
    expect(await round()).toMatchObject({ articlesAdded: 10 });
    expect(await live()).toHaveLength(titles.length);
  });

  it('is not posted when it is older than two days', async () => {
    const { clock, reader, items, round, live } = await setUp();
    const hoursAgo = (hours: number) =>
      ({ at: new Date(clock.now().getTime() + (8 - hours) * hourMs), precision: 'minute' }) as const;
    reader.show('alpha', [
      sourceItem({ title: 'Forty-seven hours old', published: hoursAgo(47), blocks: [wholeText('A.')] }),
      sourceItem({ title: 'Forty-nine hours old', published: hoursAgo(49), blocks: [wholeText('B.')] }),
      ...items,
    ]);
    await round();
    expect(await live()).toContain('Forty-seven hours old');
    expect(await live()).not.toContain('Forty-nine hours old');
  });

  it('is stored and not posted at first contact', async () => {
    const { clock, reader, items, round, live, store } = await setUp();
    await store.sources.putGlobal([sourceDescription('alpha'), sourceDescription('beta')], clock.now());
    const at = new Date(clock.now().getTime() + 7 * hourMs);
    reader.show('beta', [
      sourceItem({
        title: 'Beta says hello',
        url: 'https://beta.example/hello',
        published: { at, precision: 'minute' },
      }),
    ]);
    reader.show('alpha', items);
    expect(await round()).toMatchObject({ articlesAdded: 1 });
    expect(await live()).not.toContain('Beta says hello');
  });

  it('is live when the program was away and it is recent', async () => {
    const { clock, reader, round, live } = await setUp();
    const at = (index: number) => new Date(clock.now().getTime() + (7 - index) * hourMs);
    reader.show(
      'alpha',
      archive(6, (index) => ({ at: at(index), precision: 'minute' })),
    );
    expect(await round()).toMatchObject({ articlesAdded: 6 });
    expect((await live()).filter((title) => title.startsWith('Archive'))).toHaveLength(6);
  });
});
