import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/domain/analyzer.ts';

describe('analyze', () => {
  it.each([
    ['folds case', 'BITCOIN Bitcoin bitcoin', ['bitcoin', 'bitcoin', 'bitcoin']],
    ['folds accents', 'Zürich café Ångström', ['zurich', 'cafe', 'angstrom']],
    ['unifies compatibility forms', 'ＢＴＣ ﬁat', ['btc', 'fiat']],
    ['keeps tickers, with and without a dollar sign', '$BTC BTC (ADA)', ['btc', 'btc', 'ada']],
    ['joins abbreviations with stops', 'the U.S. and S.E.C.', ['the', 'us', 'and', 'sec']],
    ['drops the possessive', "Binance's Kraken’s users'", ['binanc', 'kraken', 'user']],
    ['joins what an apostrophe divides', "don't O’Hara", ['dont', 'ohara']],
    ['splits at hyphens and slashes', 'on-chain ETH/USD', ['on', 'chain', 'eth', 'usd']],
    ['keeps letters with digits', 'web3 1inch EIP-1559 3AC', ['web3', '1inch', 'eip', '1559', '3ac']],
    ['keeps versions', 'v2.0.1 of 0.28 v3', ['2.0.1', 'of', '0.28', 'v3']],
    ['pairs Chinese characters', '比特币上涨', ['比特', '特币', '币上', '上涨']],
    ['pairs Japanese characters', 'ビットの', ['ビッ', 'ット', 'トの']],
    ['pairs Korean syllables within a word', '비트코인 가격', ['비트', '트코', '코인', '가격']],
    ['keeps one character that stands alone', '币 BTC币', ['币', 'btc', '币']],
    ['keeps words of other scripts', 'Биткоин বিটকয়েন', ['биткоин', 'বিটকয়েন']],
    ['finds nothing in signs', '— !? 🚀 …', []],
    ['finds nothing in nothing', '', []],
  ])('%s', (_fact, text, tokens) => {
    expect(analyze(text)).toEqual(tokens);
  });

  it.each([
    ['$1.5B', '1.50 billion'],
    ['1.5bn', '1.5 billions'],
    ['$20K', 'USD 20,000'],
    ['2.5k', '2,500'],
    ['$3M', '3 million'],
    ['1,234,567', '1234567'],
    ['9%', '9'],
  ])('reads %s as %s', (one, other) => {
    expect(analyze(one).join(' ')).toContain(analyze(other).join(' ').replace('usd ', ''));
  });

  it('gives tokens without spaces, quotes or commas', () => {
    const tokens = analyze(`"A, 'B'" x;y\t1,000,5 \u00a0 “q” a\u0000b ${'é'.repeat(50)} 1.2.3. ...`);
    for (const token of tokens) expect(token).toMatch(/^[\p{L}\p{N}\p{M}.]+$/u);
  });

  it('reads a long run of letters without delay', () => {
    expect(analyze('a'.repeat(200_000))).toHaveLength(1);
    expect(analyze('1,'.repeat(50_000))).toHaveLength(50_000);
  });
});
