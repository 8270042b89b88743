import { expect, test } from 'vitest';
import { atomEntry, feedIn } from './parse-feed.ts';

const links = '<atom:link rel="hub" href="https://hub.example/"/><atom:link rel="self" href="/feed.xml"/>';
const rss = (of: string) =>
  `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Wire</title>${of}</channel></rss>`;
const json = (parts: object) =>
  JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Wire', items: [], ...parts });

test.each([
  ['an Atom feed', atomEntry('', links.replaceAll('atom:', ''))],
  ['an RSS feed', rss(links)],
  ['a JSON Feed', json({ feed_url: '/feed.xml', hubs: [{ type: 'WebSub', url: 'https://hub.example/' }] })],
])('%s names its hub and its own address', (_, document) => {
  const { hubs, self } = feedIn(document).hub;
  expect({ hubs, self: new URL(self ?? '').pathname }).toEqual({
    hubs: ['https://hub.example/'],
    self: '/feed.xml',
  });
});

test('several hubs stay in their order, each once, and no more than five', () => {
  const names = ['b', 'a', 'b', 'c', 'd', 'e', 'f'];
  const given = names.map((name) => `<atom:link rel="hub" href="https://${name}.example/"/>`);
  expect(feedIn(rss(given.join(''))).hub).toEqual({
    hubs: ['b', 'a', 'c', 'd', 'e'].map((name) => `https://${name}.example/`),
    self: null,
  });
});

test.each([
  ['an address that is none of the web', rss('<atom:link rel="hub" href="mailto:hub@example.com"/>')],
  ['an empty address', rss('<atom:link rel="hub" href=""/>')],
  ['an address without end', rss(`<atom:link rel="hub" href="https://hub.example/${'x'.repeat(3000)}"/>`)],
  ['a hub of another kind', json({ hubs: [{ type: 'rssCloud', url: 'https://cloud.example/' }] })],
  [
    'a hub of an article',
    rss('<item><title>A</title><atom:link rel="hub" href="https://hub.example/"/></item>'),
  ],
  ['hubs of the wrong shape', json({ hubs: 'https://hub.example/' })],
])('%s is no hub', (_, document) => {
  expect(feedIn(document).hub.hubs).toEqual([]);
});

test('an address stays as it is written, since hubs may know it letter by letter', () => {
  const written = 'https://Wire.example/a%7eb?';
  expect(feedIn(rss(`<atom:link rel="self" href=" ${written} "/>`)).hub.self).toBe(written);
});
