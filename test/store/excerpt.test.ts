import { describe, expect, it } from 'vitest';
import { excerpt } from '../../src/store/excerpt.ts';

const find = (text: string, ...words: readonly string[]) => excerpt(text, new Set(words));

describe('an excerpt', () => {
  it.each([
    ['nothing of nothing', '', 'a', ''],
    ['short text whole', 'One  two\n three.', 'two', 'One two three.'],
    ['text without the word from its beginning', 'One two.', 'zebra', 'One two.'],
    ['text of one language among another', '价格 rises', 'rise', '价格 rises'],
  ])('shows %s', (_, text, word, shown) => {
    expect(find(text, word)).toBe(shown);
  });

  it.each([
    ['at the end', `${'before '.repeat(99)}zebra`, 'zebra', /^… before .* zebra$/],
    ['at the beginning', `zebra${' after'.repeat(99)}`, 'zebra', /^zebra after.* after …$/],
    ['in the middle', `${'pad '.repeat(99)}zebra${' pad'.repeat(99)}`, 'zebra', /^… pad.* zebra pad.* …$/],
    [
      'written without spaces',
      `${'甲乙'.repeat(200)}比特币${'丙丁'.repeat(200)}`,
      '比特',
      /^… 甲?乙?.*比特币.* …$/,
    ],
  ])('is at most 240 characters around a word %s', (_, text, word, shape) => {
    const shown = find(text, word);
    expect(shown).toMatch(shape);
    expect(shown.length).toBeLessThanOrEqual(240);
    expect(shown.length).toBeGreaterThan(60);
  });

  it('is at most 240 characters of a word without end, and parts no character', () => {
    const shown = find('🎉'.repeat(5000), 'none');
    expect(shown.length).toBeLessThanOrEqual(240);
    expect(shown).not.toMatch(/\p{Surrogate}/u);
  });
});
