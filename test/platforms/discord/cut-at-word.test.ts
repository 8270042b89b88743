import { describe, expect, it } from 'vitest';
import { cutAtWord, cutToFit } from '../../../src/platforms/discord/cut-at-word.ts';
import { escapeMarkdown } from '../../../src/platforms/discord/escape-markdown.ts';

describe('cutAtWord', () => {
  it.each([
    ['short enough', 20, 'short enough'],
    ['ends at a word', 10, 'ends at a…'],
    ['ends at a word', 11, 'ends at a…'],
    ['drops, the comma', 7, 'drops…'],
    ['unbrokenword', 6, 'unbro…'],
    ['a unbrokenwordthatislong', 12, 'a unbrokenw…'],
    ['anything', 0, ''],
    ['two', 1, '…'],
  ])('cuts %j at %i to %j', (text, max, cut) => {
    expect(cutAtWord(text, max)).toBe(cut);
  });

  it('never leaves half a character', () => {
    const text = '🚀'.repeat(20);
    for (let max = 1; max < 40; max += 1) {
      const cut = cutAtWord(text, max);
      expect(cut.length).toBeLessThanOrEqual(max);
      expect(Buffer.from(cut).toString()).toBe(cut);
    }
  });
});

describe('cutToFit', () => {
  it('counts what escaping adds', () => {
    const text = 'a_b '.repeat(100);
    for (const max of [1, 2, 3, 10, 99, 100, 101, 399]) {
      const cut = cutToFit(text, max, escapeMarkdown);
      expect(cut.length).toBeLessThanOrEqual(max);
      expect(cut.endsWith('\\…')).toBe(false);
    }
  });

  it('gives the whole text where it fits', () => {
    expect(cutToFit('a_b', 4, escapeMarkdown)).toBe(String.raw`a\_b`);
  });
});
