import { expect, test } from 'vitest';
import { MendableError } from '../../src/domain/errors.ts';
import { catalog } from '../../src/sources/catalog.ts';
import { parseOpml, renderOpml } from '../../src/sources/opml.ts';

test('a list of another reader is read, folders left aside, each address once', () => {
  const list = `<?xml version="1.0"?><opml version="1.0"><head><title>My feeds</title></head><body>
    <outline text="News"><outline text="Profit &amp; loss" xmlUrl="https://a.example/feed" htmlUrl="https://a.example/"/>
      <outline title="Deep"><outline type="rss" text="B" title="The B" xmlUrl="https://b.example/rss" language="de"/></outline></outline>
    <outline text="Again" xmlUrl="https://a.example/feed"/><outline xmlUrl="https://c.example/feed"/>
    <outline text="Bad" xmlUrl="javascript:alert(1)"/><outline text="A note"/></body></opml>`;
  expect(parseOpml(list)).toEqual([
    { name: 'Profit & loss', url: 'https://a.example/feed', home: 'https://a.example/', language: null },
    { name: 'The B', url: 'https://b.example/rss', home: null, language: 'de' },
    { name: 'c.example', url: 'https://c.example/feed', home: null, language: null },
  ]);
});

test('what is written is read back', () => {
  const written = renderOpml(catalog.map((source) => ({ ...source, name: `${source.name} "&" <friends>` })));
  expect(parseOpml(written)).toEqual(
    catalog.map(({ name, url, home, language }) => ({
      name: `${name} "&" <friends>`,
      url: new URL(url).href,
      home: home === null ? null : new URL(home).href,
      language,
    })),
  );
});

test.each([
  ['<html></html>', /is not an OPML list/],
  ['', /is not an OPML list/],
  ['<opml><body><outline text="x"/></body></opml>', /names no feed/],
  [
    `<opml><body>${Array.from({ length: 1001 }, (_, index) => `<outline xmlUrl="https://x.example/${index}"/>`).join('')}</body></opml>`,
    /names 1001 feeds; split it/,
  ],
])('a file that cannot be taken is told why', (text, reason) => {
  expect(() => parseOpml(text)).toThrow(MendableError);
  expect(() => parseOpml(text)).toThrow(reason);
});
