import { describe, expect, it } from 'vitest';
import { asSentence, counted, durationInWords, enumerated } from '../../src/texts/english/wording.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

describe('counted', () => {
  it.each([
    [0, '0 stories'],
    [1, '1 story'],
    [2, '2 stories'],
  ])('%i is %s', (count, expected) => {
    expect(counted(count, 'story', 'stories')).toBe(expected);
  });
});

describe('enumerated', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c'],
  ])('%j is %s', (words, expected) => {
    expect(enumerated(words)).toBe(expected);
  });

  it('takes another word before the last', () => {
    expect(enumerated(['a', 'b', 'c'], 'or')).toBe('a, b or c');
  });
});

describe('asSentence', () => {
  it.each([
    ['the host does not answer', 'The host does not answer.'],
    ['It is gone.', 'It is gone.'],
    [' what now? ', 'What now?'],
    ['wait…', 'Wait…'],
  ])('%j is %j', (text, sentence) => {
    expect(asSentence(text)).toBe(sentence);
  });
});

describe('durationInWords', () => {
  it.each([
    [0, 'less than a minute'],
    [59_999, 'less than a minute'],
    [minuteMs, '1 minute'],
    [90 * minuteMs, '1 hour 30 minutes'],
    [hourMs, '1 hour'],
    [dayMs, '24 hours'],
    [7 * dayMs, '7 days'],
    [dayMs + 4 * hourMs + 3 * minuteMs, '1 day 4 hours'],
    [2 * dayMs + 3 * minuteMs, '2 days 3 minutes'],
  ])('%i ms is %s', (durationMs, words) => {
    expect(durationInWords(durationMs)).toBe(words);
  });
});
