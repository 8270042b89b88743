import { expect, test } from 'vitest';
import { absoluteUrl } from '../../../src/sources/text/address.ts';

const base = 'https://wire.example/news/';

test.each([
  ['a', base, 'https://wire.example/news/a'],
  ['?p=1', base, 'https://wire.example/news/?p=1'],
  ['//x.example/a', base, 'https://x.example/a'],
  [' https://x.example/a\n/b ', null, 'https://x.example/a/b'],
  ['HTTP://X.example:80/a', null, 'http://x.example/a'],
  ['a', null, null],
  ['a', '', null],
  ['', base, null],
  [null, base, null],
  ['mailto:a@x.example', base, null],
  ['data:text/html,x', base, null],
  ['https://', base, null],
  [`/${'a'.repeat(2048)}`, base, null],
  [`/${'ä'.repeat(800)}`, base, null],
])('%s at %s', (link, at, expected) => {
  expect(absoluteUrl(link, at)).toBe(expected);
});
