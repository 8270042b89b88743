import { describe, expect, test } from 'vitest';
import { momentAt, textAt, textsAt, valueAt } from '../../../src/sources/api/json-path.ts';

const answer = {
  Data: [{ title: ' One ', n: 7, tags: ['a', 'b'], source: { name: 'Wire' } }, { title: 'Two' }],
  empty: '',
  none: null,
  labels: 'BTC | Markets|',
};

describe('a path leads to', () => {
  test.each<[string, unknown]>([
    ['', answer],
    ['Data.0.source.name', 'Wire'],
    ['Data.title', [' One ', 'Two']],
    ['Data.5.title', undefined],
    ['none.more', undefined],
    ['empty.more', undefined],
    ['__proto__.x', undefined],
  ])('%s', (path, expected) => {
    expect(valueAt(answer, path)).toEqual(expected);
  });
});

test.each([
  ['Data.0.title', 'One'],
  ['Data.0.n', '7'],
  ['Data.title', 'One'],
  ['Data.0.source', ''],
  ['labels', 'BTC | Markets|'],
  ['missing', ''],
])('text at %s', (path, expected) => {
  expect(textAt(answer, path)).toBe(expected);
});

test.each([
  ['Data.0.tags', ['a', 'b']],
  ['labels', ['BTC', 'Markets']],
  ['Data.source.name', ['Wire']],
  ['none', []],
  [undefined, []],
])('texts at %s', (path, expected) => {
  expect(textsAt(answer, path)).toEqual(expected);
});

test.each([
  [1772438400, '2026-03-02T08:00:00.000Z'],
  ['1772438400', '2026-03-02T08:00:00.000Z'],
  [1772438400123, '2026-03-02T08:00:00.123Z'],
  ['2026-03-02T08:00:00Z', '2026-03-02T08:00:00.000Z'],
  ['2026-03-02 17:00', '2026-03-02T08:00:00.000Z'],
  ['soon', undefined],
  [null, undefined],
])('the time %s', (time, expected) => {
  expect(momentAt({ time }, 'time', 'Asia/Seoul')?.at.toISOString()).toBe(expected);
});
