import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainText } from '../../src/domain/article.ts';
import { categories } from '../../src/domain/category.ts';
import type { Source, SourceDescription } from '../../src/domain/source.ts';
import type { SourceItem, SourceReader } from '../../src/sources/source.ts';
import { createSourceReader } from '../../src/sources/source-reader.ts';
import { openNewsroom, type Newsroom } from '../../tools/demo/newsroom/open-newsroom.ts';
import { publishers } from '../../tools/demo/newsroom/publishers.ts';
import { excerptOf, partsOf } from '../../tools/demo/newsroom/sample-article.ts';
import { createTestClock, type TestClock } from '../support/clock.ts';
import { createTestLog } from '../support/log.ts';

const openedAt = new Date('2026-03-02T09:00:30Z');
const leftovers = ['More to Read', 'View All', 'Loading', 'Photo by'];
/** What stands on the pages of the two publishers without a feed. */
const boxes = [
  'cookies',
  'Share on X',
  'Copy link',
  'Read also',
  'Also read',
  'Square at Seven',
  'keeps bees',
  'Recommended for you',
  'Share this',
  'Subscribe',
  'More stories',
  'First, and I have read',
  'remembers nothing',
];
/** Such publishers say less of an article where they list it. */
const listed = {
  rss: { hasLabel: true, hasSummary: true },
  atom: { hasLabel: true, hasSummary: true },
  json: { hasLabel: true, hasSummary: true },
  sitemap: { hasLabel: false, hasSummary: false },
  listing: { hasLabel: true, hasSummary: true },
} as const;

describe('the sample newsroom', () => {
  let clock: TestClock;
  let newsroom: Newsroom;
  let reader: SourceReader;

  beforeEach(async () => {
    clock = createTestClock(openedAt);
    newsroom = await openNewsroom({ clock });
    reader = createSourceReader({ clock, log: createTestLog(), allowPrivateAddresses: true });
  });
  afterEach(async () => {
    await reader.close();
    await newsroom.close();
  });

  const itemsOf = async (key: string): Promise<readonly SourceItem[]> => {
    const outcome = await reader.read(asSource(newsroom.sources, key));
    if (outcome.kind !== 'read') throw new Error(`${key} was not read: ${JSON.stringify(outcome)}`);
    expect(outcome.defect).toBeNull();
    return outcome.items;
  };

  it('has six publishers, sixty articles, and eight events of which four are told by three or more', () => {
    const articles = publishers.flatMap((publisher) => publisher.articles);
    const tellers = new Map<string, number>();
    for (const { event } of articles) if (event !== null) tellers.set(event, (tellers.get(event) ?? 0) + 1);
    expect(publishers).toHaveLength(6);
    expect(articles.length).toBeGreaterThanOrEqual(60);
    expect([...tellers.values()].every((count) => count >= 2)).toBe(true);
    expect(tellers.size).toBeGreaterThanOrEqual(8);
    expect([...tellers.values()].filter((count) => count >= 3).length).toBeGreaterThanOrEqual(4);
    expect(Math.max(...tellers.values())).toBe(5);
    expect(new Set(articles.map((article) => article.slug)).size).toBe(articles.length);
  });

  it.each(publishers.flatMap(({ articles }) => articles.map((article) => [article.slug, article] as const)))(
    'tells %s in four to nine paragraphs with headings and a list',
    (_slug, article) => {
      const kinds = partsOf(article).map((part) => part.kind);
      const paragraphs = kinds.filter((kind) => kind === 'paragraph').length;
      expect(paragraphs).toBeGreaterThanOrEqual(4);
      expect(paragraphs).toBeLessThanOrEqual(9);
      expect(kinds).toContain('heading');
      expect(kinds).toContain('list');
    },
  );

  it('uses labels that readers know, and a press release', () => {
    const labels = publishers.flatMap(({ articles }) => articles.map((article) => article.label));
    const names = new Set<string>(categories.map((category) => category.name));
    expect([...new Set(labels)].filter((label) => !names.has(label))).toEqual(['Press Release']);
  });

  it.each(publishers.map((publisher) => [publisher.key, publisher] as const))(
    'offers what %s has out, with titles, labels and times',
    async (key, publisher) => {
      const out = publisher.articles.filter((article) => 'minutesAgo' in article.when);
      const items = await itemsOf(key);
      expect(items).toHaveLength(out.length);
      for (const article of out) {
        const item = items.find((candidate) => candidate.title === article.title);
        const { hasLabel, hasSummary } = listed[publisher.door];
        expect(item?.labels).toEqual(hasLabel ? [article.label] : []);
        expect(item?.published?.precision).toBe(article.isDateOnly === true ? 'day' : 'minute');
        expect(item?.summary).toBe(hasSummary ? excerptOf(article) : '');
      }
    },
  );

  it.each(['harbour', 'courier', 'northlight'])('gives the full text of %s in its feed', async (key) => {
    const publisher = publishers.find((candidate) => candidate.key === key);
    for (const item of await itemsOf(key)) {
      const article = publisher?.articles.find((candidate) => candidate.title === item.title);
      expect(item.blocks).toEqual(article === undefined ? [] : partsOf(article));
      expect(item.picture?.credit).toBe(article?.credit);
      expect(item.picture?.url).toBe(`${newsroom.url}/${key}/pictures/${article?.slug}.svg`);
    }
  });

  it.each(['tideline', 'cobalt', 'coromandel'])('gives no full text where %s lists its news', async (key) => {
    for (const item of await itemsOf(key)) expect(item.blocks).toEqual([]);
  });

  it('prints times on the clock of the town where the listing is made', async () => {
    const html = await (await fetch(`${newsroom.url}/coromandel/latest`)).text();
    expect(html).toContain('March 2, 2026, 2:12 PM');
    const [newest] = await itemsOf('coromandel');
    expect(newest?.published?.at).toEqual(new Date('2026-03-02T08:42:00Z'));
    const page = await reader.readPage(newest?.url ?? '', asSource(newsroom.sources, 'coromandel'));
    expect(page.kind === 'read' && page.article.published?.at).toEqual(new Date('2026-03-02T08:42:00Z'));
  });

  it('lists an advertisement and a page that is no news, which nobody takes for articles', async () => {
    expect(await (await fetch(`${newsroom.url}/coromandel/latest`)).text()).toContain('Umbrellas that pay');
    expect((await itemsOf('coromandel')).map((item) => item.title).join()).not.toContain('Umbrellas');
    expect(await (await fetch(`${newsroom.url}/cobalt/news-sitemap.xml`)).text()).toContain(
      `<loc>${newsroom.url}/cobalt</loc>`,
    );
    expect((await itemsOf('cobalt')).map((item) => item.url)).not.toContain(`${newsroom.url}/cobalt`);
  });

  it.each(publishers.map((publisher) => [publisher.key, publisher] as const))(
    'keeps everything beside the article out of the pages of %s',
    async (key, publisher) => {
      for (const article of publisher.articles.filter((candidate) => 'minutesAgo' in candidate.when)) {
        const url = `${newsroom.url}/${key}/news/${article.slug}`;
        const outcome = await reader.readPage(url, null);
        if (outcome.kind !== 'read') throw new Error(`${url}: ${outcome.reason}`);
        const page = outcome.article;
        expect(page.title).toBe(article.title);
        expect(page.blocks).toEqual(partsOf(article));
        expect(page.lead).toContain(excerptOf(article).slice(0, 60));
        expect(page.label).toBe(article.label);
        expect(page.picture?.credit).toBe(article.credit);
        expect(page.authors).toEqual(publisher.pages === 'portal' ? page.authors : [article.author]);
        expect(page.published?.precision).toBe(article.isDateOnly === true ? 'day' : 'minute');
        for (const leftover of [...leftovers, ...boxes])
          expect(plainText(page.blocks) + page.lead).not.toContain(leftover);
      }
    },
  );

  it('stands on pages that do hold such leftovers', async () => {
    const response = await fetch(`${newsroom.url}/tideline/news/kestrel-bridge-loses-31-million`);
    const html = await response.text();
    for (const leftover of [...leftovers, '<i>news</i>', 'Mar 02, 2026', 'March 2, 2026, 6:30 AM'])
      expect(html).toContain(leftover);
  });

  it('stands on pages that do hold such boxes', async () => {
    const slugs = [
      'cobalt/news/toll-road-operator-buys-ether',
      'coromandel/news/tea-estate-mines-with-monsoon',
    ];
    const pages = await Promise.all(
      slugs.map(async (slug) => (await fetch(`${newsroom.url}/${slug}`)).text()),
    );
    for (const box of boxes) expect(pages.join('\n')).toContain(box);
  });

  it('answers a conditional request with nothing new until something is', async () => {
    const url = `${newsroom.url}/harbour/rss.xml`;
    const first = await fetch(url);
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
    expect((await fetch(url, { headers })).status).toBe(304);
    newsroom.startLive();
    clock.advance(2000);
    expect((await fetch(url, { headers })).status).toBe(200);
  });

  it('brings out the first live article within two seconds and ten more within forty', async () => {
    const count = async () => (await Promise.all(publishers.map(({ key }) => itemsOf(key)))).flat().length;
    const before = await count();
    clock.advance(5000);
    expect(await count()).toBe(before);
    newsroom.startLive();
    clock.advance(1000);
    expect(await count()).toBe(before + 1);
    clock.advance(39_000);
    expect(await count()).toBeGreaterThanOrEqual(before + 11);
  });

  it.each(['harbour', 'tideline', 'courier', 'northlight'])(
    'names the feed of %s on its front page and on its articles',
    async (key) => {
      const finder = createSourceReader({ clock, log: createTestLog(), allowPrivateAddresses: true });
      const [newest] = await itemsOf(key);
      for (const address of [`${newsroom.url}/${key}`, newest?.url ?? '']) {
        const found = await finder.find(address);
        expect(found.kind === 'found' && found.source.url).toBe(asSource(newsroom.sources, key).url);
      }
      await finder.close();
    },
  );

  it.each(['//', '//[', '/%', '/harbour/../..//'])('outlives a visitor who asks for %s', async (path) => {
    const asking = request({ port: new URL(newsroom.url).port, host: '127.0.0.1', path });
    const status = new Promise((resolve) => {
      asking.once('response', (answer) => resolve(answer.resume().statusCode));
    });
    asking.end();
    expect(await status).toBe(404);
    expect((await fetch(`${newsroom.url}/harbour`)).status).toBe(200);
  });

  it('has no page for what is not out yet, nor for what never was', async () => {
    const early = await fetch(`${newsroom.url}/harbour/news/dubai-licenses-meridian-custody`);
    expect(early.status).toBe(404);
    expect((await fetch(`${newsroom.url}/nobody/rss.xml`)).status).toBe(404);
    expect((await fetch(`${newsroom.url}/harbour/news/nothing`)).status).toBe(404);
  });
});

function asSource(sources: readonly SourceDescription[], key: string): Source {
  const found = sources.find((source) => source.key === key);
  if (found === undefined) throw new Error(`no source ${key}`);
  return {
    ...found,
    id: 1n,
    scope: 'global',
    isPaused: false,
    etag: null,
    lastModified: null,
    nextDueAt: openedAt,
    firstReadAt: null,
    lastReadAt: null,
    lastArticleAt: null,
    failures: 0,
    failingSince: null,
    lastError: null,
    endedAt: null,
    hub: null,
    pushedUntil: null,
  };
}
