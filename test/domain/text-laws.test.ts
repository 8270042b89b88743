/** What holds for every text, tried on many that look random. */
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/domain/analyzer.ts';
import { canonicalUrl, sameArticleUrls } from '../../src/domain/canonical-url.ts';
import { splitSentences } from '../../src/domain/sentences.ts';
import { createRandom, randomText } from '../support/random.ts';

/** Texts made of the parts, which bars divide, from short to long. */
function textsOf(parts: string, count = 400): readonly string[] {
  const random = createRandom(11);
  return Array.from({ length: count }, (_, index) => randomText(random, parts.split('|'), 1 + (index % 24)));
}

describe('canonicalUrl', () => {
  const rests = textsOf(
    '/|//|/amp|/amp/|.amp|.html|/news|/a|b|%c3%a9|é|%2F| |?|&|&amp;|utm_source=x|p=7|amp|ref=home|ref=9|b=|=|outputType=amp|#|#!',
    2000,
  );
  const urls = rests.flatMap((rest) => [
    `https://news.example${rest}`,
    `http://www.m.news.example:80/${rest}`,
    `https://amp.m.news.example/${rest}`,
  ]);
  const canonical = urls.flatMap((url) => canonicalUrl(url) ?? []);

  it('gives the same again for what it gave', () => {
    expect(canonical.length).toBeGreaterThan(urls.length / 2);
    for (const url of canonical) expect(canonicalUrl(url)).toBe(url);
  });

  it('gives addresses whose twins are canonical too', () => {
    for (const url of canonical.slice(0, 300)) {
      const twins = sameArticleUrls(url);
      expect(twins.map((twin) => canonicalUrl(twin))).toEqual(twins);
    }
  });
});

describe('analyze', () => {
  const texts = textsOf(
    "Bitcoin |Zürich |U.S. |Kraken's |don’t |$1.5B |20K |1,234.50 |v2.0.1 |on-chain |比特币|ビット|비트코인 |Биткоин |1inch |— |🚀|\n|(|) |. |, |“|” |\u00a0",
  );

  it('does not care about case', () => {
    for (const text of texts) expect(analyze(text.toUpperCase())).toEqual(analyze(text.toLowerCase()));
  });

  it('finds in two lines what it finds in each', () => {
    for (const [index, text] of texts.entries()) {
      const other = texts[index - 1] ?? '';
      expect(analyze(`${text}\n${other}`)).toEqual([...analyze(text), ...analyze(other)]);
    }
  });

  it('finds its own tokens again, where none is stemmed further', () => {
    for (const text of textsOf('BTC |$1.5B |20K |1,234.50 |v2.0.1 |比特币|ビット |Биткоин |EIP-1559 |— ')) {
      const tokens = analyze(text);
      expect(analyze(tokens.join(' '))).toEqual(tokens);
    }
  });
});

describe('splitSentences', () => {
  const texts = textsOf(
    'The firm rose| in May| and fell|. |! |? |… |.|." |”| “|\n|\n\n| |,|U.S. |Inc. |Dr. Roe| No. 3| $1.5B| e.g. |。|第一句|！|(|)|J. | Aug. 1 ',
  );
  const lettersOf = (text: string) => text.replaceAll(/\s+/g, '');

  it('loses nothing and adds nothing', () => {
    for (const text of texts) expect(lettersOf(splitSentences(text).join(''))).toBe(lettersOf(text));
  });

  it('gives trimmed sentences of one line, none empty', () => {
    for (const sentence of texts.flatMap(splitSentences)) {
      expect(sentence).toBe(sentence.trim());
      expect(sentence).toMatch(/^[^\n]+$/);
    }
  });
});
