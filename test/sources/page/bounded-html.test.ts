import { describe, expect, test } from 'vitest';
import { boundedHtml } from '../../../src/sources/page/bounded-html.ts';
import { parsePage } from '../../../src/sources/page/parse-page.ts';

describe('a page of a moderate size stays as it is', () => {
  test.each([
    '<!doctype html><html><body><p>One<br>two <a href=x>three</a>',
    '<p>a < b &amp; c</p><script>if (a < b) document.write("<p>")</script>',
    '<div>'.repeat(140),
    'no tags',
    '',
  ])('%s', (html) => {
    expect(boundedHtml(html)).toBe(html);
  });

  test('but for its comments', () => {
    expect(boundedHtml('<p>a<!-- x --><!-- y -->b</p><!-- z')).toBe('<p>ab</p>');
  });
});

test('tags that are nested too deep go, and their text stays', () => {
  const deep = `${'<b>'.repeat(400)}one</b>two${'</b>'.repeat(399)}<p>three</p>`;
  const bounded = boundedHtml(deep);
  expect(bounded.match(/<b>/g)).toHaveLength(150);
  expect(bounded.match(/<\/b>/g)).toHaveLength(150);
  expect(bounded).toMatch(/<b>onetwo<\/b>.*<p>three<\/p>$/);
});

test('endless titles go, and what follows on thousands of references', () => {
  expect(boundedHtml(`<title>${'word '.repeat(300)}</title><p>x</p>`)).toBe('<title></title><p>x</p>');
  expect(boundedHtml(`<meta property="og:title" content="${'word '.repeat(300)}"><p>x</p>`)).toBe('<p>x</p>');
  expect(boundedHtml('&lt;'.repeat(60_000)).length).toBeLessThanOrEqual(200_000);
  expect(boundedHtml('x\u00a0'.repeat(60_000)).length).toBeLessThanOrEqual(120_000);
});

test('what follows on thousands of elements is left away', () => {
  const bounded = boundedHtml('<p>x</p>'.repeat(15_000));
  expect(bounded.match(/<p>/g)).toHaveLength(12_000);
  expect(boundedHtml('x'.repeat(4_000_000))).toHaveLength(3_000_000);
});

describe('no page is too much to be read', () => {
  test.each([
    '<a>',
    '<a href="x">',
    '<p><b>',
    '<table><tr><td>',
    '<div><section>',
    '<ul><li>',
    '<svg>',
    '<b:c>',
  ])('with a long row of %s', (row) => {
    const html = `<title>T</title><article><h1>T</h1><p>A sentence that is read.</p>${row.repeat(10_000)}deep</article>`;
    const bytes = new TextEncoder().encode(html);
    expect(parsePage({ bytes, url: 'https://wire.example/a', contentType: 'text/html' })?.title).toBe('T');
  });
});
