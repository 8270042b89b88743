import { describe, expect, it, onTestFinished } from 'vitest';
import { createIngest } from '../../src/ingest/create-ingest.ts';
import { startPublisher } from '../fakes/publisher.ts';
import { sourceDescription } from '../fakes/source-reader.ts';
import { createTestLog } from '../support/log.ts';
import { createTestReader } from '../support/reader.ts';
import { openTestStore } from '../support/store.ts';

const hourMs = 3_600_000;

interface Item {
  readonly title: string;
  readonly link: string;
  readonly guid?: string;
  /** Hours before the feed is written; absent without a date. */
  readonly hoursAgo?: number;
  readonly text?: string;
}

const headlines = [
  'Oslo exchange wins licence for custody',
  'Miners of Tromso move to hydropower',
  'Lisbon bank tests tokenized bonds',
  'Court in Vienna frees wallet maker',
  'Bridge of Porto loses nine million',
  'Ghent opens a sandbox for stablecoins',
];

/** Sources over HTTP, every reading of which is due at once; what was live is what would be posted. */
async function setUp(keys: readonly string[] = ['wire']) {
  const publisher = await startPublisher();
  const { reader, clock } = createTestReader();
  onTestFinished(() => publisher.close());
  const log = createTestLog();
  const store = await openTestStore({ clock, log });
  const describe = (key: string) => sourceDescription(key, { url: `${publisher.url}/${key}`, home: null });
  await store.sources.putGlobal(keys.map(describe), clock.now());
  const ingest = createIngest({ store, sources: reader, clock, log, onSaved: () => undefined });
  const stories = async () =>
    (await store.stories.latest({ scopes: ['global'] }, { page: 1, size: 100 })).items;
  return {
    store,
    clock,
    describe,
    stories,
    show: (items: readonly Item[], key = 'wire') =>
      publisher.serve(`/${key}`, { body: render(items, clock.now()) }),
    round: () => {
      clock.advance(7 * hourMs);
      return ingest.runRound();
    },
    live: async () => (await stories()).filter((story) => story.liveSince !== null).map(({ title }) => title),
  };
}

/** As {@link setUp}, where the wire has shown six articles, all of them live. */
async function setUpKnown() {
  const world = await setUp();
  const items = headlines.map((title, index) => anItem(title, { guid: `g${index}`, hoursAgo: index }));
  world.show([]);
  await world.round();
  world.show(items);
  expect(await world.round()).toMatchObject({ articlesAdded: 6 });
  expect(await world.live()).toHaveLength(6);
  return { ...world, items };
}

function anItem(title: string, parts: Partial<Item> = {}): Item {
  const path = title.toLowerCase().replaceAll(' ', '-');
  return {
    title,
    link: `https://news.example/${path}`,
    text: `${title}. ${'It was told in full. '.repeat(40)}`,
    ...parts,
  };
}

function render(items: readonly Item[], now: Date): string {
  const rendered = items.map(({ title, link, guid, hoursAgo, text = '' }) => {
    const date =
      hoursAgo === undefined ? '' : new Date(now.getTime() + (7 - hoursAgo) * hourMs).toUTCString();
    return `<item><title>${title}</title><link>${link.replaceAll('&', '&amp;')}</link>
      ${guid === undefined ? '' : `<guid isPermaLink="false">${guid}</guid>`}<pubDate>${date}</pubDate>
      <content:encoded>${text}</content:encoded></item>`;
  });
  return `<rss version="2.0"><channel><title>Wire</title>${rendered.join('')}</channel></rss>`;
}

const nothing = { articlesAdded: 0, articlesUpdated: 0, sourcesFailed: 0 };

describe('a feed that shows its articles again', () => {
  it.each<[string, (item: Item, index: number) => Partial<Item>]>([
    ['as they were', () => ({})],
    ['dated anew', () => ({ hoursAgo: 0 })],
    ['dated into the future', () => ({ hoursAgo: -48 })],
    ['without dates', () => ({ hoursAgo: undefined })],
    ['with tracking', ({ link }) => ({ link: `${link}?utm_source=rss&fbclid=x#top` })],
    ['as AMP pages', ({ link }) => ({ link: `${link}/amp` })],
    [
      'from an AMP cache',
      ({ link }) => ({ link: link.replace('//', '//news-example.cdn.ampproject.org/c/s/') }),
    ],
    ['from the mobile host', ({ link }) => ({ link: link.replace('//', '//m.') })],
    [
      'in capitals of the host, with its port',
      ({ link }) => ({ link: link.replace('news.example', 'NEWS.EXAMPLE:443') }),
    ],
    ['without TLS', ({ link }) => ({ link: link.replace('https:', 'http:') })],
    ['with www', ({ link }) => ({ link: link.replace('//', '//www.') })],
    ['with a slash', ({ link }) => ({ link: `${link}/` })],
    ['as index pages', ({ link }) => ({ link: `${link}/index.html` })],
    ['over counted links', ({ link }) => ({ link: `https://www.google.com/url?rct=j&url=${link}&usg=1` })],
    ['under one guid', () => ({ guid: 'same' })],
    ['under new guids', (_, index) => ({ guid: `new-${index}` })],
    ['under guids in another order', (_, index) => ({ guid: `g${(index + 2) % 6}` })],
    ['at new addresses with the old guids', (_, index) => ({ link: `https://new.example/${index}` })],
    [
      'with other white space',
      ({ title, text }) => ({ title: ` ${title.replaceAll(' ', '\n  ')} `, text: ` \n${text ?? ''}\t` }),
    ],
  ])('%s: posts nothing and changes nothing', async (_, change) => {
    const { items, show, round, live } = await setUpKnown();
    show(items.map((item, index) => ({ ...item, ...change(item, index) })));
    expect(await round()).toMatchObject(nothing);
    expect(await live()).toHaveLength(6);
  });

  it('at new addresses under new guids tells no story twice', async () => {
    const { items, show, round, stories } = await setUpKnown();
    show(
      items.map((item, index) => ({
        ...item,
        link: `https://new.example/${index}`,
        guid: `new-${index}`,
        hoursAgo: index + 7,
      })),
    );
    await round();
    expect(await stories()).toHaveLength(6);
  });

  it('with its whole archive below posts none of it', async () => {
    const { items, show, round, live } = await setUpKnown();
    const archive = Array.from({ length: 200 }, (_, index) =>
      anItem(`Archive piece number ${index} of long ago`, { guid: `a${index}`, hoursAgo: 24 * (index + 10) }),
    );
    show([...items, ...archive]);
    expect(await round()).toMatchObject({ articlesAdded: 200 });
    expect(await live()).toHaveLength(6);
  });
});

describe('articles that are alike in their addresses', () => {
  it.each([
    ['by a number in the query', 'https://news.example/read?id=1', 'https://news.example/read?id=2'],
    [
      'by one of several parameters',
      'https://news.example/?p=1&lang=en',
      'https://news.example/?p=1&lang=fr',
    ],
    ['by the case of the path', 'https://news.example/a/X1', 'https://news.example/a/x1'],
    ['by a fragment that is an address', 'https://news.example/#!/a', 'https://news.example/#!/b'],
    ['by the port', 'https://news.example/a', 'https://news.example:8443/a'],
    ['by the host', 'https://de.news.example/a', 'https://fr.news.example/a'],
  ])('but differ %s are two', async (_, one, other) => {
    const { show, round } = await setUpKnown();
    show([
      anItem('Riga mints a coin for trams', { link: one, hoursAgo: 1 }),
      anItem('Malaga lends against art', { link: other, hoursAgo: 1 }),
    ]);
    expect(await round()).toMatchObject({ articlesAdded: 2 });
  });

  it('and are one: within one reading as well', async () => {
    const { show, round } = await setUpKnown();
    const links = [
      'https://news.example/r',
      'http://news.example/r/',
      'https://www.news.example/r?utm_source=x',
      'https://m.news.example/r/amp',
    ];
    show(links.map((link) => anItem('Riga mints a coin for trams', { link, hoursAgo: 1 })));
    expect(await round()).toMatchObject({ articlesAdded: 1 });
  });

  it('and are one: from two sources as well', async () => {
    const { show, round, stories } = await setUp(['wire', 'copy']);
    for (const key of ['wire', 'copy']) show([], key);
    await round();
    const item = anItem('Riga mints a coin for trams', { hoursAgo: 1 });
    show([item], 'wire');
    expect(await round()).toMatchObject({ articlesAdded: 1 });
    show([{ ...item, link: `${item.link}?utm_source=copy`, text: `${item.text ?? ''} Copied.` }], 'copy');
    expect(await round()).toMatchObject(nothing);
    expect(await stories()).toHaveLength(1);
  });
});

describe('an article that its publisher changes', () => {
  it.each<[string, Partial<Item>, number]>([
    ['headline', { title: 'Oslo exchange wins licence for custody after all' }, 2],
    ['text', { text: `Corrected on Tuesday. ${'It was told in full. '.repeat(40)}` }, 2],
    ['date', { hoursAgo: 1 }, 1],
  ])('in its %s is updated, with revision %#', async (_, change, revision) => {
    const { items, show, round, stories } = await setUpKnown();
    const [first, ...others] = items;
    if (first === undefined) throw new Error('there are no items');
    show([{ ...first, ...change }, ...others]);
    expect(await round()).toMatchObject({ articlesAdded: 0, articlesUpdated: revision - 1 });
    const story = (await stories()).find(({ url }) => url === first.link);
    expect(story).toMatchObject({ title: change.title ?? first.title, revision });
    expect(await round()).toMatchObject(nothing);
  });
});

describe('what a source shows at first', () => {
  const backlog = headlines.map((title, index) => anItem(title, { hoursAgo: index }));

  it('is stored and found, and not posted; what comes then is', async () => {
    const { show, round, live, store } = await setUp();
    show(backlog);
    expect(await round()).toMatchObject({ articlesAdded: 6 });
    expect(await live()).toEqual([]);
    expect((await store.stories.latest({ scopes: ['global'] }, { page: 1, size: 9 })).items).toHaveLength(6);
    show([anItem('Riga mints a coin for trams', { hoursAgo: 0 }), ...backlog]);
    await round();
    expect(await live()).toEqual(['Riga mints a coin for trams']);
  });

  it('is what it shows when it is reached at last', async () => {
    const { show, round, live, clock } = await setUp();
    for (let time = 0; time < 3; time += 1) expect(await round()).toMatchObject({ sourcesFailed: 1 });
    show(backlog);
    clock.advance(24 * hourMs);
    expect(await round()).toMatchObject({ articlesAdded: 6 });
    expect(await live()).toEqual([]);
  });

  it('is also what it shows when it was removed and is added again', async () => {
    const { items, show, round, live, store, clock, describe } = await setUpKnown();
    const [source] = await store.sources.list(['global']);
    await store.sources.remove(source?.id ?? 0n);
    show([anItem('Riga mints a coin for trams', { hoursAgo: 0 }), ...items]);
    expect(await round()).toMatchObject({ sourcesRead: 0 });
    expect(await store.sources.add(describe('wire'), 'global', clock.now())).not.toBeNull();
    expect(await round()).toMatchObject({ articlesAdded: 1 });
    expect(await live()).toHaveLength(6);
  });
});

describe('what a source shows late', () => {
  it.each([
    ['two days', 47, true],
    ['more than two days', 60, false],
    ['a date to come', -30, true],
  ])('of %s', async (_, hoursAgo, isLive) => {
    const { items, show, round, live } = await setUpKnown();
    show([...items, anItem('Riga mints a coin for trams', { hoursAgo })]);
    expect(await round()).toMatchObject({ articlesAdded: 1 });
    expect((await live()).includes('Riga mints a coin for trams')).toBe(isLive);
  });

  it('of a date to come is taken for now, and stays there', async () => {
    const { items, show, round, stories, clock } = await setUpKnown();
    show([anItem('Riga mints a coin for trams', { hoursAgo: -300 }), ...items]);
    await round();
    const published = (await stories())[0]?.published?.at;
    expect(published).toEqual(clock.now());
    await round();
    expect((await stories())[0]?.published?.at).toEqual(published);
  });

  it('after a pause of a week is posted as far as it is news', async () => {
    const { items, show, round, live, store, clock } = await setUpKnown();
    const [source] = await store.sources.list(['global']);
    await store.sources.pause(source?.id ?? 0n);
    show([anItem('Riga mints a coin for trams', { hoursAgo: 0 }), ...items]);
    expect(await round()).toMatchObject({ sourcesRead: 0 });
    clock.advance(7 * 24 * hourMs);
    await store.sources.resume(source?.id ?? 0n, clock.now());
    show([
      anItem('Malaga lends against art', { hoursAgo: 2 }),
      anItem('Riga mints a coin for trams', { hoursAgo: 7 * 24 }),
      ...items.map((item) => ({ ...item, hoursAgo: 9 * 24 })),
    ]);
    expect(await round()).toMatchObject({ articlesAdded: 2 });
    expect(await live()).toContain('Malaga lends against art');
    expect(await live()).not.toContain('Riga mints a coin for trams');
  });

  it('without an address or a usable guid is left out', async () => {
    const { items, show, round } = await setUpKnown();
    show([
      ...items,
      anItem('Riga mints a coin for trams', { link: '', guid: 'tag:1' }),
      anItem('Malaga lends', { link: 'javascript:alert(1)' }),
    ]);
    expect(await round()).toMatchObject({ articlesAdded: 0, sourcesFailed: 0 });
  });
});
