import { expect, test } from 'vitest';
import { cleanText } from '../../../src/sources/text/clean-text.ts';

test.each([
  ['  two\n\tlines ', 'two lines'],
  ['wide\u00a0and\u2003thin\u2009space', 'wide and thin space'],
  ['soft\u00adhyphen', 'softhyphen'],
  ['zero\u200bwidth\ufeff', 'zerowidth'],
  ['a\u0000b\u0001c\u007fd\u009f', 'abcd'],
  ['next\u0085line', 'next line'],
  ['👨‍👩‍👧 family', '👨‍👩‍👧 family'],
  ['', ''],
])('%j becomes %j', (written, expected) => {
  expect(cleanText(written)).toBe(expected);
});
