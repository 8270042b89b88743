import { describe, expect, it } from 'vitest';
import { articleKey, canonicalUrl, sameArticleUrls } from '../../src/domain/canonical-url.ts';

describe('canonicalUrl', () => {
  it.each([
    'https://news.example/markets/bitcoin-rises',
    'https://news.example/markets/bitcoin-rises/',
    'https://news.example/markets/bitcoin-rises///',
    'https://news.example/markets/bitcoin-rises#comments',
    'https://news.example:443/markets/bitcoin-rises',
    'https://NEWS.example/markets/bitcoin-rises?',
    '  https://news.example/markets/bitcoin-rises\n',
    'https://user:secret@news.example/markets/bitcoin-rises',
    'https://news.example./markets/bitcoin-rises',
    'https://m.news.example/markets/bitcoin-rises',
    'https://mobile.news.example/markets/bitcoin-rises',
    'https://amp.news.example/markets/bitcoin-rises',
    'https://news.example/amp/markets/bitcoin-rises',
    'https://news.example/markets/bitcoin-rises/amp',
    'https://news.example/markets/bitcoin-rises/amp/',
    'https://news.example/markets/bitcoin-rises?amp',
    'https://news.example/markets/bitcoin-rises?amp=1',
    'https://news.example/markets/bitcoin-rises?outputType=amp',
    'https://news.example/markets/bitcoin-rises?utm_source=rss&utm_medium=feed&UTM_Campaign=x',
    'https://news.example/markets/bitcoin-rises?fbclid=abc&gclid=1',
    'https://news.example/markets/bitcoin-rises?mc_cid=1&mc_eid=2#top',
    'https://news.example/markets/bitcoin-rises?ref=homepage',
    'https://news.example/markets/bitcoin-rises?source=rss----abc---4',
    'https://news.example/markets/bitcoin-rises?utm_source=a&amp;utm_medium=b',
    'https://news.example/markets/bitcoin-rises?from=telegram',
    'https://news.example/markets/bitcoin-rises?srsltid=Af3&gad_source=1&mibextid=x',
    'https://news.example/markets/bitcoin-rises?view=amp&format=AMP',
    'https://news.example/markets/bitcoin-rises;jsessionid=0A1B2C?phpsessid=9',
    'https://news.example/markets/bitcoin-rises/index.html',
    'https://news.example/markets/bitcoin-rises/index.htm?utm_source=x',
    'https://news.example/markets/bitcoin%2Drises',
    'https://news.example/%6darkets/bitcoin-rises',
    'https://news-example.cdn.ampproject.org/c/s/news.example/markets/bitcoin-rises',
    'https://cdn.ampproject.org/v/s/news.example/markets/bitcoin-rises?amp_js_v=0.1&usqp=mq331',
    'https://news-example.bing-amp.com/c/s/news.example/markets/bitcoin-rises/amp',
    'https://www.google.com/amp/s/news.example/markets/bitcoin-rises',
    'https://www.google.co.uk/amp/s/amp.news.example/markets/bitcoin-rises',
    'https://www.bing.com/amp/s/news.example/markets/bitcoin-rises',
    'https://www.google.com/url?rct=j&sa=t&url=https://news.example/markets/bitcoin-rises&ct=ga&usg=AOv',
  ])('makes one address of %s', (text) => {
    expect(canonicalUrl(text)).toBe('https://news.example/markets/bitcoin-rises');
  });

  it.each([
    ['https://blog.example/?p=123', 'https://blog.example/?p=123'],
    ['https://blog.example/?p=123&utm_source=rss', 'https://blog.example/?p=123'],
    ['https://blog.example/index.php?id=7&cat=2', 'https://blog.example/index.php?cat=2&id=7'],
    ['https://blog.example/read?ref=4711', 'https://blog.example/read?ref=4711'],
    ['https://blog.example/read?source=coindesk', 'https://blog.example/read?source=coindesk'],
    ['https://blog.example/#!/post/5', 'https://blog.example/#!/post/5'],
    ['https://blog.example/a?q=a%20b', 'https://blog.example/a?q=a%20b'],
    ['https://blog.example/caf%c3%a9', 'https://blog.example/caf%C3%A9'],
    ['https://blog.example/café', 'https://blog.example/caf%C3%A9'],
    ['https://blog.example/amp', 'https://blog.example/'],
    ['https://blog.example/amplify/ramp', 'https://blog.example/amplify/ramp'],
    ['https://blog.example/a.amp.html', 'https://blog.example/a.html'],
    ['https://m.example/a', 'https://m.example/a'],
    ['https://amp.m.example', 'https://m.example/'],
    ['http://blog.example:8080/a', 'http://blog.example:8080/a'],
    ['http://127.0.0.1:4000/a', 'http://127.0.0.1:4000/a'],
    ['http://[::1]:4000/a', 'http://[::1]:4000/a'],
    ['https://www.blog.example/a', 'https://www.blog.example/a'],
    ['https://blog.example/A', 'https://blog.example/A'],
    ['https://blog.example/?id=1', 'https://blog.example/?id=1'],
    ['https://blog.example/?id=2', 'https://blog.example/?id=2'],
    ['https://blog.example/a?page=2', 'https://blog.example/a?page=2'],
    ['https://blog.example/a?view=print', 'https://blog.example/a?view=print'],
    ['https://blog.example/index.php', 'https://blog.example/index.php'],
    ['https://blog.example/reindex.html', 'https://blog.example/reindex.html'],
    ['https://blog.example/a%2Fb', 'https://blog.example/a%2Fb'],
    ['https://blog.example/a%252Db', 'https://blog.example/a%252Db'],
    ['https://blog.example/?q=a%26b%3dc', 'https://blog.example/?q=a%26b%3Dc'],
    ['https://cdn.ampproject.org/c/news', 'https://cdn.ampproject.org/c/news'],
    ['https://www.google.com/amp/help', 'https://www.google.com/help'],
    [
      'https://www.google.com/url?url=javascript:alert(1)',
      'https://www.google.com/url?url=javascript:alert(1)',
    ],
    ['https://m.co.example/c/s/news.example/a', 'https://co.example/c/s/news.example/a'],
    ['http://BÜCHER.example/a', 'http://xn--bcher-kva.example/a'],
    ['https://аpple.example/a', 'https://xn--pple-43d.example/a'],
  ])('keeps what tells articles apart in %s', (text, canonical) => {
    expect(canonicalUrl(text)).toBe(canonical);
  });

  it('gives the same again for what it gave', () => {
    const once = canonicalUrl('https://m.blog.example/amp/a/?b=2&a=1&utm_x=1#z') ?? '';
    expect(canonicalUrl(once)).toBe(once);
  });

  it.each([
    '',
    'news',
    '/a/b',
    'ftp://x.example/a',
    'mailto:a@b.example',
    'javascript:alert(1)',
    'https://',
    'http://%',
    `https://news.example/${'a'.repeat(2048)}`,
  ])('takes %j for no address', (text) => {
    expect(canonicalUrl(text)).toBeNull();
  });
});

it.each([
  'https://cdn.ampproject.org/c/s/m.blog.example/amp/a/index.html?b=2&a=%41',
  'https://blog.example/index.html/index.html/amp/',
  'https://blog.example/a%2D%2eb/;jsessionid=1/',
])('gives the same again for what it gave of %s', (text) => {
  const once = canonicalUrl(text) ?? '';
  expect(canonicalUrl(once)).toBe(once);
});

it('is one key for all addresses of one article', () => {
  const keys = sameArticleUrls('https://news.example/a?b=1').map(articleKey);
  expect([...new Set(keys)]).toEqual(['news.example/a?b=1']);
});

it('names the addresses that one article goes by', () => {
  expect(sameArticleUrls('https://www.news.example/a?b=1')).toEqual([
    'https://www.news.example/a?b=1',
    'https://news.example/a?b=1',
    'http://news.example/a?b=1',
    'http://www.news.example/a?b=1',
  ]);
});
