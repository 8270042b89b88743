import { describe, expect, it } from 'vitest';
import { stem } from '../../src/domain/stemmer.ts';

describe('stem', () => {
  it.each([
    ['regul', ['regulate', 'regulates', 'regulated', 'regulation', 'regulations', 'regulators']],
    ['mine', ['mine', 'mines', 'mined', 'mining']],
    ['hack', ['hack', 'hacks', 'hacked', 'hacking']],
    ['adopt', ['adopt', 'adopts', 'adopting', 'adoption']],
    ['hop', ['hop', 'hopped', 'hopping']],
    ['hope', ['hope', 'hoped', 'hoping']],
    ['compani', ['company', 'companies']],
    ['central', ['central', 'centralize']],
    ['hope', ['hopeful', 'hopefulness']],
    ['process', ['process', 'processes']],
    ['bias', ['bias']],
    ['sky', ['sky']],
  ])('gives "%s" to %j', (expected, words) => {
    expect(words.map(stem)).toEqual(words.map(() => expected));
  });

  it.each([
    ['mine', 'mint'],
    ['news', 'new'],
    ['community', 'communist'],
    ['gas', 'ga'],
    ['proceed', 'process'],
    ['cosmos', 'cosmo'],
  ])('keeps "%s" and "%s" apart', (one, other) => {
    expect(stem(one)).not.toBe(stem(other));
  });

  it('leaves words of one and two letters alone', () => {
    expect(['a', 'us', 'is'].map(stem)).toEqual(['a', 'us', 'is']);
  });

  it('gives a stem to any run of letters', () => {
    for (const word of ['sss', 'yyy', 'ing', 'eed', 'ation', 'ies', 'li', 'ed', 'e', 'zzzzing'])
      expect(stem(word).length).toBeGreaterThan(0);
  });
});
