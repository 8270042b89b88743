import { describe, expect, test } from 'vitest';
import { parseFeed } from '../../../src/sources/feed/parse-feed.ts';
import { parseSitemap } from '../../../src/sources/sitemap/read-sitemap.ts';
import type { SourceItem } from '../../../src/sources/source.ts';
import { createRandom } from '../../support/random.ts';
import { feedAddress, feedIn } from './parse-feed.ts';

const samples = [
  `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE rss [<!ENTITY pier "Pier">]><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
   xml:base="https://pier.example/"><channel><title>&pier; news</title><link>/</link><item><title>A &amp;amp; B</title><link>a</link>
   <guid isPermaLink="false">1</guid><pubDate>Mon, 02 Mar 2026 08:00:00 +0100</pubDate><dc:creator>Ann (a@pier.example)</dc:creator>
   <description><![CDATA[<p>One<br>two <img src="a.jpg"></p><ul><li>x</ul>]]></description><category>c</category></item></channel></rss>`,
  `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title type="html">Pier &lt;b&gt;news</title><entry><id>a</id><link href="a" rel="alternate"/>
   <title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <b>b</b></div></title><updated>2026-03-02T08:00:00Z</updated>
   <author><name>Ann</name></author><content type="application/x">PHA+TG9uZy48L3A+</content></entry></feed>`,
  `{"version":"https://jsonfeed.org/version/1.1","title":"Pier","items":[{"id":1,"url":"https://pier.example/a","title":"A",
   "content_html":"<p>One</p>","date_published":"2026-03-02T08:00:00Z","authors":[{"name":"Ann"}],"tags":["c"]}]}`,
];

const scraps = [
  '< > & " \' [ ] { } ( ) : , ; @ / \\ # % <![CDATA[ ]]> <!-- --> <? ?> &a; &#0; &#1; &#xd800; \\u0000 null 1e999',
  '<item> </item> </channel> <entry> <title> <br> xml:base="//" xmlns="x" type="html" 2025- 99:99 +9999 javascript:',
  '\u0000 \ufeff \ud800 \u2028 é 😀 <!DOCTYPE\u00a0x\u00a0[ <!ENTITY\u00a0a\u00a0"&a;">',
].flatMap((row) => row.split(' ').map((scrap) => scrap.replaceAll('\u00a0', ' ')));

function damaged(text: string, random: () => number): string {
  const below = (limit: number): number => Math.floor(random() * limit);
  const [from, to] = [below(text.length), below(text.length)].sort((a, b) => a - b);
  const scrap = (scraps[below(scraps.length)] ?? '').repeat(1 + below(3));
  const ways = [
    () => text.slice(0, from),
    () => text.slice(0, from) + text.slice(to),
    () => text.slice(0, to) + text.slice(from),
    () => text.slice(0, from) + scrap + text.slice(from),
    () => text.slice(0, from) + (samples[below(samples.length)] ?? '').slice(to),
  ];
  return ways[below(ways.length)]?.() ?? text;
}

/** What is wrong with an item that a feed gave; empty when nothing is. */
function faultsOf(item: SourceItem): readonly string[] {
  const lines = [item.title, item.summary, ...item.authors, ...item.labels];
  const addresses = [item.url, item.picture?.url ?? null];
  const moments = [item.published, item.updated];
  return [
    ...lines.filter((line) => /\p{Cc}/u.test(line)),
    ...addresses.filter((address) => address !== null && !/^https?:\/\/./.test(address)).map(String),
    ...moments.filter((moment) => moment !== null && Number.isNaN(moment.at.getTime())).map(String),
    ...item.blocks
      .filter((block) => (block.kind === 'list' ? block.items.length === 0 : block.text === ''))
      .map(String),
  ];
}

test.each([1, 2, 3, 4, 5])('whatever is done to a feed, its items are sound: series %d', (seed) => {
  const random = createRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  for (let round = 0; round < 250; round += 1) {
    let text = samples[below(samples.length)] ?? '';
    for (let hits = 1 + below(4); hits > 0; hits -= 1) text = damaged(text, random);
    const bytes = new TextEncoder().encode(text);
    const parsed = parseFeed({ bytes, url: feedAddress, contentType: null });
    const items = parsed.kind === 'feed' ? parsed.feed.items : [];
    expect({ text, faults: items.flatMap(faultsOf) }).toEqual({ text, faults: [] });
    expect(['items', 'other']).toContain(parseSitemap({ bytes, url: feedAddress, contentType: null }).kind);
  }
});

describe('a storm of one thing ends', () => {
  const storms = [
    '<',
    '&',
    '&#',
    '&lt;',
    ']]>',
    '<![CDATA[',
    '<!--',
    '<?',
    '<a ',
    '<a b="',
    '<b>',
    '</b>',
    ' ',
    '\n',
    '(',
    '@',
    '"',
    '1 ',
    'Jan ',
  ];
  test.each(storms)('%j', (storm) => {
    const row = storm.repeat(30_000 / storm.length);
    const inItem = `<author>${row}</author><pubDate>${row}</pubDate><link>${row}</link><guid>${row}</guid><title>${row}</title>`;
    for (const text of [
      row,
      `<rss><channel><item>${inItem}<description>${row}`,
      `<rss a="${row}"><channel>`,
    ]) {
      const bytes = new TextEncoder().encode(text);
      expect(['feed', 'other']).toContain(parseFeed({ bytes, url: feedAddress, contentType: row }).kind);
    }
  });
});

describe('of a document without end a part is read', () => {
  test('items', () => {
    const feed = feedIn(`<rss><channel>${'<item><title>T</title></item>'.repeat(6000)}</channel></rss>`);
    expect(feed.items).toHaveLength(5000);
  });

  test('items of JSON', () => {
    const items = Array.from({ length: 6000 }, (_, id) => ({ id }));
    const feed = feedIn(JSON.stringify({ version: 'https://jsonfeed.org/version/1', items }));
    expect(feed.items).toHaveLength(5000);
  });

  test('elements', () => {
    const whole = '<item><title>T</title></item>';
    const feed = feedIn(
      `<rss><channel>${whole}<item>${'<a/>'.repeat(300_000)}</item>${whole}</channel></rss>`,
    );
    expect(feed.items.map(({ title }) => title)).toEqual(['T']);
    expect(feed.defect).toMatch(/breaks off/);
  });

  test('namespaces', () => {
    const declarations = Array.from({ length: 20_000 }, (_, index) => `xmlns:a${index}="x"`).join(' ');
    expect(
      feedIn(`<rss ${declarations}><channel><item><title>T</title></item></channel></rss>`).items,
    ).toHaveLength(1);
  });

  test('an address', () => {
    const long = `https://pier.example/${'a'.repeat(20_000)}`;
    const feed = feedIn(
      `<rss xml:base="${long}"><channel><item><title>T</title><link>${long}</link></item></channel></rss>`,
    );
    expect(feed.items[0]).toMatchObject({ title: 'T', url: null });
  });
});
