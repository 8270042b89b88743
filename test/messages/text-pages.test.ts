import { describe, expect, it } from 'vitest';
import type { TextBlock } from '../../src/domain/article.ts';
import { emptyMessage } from '../../src/domain/message.ts';
import { textPages } from '../../src/messages/text-pages.ts';
import { renderPlain } from '../support/render.ts';

const paragraph = (text: string): TextBlock => ({ kind: 'paragraph', text });
const heading = (text: string): TextBlock => ({ kind: 'heading', text });
const list = (...items: string[]): TextBlock => ({ kind: 'list', items });
const read = (blocks: readonly TextBlock[], length: number) =>
  textPages(blocks, length).map((page) => renderPlain({ ...emptyMessage, blocks: page }));

describe('textPages', () => {
  it('keeps what fits on one page, headings and lists as such', () => {
    expect(read([paragraph('One.'), heading('Two'), list('three', 'four')], 100)).toEqual([
      'One.\n# Two\n- three\n- four',
    ]);
  });

  it('has no page without text', () => {
    expect(textPages([], 100)).toEqual([]);
    expect(textPages([paragraph(''), list()], 100).flat().length).toBeLessThanOrEqual(2);
  });

  it.each<readonly [string, readonly TextBlock[], readonly string[]]>([
    [
      'after a paragraph',
      [paragraph('a'.repeat(12)), paragraph('b'.repeat(12))],
      ['a'.repeat(12), 'b'.repeat(12)],
    ],
    [
      'before a heading that would be the last line',
      [paragraph('Short one.'), heading('Next'), paragraph('b'.repeat(18))],
      ['Short one.', `# Next\n${'b'.repeat(16)}`, 'b'.repeat(2)],
    ],
    ['after a sentence', [paragraph('First one. Second one. Third.')], ['First one.', 'Second one. Third.']],
    ['after a quoted sentence', [paragraph('“It is.” Then it went on.')], ['“It is.”', 'Then it went on.']],
    [
      'after a Chinese sentence',
      [paragraph('一二三四五六七八九。一二三四五六七八九十一二')],
      ['一二三四五六七八九。', '一二三四五六七八九十一二'],
    ],
    [
      'after a word, without a sentence',
      [paragraph('alpha beta gamma delta')],
      ['alpha beta gamma', 'delta'],
    ],
    [
      'within a word that is too long',
      [paragraph('x'.repeat(45))],
      ['x'.repeat(20), 'x'.repeat(20), 'x'.repeat(5)],
    ],
    [
      'between items of a list',
      [list('alpha beta', 'gamma delta', 'epsilon')],
      ['- alpha beta', '- gamma delta\n- epsilon'],
    ],
    ['within an item that is too long', [list('alpha beta gamma delta')], ['- alpha beta gamma', '- delta']],
    [
      'not at the point of a number',
      [paragraph('It rose 3.14 percent then')],
      ['It rose 3.14 percent', 'then'],
    ],
  ])('divides %s', (_, blocks, pages) => {
    expect(read(blocks, 20)).toEqual(pages);
  });

  it('never divides a character', () => {
    const pages = read([paragraph('🚀'.repeat(30))], 15);
    expect(pages.join('')).toBe('🚀'.repeat(30));
    expect(pages.every((page) => !/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/.test(page))).toBe(true);
  });

  it('keeps every word, in order, on pages that are never too long', () => {
    const words = Array.from({ length: 900 }, (_, index) => (index % 11 === 10 ? `w${index}.` : `w${index}`));
    const blocks = [0, 300, 600].map((from) => paragraph(words.slice(from, from + 300).join(' ')));
    const pages = read(blocks, 400);
    expect(pages.join(' ').split(/\s+/)).toEqual(words);
    expect(Math.max(...pages.map((page) => page.length))).toBeLessThanOrEqual(402);
  });
});
