import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/domain/analyzer.ts';
import { isCategoryId } from '../../src/domain/category.ts';
import { categorize, categoryOfLabels } from '../../src/ingest/categorize.ts';

const ofTitle = (title: string, labels: readonly string[] = []) =>
  categorize({ labels, tokens: { title: analyze(title), lead: [], text: [] } });

describe('a category by label', () => {
  it.each([
    ['Policy & Regulation', 'policy'],
    ['REGULATION', 'policy'],
    ['Markets', 'markets'],
    ['Web3 & Enterprise', 'web3'],
    ['Business', 'web3'],
    ['DeFi', 'defi'],
    ['Hacks', 'security'],
    ['Security & Crime', 'security'],
    ['Tech', 'tech'],
    ['Technology & Protocols', 'tech'],
    ['Stablecoins & Payments', 'stablecoins'],
    ['NFTs & Gaming', 'nft'],
    ['Mining & Energy', 'mining'],
    ['bitcoin-mining', 'mining'],
  ])('reads "%s" as %s', (label, category) => {
    expect(categoryOfLabels([label])).toBe(category);
    expect(isCategoryId(category)).toBe(true);
  });

  it.each(['News', 'Featured', 'Bitcoin', 'Latest News', 'Opinion', '', '&'])('finds "%s" vague', (label) => {
    expect(categoryOfLabels([label])).toBeNull();
  });

  it('takes the first that says something', () => {
    expect(categoryOfLabels(['News', 'Mining', 'Markets'])).toBe('mining');
  });

  it('goes before what the words say', () => {
    expect(ofTitle('Exchange hacked, funds stolen', ['Business'])).toBe('web3');
    expect(ofTitle('Exchange hacked, funds stolen', ['News'])).toBe('security');
  });
});

describe('a category by words', () => {
  it.each([
    ['Senate passes a bill on digital assets', 'policy'],
    ['Regulator grants licence to two exchanges', 'policy'],
    ['Bitcoin price rallies as traders buy calls', 'markets'],
    ['Ether ETF inflows jump', 'markets'],
    ['Wallet firm raises $15 million in seed round', 'web3'],
    ['Bank and retailer sign partnership on tokenization', 'web3'],
    ['Lending protocol adds a liquidity pool', 'defi'],
    ['Hacker drains bridge in an exploit', 'security'],
    ['Police arrest nine over a crypto scam', 'security'],
    ['Core developers set a date for the testnet hard fork', 'tech'],
    ['Stablecoin issuer starts cross-border payments', 'stablecoins'],
    ['NFT marketplace closes its gaming arm', 'nft'],
    ['Hashrate falls as miners switch off', 'mining'],
    ['Ferry of Lillevik was late', 'other'],
    ['', 'other'],
  ])('reads "%s" as %s', (title, category) => {
    expect(ofTitle(title)).toBe(category);
  });

  it('listens to the title more than to the text', () => {
    const text = analyze('price rally traders market '.repeat(3));
    const title = analyze('Hacker drains bridge in an exploit');
    expect(categorize({ labels: [], tokens: { title, lead: [], text } })).toBe('security');
  });
});
