import { stem } from './stemmer.ts';

/**
 * Turns text into the tokens that search indexes hold and that queries and filters are matched with.
 *
 * Case and accents are folded and English words stemmed. Chinese, Japanese and Korean become overlapping pairs of
 * characters. `$BTC` and `BTC` are one token. Numbers lose their thousands separators and unit signs, so that
 * "$1.5B", "1.5bn" and "1.5 billion" agree, as do "20K" and "20,000". A token holds letters, marks and digits, and
 * inside a number full stops; never a space.
 */
export function analyze(text: string): readonly string[] {
  const tokens: string[] = [];
  const folded = fold(text);
  const words = folded.match(isAscii.test(folded) ? asciiWordPattern : wordPattern) ?? [];
  for (const word of words) addTokens(tokens, word);
  return tokens;
}

const ideographs = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー`;

/** Abbreviations with stops, numbers, runs of characters written without spaces, words. */
const wordPattern = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:\p{L}\.){2,}|` +
    String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?[a-z]*|v?\d+(?:\.\d+)+[a-z]*|` +
    `[${ideographs}]+|` +
    `(?:(?![${ideographs}])[\\p{L}\\p{N}\\p{M}])+(?:['’](?:(?![${ideographs}])[\\p{L}\\p{N}])+)*`,
  'gu',
);
/** The same for text of ASCII alone, which is nearly all of it, and several times as fast. */
const asciiWordPattern =
  /\b(?:[a-z]\.){2,}|\d{1,3}(?:,\d{3})+(?:\.\d+)?[a-z]*|v?\d+(?:\.\d+)+[a-z]*|[a-z\d]+(?:'[a-z\d]+)*/g;
const isAscii = /^[\x20-\x7e\s]*$/;
/** Typographic signs that part words; the apostrophe joins them. */
const signs = /[“”„«»–—…•·]/g;
const isIdeographic = new RegExp(`^[${ideographs}]`, 'u');

/** Lower case, compatibility forms unified, accents of Latin, Greek and Cyrillic letters removed. */
function fold(text: string): string {
  const plain = text.replaceAll('’', "'").replaceAll(signs, ' ');
  if (isAscii.test(plain)) return plain.toLowerCase();
  return plain
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .normalize('NFC');
}

function addTokens(tokens: string[], word: string): void {
  // Of words, the plain ones alone were stemmed before, as they are.
  const known = stems.get(word);
  if (known !== undefined) tokens.push(known);
  else if (/^v?\d/.test(word)) addNumber(tokens, word.replace(/^v(?=[\d.]+\.)/, ''));
  else if (isIdeographic.test(word)) addPairs(tokens, word);
  else tokens.push(foldWord(word));
}

function foldWord(word: string): string {
  const bare = /['’.]/.test(word) ? word.replace(/['’]s$/, '').replaceAll(/['’.]/g, '') : word;
  return /^[a-z]+$/.test(bare) ? stemOnce(bare) : bare;
}

/**
 * The words of a language are few, so most have been stemmed before; without this memory a text takes three times as
 * long to analyze. It is no state that anyone could tell: one word always has the same stem, and the memory is bounded.
 */
const stems = new Map<string, string>();
const maxStems = 50_000;

function stemOnce(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const found = stem(word);
  if (stems.size >= maxStems) stems.clear();
  stems.set(word, found);
  return found;
}

const magnitudes: Readonly<Record<string, string>> = {
  m: 'million',
  mn: 'million',
  mln: 'million',
  b: 'billion',
  bn: 'billion',
  t: 'trillion',
  tn: 'trillion',
};

/** A thousand is written out, larger units become words of their own; letters of other meaning stay ("1inch"). */
function addNumber(tokens: string[], word: string): void {
  const [, digits = word, unit = ''] = /^([\d.,]+)(.*)$/s.exec(word) ?? [];
  const plain = digits.replaceAll(',', '');
  const number = /^\d+\.\d+$/.test(plain) ? plain.replace(/\.?0+$/, '') : plain;
  const magnitude = magnitudes[unit];
  if (magnitude !== undefined) tokens.push(number, magnitude);
  else if (unit === 'k' && /^\d{1,9}(?:\.\d{1,6})?$/.test(number))
    tokens.push(String(Math.round(Number(number) * 1000)));
  else tokens.push(number + foldWord(unit));
}

function addPairs(tokens: string[], run: string): void {
  const characters = run.match(/./gsu) ?? [];
  if (characters.length === 1) tokens.push(run);
  for (let index = 0; index + 1 < characters.length; index += 1)
    tokens.push(`${characters[index]}${characters[index + 1]}`);
}
