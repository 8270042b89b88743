import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Source } from '../../src/domain/source.ts';
import { createSourceReader } from '../../src/sources/source-reader.ts';
import type { SourceReader, SourceReadingOutcome } from '../../src/sources/source.ts';
import { startPublisher, type Publisher } from '../fakes/publisher.ts';
import { createTestClock } from '../support/clock.ts';
import { createTestLog } from '../support/log.ts';
import { exampleSource } from '../support/source.ts';

let publisher: Publisher;
let reader: SourceReader;

beforeEach(async () => {
  publisher = await startPublisher();
  reader = createSourceReader({
    clock: createTestClock(),
    log: createTestLog(),
    allowPrivateAddresses: true,
    secrets: { NEWS_KEY: 's3cret' },
  });
});
afterEach(async () => {
  await publisher.close();
  await reader.close();
});

const read = (path: string, parts: Partial<Source>): Promise<SourceReadingOutcome> =>
  reader.read(exampleSource({ url: `${publisher.url}${path}`, ...parts }));

describe('a news sitemap', () => {
  const entry = (inside: string): string =>
    `<url><loc>/a/1</loc>${inside}<image:image><image:loc>/p.jpg</image:loc></image:image></url>`;
  const news = `<news:news><news:publication><news:name>Harbour Wire</news:name><news:language>en</news:language></news:publication>
    <news:publication_date>2026-03-02T08:00:00Z</news:publication_date><news:title>Profit &amp; loss</news:title><news:keywords>Markets, DeFi</news:keywords></news:news>`;
  const sitemap = (inside: string): string =>
    `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
    xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">${inside}</urlset>`;

  test('gives its articles and passes over what is no news', async () => {
    publisher.serve('/news.xml', { body: sitemap(entry(news) + entry('')), headers: { etag: '"v1"' } });
    expect(await read('/news.xml', { kind: 'sitemap' })).toMatchObject({
      kind: 'read',
      title: 'Harbour Wire',
      language: 'en',
      etag: '"v1"',
      items: [
        {
          url: `${publisher.url}/a/1`,
          title: 'Profit & loss',
          published: { at: new Date('2026-03-02T08:00:00Z'), precision: 'minute' },
          labels: ['Markets', 'DeFi'],
          picture: { url: `${publisher.url}/p.jpg`, credit: null },
          language: 'en',
        },
      ],
    });
  });

  test('that breaks off keeps what is whole', async () => {
    publisher.serve('/news.xml', { body: sitemap(entry(news) + entry(news)).slice(0, -60) });
    expect(await read('/news.xml', { kind: 'sitemap' })).toMatchObject({
      items: [{ title: 'Profit & loss' }],
      defect: 'The document breaks off before its end; what was whole was kept.',
    });
  });

  test.each([
    ['<sitemapindex><sitemap><loc>/a.xml</loc></sitemap></sitemapindex>', 'a list of sitemaps'],
    [sitemap('<url><loc>/a</loc></url>'), 'a sitemap without news'],
    ['<!doctype html><html></html>', 'an HTML page'],
  ])('is not %s', async (body, found) => {
    publisher.serve('/news.xml', { body });
    expect(await read('/news.xml', { kind: 'sitemap' })).toMatchObject({
      reason: `The address leads to ${found} instead of a news sitemap.`,
    });
  });
});

describe('a listing page', () => {
  const page = `<html lang="ko"><head><title>Harbour Wire</title></head><body>
    <div class="card"><a class="t" href="/a/1"><h3>Ledger opens</h3></a><span class="c">Markets·</span><time>Mar 02, 2026</time><p>An excerpt.</p><i>By Ann Lee</i><img src="/p.jpg"></div>
    <div class="card"><a class="t" href="/a/1"><h3>Ledger opens, again</h3></a></div>
    <div class="card"><a class="t" href="/a/2"><h3>Port closes</h3></a><time datetime="2026-03-02T08:00:00">today</time></div>
    <div class="card"><a class="t" href="/a/3"></a></div><div class="card"><h3>No link</h3></div></body></html>`;
  const settings = {
    item: '.card',
    link: 'a.t',
    title: 'h3',
    time: 'time',
    label: '.c',
    summary: 'p',
    author: 'i',
    picture: 'img',
    timeZone: 'Asia/Seoul',
  };

  test('is read by its selectors, each address once', async () => {
    publisher.serve('/news', { body: page });
    const outcome = await read('/news', { kind: 'listing', settings });
    expect(outcome).toMatchObject({ kind: 'read', title: 'Harbour Wire', language: 'ko' });
    expect(outcome.kind === 'read' ? outcome.items : []).toMatchObject([
      {
        url: `${publisher.url}/a/1`,
        title: 'Ledger opens',
        authors: ['Ann Lee'],
        published: { at: new Date('2026-03-02T00:00:00Z'), precision: 'day' },
        summary: 'An excerpt.',
        labels: ['Markets'],
        picture: { url: `${publisher.url}/p.jpg`, credit: null },
      },
      {
        url: `${publisher.url}/a/2`,
        title: 'Port closes',
        published: { at: new Date('2026-03-01T23:00:00Z'), precision: 'minute' },
      },
    ]);
  });

  test('where the selectors fit nothing says so', async () => {
    publisher.serve('/news', { body: '<html><body><p>Rebuilt.</p></body></html>' });
    expect(await read('/news', { kind: 'listing', settings })).toMatchObject({
      kind: 'failed',
      reason: 'The address leads to a page where ".card" selects no linked title instead of a listing page.',
    });
  });

  test('without selectors says what is missing', async () => {
    expect(await read('/news', { kind: 'listing' })).toMatchObject({
      kind: 'failed',
      reason: 'settings: item is missing',
    });
    expect(publisher.requests).toEqual([]);
  });
});

describe('a JSON API', () => {
  const settings = {
    items: 'Data.list',
    headers: { 'x-key': '${NEWS_KEY}' },
    fields: {
      title: 'title',
      url: 'url',
      id: 'id',
      summary: 'body',
      published: 'published_on',
      labels: 'categories',
      authors: 'authors.name',
      picture: 'meta.image.0.src',
      language: 'lang',
      content: 'html',
      updated: 'changed',
    },
  };
  const entry = {
    id: 7,
    title: 'Profit &amp; loss',
    url: '/a/7',
    body: 'Short.',
    published_on: 1772438400,
    categories: 'BTC|Markets',
    authors: [{ name: 'Ann Lee' }, { name: 'Bo Chan' }],
    meta: { image: [{ src: '/p.jpg' }] },
    lang: 'EN',
    html: '<p>One.</p>',
    changed: '2026-03-02T09:00:00Z',
  };

  test('is read by its map of fields, with its key', async () => {
    publisher.serve('/v1?key=s3cret', { body: JSON.stringify({ Data: { list: [entry, {}, null, 'x'] } }) });
    const outcome = await read('/v1?key=${NEWS_KEY}', { kind: 'api', settings });
    expect(publisher.requests[0]?.headers['x-key']).toBe('s3cret');
    expect(outcome).toMatchObject({ kind: 'read' });
    expect(outcome.kind === 'read' ? outcome.items : []).toEqual([
      {
        url: `${publisher.url}/a/7`,
        guid: '7',
        title: 'Profit & loss',
        authors: ['Ann Lee', 'Bo Chan'],
        published: { at: new Date('2026-03-02T08:00:00Z'), precision: 'minute' },
        updated: { at: new Date('2026-03-02T09:00:00Z'), precision: 'minute' },
        summary: 'Short.',
        blocks: [{ kind: 'paragraph', text: 'One.' }],
        labels: ['BTC', 'Markets'],
        picture: { url: `${publisher.url}/p.jpg`, credit: null },
        language: 'en',
      },
    ]);
  });

  test('whose key is not set names it and asks nobody', async () => {
    const other = { ...settings, headers: { 'x-key': '${OTHER_KEY}' } };
    expect(await read('/v1', { kind: 'api', settings: other })).toMatchObject({
      kind: 'failed',
      reason: 'This source needs a key; set OTHER_KEY.',
    });
    expect(publisher.requests).toEqual([]);
  });

  test.each([
    ['{"error": "no"}', 'JSON without a list at "Data.list"'],
    ['<html></html>', 'an HTML page'],
    ['', 'nothing (the answer is empty)'],
  ])('that answers otherwise is told: %s', async (body, found) => {
    publisher.serve('/v1', { body });
    expect(await read('/v1', { kind: 'api', settings })).toMatchObject({
      reason: `The address leads to ${found} instead of a list of news in JSON.`,
    });
  });

  test('does not give its key to the host that a redirect leads to', async () => {
    const other = await startPublisher();
    publisher.serve('/v1', { status: 302, headers: { location: `${other.url}/v1` } });
    other.serve('/v1', { body: '{"Data": {"list": []}}' });
    expect(await read('/v1', { kind: 'api', settings })).toMatchObject({ kind: 'read', items: [] });
    expect(other.requests[0]?.headers['x-key']).toBeUndefined();
    await other.close();
  });
});
