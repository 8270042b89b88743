import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/domain/analyzer.ts';
import { matchesQuery, parseQuery, relaxQuery, type SearchQuery } from '../../src/domain/search-query.ts';

/** The tree as one line. */
function show(query: SearchQuery | null): string {
  if (query === null) return 'nothing';
  if (query.kind === 'term') return query.token;
  if (query.kind === 'phrase') return `"${query.tokens.join(' ')}"`;
  if (query.kind === 'not') return `-${show(query.of)}`;
  return `${query.kind}(${query.of.map(show).join(' ')})`;
}

const article = {
  title: analyze('Hong Kong licenses two stablecoin issuers'),
  text: analyze(
    'The regulator said on Monday that on-chain reserves of $1.5B are needed. 비트코인 가격 상승',
  ),
};

describe('parseQuery', () => {
  it.each([
    ['bitcoin', 'bitcoin'],
    ['hong kong', 'all(hong kong)'],
    ['"hong kong" etf', 'all("hong kong" etf)'],
    ['“hong kong”', '"hong kong"'],
    ['bitcoin -etf', 'all(bitcoin -etf)'],
    ['bitcoin -"spot etf"', 'all(bitcoin -"spot etf")'],
    ['solana OR ether', 'any(solana ether)'],
    ['a b OR "c d" OR e f', 'all(a any(b "c d" e) f)'],
    ['black AND white', 'all(black white)'],
    ['on-chain', '"on chain"'],
    ['비트코인', '"비트 트코 코인"'],
    ['$BTC $1.5B', 'all(btc "1.5 billion")'],
    ['or and', 'all(or and)'],
  ])('reads %s', (text, tree) => {
    expect(show(parseQuery(text))).toBe(tree);
  });

  it.each([
    ['bitcoin OR', 'bitcoin'],
    ['OR bitcoin', 'bitcoin'],
    ['a OR OR b', 'any(a b)'],
    ['a OR -b c', 'all(a c -b)'],
    ['bitcoin "spot etf', 'all(bitcoin "spot etf")'],
    ['bitcoin" etf', 'all(bitcoin etf)'],
    ['((bitcoin*) {etf}', 'all(bitcoin etf)'],
    ["'; DROP TABLE article; --", 'all(drop tabl articl)'],
    ['--bitcoin etf', 'all(etf -bitcoin)'],
    ['NEAR/3 title:x', 'all("near 3" "titl x")'],
  ])('makes the best of %s', (text, tree) => {
    expect(show(parseQuery(text))).toBe(tree);
  });

  it.each(['', '   ', '""', '-', '- -', 'OR', '-bitcoin', '🚀 !!!', '\u0000', '“', '| |'])(
    'finds nothing to search for in %j',
    (text) => {
      expect(parseQuery(text)).toBeNull();
    },
  );

  it('ignores what is beyond 64 tokens', () => {
    const query = parseQuery(Array.from({ length: 500 }, (_, index) => `w${index}`).join(' '));
    expect(query?.kind === 'all' && query.of.length).toBe(64);
  });
});

describe('matchesQuery', () => {
  it.each([
    'hong kong',
    'Licensing STABLECOINS',
    'kong regulator',
    '"hong kong"',
    '"on chain reserve"',
    'on-chain',
    '"1.5 billion"',
    'singapore OR hong',
    'hong -singapore',
    '비트코인',
    '코인',
  ])('finds the article by %s', (text) => {
    const query = parseQuery(text);
    expect(query !== null && matchesQuery(query, article)).toBe(true);
  });

  it.each([
    'singapore',
    'hong singapore',
    '"kong hong"',
    '"issuers the regulator"',
    'hong -stablecoin',
    'hong -"two stablecoin"',
    'singapore OR tokyo',
    '비트가격',
    'hon',
  ])('does not find the article by %s', (text) => {
    const query = parseQuery(text);
    expect(query !== null && matchesQuery(query, article)).toBe(false);
  });
});

describe('relaxQuery', () => {
  it.each([
    ['the merge of ethereum', 'any(merg ethereum)'],
    ['"hong kong" etf -sfc', 'all(any(hong kong etf) -sfc)'],
    ['a OR b c', 'any(b c)'],
    ['to be', 'any(to be)'],
    ['on-chain', 'chain'],
  ])('asks for any telling word of %s', (text, tree) => {
    const query = parseQuery(text);
    expect(query && show(relaxQuery(query))).toBe(tree);
  });

  it.each(['bitcoin', 'solana OR ether'])('has nothing easier to ask than %s', (text) => {
    const query = parseQuery(text);
    expect(query && relaxQuery(query)).toBeNull();
  });
});
