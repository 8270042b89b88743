import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../fakes/telegram/parse-html.ts';

const time = (format: string) => `<tg-time unix="1772439300" format="${format}">soon</tg-time>`;

describe('the fake’s reading of HTML', () => {
  it.each([
    ['plain words', 'plain words', []],
    ['<b>bold</b> and <strong>strong</strong>', 'bold and strong', ['bold 0 4', 'bold 9 6']],
    ['<i>a<u>b</u></i>', 'ab', ['underline 1 1', 'italic 0 2']],
    ['<B>upper</b>', 'upper', ['bold 0 5']],
    ['<b>any end</>', 'any end', ['bold 0 7']],
    ['<b></b>nothing', 'nothing', []],
    ['😀<code>x</code>', '😀x', ['code 2 1']],
    ['&lt;b&gt; &amp; &quot;q&quot; &copy; &', '<b> & "q" &copy; &', []],
    ['&#66;&#x42;&#0;&#99999999;', 'BB&#0;&#99999999;', []],
    ['<a href="https://a.example/?x=1&amp;y=2">link</a>', 'link', ['text_link 0 4']],
    ['<a href="nowhere">no link</a>', 'no link', []],
    ['<a href=a.example>bare</a>', 'bare', ['text_link 0 4']],
    ['<span class="tg-spoiler">hidden</span>', 'hidden', ['spoiler 0 6']],
    ['<blockquote>q</blockquote>', 'q', ['blockquote 0 1']],
    ['<blockquote expandable>q</blockquote>', 'q', ['expandable_blockquote 0 1']],
    [time('Dt'), 'soon', ['date_time 0 4']],
    [time('r'), 'soon', ['date_time 0 4']],
    ['<tg-time unix="0">never</tg-time>', 'never', []],
    ['<tg-emoji emoji-id="55">x</tg-emoji>', 'x', ['custom_emoji 0 1']],
  ] as const)('takes %s', (html, text, entities) => {
    const parsed = parseHtml(html);
    expect(parsed.text).toBe(text);
    expect(parsed.entities.map(({ type, offset, length }) => `${type} ${offset} ${length}`)).toEqual(
      entities,
    );
  });

  it.each([
    ['a < b', 'Unsupported start tag "" at byte offset 2'],
    ['a <b', 'Unclosed start tag at byte offset 2'],
    ['a <3 hearts>', 'Unsupported start tag "3" at byte offset 2'],
    ['<br>', 'Unsupported start tag "br" at byte offset 0'],
    ['<b>open', 'Can\'t find end tag corresponding to start tag "b"'],
    ['close</b>', 'Unexpected end tag at byte offset 5'],
    ['<b><i>crossed</b></i>', 'Unmatched end tag at byte offset 13, expected "</i>", found "</b>"'],
    ['<b>x</b', 'Unclosed end tag at byte offset 4'],
    ['<a href="x', 'Unclosed start tag at byte offset 0'],
    ['<a ="x">y</a>', 'Empty attribute name in the tag "a" at byte offset 0'],
    ['<a href=x/y>z</a>', 'Unexpected end of name token at byte offset 8'],
    ['<span class="red">x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    [time('rt'), 'Invalid date format used'],
    ['<tg-emoji emoji-id="x">y</tg-emoji>', 'Invalid custom emoji identifier specified'],
    [
      '&#xD83D;',
      'Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units',
    ],
    ['ж <x>', 'Unsupported start tag "x" at byte offset 3'],
  ])('refuses %s', (html, message) => {
    expect(() => parseHtml(html)).toThrow(message);
  });
});
