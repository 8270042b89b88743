import { describe, expect, it } from 'vitest';
import { assignWords } from '../../src/dispatch/assign.ts';
import {
  category,
  defineAct,
  defineCommand,
  integer,
  listOf,
  optional,
  positional,
  source,
  text,
  type Command,
} from '../../src/dispatch/command.ts';
import { commandLine } from '../../src/dispatch/line.ts';
import { parseLine, parseParts } from '../../src/dispatch/parse.ts';
import { MendableError } from '../../src/domain/errors.ts';
import { textMessage } from '../../src/domain/message.ts';
import { english } from '../../src/texts/english.ts';
import { aLookup, aSource } from '../support/lookup.ts';

const run = async () => textMessage('ran');
const shape = { description: 'd', example: '/e', access: 'anyone', run } as const;
const commands: readonly Command[] = [
  defineCommand({
    ...shape,
    name: 'latest',
    options: {
      category: positional(optional(category('Kind'))),
      source: positional(optional(source('From'))),
      count: positional(optional(integer('How many', { min: 1, max: 10 }))),
      page: optional(integer('Page', { min: 1, max: 99 })),
    },
  }),
  defineCommand({
    ...shape,
    name: 'search',
    options: { text: positional(text('Words')), page: optional(integer('Page', { min: 1, max: 99 })) },
  }),
  defineCommand({
    ...shape,
    name: 'follow',
    options: {
      categories: positional(listOf(category('Kinds'))),
      sources: positional(listOf(source('From'))),
    },
  }),
  defineCommand({ ...shape, name: 'status', options: {} }),
  {
    name: 'sources',
    description: 'd',
    example: '/sources',
    acts: {
      list: defineAct({ ...shape, options: { page: optional(integer('Page', { min: 1, max: 99 })) } }),
      add: defineAct({ ...shape, options: { url: positional(text('Address')) } }),
    },
  },
];
const parsing = { commands, texts: english };
const lookup = aLookup({ sources: [aSource('Example Wire'), aSource('Policy Post')] });

async function read(line: string): Promise<string> {
  const asked = parseLine(line, parsing);
  if ('typed' in asked) return `unknown ${asked.typed}, nearest ${asked.nearest ?? 'none'}`;
  return commandLine({ ...asked, given: await assignWords(asked, lookup) }, {});
}

describe('a typed line', () => {
  it.each([
    ['/latest', 'latest'],
    ['LATEST', 'latest'],
    ['/latest@satwire_bot policy', 'latest category:policy'],
    ['/latest policy 5', 'latest category:policy count:5'],
    ['/latest 5 policy', 'latest count:5 category:policy'],
    ['/latest category=policy page:2', 'latest category:policy page:2'],
    ['/latest CATEGORY: policy', 'latest category:policy'],
    ['/latest example wire 5', 'latest source:"example wire" count:5'],
    ['/latest Policy & Regulation 3', 'latest category:"Policy & Regulation" count:3'],
    ['/search hong kong', 'search text:"hong kong"'],
    ['/search "hong kong" -scam page:2', String.raw`search page:2 text:"\"hong kong\" -scam"`],
    ['/search page:2 hong kong', 'search page:2 text:"hong kong"'],
    ['/search text:etf flows', 'search text:"etf flows"'],
    ['/search "btc: new high"', String.raw`search text:"\"btc: new high\""`],
    ['/follow policy, markets', 'follow categories:"policy, markets"'],
    ['/follow policy example wire markets', 'follow categories:policy,markets sources:"example wire"'],
    ['/follow categories:policy defi', 'follow categories:policy,defi'],
    ['/sources', 'sources list'],
    ['/sources page:2', 'sources list page:2'],
    ['/sources ADD https://wire.example/feed', 'sources add url:https://wire.example/feed'],
  ])('%s is read as %s', async (line, expected) => {
    expect(await read(line)).toBe(expected);
  });

  it.each(['latest category:policy page:2', String.raw`search text:"\"a b\" c" page:3`, 'sources add url:x'])(
    'that was made for a button is read back the same: %s',
    async (line) => {
      expect(await read(line)).toBe(line);
    },
  );

  it.each([
    ['/latst policy', 'unknown latst, nearest latest policy'],
    ['/weather', 'unknown weather, nearest none'],
  ])('%s names no command: %s', async (line, expected) => {
    expect(await read(line)).toBe(expected);
  });

  it.each([
    ['', 'Type a command, for example /latest. /help lists them all.'],
    ['/', 'Type a command, for example /latest. /help lists them all.'],
    [
      '/latest categry:policy',
      '/latest has no option “categry”. Did you mean category? Put words in quotes if they are not an option, like "categry: …".',
    ],
    [
      '/latest colour:red',
      '/latest has no option “colour”. It takes 4 options: category, source, count and page. Put words in quotes if they are not an option, like "colour: …".',
    ],
    [
      '/latest __proto__:red',
      '/latest does not know what “__proto__:red” is: it may be misspelt, or one too many. It takes 4 options: category, source, count and page.',
    ],
    [
      '/latest constructor:red',
      '/latest has no option “constructor”. It takes 4 options: category, source, count and page. Put words in quotes if they are not an option, like "constructor: …".',
    ],
    [
      '/latest policy defi',
      '/latest does not know what “defi” is: it may be misspelt, or one too many. It takes 4 options: category, source, count and page.',
    ],
    [
      '/latest polcy',
      '/latest does not know what “polcy” is: it may be misspelt, or one too many. It takes 4 options: category, source, count and page.',
    ],
    ['/sources ad https://wire.example/feed', '/sources does not know “ad”. Did you mean /sources add?'],
    ['/sources everything', '/sources does not know “everything”. It takes list or add.'],
    ['/sources 2', '/sources does not know “2”. It takes list or add.'],
    ['/status now', '/status takes nothing more, so “now” says nothing to it. Try /status alone.'],
  ])('%j gets a remedy', async (line, sentence) => {
    await expect(read(line)).rejects.toThrow(new MendableError(sentence));
  });
});

describe('options that a platform took apart', () => {
  it('are taken as they are', () => {
    const parts = { command: 'search', act: '', options: { text: 'hong since:7d' } };
    expect(parseParts(parts, parsing)).toMatchObject({ given: { text: 'hong since:7d' }, loose: [] });
  });

  it('lose control characters and halves of characters, as a typed line does', async () => {
    const parts = { command: 'search', act: '', options: { text: 'hong\u0000kong \uD83D' } };
    expect(parseParts(parts, parsing)).toMatchObject({ given: { text: 'hong kong  ' } });
    expect(await read('/search hong\u0000kong\n\uD83D 🚀')).toBe('search text:"hong kong 🚀"');
  });

  it.each([
    [{ command: 'gone', act: '', options: {} }, 'gone'],
    [{ command: 'sources', act: 'gone', options: {} }, 'sources gone'],
  ])('of a command that is no more are unknown', (parts, typed) => {
    expect(parseParts(parts, parsing)).toEqual({ typed, nearest: null });
  });

  it('of an older definition get a remedy', () => {
    const parts = { command: 'search', act: '', options: { words: 'x' } };
    expect(() => parseParts(parts, parsing)).toThrow('/search has no option “words”');
  });
});

describe('commandLine', () => {
  it('changes options, and takes away those that are undefined or empty', () => {
    const asked = parseLine('/search text:etf page:2', parsing);
    if ('typed' in asked) throw new Error('not read');
    expect(commandLine(asked, { page: 3 })).toBe('search text:etf page:3');
    expect(commandLine(asked, { page: undefined })).toBe('search text:etf');
    expect(commandLine(asked, { text: '' })).toBe('search page:2');
  });
});
