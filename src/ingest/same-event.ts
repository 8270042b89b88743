import type { EventSignature } from './event-signature.ts';

/** How much each token tells; rarer ones more. */
export type TokenWeight = (token: string) => number;

export interface Comparison {
  /** Share of what the lesser title says that the other title says too, 0 to 1. */
  readonly titleInTitle: number;
  /** The same of either title within the other article's title and lead, the lesser and the greater. */
  readonly titleInAll: number;
  readonly titleInAllMax: number;
  /** Likeness of title and lead, 0 to 1. */
  readonly likeness: number;
  /** Weight of the tokens that both titles have. */
  readonly sharedTitle: number;
  readonly sharedNumbers: number;
  readonly hasNumberConflict: boolean;
}

export function compareEvents(a: EventSignature, b: EventSignature, weightOf: TokenWeight): Comparison {
  const total = (tokens: ReadonlySet<string>) => sum(tokens, weightOf);
  const shared = (one: ReadonlySet<string>, other: ReadonlySet<string>) => sumShared(one, other, weightOf);
  const sharedTitle = shared(a.title, b.title);
  const aInB = shared(a.title, b.all) / Math.max(total(a.title), 1);
  const bInA = shared(b.title, a.all) / Math.max(total(b.title), 1);
  const sharedAll = shared(a.all, b.all);
  return {
    titleInTitle: sharedTitle / Math.max(Math.min(total(a.title), total(b.title)), 1),
    titleInAll: Math.min(aInB, bInA),
    titleInAllMax: Math.max(aInB, bInA),
    likeness: sharedAll / Math.max(Math.sqrt(total(a.all) * total(b.all)), 1),
    sharedTitle,
    sharedNumbers: countShared(a.numbers, b.numbers),
    hasNumberConflict:
      a.titleNumbers.size > 0 &&
      b.titleNumbers.size > 0 &&
      countShared(a.titleNumbers, b.numbers) === 0 &&
      countShared(b.titleNumbers, a.numbers) === 0,
  };
}

function sum(tokens: ReadonlySet<string>, weightOf: TokenWeight): number {
  let total = 0;
  for (const token of tokens) total += weightOf(token);
  return total;
}

function sumShared(one: ReadonlySet<string>, other: ReadonlySet<string>, weightOf: TokenWeight): number {
  let total = 0;
  for (const token of one) if (other.has(token)) total += weightOf(token);
  return total;
}

function countShared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let count = 0;
  for (const item of one) if (other.has(item)) count += 1;
  return count;
}
