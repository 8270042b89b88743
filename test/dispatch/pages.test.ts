import { describe, expect, it } from 'vitest';
import { turnPages } from '../../src/dispatch/pages.ts';
import { english } from '../../src/texts/english.ts';

const context = {
  texts: english,
  line: (changes: Readonly<Record<string, string | number | undefined>> = {}) =>
    `latest page:${changes['page']}`,
};
const turn = (page: number, total: number) => turnPages(context, { page, size: 5, total });
const previous = (page: number) => ({ label: 'Previous', action: `latest page:${page}`, role: 'turn' });
const next = (page: number) => ({ label: 'Next', action: `latest page:${page}`, role: 'turn' });

describe('turnPages', () => {
  it.each([
    ['nothing', 1, 0, null, []],
    ['one page', 1, 5, null, []],
    ['the first of two', 1, 6, 'page 1 of 2', [next(2)]],
    ['the last of two', 2, 10, 'page 2 of 2', [previous(1)]],
    ['one in between', 2, 11, 'page 2 of 3', [previous(1), next(3)]],
  ])('%s', (_, page, total, footer, buttons) => {
    expect(turn(page, total)).toEqual({ footer, buttons });
  });

  it.each([
    [2, 0, 'There is no page 2: everything fits on page 1.'],
    [2, 5, 'There is no page 2: everything fits on page 1.'],
    [4, 11, 'There is no page 4: the last one is page 3.'],
  ])('page %i of %i stories gets a remedy', (page, total, sentence) => {
    expect(() => turn(page, total)).toThrow(sentence);
  });
});
