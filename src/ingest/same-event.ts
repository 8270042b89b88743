import { commonTokens } from '../domain/search-query.ts';
import { analyze } from '../domain/analyzer.ts';
import type { EventSignature } from './event-signature.ts';

/** How much each token tells; rarer ones more. */
export type TokenWeight = (token: string) => number;

export interface ComparedReport {
  readonly signature: EventSignature;
  readonly sourceId: bigint;
  readonly atMs: number;
}

/**
 * From this likeness on, two reports are taken to tell of one event. Measured on labelled news: higher, and
 * reports that differ in wording stay apart; lower, and events of one affair run together.
 */
export const leastLikeness = 0.7;

/** Fewer words than these two unlike events of one firm or one field have in common. */
const leastShared = 4;

/**
 * How alike two reports are, about 0 to 2. What the titles share counts, then what one title says of the other
 * report's beginning, then the beginnings. Differing amounts, opposite directions and time between them part reports.
 */
export function eventLikeness(a: ComparedReport, b: ComparedReport, weightOf: TokenWeight): number {
  const one = a.signature;
  const other = b.signature;
  if (one.isRoundup || other.isRoundup || one.direction * other.direction < 0) return 0;
  if (countShared(one.all, other.all) < leastShared) return 0;
  const weights = compare(one, other, weightOf);
  if (a.sourceId === b.sourceId && !(isRepeat(weights) && haveSameNumbers(one, other))) return 0;
  const likeness = weights.titleInTitle * 0.5 + weights.titleInReport + weights.beginnings;
  return likeness * separation(one, other) * nearness(Math.abs(a.atMs - b.atMs));
}

interface Weights {
  /** Share of what the lesser title says that the other title says too. */
  readonly titleInTitle: number;
  /** Share of a title that the other report's title and lead say, the lesser of both ways. */
  readonly titleInReport: number;
  /** Likeness of title and lead. */
  readonly beginnings: number;
}

function compare(a: EventSignature, b: EventSignature, weightOf: TokenWeight): Weights {
  const titleA = weigh(a.title, weightOf);
  const titleB = weigh(b.title, weightOf);
  const inBoth = weigh(a.all, weightOf, b.all);
  const togetherness = weighPairs(a, b, weightOf);
  return {
    titleInTitle: (weigh(a.title, weightOf, b.title) - togetherness) / Math.max(Math.min(titleA, titleB), 1),
    titleInReport: Math.min(
      (weigh(a.title, weightOf, b.all) - togetherness) / Math.max(titleA, 1),
      (weigh(b.title, weightOf, a.all) - togetherness) / Math.max(titleB, 1),
    ),
    beginnings: inBoth / Math.max(Math.sqrt(weigh(a.all, weightOf) * weigh(b.all, weightOf)), 1),
  };
}

const pairDiscount = 0.5;

/** What is counted twice when both titles have a name of two words. */
function weighPairs(a: EventSignature, b: EventSignature, weightOf: TokenWeight): number {
  let total = 0;
  for (const [key, [first, second]] of a.titlePairs)
    if (b.titlePairs.has(key)) total += Math.min(weightOf(first), weightOf(second)) * pairDiscount;
  return total;
}

/** One publisher seldom tells one event twice: its two reports are one only when they hardly differ. */
function isRepeat(weights: Weights): boolean {
  return weights.beginnings > 0.85;
}

/** "Week 27" and "Week 28" are no repeat, however alike the rest is. */
function haveSameNumbers(a: EventSignature, b: EventSignature): boolean {
  const numbersOf = ({ title }: EventSignature) =>
    [...title]
      .filter((token) => /^\d/.test(token))
      .sort()
      .join(' ');
  return numbersOf(a) === numbersOf(b);
}

function separation(a: EventSignature, b: EventSignature): number {
  const namesPlaces = a.titlePlaces.size > 0 && b.titlePlaces.size > 0;
  if (namesPlaces && countShared(a.titlePlaces, b.titlePlaces) === 0) return 0.3;
  if (isDisjoint(a.titleAssets, b.titleAssets, a, b)) return 0.3;
  if (answers(a, b) || answers(b, a)) return 0.3;
  const sharesNumber = countShared(a.numbers, b.numbers) > 0;
  if (!sharesNumber && isDisjoint(a.titleNumbers, b.titleNumbers, a, b)) return 0.35;
  return a.isMarketReport && b.isMarketReport && !sharesNumber ? 0.75 : 1;
}

/** One tells how a price took what the other tells. */
function answers(reaction: EventSignature, event: EventSignature): boolean {
  return reaction.isReaction && !event.isReaction && event.direction === 0;
}

/** Both titles name something, and neither names what the other report does. */
function isDisjoint(
  inA: ReadonlySet<string>,
  inB: ReadonlySet<string>,
  a: EventSignature,
  b: EventSignature,
): boolean {
  return inA.size > 0 && inB.size > 0 && countShared(inA, b.all) === 0 && countShared(inB, a.all) === 0;
}

const hourMs = 3_600_000;

/** Full for half a day, then falling to a fifth after three: what comes later mostly comments. */
function nearness(apartMs: number): number {
  return 1 - Math.max(0, apartMs / hourMs - 12) / 75;
}

/** Words of every second crypto headline: even where few articles are known they tell little. */
const ordinary: ReadonlySet<string> = new Set(
  analyze(`
    bitcoin btc ethereum eth ether crypto cryptocurrency token coin blockchain market price new report say plan first
    million billion us exchange trader trading digital asset week day today month year launch buy rise fall firm company
    ceo data show amid
  `),
);

/** The weight of a token that so many of the reports known have. */
export function weightOfToken(token: string, reportsWithIt: number, reports: number): number {
  if (commonTokens.has(token)) return 0;
  const weight = Math.log((reports + 300) / (reportsWithIt + 1.5));
  return ordinary.has(token) ? weight * 0.6 : weight;
}

function weigh(
  tokens: ReadonlySet<string>,
  weightOf: TokenWeight,
  within: ReadonlySet<string> = tokens,
): number {
  let total = 0;
  for (const token of tokens) if (within.has(token)) total += weightOf(token);
  return total;
}

function countShared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let count = 0;
  for (const item of one) if (other.has(item)) count += 1;
  return count;
}
