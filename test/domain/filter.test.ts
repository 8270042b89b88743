import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/domain/analyzer.ts';
import { matchesFilter } from '../../src/domain/filter.ts';
import { everything, type Filter } from '../../src/domain/subscription.ts';
import { aReport, aStory } from '../support/stories.ts';

const story = aStory({
  category: 'policy',
  assets: ['BTC', 'ETH'],
  reports: [aReport('Example Wire'), aReport('Ledger Post')],
});
const tokens = {
  title: analyze('Hong Kong licenses a stablecoin issuer'),
  text: analyze('The regulator in Hong Kong said the issuer holds reserves in cash.'),
};

describe('matchesFilter', () => {
  it.each<readonly [string, Partial<Filter>]>([
    ['nothing is asked', {}],
    ['its category is asked', { categories: ['markets', 'policy'] }],
    ['one of its assets is asked', { assets: ['SOL', 'ETH'] }],
    ['a later report is of the source asked', { sources: ['ledger-post'] }],
    ['as many sources as asked report it', { minSources: 2 }],
    ['its title has the words', { include: ['stablecoin issuer'] }],
    ['its text has the words', { include: ['reserves'] }],
    ['its words are inflected', { include: ['issuers licensed'] }],
    ['one of two searches matches', { include: ['mining', '"hong kong"'] }],
    ['the excluded words are not there', { exclude: ['scam', 'airdrop'] }],
    ['only one of the excluded words of one search is there', { exclude: ['stablecoin mining'] }],
    ['everything asked holds at once', { categories: ['policy'], assets: ['BTC'], include: ['cash'] }],
    ['an excluded search asks for nothing', { exclude: ['…'] }],
  ])('lets a story through where %s', (_, parts) => {
    expect(matchesFilter({ ...everything, ...parts }, { story, tokens })).toBe(true);
  });

  it.each<readonly [string, Partial<Filter>]>([
    ['its category is not asked', { categories: ['markets'] }],
    ['none of its assets is asked', { assets: ['SOL'] }],
    ['none of its sources is asked', { sources: ['node-daily'] }],
    ['too few sources report it', { minSources: 3 }],
    ['one word of the search is missing', { include: ['stablecoin mining'] }],
    ['the words of a phrase are apart', { include: ['"kong regulator"'] }],
    ['an excluded word is in its text', { exclude: ['cash'] }],
    ['one of two excluded searches matches', { exclude: ['scam', '"hong kong"'] }],
    ['an included search asks for nothing', { include: ['…'] }],
    ['one condition of several fails', { categories: ['policy'], assets: ['SOL'], include: ['cash'] }],
  ])('holds a story back where %s', (_, parts) => {
    expect(matchesFilter({ ...everything, ...parts }, { story, tokens })).toBe(false);
  });

  it('holds a story without assets back where an asset is asked', () => {
    const bare = { story: aStory({ assets: [] }), tokens };
    expect(matchesFilter({ ...everything, assets: ['BTC'] }, bare)).toBe(false);
  });
});
