import { analyze } from '../domain/analyzer.ts';
import type { TextBlock } from '../domain/article.ts';
import { commonTokens } from '../domain/search-query.ts';
import { fitSentences, type TextSentence } from './fit-sentences.ts';

export interface SummarizedText {
  readonly title: string;
  readonly lead: string;
  readonly blocks: readonly TextBlock[];
}

/** Texts longer than this are summarized by their beginning. */
const maxSentences = 120;
const pointCount = 3;
const leastPoints = 2;
/** A sentence that shares more than this of its words with one already taken says nothing new. */
const maxRepetition = 0.43;

/**
 * Two or three of an article's own sentences, in its order: those that say most of what the title and the whole text
 * say, early ones first, none twice. Empty when the text has too few sentences that can stand alone.
 */
export function extractPoints(article: SummarizedText): readonly string[] {
  const sentences = fitSentences(article.blocks).slice(0, maxSentences);
  const rated = rate(sentences, article).toSorted((a, b) => b.score - a.score);
  const telling = takeBest(rated, { limit: pointCount, maxRepetition });
  const taken =
    telling.length < leastPoints ? takeBest(rated, { limit: leastPoints, maxRepetition: 0.75 }) : telling;
  if (taken.length < leastPoints) return [];
  return taken.toSorted((a, b) => a.order - b.order).map((sentence) => sentence.text);
}

function takeBest(
  rated: readonly RatedSentence[],
  { limit, maxRepetition }: { readonly limit: number; readonly maxRepetition: number },
): readonly RatedSentence[] {
  const taken: RatedSentence[] = [];
  for (const sentence of rated) {
    if (taken.length === limit) break;
    if (taken.every((other) => repetition(sentence.tokens, other.tokens) <= maxRepetition))
      taken.push(sentence);
  }
  return taken;
}

interface RatedSentence {
  readonly text: string;
  readonly order: number;
  readonly tokens: ReadonlySet<string>;
  readonly score: number;
}

const weights = { title: 0.95, lead: 0.9, centrality: 1.45, position: 1.25, number: 0.3 };

function rate(sentences: readonly TextSentence[], article: SummarizedText): readonly RatedSentence[] {
  const tokenSets = sentences.map((sentence) => tellingTokens(sentence.text));
  const frequency = new Map<string, number>();
  for (const tokens of tokenSets)
    for (const token of tokens) frequency.set(token, (frequency.get(token) ?? 0) + 1);
  const central = tokenSets.map((tokens) => centrality(tokens, frequency));
  const mostCentral = Math.max(...central, 0.001);
  const title = tellingTokens(article.title);
  const lead = tellingTokens(article.lead);
  return sentences.map((sentence, order) => {
    const tokens = tokenSets[order] ?? new Set();
    const said =
      weights.title * coverage(title, tokens) +
      weights.lead * coverage(lead, tokens) +
      weights.centrality * ((central[order] ?? 0) / mostCentral) +
      weights.position * position(sentence) +
      weights.number * (/\d/.test(sentence.text) ? 1 : 0);
    return { text: sentence.text, order, tokens, score: said * sentence.fitness };
  });
}

/** What comes back in a text is what it is about; long sentences do not win by length alone. */
function centrality(tokens: ReadonlySet<string>, frequency: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const token of tokens) total += Math.log(frequency.get(token) ?? 1);
  return total / Math.max(tokens.size, 8) ** 0.6;
}

/** 1 at the beginning, falling by the paragraph; within one, later sentences explain the first. */
function position({ paragraph, place }: TextSentence): number {
  return (1 / (1 + paragraph * 0.4)) * (place === 0 ? 1 : 0.75);
}

function tellingTokens(text: string): ReadonlySet<string> {
  return new Set(analyze(text).filter((token) => !commonTokens.has(token)));
}

/** Share of the wanted tokens that a sentence has. */
function coverage(wanted: ReadonlySet<string>, tokens: ReadonlySet<string>): number {
  let shared = 0;
  for (const token of wanted) if (tokens.has(token)) shared += 1;
  return shared / Math.max(wanted.size, 1);
}

function repetition(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [less, more] = one.size < other.size ? [one, other] : [other, one];
  return coverage(less, more);
}
