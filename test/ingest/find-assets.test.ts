import { describe, expect, it } from 'vitest';
import { findAssets } from '../../src/ingest/find-assets.ts';

const inTitle = (title: string) => findAssets({ title, lead: '', blocks: [] });
const inText = (text: string) =>
  findAssets({ title: 'Exchange moves', lead: '', blocks: [{ kind: 'paragraph', text }] });

describe('findAssets', () => {
  it.each([
    ['Bitcoin and Ethereum rise', ['BTC', 'ETH']],
    ['ETH/BTC ratio falls', ['ETH', 'BTC']],
    ['Solana-based exchange opens', ['SOL']],
    ["Cardano's fork date is set", ['ADA']],
    ['Ether funds see inflows', ['ETH']],
    ['Bitcoin Cash splits again', ['BCH']],
    ['Ethereum Classic is attacked', ['ETC']],
    ['$OP climbs', ['OP']],
    ['Optimism (OP) climbs', ['OP']],
    ['Optimism ($OP) climbs', ['OP']],
    ['NEAR Protocol upgrades', ['NEAR']],
    ['Chainlink (LINK) climbs', ['LINK']],
    ['Holders of the SAND token vote', ['SAND']],
    ['Avalanche (AVAX) opens a fund', ['AVAX']],
    ['Uniswap turns on its fee', ['UNI']],
    ['Bitcoin, bitcoin and BTC', ['BTC']],
    ['BITCOIN FALLS BELOW SUPPORT', ['BTC']],
  ])('finds in "%s" %j', (title, tickers) => {
    expect(inTitle(title)).toEqual(tickers);
  });

  it.each([
    'Reporters OP ed the LINK in ONE page',
    'Near the end of the line',
    'ONE MORE LINK NEAR THE GAS STATION',
    'An avalanche of filings',
    'Optimism returns to the market',
    'Compound interest explained',
    'Maker of wallets raises funds',
    'Stacks of cash found',
    'Flow of funds turns',
    'Render farms move to Norway',
    'Bitcoin Magazine hires an editor',
    'Sky is the limit for funds',
    'Curve flattens as yields fall',
    'The US and the EU agree on AI',
    'GAS PRICES RISE',
    'Wormhole drills',
    'Story of a pump and a dump',
    'Official sues (ONE) of them',
  ])('finds nothing in "%s"', (title) => {
    expect(inTitle(title)).toEqual([]);
  });

  it('counts an asset of the text when it is mentioned four times', () => {
    expect(inText('Litecoin rose. Then LTC fell. LTC holders sold.')).toEqual([]);
    expect(inText('Litecoin rose. Then LTC fell. Litecoin miners sold LTC. Monero rose.')).toEqual(['LTC']);
  });

  it('leaves out what a text mentions far less than another asset', () => {
    const text = `${'Litecoin rose. '.repeat(12)}${'Monero fell. '.repeat(4)}`;
    expect(inText(text)).toEqual(['LTC']);
  });

  it('takes any mention in the lead', () => {
    expect(findAssets({ title: 'Exchange moves', lead: 'It sold its Monero.', blocks: [] })).toEqual(['XMR']);
  });

  it('names those of the title first', () => {
    const lead = 'Bitcoin also fell.';
    expect(findAssets({ title: 'Dogecoin falls', lead, blocks: [] })).toEqual(['DOGE', 'BTC']);
  });
});
