import { describe, expect, test } from 'vitest';
import { feedIn, firstItem, rssItem } from './parse-feed.ts';

test('an item with everything is read whole', () => {
  const item = firstItem(
    rssItem(
      `<title>Ledger opens</title><link>https://wire.example/a/1</link><guid isPermaLink="false">w-1</guid>
      <description>&lt;p&gt;A short &lt;b&gt;text&lt;/b&gt;.&lt;/p&gt;</description>
      <content:encoded><![CDATA[<h2>Why</h2><p>Because.</p><ul><li>one</li><li>two</li></ul><img src="/p.jpg">]]></content:encoded>
      <pubDate>Mon, 02 Mar 2026 08:00:00 +0100</pubDate><dc:creator>Ann Lee</dc:creator><dc:creator>Bo Chan</dc:creator>
      <category>Markets</category><category><![CDATA[Policy & Law]]></category><category>markets</category>
      <media:content url="https://wire.example/p.webp" medium="image"><media:credit>Jo Lind</media:credit></media:content>`,
      '<language>en-GB</language>',
    ),
  );
  expect(item).toEqual({
    url: 'https://wire.example/a/1',
    guid: 'w-1',
    title: 'Ledger opens',
    authors: ['Ann Lee', 'Bo Chan'],
    published: { at: new Date('2026-03-02T07:00:00Z'), precision: 'minute' },
    updated: null,
    summary: 'A short text.',
    blocks: [
      { kind: 'heading', text: 'Why' },
      { kind: 'paragraph', text: 'Because.' },
      { kind: 'list', items: ['one', 'two'] },
    ],
    labels: ['Markets', 'Policy & Law'],
    picture: { url: 'https://wire.example/p.webp', credit: 'Jo Lind' },
    language: 'en-GB',
  });
});

describe('a title is plain text', () => {
  test.each([
    ['Profit &amp; loss', 'Profit & loss'],
    ['Profit & loss', 'Profit & loss'],
    ['Profit &amp;amp; loss', 'Profit & loss'],
    ['It&#8217;s up &mdash; again', 'It’s up — again'],
    ['<![CDATA[A <b>bold</b> move]]>', 'A bold move'],
    ['A &lt;em&gt;soft&lt;/em&gt; fork', 'A soft fork'],
    ['A <i>naked</i> tag', 'A naked tag'],
    ['Fees &lt; 5 and rising', 'Fees < 5 and rising'],
    ['The &lt;Wallet&gt; type', 'The <Wallet> type'],
    ['two\n   lines\t here', 'two lines here'],
    ['R&D &copyright; AT&T', 'R&D &copyright; AT&T'],
    ['soft\u0007 bell', 'soft bell'],
  ])('%s', (written, expected) => {
    expect(firstItem(rssItem(`<title>${written}</title>`)).title).toBe(expected);
  });
});

describe('an address is found and made absolute', () => {
  test.each([
    ['<link>/a/1</link>', 'https://wire.example/a/1'],
    ['<link> https://x.example/a?b=1&c=2 </link>', 'https://x.example/a?b=1&c=2'],
    ['<link>https://x.example/a?x=1&copy=2</link>', 'https://x.example/a?x=1&copy=2'],
    ['<guid>https://x.example/g</guid>', 'https://x.example/g'],
    ['<guid isPermaLink="false">https://x.example/g</guid>', null],
    ['<guid>w-1</guid>', null],
    ['<atom:link href="https://x.example/at"/>', 'https://x.example/at'],
    ['<link></link><guid>https://x.example/g</guid>', 'https://x.example/g'],
    ['<link href="https://x.example/h"/>', 'https://x.example/h'],
    ['<link>javascript:alert(1)</link>', null],
  ])('%s', (inside, expected) => {
    expect(firstItem(rssItem(`<title>T</title>${inside}`)).url).toBe(expected);
  });

  test('against the base that the document names', () => {
    const item = '<title>T</title><link>a/1</link>';
    expect(
      firstItem(`<rss xml:base="https://b.example/x/"><channel><item>${item}</item></channel></rss>`).url,
    ).toBe('https://b.example/x/a/1');
  });
});

describe('an author is a name', () => {
  test.each([
    ['<author>ann@wire.example (Ann Lee)</author>', ['Ann Lee']],
    ['<author>Ann Lee &lt;ann@wire.example&gt;</author>', ['Ann Lee']],
    ['<author>ann@wire.example</author>', ['ann@wire.example']],
    ['<author>ann@wire.example</author><dc:creator>Ann Lee</dc:creator>', ['Ann Lee']],
    ['<dc:creator>By Ann Lee</dc:creator>', ['Ann Lee']],
    ['<itunes:author>Ann Lee</itunes:author>', ['Ann Lee']],
    [
      '<atom:author><atom:name>Ann Lee</atom:name><atom:email>a@b.example</atom:email></atom:author>',
      ['Ann Lee'],
    ],
  ])('%s', (inside, expected) => {
    expect(firstItem(rssItem(inside)).authors).toEqual(expected);
  });
});

describe('a picture comes from', () => {
  test.each([
    ['a thumbnail', '<media:thumbnail url="/t.jpg"/>'],
    ['a group', '<media:group><media:content url="/t.jpg" type="image/jpeg"/></media:group>'],
    ['an enclosure', '<enclosure url="/t.jpg" type="image/jpeg" length="1"/>'],
    ['an itunes image', '<itunes:image href="/t.jpg"/>'],
    ['the text', '<description>&lt;img src="/t.jpg"&gt; text</description>'],
    [
      'the text, past the counter',
      '<description>&lt;img src="/1.gif" width="1"&gt;&lt;img src="/t.jpg"&gt;</description>',
    ],
    [
      'the widest of several',
      '<media:content url="/s.jpg" width="90"/><media:content url="/t.jpg" width="900"/>',
    ],
  ])('%s', (_, inside) => {
    expect(firstItem(rssItem(inside)).picture).toEqual({ url: 'https://wire.example/t.jpg', credit: null });
  });

  test('nothing that is sound or film', () => {
    expect(firstItem(rssItem('<enclosure url="/t.mp3" type="audio/mpeg"/>')).picture).toBeNull();
  });
});

describe('old and odd forms are read', () => {
  test('RSS 1.0, where items stand beside the channel', () => {
    const feed =
      feedIn(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Harbour Wire</title><link>https://wire.example/</link></channel>
      <item rdf:about="https://wire.example/a/1"><title>T</title><link>https://wire.example/a/1</link><dc:date>2026-03-02</dc:date></item></rdf:RDF>`);
    expect(feed).toMatchObject({
      title: 'Harbour Wire',
      link: 'https://wire.example/',
      items: [
        {
          title: 'T',
          guid: 'https://wire.example/a/1',
          published: { at: new Date('2026-03-02T00:00:00Z'), precision: 'day' },
        },
      ],
    });
  });

  test.each(['0.90', '0.91', '0.92', '0.93', '0.94', '2.01', '9'])('version %s', (version) => {
    expect(
      firstItem(`<rss version="${version}"><channel><item><title>T</title></item></channel></rss>`).title,
    ).toBe('T');
  });

  test.each([
    ['no version', '<rss><channel><item><title>T</title></item></channel></rss>'],
    ['no rss around it', '<channel><item><title>T</title></item></channel>'],
    ['capital letters', '<RSS><CHANNEL><ITEM><TITLE>T</TITLE></ITEM></CHANNEL></RSS>'],
    [
      'text before the declaration',
      'Warning: slow query\n<?xml version="1.0"?><rss><channel><item><title>T</title></item></channel></rss>',
    ],
    [
      'a blank line first',
      '\n\n<?xml version="1.0"?><rss><channel><item><title>T</title></item></channel></rss>',
    ],
    [
      'a document type with declarations',
      '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]><rss><channel><item><title>T</title></item></channel></rss>',
    ],
    [
      'an unclosed tag in a text',
      '<rss><channel><item><title>T</title><description>a<br>b</description></item></channel></rss>',
    ],
    ['an end tag that began nowhere', '<rss><channel></b><item><title>T</title></item></channel></rss>'],
    ['prefixes that nobody declared', '<rss><channel><item><dc:title>T</dc:title></item></channel></rss>'],
    [
      'other prefixes for known namespaces',
      '<rss xmlns:d="http://purl.org/dc/elements/1.1/"><channel><item><d:title>T</d:title></item></channel></rss>',
    ],
    [
      'a namespace of its own',
      '<rss xmlns="http://unknown.example/"><channel><item><title>T</title></item></channel></rss>',
    ],
  ])('with %s', (_, document) => {
    expect(firstItem(document).title).toBe('T');
  });
});

describe('a document that breaks off', () => {
  const whole = '<item><title>One</title></item>';
  test.each([
    ['in an item', `<rss><channel>${whole}<item><title>Two</title><link>htt`, true],
    ['in a tag', `<rss><channel>${whole}<item><title>Two</tit`, true],
    ['in a CDATA section', `<rss><channel>${whole}<item><description><![CDATA[abc`, true],
    ['between items', `<rss><channel>${whole}`, true],
    ['nowhere', `<rss><channel>${whole}</channel></rss>`, false],
  ])('%s keeps what is whole, and says so', (_, document, isCut) => {
    const feed = feedIn(document);
    expect(feed.items.map((item) => item.title)).toEqual(['One']);
    expect(feed.defect !== null).toBe(isCut);
  });
});

test('depth does not break it', () => {
  const deep = `${'<a>'.repeat(50_000)}x${'</a>'.repeat(50_000)}`;
  const item = (description: string): string =>
    `<item><title>T</title><description>${description}</description></item>`;
  const feed = feedIn(`<rss><channel>${item('')}${item(deep)}</channel></rss>`);
  expect(feed.items).toHaveLength(1);
  expect(feed.defect).toMatch(/breaks off/);
  const escaped = firstItem(`<rss><channel>${item(deep.replaceAll('<', '&lt;'))}</channel></rss>`);
  expect(escaped.title).toBe('T');
});

describe('how long it asks to be left alone', () => {
  test.each([
    ['<ttl>30</ttl>', 30],
    ['<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>', 30],
    ['<sy:updatePeriod>yearly</sy:updatePeriod>', 24 * 60],
    ['<ttl>soon</ttl>', 0],
    ['', 0],
  ])('%s', (channel, minutes) => {
    expect(feedIn(rssItem('', channel)).freshForMs).toBe(minutes * 60_000);
  });
});
