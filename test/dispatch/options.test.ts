import { describe, expect, it } from 'vitest';
import {
  asset,
  boolean,
  category,
  channel,
  choice,
  duration,
  integer,
  listOf,
  optional,
  positional,
  role,
  source,
  story,
  text,
  type Option,
} from '../../src/dispatch/command.ts';
import { MendableError } from '../../src/domain/errors.ts';
import { aLookup, aSource } from '../support/lookup.ts';
import { aStory } from '../support/stories.ts';

const lookup = aLookup({
  sources: [aSource('Example Wire'), aSource('Example Post'), aSource('Ledger Daily')],
  stories: [aStory({ number: 42, url: 'https://wire.example/a' })],
});
const parse = async (option: Option, typed: string) => option.parse({ name: 'it', text: typed, lookup });
const sort = choice('Order', [
  { value: 'newest', name: 'Newest first' },
  { value: 'best', name: 'Best match' },
]);

describe('an option', () => {
  it.each([
    ['text', text('Words'), ' hong kong ', 'hong kong'],
    ['an integer', integer('Page', { min: 1, max: 9 }), '7', 7],
    ['a choice by value', sort, 'BEST', 'best'],
    ['a choice by name', sort, 'newest first', 'newest'],
    ['yes', boolean('Silent'), 'Yes', true],
    ['a platform’s true', boolean('Silent'), 'true', true],
    ['no', boolean('Silent'), 'off', false],
    ['minutes', duration('Since'), '90m', 5_400_000],
    ['hours', duration('Since'), '24h', 86_400_000],
    ['days', duration('Since'), '7 days', 604_800_000],
    ['weeks', duration('Since'), '2W', 1_209_600_000],
    ['a category by id', category('Kind'), 'Policy', 'policy'],
    ['a category by name', category('Kind'), 'policy  & regulation', 'policy'],
    ['a category by a word of its name', category('Kind'), 'regul', 'policy'],
    ['a category by emoji', category('Kind'), '🚨', 'security'],
    ['a role', role('Role'), '123456', '123456'],
    ['a role as it is mentioned', role('Role'), '<@&123456>', '123456'],
    ['a list', listOf(category('Kinds')), 'policy, markets;defi,', ['policy', 'markets', 'defi']],
  ])('reads %s', async (_, option, typed, value) => {
    expect(await parse(option, typed)).toEqual(value);
  });

  it.each([
    ['by key', 'example-wire', 'example-wire'],
    ['by name in any case', 'LEDGER daily', 'ledger-daily'],
    ['by the beginning of one name', 'ledg', 'ledger-daily'],
  ])('finds a source %s', async (_, typed, key) => {
    expect(await parse(source('From'), typed)).toMatchObject({ key });
  });

  it.each(['BTC', '$btc', 'bitcoin'])('finds an asset by %j', async (typed) => {
    expect(await parse(asset('Coin'), typed)).toMatchObject({ ticker: 'BTC', name: 'Bitcoin' });
  });

  it.each(['42', '#42', ' 42 ', 'https://wire.example/a'])('finds a story by %j', async (typed) => {
    expect(await parse(story('Which'), typed)).toMatchObject({ number: 42 });
  });

  it('gives the channel that the command acts on', async () => {
    expect(await parse(channel('Where'), '#anything')).toMatchObject({ address: 'news' });
  });

  it.each<readonly [string, Option, string, string]>([
    [
      'too long a text',
      text('Words', { max: 3 }),
      'four',
      '“it” is too long: 4 characters where 3 are the most. Shorten it.',
    ],
    [
      'a word for an integer',
      integer('P', { min: 1, max: 9 }),
      'two',
      '“it” is a whole number from 1 to 9, not “two”.',
    ],
    [
      'an integer out of range',
      integer('P', { min: 1, max: 9 }),
      '10',
      '“it” is a whole number from 1 to 9, not “10”.',
    ],
    ['a fraction', integer('P', { min: 1, max: 9 }), '1.5', '“it” is a whole number from 1 to 9, not “1.5”.'],
    ['an unknown choice', sort, 'oldest', '“it” is one of newest or best, not “oldest”.'],
    ['neither yes nor no', boolean('S'), 'maybe', '“it” is yes or no, not “maybe”.'],
    [
      'no length of time',
      duration('S'),
      'soon',
      '“it” is a length of time such as 90m, 24h, 7d or 2w, not “soon”.',
    ],
    [
      'a time of nothing',
      duration('S'),
      '0d',
      '“it” is a length of time such as 90m, 24h, 7d or 2w, not “0d”.',
    ],
    [
      'an unknown category',
      category('K'),
      'sports',
      'There is no category “sports”. The categories are policy, markets, web3, defi, security, tech, stablecoins, nft, mining and other.',
    ],
    [
      'an unknown asset',
      asset('C'),
      'nosuchcoin',
      'I know no coin or token “nosuchcoin”. Give its ticker or name, such as BTC or Ethereum.',
    ],
    ['an unknown source', source('F'), 'zzz', 'No source is called “zzz”. /sources lists all of them.'],
    [
      'a misspelt source',
      source('F'),
      'exmaple-wire',
      'No source is called “exmaple-wire”. Did you mean example-wire? /sources lists all of them.',
    ],
    [
      'a source that two names begin with',
      source('F'),
      'example',
      'No source is called “example”. Did you mean example-wire or example-post? /sources lists all of them.',
    ],
    [
      'no number of a story',
      story('W'),
      'first',
      "“first” is no story's number. Give the number that a story is shown with, such as 42; /latest shows the newest.",
    ],
    [
      'an unknown number of a story',
      story('W'),
      '43',
      'There is no story 43 here. /latest and /search show stories with their numbers.',
    ],
    [
      'an unknown address of a story',
      story('W'),
      'https://wire.example/b',
      'I have no story from that address (https://wire.example/b). /search may find it by its words.',
    ],
    [
      'one wrong value in a list',
      listOf(category('K')),
      'policy,sports',
      'There is no category “sports”. The categories are policy, markets, web3, defi, security, tech, stablecoins, nft, mining and other.',
    ],
  ])('says what would be right for %s', async (_, option, typed, sentence) => {
    const problem: unknown = await parse(option, typed).catch((thrown: unknown) => thrown);
    expect(problem).toBeInstanceOf(MendableError);
    expect(problem).toHaveProperty('message', sentence);
  });

  it('is required until it is made optional or a list', () => {
    expect(text('A')).toMatchObject({ isRequired: true, isList: false, isPositional: false });
    expect(optional(text('A'))).toMatchObject({ isRequired: false });
    expect(listOf(text('A'))).toMatchObject({ isRequired: false, isList: true });
    expect(positional(optional(text('A')))).toMatchObject({ isRequired: false, isPositional: true });
  });
});
