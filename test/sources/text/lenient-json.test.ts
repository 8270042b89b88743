import { describe, expect, test } from 'vitest';
import { parseLenientJson } from '../../../src/sources/text/lenient-json.ts';

describe('JSON with a fault is read as it was meant', () => {
  test.each<[string, unknown]>([
    ['{"a":[1,2,],}', { a: [1, 2] }],
    ['{"a":[1,,2]}', { a: [1, 2] }],
    ['{"a":1 // one\n,"b":"http://x/*y*/"}', { a: 1, b: 'http://x/*y*/' }],
    ['/* first */{"a":[1, /* no more */ ]}', { a: [1] }],
    ['{"a":"two\nlines\tand\u0007a bell"}', { a: 'two lines and a bell' }],
    ['{"a":"it\\\'s \\x here \\u00e9 \\\\ \\" \\n"}', { a: 'it\'s x here é \\ " \n' }],
    ['{"a":"{,]}//"}', { a: '{,]}//' }],
    ['{"a":1}', { a: 1 }],
  ])('%j', (text, expected) => {
    expect(parseLenientJson(text)).toEqual({ value: expected, isWhole: true });
  });
});

describe('what is whole of a list that was cut off is kept', () => {
  test.each<[string, unknown]>([
    ['{"items":[{"a":{"b":1}},{"a":{"b":2}', { items: [{ a: { b: 1 } }] }],
    ['{"items":[{"a":1},{"a":2},', { items: [{ a: 1 }, { a: 2 }] }],
    ['{"items":[{"a":"},{"},{"a":"x', { items: [{ a: '},{' }] }],
    ['{"items":[{"a":1,},{"a":"x\\', { items: [{ a: 1 }] }],
    ['{"items":[{"a"', undefined],
    ['{"items":[] extra', undefined],
    ['', undefined],
  ])('%s', (text, expected) => {
    expect(parseLenientJson(text)).toEqual({ value: expected, isWhole: false });
  });
});

test.each(['"', '{', '[', '}', ']', ',', '\\', '"\\', '//', '/*', '{"a":', '{"a":"},', '"\n'])(
  'a long row of %j ends',
  (part) => {
    expect(parseLenientJson(`{"items":[${part.repeat(50_000)}`).isWhole).toBe(false);
  },
);
