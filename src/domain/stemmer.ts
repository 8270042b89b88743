/**
 * The Porter2 stemmer for English (https://snowballstem.org/algorithms/english/stemmer.html): words of one family
 * ("regulate", "regulation", "regulators") get one stem, so that a search finds all of them.
 */

/** The stem of one lower-case word of the letters a to z. */
export function stem(word: string): string {
  if (word.length < 3) return word;
  const known = exceptions.get(word);
  if (known !== undefined) return known;
  const marked = markConsonantY(word);
  const regions = findRegions(marked);
  const singular = removePlural(marked);
  if (invariants.has(singular)) return singular;
  let stemmed = removePast(singular, regions.r1);
  stemmed = replaceFinalY(stemmed);
  stemmed = replaceSuffix(stemmed, regions.r1, derivations);
  stemmed = replaceSuffix(stemmed, regions.r1, reductions, regions.r2);
  stemmed = removeEnding(stemmed, regions.r2);
  return removeFinalLetter(stemmed, regions).toLowerCase();
}

/** Words that the rules would join with another family. */
const exceptions: ReadonlyMap<string, string> = new Map([
  ['news', 'news'],
  ['cosmos', 'cosmos'],
  ['atlas', 'atlas'],
  ['bias', 'bias'],
  ['sky', 'sky'],
  ['dying', 'die'],
  ['lying', 'lie'],
  ['tying', 'tie'],
  ['early', 'earli'],
  ['only', 'onli'],
]);

const invariants: ReadonlySet<string> = new Set([
  'inning',
  'outing',
  'canning',
  'herring',
  'earring',
  'proceed',
  'exceed',
  'succeed',
]);

interface Regions {
  /** Where the word's ending may begin: after the first consonant that follows a vowel; and once more. */
  readonly r1: number;
  readonly r2: number;
}

const vowels = 'aeiouy';
const isVowel = (letter: string | undefined) => letter !== undefined && vowels.includes(letter);

/** A "y" that is spoken as a consonant becomes "Y". */
function markConsonantY(word: string): string {
  if (!word.includes('y')) return word;
  return word.replaceAll(/^y|(?<=[aeiouy])y/g, 'Y');
}

function findRegions(word: string): Regions {
  const prefix = /^(?:gener|commun|arsen)/.exec(word)?.[0].length;
  const r1 = prefix ?? regionAfter(word, 0);
  return { r1, r2: regionAfter(word, r1) };
}

function regionAfter(word: string, from: number): number {
  for (let index = from + 1; index < word.length; index += 1)
    if (!isVowel(word[index]) && isVowel(word[index - 1])) return index + 1;
  return word.length;
}

function hasVowel(text: string): boolean {
  for (const letter of text) if (isVowel(letter)) return true;
  return false;
}

function removePlural(word: string): string {
  if (!word.endsWith('s') && !word.endsWith('ied')) return word;
  if (word.endsWith('sses')) return word.slice(0, -2);
  if (word.endsWith('ied') || word.endsWith('ies')) return word.slice(0, word.length > 4 ? -2 : -1);
  if (word.endsWith('us') || word.endsWith('ss')) return word;
  return hasVowel(word.slice(0, -2)) ? word.slice(0, -1) : word;
}

function removePast(word: string, r1: number): string {
  const agreed = /(eed|eedly)$/.exec(word);
  if (agreed !== null) return agreed.index >= r1 ? `${word.slice(0, agreed.index)}ee` : word;
  const ending = /(?:ed|edly|ing|ingly)$/.exec(word);
  if (ending === null) return word;
  const rest = word.slice(0, ending.index);
  if (!hasVowel(rest)) return word;
  if (/(?:at|bl|iz)$/.test(rest)) return `${rest}e`;
  if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(rest)) return rest.slice(0, -1);
  return rest.length <= r1 && endsInShortSyllable(rest) ? `${rest}e` : rest;
}

function endsInShortSyllable(word: string): boolean {
  return /(?:[^aeiouy][aeiouy][^aeiouywxY]|^[aeiouy][^aeiouy])$/.test(word);
}

function replaceFinalY(word: string): string {
  return word.length > 2 && /[^aeiouy][yY]$/.test(word) ? `${word.slice(0, -1)}i` : word;
}

type Replacement = readonly [suffix: string, by: string, condition?: 'after-li' | 'after-l' | 'in-r2'];

/** Longest suffix first. */
const derivations: readonly Replacement[] = [
  ['ization', 'ize'],
  ['ational', 'ate'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['iveness', 'ive'],
  ['tional', 'tion'],
  ['biliti', 'ble'],
  ['lessli', 'less'],
  ['entli', 'ent'],
  ['ation', 'ate'],
  ['alism', 'al'],
  ['aliti', 'al'],
  ['ousli', 'ous'],
  ['iviti', 'ive'],
  ['fulli', 'ful'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['abli', 'able'],
  ['izer', 'ize'],
  ['ator', 'ate'],
  ['alli', 'al'],
  ['bli', 'ble'],
  ['ogi', 'og', 'after-l'],
  ['li', '', 'after-li'],
];

const reductions: readonly Replacement[] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['alize', 'al'],
  ['icate', 'ic'],
  ['iciti', 'ic'],
  ['ative', '', 'in-r2'],
  ['ical', 'ic'],
  ['ness', ''],
  ['ful', ''],
];

function replaceSuffix(word: string, r1: number, table: readonly Replacement[], r2 = 0): string {
  for (const [suffix, by, condition] of table) {
    if (!word.endsWith(suffix)) continue;
    const at = word.length - suffix.length;
    return at >= r1 && mayReplace(word, at, condition, r2) ? word.slice(0, at) + by : word;
  }
  return word;
}

function mayReplace(word: string, at: number, condition: Replacement[2], r2: number): boolean {
  if (condition === 'after-l') return word[at - 1] === 'l';
  if (condition === 'after-li') return 'cdeghkmnrt'.includes(word[at - 1] ?? ' ');
  return condition !== 'in-r2' || at >= r2;
}

const endings = /(?:ement|ance|ence|able|ible|ment|ant|ent|ism|ate|iti|ous|ive|ize|al|er|ic)$/;

function removeEnding(word: string, r2: number): string {
  const ending = endings.exec(word);
  if (ending !== null) return ending.index >= r2 ? word.slice(0, ending.index) : word;
  const isIon = word.endsWith('sion') || word.endsWith('tion');
  return isIon && word.length - 3 >= r2 ? word.slice(0, -3) : word;
}

function removeFinalLetter(word: string, { r1, r2 }: Regions): string {
  const at = word.length - 1;
  const rest = word.slice(0, -1);
  if (word.endsWith('e')) return at >= r2 || (at >= r1 && !endsInShortSyllable(rest)) ? rest : word;
  return word.endsWith('ll') && at >= r2 ? rest : word;
}
