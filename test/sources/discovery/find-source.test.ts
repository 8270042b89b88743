import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSourceReader } from '../../../src/sources/source-reader.ts';
import type { SourceFinder, SourceReader } from '../../../src/sources/source.ts';
import { startPublisher, type Publisher } from '../../fakes/publisher.ts';
import { createTestClock } from '../../support/clock.ts';
import { createTestLog } from '../../support/log.ts';

const item = (title: string, day: number): string =>
  `<item><title>${title}</title><link>/a/${day}</link><pubDate>0${day} Mar 2026 08:00 GMT</pubDate></item>`;
const feed = `<rss><channel><title>Harbour Wire</title><language>en</language>${item('Old', 1)}${item('New', 3)}${item('Middle', 2)}</channel></rss>`;
const page = (head: string, body = ''): string =>
  `<!doctype html><html><head>${head}</head><body>${body}<p>Welcome.</p></body></html>`;

let publisher: Publisher;
let finder: SourceFinder & SourceReader;

beforeEach(async () => {
  publisher = await startPublisher();
  finder = createSourceReader({
    clock: createTestClock(),
    log: createTestLog(),
    allowPrivateAddresses: true,
  });
});
afterEach(async () => {
  await publisher.close();
  await finder.close();
});

test('the address of a feed is that feed, newest item first', async () => {
  publisher.serve('/feed', { body: feed });
  expect(await finder.find(`${publisher.url}/feed`)).toMatchObject({
    kind: 'found',
    source: {
      kind: 'feed',
      url: `${publisher.url}/feed`,
      title: 'Harbour Wire',
      language: 'en',
      items: [{ title: 'New' }, { title: 'Middle' }, { title: 'Old' }],
    },
  });
});

describe('behind a home page is found', () => {
  test.each([
    [
      'the feed that it names',
      page('<link rel="alternate" type="application/rss+xml" href="/x.rss">'),
      '/x.rss',
    ],
    [
      'the news, not the comments',
      page(
        '<link rel="alternate" type="application/rss+xml" href="/comments/feed"><link rel="alternate" type="application/atom+xml" href="/x.atom">',
      ),
      '/x.atom',
    ],
    [
      'the feed named by a page that leaves its <html> out',
      '<link rel="alternate" type="application/rss+xml" href="/x.rss"><meta charset="utf-8"><p>Welcome.</p>',
      '/x.rss',
    ],
    ['a feed that it links to', page('', '<a href="/news/rss">RSS</a>'), '/news/rss'],
    [
      'a feed against its base',
      page('<base href="/sub/"><link rel="alternate" type="text/xml" href="f.xml">'),
      '/sub/f.xml',
    ],
    ['a feed at a usual place', page(''), '/feed.xml'],
  ])('%s', async (_, home, path) => {
    publisher.serve('/', { body: home });
    publisher.serve(path, { body: feed });
    publisher.serve('/comments/feed', { body: feed.replace('Harbour Wire', 'Comments') });
    expect(await finder.find(`${publisher.url}/`)).toMatchObject({
      kind: 'found',
      source: { url: `${publisher.url}${path}`, title: 'Harbour Wire', home: `${publisher.url}/` },
    });
  });

  test('a news sitemap where there is no feed', async () => {
    publisher.serve('/', { body: page('') });
    publisher.serve('/robots.txt', { body: `Sitemap: ${publisher.url}/maps/news.xml` });
    publisher.serve('/maps/news.xml', {
      body: '<urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>/a/1</loc><news:news><news:title>T</news:title></news:news></url></urlset>',
    });
    expect(await finder.find(`${publisher.url}/`)).toMatchObject({
      kind: 'found',
      source: { kind: 'sitemap', url: `${publisher.url}/maps/news.xml`, items: [{ title: 'T' }] },
    });
  });

  test('the address to which the feed has moved for good', async () => {
    publisher.serve('/', { body: page('<link rel="alternate" type="application/rss+xml" href="/old">') });
    publisher.serve('/old', { status: 301, headers: { location: '/new' } });
    publisher.serve('/new', { body: feed });
    expect(await finder.find(`${publisher.url}/`)).toMatchObject({ source: { url: `${publisher.url}/new` } });
  });
});

describe('what leads to no feed is told', () => {
  test.each([
    [
      { body: page('') },
      'No feed was found behind this page; give the address of the feed itself, which many sites name at the foot of their pages.',
    ],
    [{ body: '{}' }, 'The address leads to JSON of another kind; give that of a feed or of a home page.'],
    [{ status: 404 }, 'There is nothing at this address (HTTP 404); check it.'],
  ])('%o', async (answer, reason) => {
    publisher.serve('/', answer);
    expect(await finder.find(`${publisher.url}/`)).toEqual({ kind: 'none', reason });
  });

  test('and a site is not asked without end', async () => {
    const links = Array.from({ length: 100 }, (_, index) => `<a href="/feed/${index}">feed</a>`).join('');
    publisher.serve('/', { body: page('', links) });
    await finder.find(`${publisher.url}/`);
    expect(publisher.requests.length).toBeLessThan(20);
  });

  test('and an address without a scheme is taken for one of the web', async () => {
    expect(await finder.find('ftp://x.example')).toEqual({
      kind: 'none',
      reason: 'Only http and https addresses are read, not ftp.',
    });
  });
});
