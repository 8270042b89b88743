import { expect, it } from 'vitest';
import type { SearchQuery } from '../../src/domain/search-query.ts';
import { ftsMatch } from '../../src/store/fts-match.ts';

const term = (token: string): SearchQuery => ({ kind: 'term', token });
const not = (of: SearchQuery): SearchQuery => ({ kind: 'not', of });

it.each<readonly [string, SearchQuery, string]>([
  ['a word', term('btc'), '"btc"'],
  ['a quote within a word', term('a"b'), '"a""b"'],
  ["a word of FTS5's own", term('NEAR'), '"NEAR"'],
  ['a character that ends the expression', term('a\0b'), '"ab"'],
  ['a phrase', { kind: 'phrase', tokens: ['hong', 'kong'] }, '"hong kong"'],
  ['an empty phrase', { kind: 'phrase', tokens: [] }, '"|"'],
  ['a bare exclusion', not(term('a')), '("|" NOT "a")'],
  ['an exclusion of an exclusion', not(not(term('a'))), '("|" NOT ("|" NOT "a"))'],
  ['all of several', { kind: 'all', of: [term('a'), term('b')] }, '("a" AND "b")'],
  [
    'one but not others',
    { kind: 'all', of: [term('a'), not(term('b')), not(term('c'))] },
    '(("a") NOT ("b" OR "c"))',
  ],
  ['exclusions alone', { kind: 'all', of: [not(term('a')), not(term('b'))] }, '("|" NOT ("a" OR "b"))'],
  ['all of nothing', { kind: 'all', of: [] }, '"|"'],
  ['any of several', { kind: 'any', of: [term('a'), not(term('b'))] }, '("a" OR ("|" NOT "b"))'],
  ['any of nothing', { kind: 'any', of: [] }, '("|" NOT "|")'],
])('writes %s', (_, search, expression) => {
  expect(ftsMatch(search)).toBe(expression);
});
