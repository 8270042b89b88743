import { describe, expect, test } from 'vitest';
import { atomEntry, feedIn, firstItem } from './parse-feed.ts';

test('an entry with everything is read whole', () => {
  expect(
    firstItem(
      atomEntry(
        `<id>tag:wire.example,2026:1</id><title type="html">A &lt;b&gt;bold&lt;/b&gt; move</title>
        <link rel="self" href="/self"/><link rel="alternate" type="application/json" href="/j"/><link rel="alternate" type="text/html" href="/a/1"/>
        <author><name>Ann Lee</name><uri>https://ann.example</uri></author><author><name>Bo Chan</name></author>
        <published>2026-03-02T08:00:00Z</published><updated>2026-03-02T09:30:00+01:00</updated>
        <category term="m" label="Markets"/><category term="defi"/><summary>Short.</summary>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p><p>Two.</p></div></content>`,
        '',
      ).replace('<feed ', '<feed xml:lang="de" '),
    ),
  ).toEqual({
    url: 'https://wire.example/a/1',
    guid: 'tag:wire.example,2026:1',
    title: 'A bold move',
    authors: ['Ann Lee', 'Bo Chan'],
    published: { at: new Date('2026-03-02T08:00:00Z'), precision: 'minute' },
    updated: { at: new Date('2026-03-02T08:30:00Z'), precision: 'minute' },
    summary: 'Short.',
    blocks: [
      { kind: 'paragraph', text: 'One.' },
      { kind: 'paragraph', text: 'Two.' },
    ],
    labels: ['Markets', 'defi'],
    picture: null,
    language: 'de',
  });
});

describe('a text is read by its type', () => {
  test.each([
    ['<title>Plain &amp; simple</title>', 'Plain & simple'],
    ['<title type="text">Fees &lt; 5</title>', 'Fees < 5'],
    ['<title type="html">A &lt;i&gt;soft&lt;/i&gt; fork &amp;amp; more</title>', 'A soft fork & more'],
    [
      '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <b>bold</b> move</div></title>',
      'A bold move',
    ],
    ['<title><![CDATA[A <b>bold</b> move]]></title>', 'A bold move'],
    ['<title mode="base64" type="text/html">QSA8Yj5ib2xkPC9iPiBtb3Zl</title>', 'A bold move'],
    ['<title mode="escaped" type="text/html">A &lt;b&gt;bold&lt;/b&gt; move</title>', 'A bold move'],
  ])('%s', (inside, expected) => {
    expect(firstItem(atomEntry(inside)).title).toBe(expected);
  });
});

test('Atom 0.3 is read like its successor', () => {
  const feed =
    feedIn(`<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Wire</title><entry><title>T</title>
    <link rel="alternate" href="/a/1"/><issued>2026-03-02T08:00:00Z</issued><modified>2026-03-02T09:00:00Z</modified>
    <content type="text/html" mode="escaped">&lt;p&gt;One.&lt;/p&gt;</content></entry></feed>`);
  expect(feed.items[0]).toMatchObject({
    title: 'T',
    url: 'https://wire.example/a/1',
    published: { at: new Date('2026-03-02T08:00:00Z') },
    updated: { at: new Date('2026-03-02T09:00:00Z') },
    blocks: [{ kind: 'paragraph', text: 'One.' }],
  });
});

test.each([
  [
    'a prefix',
    '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>T</a:title></a:entry></a:feed>',
  ],
  ['no namespace', '<feed><entry><title>T</title></entry></feed>'],
])('a feed with %s is read', (_, document) => {
  expect(firstItem(document).title).toBe('T');
});

test('an entry without authors has those of its feed', () => {
  expect(firstItem(atomEntry('<title>T</title>', '<author><name>Ann Lee</name></author>')).authors).toEqual([
    'Ann Lee',
  ]);
});

test('an entry that has only been updated counts as published then', () => {
  expect(firstItem(atomEntry('<updated>2026-03-02T08:00:00Z</updated>')).published).toEqual({
    at: new Date('2026-03-02T08:00:00Z'),
    precision: 'minute',
  });
});

test('links are resolved against the nearest base', () => {
  const entry = '<title>T</title><link href="1"/>';
  const document = atomEntry(entry).replace('<entry>', '<entry xml:base="https://b.example/x/">');
  expect(firstItem(document).url).toBe('https://b.example/x/1');
});
