import { describe, expect, it } from 'vitest';
import { joinWord, splitWords } from '../../src/dispatch/words.ts';

const parts = (line: string) =>
  splitWords(line).map(({ name, text }) => (name === null ? text : `${name}=${text}`));

describe('splitWords', () => {
  it.each([
    ['words between spaces', '  policy   btc 5 ', ['policy', 'btc', '5']],
    ['nothing', '   ', []],
    ['a name with a colon', 'since:7d', ['since=7d']],
    ['a name with an equals sign', 'since=7d', ['since=7d']],
    ['a name in capitals', 'Since:7D', ['since=7D']],
    ['quotes around what has spaces', 'source:"Example Wire" etf', ['source=Example Wire', 'etf']],
    ['quotes of a phone keyboard', 'source:“Example Wire”', ['source=Example Wire']],
    ['quotes around a plain word', '"hong kong"', ['hong kong']],
    ['quotes around what looks like an option', '"since:7d"', ['since:7d']],
    ['an escaped quote within quotes', String.raw`text:"a \"b c\" d"`, ['text=a "b c" d']],
    ['an escaped backslash', String.raw`text:"a\\"`, [String.raw`text=a\ `.trim()]],
    ['a quote that never ends', 'text:"hong kong', ['text=hong kong']],
    ['an apostrophe as a letter', "don't panic", ["don't", 'panic']],
    ['an address as a word', 'https://wire.example/a?b=c', ['https://wire.example/a?b=c']],
    ['an address as a value', 'url:https://wire.example/a', ['url=https://wire.example/a']],
    ['a value after a space', 'category: policy', ['category=policy']],
    [
      'a list with spaces',
      'categories:policy, markets,  defi btc',
      ['categories=policy, markets, defi', 'btc'],
    ],
    ['a name without a value', 'since:', ['since=']],
    ['a time of day as a word', '12:30', ['12:30']],
    ['an empty value in quotes', 'since:"" x', ['since=', 'x']],
  ])('reads %s', (_, line, expected) => {
    expect(parts(line)).toEqual(expected);
  });

  it('keeps what was typed, quotes included', () => {
    expect(splitWords('"hong kong" -scam').map(({ raw }) => raw)).toEqual(['"hong kong"', '-scam']);
  });

  it('reads a line of a million quotes without holding up', () => {
    expect(splitWords('"'.repeat(1_000_000))).toHaveLength(1);
  });
});

describe('joinWord', () => {
  it.each([
    'policy',
    'hong kong',
    '"hong kong" -scam',
    String.raw`back\slash "and quote\"`,
    'policy, markets',
    'a,',
    ',a',
    '“curly” words',
    'https://wire.example/a?b=c',
    '//wire.example',
    'since:7d',
    "don't",
    '香港',
  ])('is read back as it was: %s', (value) => {
    expect(splitWords(`${joinWord('text', value)} page:2`)).toMatchObject([
      { name: 'text', text: value },
      { name: 'page', text: '2' },
    ]);
  });

  it('uses quotes only where they are needed', () => {
    expect(joinWord('category', 'policy')).toBe('category:policy');
    expect(joinWord('text', 'hong kong')).toBe('text:"hong kong"');
  });
});
