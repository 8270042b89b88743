import { plainText, type TextBlock } from '../domain/article.ts';
import { assets, type Asset } from '../domain/asset.ts';
import { otherNames } from '../domain/asset-list.ts';

/** Beyond this an article lists prices rather than tells of an asset. */
const maxCharacters = 6000;
/** An asset outside title and lead is what an article is about only when it comes back, as often as others do. */
const leastMentionsInText = 4;
const leastShareOfMostMentioned = 0.4;

/**
 * The tickers of the assets that an article is about, those of the title first. Precision first: a spelling that is
 * also a word counts only as `$OP`, in "Optimism (OP)", or as "OP token".
 */
export function findAssets(article: {
  readonly title: string;
  readonly lead: string;
  readonly blocks: readonly TextBlock[];
}): readonly string[] {
  const head = `${softenCapitals(article.title)}\n${article.lead}`;
  const found = new Set(mentions(head).map((asset) => asset.ticker));
  const text = plainText(article.blocks).slice(0, maxCharacters);
  const counts = new Map<string, number>();
  for (const { ticker } of mentions(text)) counts.set(ticker, (counts.get(ticker) ?? 0) + 1);
  const least = Math.max(leastMentionsInText, Math.max(0, ...counts.values()) * leastShareOfMostMentioned);
  for (const [ticker, count] of counts) if (count >= least) found.add(ticker);
  return [...found];
}

interface Spelled {
  /** Null for a name of something else, which only takes its words away. */
  readonly asset: Asset | null;
  /** Its words, a space between two. */
  readonly text: string;
  readonly kind: 'ticker' | 'name';
  readonly isAmbiguous: boolean;
}

const wordPattern = /[\p{L}\p{N}]+(?:[.][\p{L}\p{N}]+)*/gu;
const spelledByFirstWord = indexByFirstWord();

/** Every place in a text that means an asset, in order. */
function mentions(text: string): readonly Asset[] {
  const found: Asset[] = [];
  let end = 0;
  for (const { 0: word, index: start } of text.matchAll(wordPattern)) {
    const candidates = start < end ? undefined : spelledByFirstWord.get(word);
    const spelled = candidates?.find((candidate) => isSpelled(candidate, text, start));
    if (spelled === undefined) continue;
    end = start + spelled.text.length;
    if (spelled.asset !== null && (!spelled.isAmbiguous || isProven(spelled, text, start)))
      found.push(spelled.asset);
  }
  return found;
}

const wordGoesOn = /[.]?[\p{L}\p{N}]/uy;

/** A spelling's words stand one space apart, and its last word ends there. */
function isSpelled({ text: spelled }: Spelled, text: string, start: number): boolean {
  if (!text.startsWith(spelled, start)) return false;
  wordGoesOn.lastIndex = start + spelled.length;
  return !wordGoesOn.test(text);
}

/** Words after a ticker or name that make it the asset's. */
const proofAfter = /^(?:['’]s)?\s(?:tokens?|coins?|price|holders|staking|stakers|memecoins?|meme coins?)\b/;

function isProven(spelled: Spelled, text: string, start: number): boolean {
  const end = start + spelled.text.length;
  const sign = text[start - 1] ?? '';
  const after = text.slice(end, end + 20);
  if (spelled.kind === 'name') return hasTickerAfter(spelled, after);
  if (sign === '$') return true;
  if (sign === '(' && after.startsWith(')')) return hasNameBefore(spelled, text.slice(0, start - 1));
  return proofAfter.test(after) && !startsSentence(text, start);
}

/** "Optimism (OP)", "Optimism ($OP)", "Optimism's OP". */
function hasTickerAfter({ asset }: Spelled, after: string): boolean {
  const match = /^(?:['’]s)?\s\(?\$?([\dA-Z]{1,10})\b/.exec(after);
  return asset !== null && match?.[1] === asset.ticker;
}

function hasNameBefore({ asset }: Spelled, before: string): boolean {
  const end = before.trimEnd();
  const names = asset?.spellings.filter((spelling) => spelling.kind === 'name') ?? [];
  return names.some((name) => end.toLowerCase().endsWith(name.text.toLowerCase()));
}

/** "ONE token holder said": at the beginning of a sentence a capital proves nothing for the shortest words. */
function startsSentence(text: string, start: number): boolean {
  return (
    /(?:^|[.!?\n]\s*)$/.test(text.slice(Math.max(0, start - 3), start)) &&
    !/[A-Z]{2}/.test(text.slice(start, start + 2))
  );
}

/** In a title all in capitals no capital says anything, so its words are read as lower case but for the first letter. */
function softenCapitals(title: string): string {
  const letters = title.replaceAll(/[^\p{L}]/gu, '');
  const isShouting =
    letters.length > 12 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
  return isShouting
    ? title.replaceAll(/\p{L}+/gu, (word) => word.slice(0, 1) + word.slice(1).toLowerCase())
    : title;
}

function indexByFirstWord(): ReadonlyMap<string, readonly Spelled[]> {
  const index = new Map<string, Spelled[]>();
  for (const spelled of [...assets.flatMap(spelledOf), ...otherNames.map(otherName)]) {
    const [first = ''] = wordsOf(spelled.text);
    index.set(first, [...(index.get(first) ?? []), spelled]);
  }
  for (const candidates of index.values()) candidates.sort((a, b) => b.text.length - a.text.length);
  return index;
}

function spelledOf(asset: Asset): readonly Spelled[] {
  return asset.spellings.map(({ text, kind, isAmbiguous }) => ({
    asset,
    text: wordsOf(text).join(' '),
    kind,
    isAmbiguous,
  }));
}

function otherName(text: string): Spelled {
  return { asset: null, text: wordsOf(text).join(' '), kind: 'name', isAmbiguous: false };
}

function wordsOf(text: string): readonly string[] {
  return text.match(wordPattern) ?? [];
}
