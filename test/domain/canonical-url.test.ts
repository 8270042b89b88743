import { describe, expect, it } from 'vitest';
import { canonicalUrl, sameArticleUrls } from '../../src/domain/canonical-url.ts';

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
  ])('takes %j for no address', (text) => {
    expect(canonicalUrl(text)).toBeNull();
  });
});

it('names the addresses that one article goes by', () => {
  expect(sameArticleUrls('https://www.news.example/a?b=1')).toEqual([
    'https://www.news.example/a?b=1',
    'https://news.example/a?b=1',
    'http://news.example/a?b=1',
    'http://www.news.example/a?b=1',
  ]);
});
