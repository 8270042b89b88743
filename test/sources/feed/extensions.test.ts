import { describe, expect, test } from 'vitest';
import type { SourceItem } from '../../../src/sources/source.ts';
import { atomEntry, firstItem, rssItem } from './parse-feed.ts';

const text = (item: SourceItem): string =>
  item.blocks.map((block) => (block.kind === 'list' ? block.items.join('; ') : block.text)).join(' / ');

const purl = 'http://purl.org';

describe('a namespace is known by its address, however it is written', () => {
  test.each([
    ['xmlns:x="http://purl.org/dc/elements/1.1/"'],
    ['xmlns:x="http://purl.org/DC/elements/1.1"'],
    ['xmlns:x=" https://purl.org/dc/elements/1.1/ "'],
    ['xmlns:x="http://purl.org/dc/elements/1.0/"'],
  ])('%s', (declaration) => {
    const item = firstItem(
      `<rss ${declaration}><channel><item><x:creator>Ann Lee</x:creator></item></channel></rss>`,
    );
    expect(item.authors).toEqual(['Ann Lee']);
  });

  test.each([
    ['no declaration', '<dc:creator>Ann Lee</dc:creator>'],
    ['another address', '<dc:creator xmlns:dc="http://dc.example/">Ann Lee</dc:creator>'],
    ['capitals', '<DC:Creator>Ann Lee</DC:Creator>'],
    ['a default on the element', `<creator xmlns="${purl}/dc/elements/1.1/">Ann Lee</creator>`],
    ['no prefix', '<creator>Ann Lee</creator>'],
  ])('or by its prefix: %s', (_, inside) => {
    expect(firstItem(rssItem(inside)).authors).toEqual(['Ann Lee']);
  });
});

describe("the title is the item's own", () => {
  test.each([
    ['<title>Own</title><media:title>Film</media:title>', 'Own'],
    ['<media:title>Film</media:title><title>Own</title>', 'Own'],
    ['<dc:title>Core</dc:title><title>Own</title>', 'Own'],
    ['<title/><dc:title>Core</dc:title>', 'Core'],
    ['<itunes:title>Episode</itunes:title>', 'Episode'],
    ['<title>First</title><title>Second</title>', 'First'],
    ['<media:content><media:title>Film</media:title></media:content><title>Own</title>', 'Own'],
  ])('%s', (inside, expected) => {
    expect(firstItem(rssItem(inside)).title).toBe(expected);
  });
});

describe('the text is taken from', () => {
  test.each([
    ['<description>Short.</description><content:encoded>Long.</content:encoded>', 'Short.', 'Long.'],
    ['<content:encoded>Long.</content:encoded><description>Short.</description>', 'Short.', 'Long.'],
    [
      '<description>Short.</description><body xmlns="http://www.w3.org/1999/xhtml"><p>Long.</p></body>',
      'Short.',
      'Long.',
    ],
    ['<description>Short.</description><xhtml:div><p>Long.</p></xhtml:div>', 'Short.', 'Long.'],
    ['<description>Short.</description><fullitem>Long.</fullitem>', 'Short.', 'Long.'],
    [
      '<description>Short.</description><atom:content type="html">&lt;p&gt;Long.</atom:content>',
      'Short.',
      'Long.',
    ],
    ['<description>First.</description><description>Second.</description>', 'First.', 'Second.'],
    ['<summary>First.</summary><description>Second.</description>', 'First.', 'Second.'],
    ['<description>Short.</description><content:encoded/>', 'Short.', ''],
    ['<dc:description>Short.</dc:description>', 'Short.', ''],
    ['<itunes:summary>Short.</itunes:summary><itunes:subtitle>Sub.</itunes:subtitle>', 'Short.', ''],
    [
      '<media:group><media:description>Film.</media:description></media:group><description>Own.</description>',
      'Own.',
      '',
    ],
  ])('%s', (inside, summary, content) => {
    const item = firstItem(rssItem(inside));
    expect([item.summary, text(item)]).toEqual([summary, content]);
  });

  test.each([
    ['<summary>Short.</summary><content>Long.</content>', 'Short.', 'Long.'],
    ['<content type="text/plain">a &lt; b</content>', '', 'a < b'],
    ['<content type="application/octet-stream">PHA+TG9uZy48L3A+</content>', '', 'Long.'],
    ['<content type="application/x-note">Long</content>', '', 'Long'],
    ['<content type="application/xml"><doc><p>Long.</p></doc></content>', '', 'Long.'],
    [
      '<content type="image/svg+xml"><svg xmlns="http://www.w3.org/2000/svg"><text>No</text></svg></content>',
      '',
      '',
    ],
    ['<content mode="base64" type="text/html">PHA+TG9uZy48L3A+</content>', '', 'Long.'],
    ['<content mode="xml" type="application/xhtml+xml"><div><p>Long.</p></div></content>', '', 'Long.'],
    [
      '<x:content xmlns:x="http://www.w3.org/2005/Atom" type="xhtml"><x:div>Long.</x:div></x:content>',
      '',
      'Long.',
    ],
    [
      '<content type="xhtml"><h:div xmlns:h="http://www.w3.org/1999/xhtml"><h:p>Long.</h:p></h:div></content>',
      '',
      'Long.',
    ],
  ])('in Atom, %s', (inside, summary, content) => {
    const item = firstItem(atomEntry(inside));
    expect([item.summary, text(item)]).toEqual([summary, content]);
  });
});

describe('the time is taken from', () => {
  const at = (time: string): Date => new Date(`2026-03-02T${time}:00Z`);
  test.each([
    ['<pubDate>2026-03-02T08:00Z</pubDate><dc:date>2026-03-02T09:00Z</dc:date>', '08:00', '09:00'],
    ['<pubDate>soon</pubDate><dc:date>2026-03-02T09:00Z</dc:date>', '09:00', '09:00'],
    ['<pubDate/><pubDate>2026-03-02T08:00Z</pubDate>', '08:00', null],
    [
      '<dcterms:issued>2026-03-02T08:00Z</dcterms:issued><dcterms:modified>2026-03-02T09:00Z</dcterms:modified>',
      '08:00',
      '09:00',
    ],
    ['<dcterms:created>2026-03-02T08:00Z</dcterms:created>', '08:00', null],
    ['<prism:publicationDate>2026-03-02T08:00Z</prism:publicationDate>', '08:00', null],
    [
      '<atom:published>2026-03-02T08:00Z</atom:published><atom:updated>2026-03-02T09:00Z</atom:updated>',
      '08:00',
      '09:00',
    ],
    ['<atom:updated>2026-03-02T09:00Z</atom:updated>', '09:00', '09:00'],
    ['<expirationDate>2026-03-02T08:00Z</expirationDate>', null, null],
  ])('%s', (inside, published, updated) => {
    const item = firstItem(rssItem(inside));
    expect(item.published?.at ?? null).toEqual(published === null ? null : at(published));
    expect(item.updated?.at ?? null).toEqual(updated === null ? null : at(updated));
  });
});

describe('the id is', () => {
  test.each([
    ['<guid>\n  https://x.example/g\n</guid>', 'https://x.example/g'],
    ['<guid isPermaLink="false">A b</guid>', 'A b'],
    ['<guid>https://x.example/\r\n   g</guid>', 'https://x.example/g'],
    ['<guid><![CDATA[w-1]]></guid>', 'w-1'],
    ['<dc:identifier>w-1</dc:identifier>', 'w-1'],
    ['<atom:id>tag:x,1</atom:id>', 'tag:x,1'],
    ['<id>7</id>', '7'],
    ['<guid/><id>7</id>', '7'],
    ['<link>https://x.example/a</link>', null],
  ])('%s', (inside, expected) => {
    expect(firstItem(rssItem(inside)).guid).toBe(expected);
  });

  test.each([
    ['HTTP://X.example:80/%7Ea/../b', 'HTTP://X.example:80/%7Ea/../b'],
    ['urn:uuid:60A76C80', 'urn:uuid:60A76C80'],
    ['a/1', 'https://b.example/x/a/1'],
  ])('in Atom, to the letter unless it is relative: %s', (id, expected) => {
    const document = atomEntry(`<id>${id}</id>`).replace(
      '<entry>',
      '<entry xml:base="https://b.example/x/">',
    );
    expect(firstItem(document).guid).toBe(expected);
  });
});

describe('the address is', () => {
  test.each([
    ['<link>https://x.example/1</link><link>https://x.example/2</link>', 'https://x.example/2'],
    ['<link><![CDATA[ https://x.example/1 ]]></link>', 'https://x.example/1'],
    ['<link>https://x.example/a\n/b</link>', 'https://x.example/a/b'],
    ['<link>//x.example/1</link>', 'https://x.example/1'],
    ['<link>https://x.example/a b?q=c d</link>', 'https://x.example/a%20b?q=c%20d'],
    ['<link>https://bücher.example/ä</link>', 'https://xn--bcher-kva.example/%C3%A4'],
    ['<link>https://x.example/a?b=1&amp;amp;c=2</link>', 'https://x.example/a?b=1&c=2'],
    ['<link rdf:resource="https://x.example/1"/>', 'https://x.example/1'],
    ['<comments>https://x.example/c</comments>', null],
    ['<wfw:comment>https://x.example/c</wfw:comment>', null],
    [
      '<atom:link rel="self" href="https://x.example/s"/><atom:link rel="replies" href="https://x.example/r"/>',
      null,
    ],
    ['<link>https://x.example/1</link><guid>https://x.example/2</guid>', 'https://x.example/1'],
    ['<guid isPermaLink="true">/a/2</guid>', 'https://wire.example/a/2'],
    ['<guid isPermaLink="TRUE">https://x.example/2</guid>', 'https://x.example/2'],
    ['<link rel="alternate" href="https://x.example/1"/>', 'https://x.example/1'],
    ['<enclosure url="https://x.example/1.mp3" type="audio/mpeg"/>', 'https://x.example/1.mp3'],
  ])('%s', (inside, expected) => {
    expect(firstItem(rssItem(inside)).url).toBe(expected);
  });

  test.each([
    ['<link href="https://x.example/1"/>', 'https://x.example/1'],
    [
      '<link rel="related" href="https://x.example/2"/><link href="https://x.example/1"/>',
      'https://x.example/1',
    ],
    ['<link rel="ALTERNATE" href="https://x.example/1"/>', 'https://x.example/1'],
    [
      '<link rel="http://www.iana.org/assignments/relation/alternate" href="https://x.example/1"/>',
      'https://x.example/1',
    ],
    [
      '<link type="application/pdf" href="https://x.example/2"/><link type="application/xhtml+xml" href="https://x.example/1"/>',
      'https://x.example/1',
    ],
    ['<link type="application/pdf" href="https://x.example/2"/>', 'https://x.example/2'],
    [
      '<link hreflang="de" href="https://x.example/1"/><link hreflang="fr" href="https://x.example/2"/>',
      'https://x.example/1',
    ],
    ['<link rel="enclosure" href="https://x.example/2"/><link rel="via" href="https://x.example/3"/>', null],
    ['<content type="text/html" src="https://x.example/1"/>', 'https://x.example/1'],
    ['<id>https://x.example/1</id>', 'https://x.example/1'],
    ['<id>urn:x:1</id>', null],
  ])('in Atom, %s', (inside, expected) => {
    expect(firstItem(atomEntry(inside)).url).toBe(expected);
  });
});

describe('the authors are', () => {
  test.each([
    ['<author>Ann Lee</author><author>Bo Chan</author>', ['Ann Lee', 'Bo Chan']],
    [
      '<author><name>Ann Lee</name><uri>https://x.example</uri><email>a@x.example</email></author>',
      ['Ann Lee'],
    ],
    ['<author><uri>https://x.example</uri><email>a@x.example</email></author>', ['a@x.example']],
    ['<itunes:author>Ann Lee</itunes:author><author>a@x.example</author>', ['Ann Lee']],
    ['<author/><dc:creator>Ann Lee</dc:creator>', ['Ann Lee']],
    ['<dc:publisher>Wire</dc:publisher><dc:contributor>Bo Chan</dc:contributor>', []],
  ])('%s', (inside, expected) => {
    expect(firstItem(rssItem(inside)).authors).toEqual(expected);
  });

  test.each([
    ['<author><name>Ann Lee</name><email>a@x.example</email></author>', ['Ann Lee']],
    ['<author><email>a@x.example</email></author>', ['a@x.example']],
    ['<author><name/><email>a@x.example</email></author>', ['a@x.example']],
    ['<author>Ann Lee</author>', ['Ann Lee']],
    ['<contributor><name>Bo Chan</name></contributor>', []],
    ['<source><author><name>Bo Chan</name></author><title>Other</title></source>', ['Bo Chan']],
  ])('in Atom, %s', (inside, expected) => {
    expect(firstItem(atomEntry(inside)).authors).toEqual(expected);
  });
});
