import { describe, expect, it } from 'vitest';
import { assets, findAsset } from '../../src/domain/asset.ts';

describe('assets', () => {
  it('has each ticker once, in capitals and digits', () => {
    const tickers = assets.map((asset) => asset.ticker);
    expect(new Set(tickers).size).toBe(tickers.length);
    for (const ticker of tickers) expect(ticker).toMatch(/^[\dA-Z]{1,10}$/);
    expect(tickers.length).toBeGreaterThanOrEqual(150);
  });

  it('gives each asset a name and its spellings', () => {
    for (const asset of assets) {
      expect(asset.name).toMatch(/^\S/);
      expect(asset.spellings.map((spelling) => spelling.text)).toContain(asset.ticker);
    }
  });
});

describe('findAsset', () => {
  it.each([
    ['BTC', 'BTC'],
    ['btc', 'BTC'],
    ['$btc', 'BTC'],
    [' Bitcoin ', 'BTC'],
    ['bitcoin  cash', 'BCH'],
    ['xbt', 'BTC'],
    ['op', 'OP'],
    ['optimism', 'OP'],
    ['ripple', 'XRP'],
    ['usde', 'USDE'],
    ['the graph', 'GRT'],
  ])('finds %j as %s', (text, ticker) => {
    expect(findAsset(text)?.ticker).toBe(ticker);
  });

  it.each(['', '$', 'nosuchcoin', 'bit coin', '?OP'])('finds nothing for %j', (text) => {
    expect(findAsset(text)).toBeNull();
  });
});
