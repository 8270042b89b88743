import { analyze } from '../domain/analyzer.ts';
import { commonTokens } from '../domain/search-query.ts';
import {
  assetTokens,
  backgroundOpeners,
  down,
  marketWords,
  placeTokens,
  roundupPatterns,
  synonyms,
  up,
} from './event-words.ts';

/** What is compared to tell whether two articles report one event. */
export interface EventSignature {
  /** What the title says, without common words; amounts as one token ("1.5billion"). */
  readonly title: ReadonlySet<string>;
  /** Neighbours in the title, as "paul atkins": words that come together tell less than two words do. */
  readonly titlePairs: ReadonlyMap<string, readonly [string, string]>;
  /** Title and the beginning of the lead. */
  readonly all: ReadonlySet<string>;
  /** Amounts and counts of the title that can tell events apart. */
  readonly titleNumbers: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  /** Assets and places that the title names: reports that name different ones tell of different events. */
  readonly titleAssets: ReadonlySet<string>;
  readonly titlePlaces: ReadonlySet<string>;
  /** Where the title says that something went: 1 up, -1 down, 0 neither or both. */
  readonly direction: -1 | 0 | 1;
  /** Its news is by how much something rose or fell; why is told as background: "Acme jumps 12% after takeover". */
  readonly isReaction: boolean;
  /** A price report: many a day are alike and tell of different hours. */
  readonly isMarketReport: boolean;
  /** Tells of many events or of none (digests, price analyses, opinion lists): never joins. */
  readonly isRoundup: boolean;
}

const maxLeadTokens = 60;

/** `tokens` are those of title and lead, where they are known already. */
export function signatureOf(
  article: { readonly title: string; readonly lead: string },
  tokens = { title: analyze(article.title), lead: analyze(article.lead) },
): EventSignature {
  const title = eventTokens(tokens.title);
  const lead = eventTokens(tokens.lead.slice(0, maxLeadTokens));
  const all = new Set([...title, ...lead]);
  return {
    title: new Set(title),
    titlePairs: pairsOf(title),
    all,
    titleNumbers: new Set(title.filter(isTellingNumber)),
    numbers: new Set([...all].filter(isTellingNumber)),
    titleAssets: new Set(title.filter((token) => assetTokens.has(token))),
    titlePlaces: new Set(title.filter((token) => placeTokens.has(token))),
    direction: directionOf(title),
    isReaction: isReaction(article.title),
    isMarketReport: isMarketReport(article.title, title),
    isRoundup: title.length < 3 || roundupPatterns.some((pattern) => pattern.test(article.title)),
  };
}

function pairsOf(tokens: readonly string[]): ReadonlyMap<string, readonly [string, string]> {
  const pairs = new Map<string, readonly [string, string]>();
  for (let at = 1; at < tokens.length; at += 1) {
    const pair = [tokens[at - 1] ?? '', tokens[at] ?? ''] as const;
    pairs.set(pair.join(' '), pair);
  }
  return pairs;
}

const magnitudes = new Set(['million', 'billion', 'trillion']);

function eventTokens(tokens: readonly string[]): string[] {
  const result: string[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] ?? '';
    const next = tokens[at + 1] ?? '';
    if (commonTokens.has(token) || magnitudes.has(token)) continue;
    const isAmount = /^\d/.test(token) && magnitudes.has(next);
    result.push(isAmount ? token + next : (synonyms.get(token) ?? token));
  }
  return result;
}

/** Years, single digits and days of a month are shared by chance. */
function isTellingNumber(token: string): boolean {
  if (!/^\d/.test(token)) return false;
  return /[a-z.]/.test(token)
    ? !/^\d+(?:st|nd|rd|th|h|x|d)$/.test(token)
    : token.length > 2 && !/^20[12]\d$/.test(token);
}

function directionOf(title: readonly string[]): -1 | 0 | 1 {
  const rises = title.some((token) => up.has(token));
  const falls = title.some((token) => down.has(token));
  if (rises === falls) return 0;
  return rises ? 1 : -1;
}

function isReaction(title: string): boolean {
  const [news = ''] = title.split(backgroundOpeners);
  return /\d ?%/.test(news) && directionOf(eventTokens(analyze(news))) !== 0;
}

function isMarketReport(title: string, tokens: readonly string[]): boolean {
  return marketWords.test(title) && tokens.some((token) => assetTokens.has(token));
}
