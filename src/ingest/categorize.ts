import { analyze } from '../domain/analyzer.ts';
import type { CategoryId } from '../domain/category.ts';
import { categoryWords, labelCategories } from './category-rules.ts';

export interface CategorizedText {
  readonly labels: readonly string[];
  readonly tokens: {
    readonly title: readonly string[];
    readonly lead: readonly string[];
    readonly text: readonly string[];
  };
}

/** The first of the publisher's own labels that says something, else what the words weigh, else `other`. */
export function categorize(article: CategorizedText): CategoryId {
  return categoryOfLabels(article.labels) ?? categoryOfWords(article.tokens);
}

/** Null when all labels are vague ("News") or unknown. */
export function categoryOfLabels(labels: readonly string[]): CategoryId | null {
  for (const label of labels) {
    const found = categoriesByLabel.get(keyOf(label)) ?? null;
    if (found !== null) return found;
  }
  return null;
}

const placeWeights = { title: 4, lead: 1.5, text: 0.5 };
/** What an article is about is said in its first few hundred words; later ones give background. */
const maxTextTokens = 400;
/** Below this nothing has been said. */
const leastWeight = 4;

function categoryOfWords(tokens: CategorizedText['tokens']): CategoryId {
  const weights = new Map<CategoryId, number>();
  addWeights(weights, tokens.title, placeWeights.title);
  addWeights(weights, tokens.lead, placeWeights.lead);
  addWeights(weights, tokens.text.slice(0, maxTextTokens), placeWeights.text);
  let best: CategoryId = 'other';
  let most = leastWeight;
  for (const [category, weight] of weights) {
    if (weight < most) continue;
    best = category;
    most = weight;
  }
  return best;
}

interface Rule {
  readonly category: CategoryId;
  readonly rest: readonly string[];
  readonly weight: number;
}

/** A word that comes again says less each time: its second mention counts half, its third a third. */
function addWeights(weights: Map<CategoryId, number>, tokens: readonly string[], placeWeight: number): void {
  const seen = new Map<Rule, number>();
  for (let at = 0; at < tokens.length; at += 1)
    for (const rule of rulesByFirstToken.get(tokens[at] ?? '') ?? []) {
      if (!rule.rest.every((token, offset) => tokens[at + 1 + offset] === token)) continue;
      const times = (seen.get(rule) ?? 0) + 1;
      seen.set(rule, times);
      weights.set(rule.category, (weights.get(rule.category) ?? 0) + (rule.weight * placeWeight) / times);
    }
}

function keyOf(label: string): string {
  return label
    .toLowerCase()
    .replaceAll('&', '')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function readList(list: string): readonly string[] {
  return list.split(',').map((word) => word.trim());
}

const categoriesByLabel: ReadonlyMap<string, CategoryId> = new Map(
  entriesOf(labelCategories).flatMap(([category, labels]) =>
    readList(labels).map((label) => [keyOf(label), category] as const),
  ),
);

const rulesByFirstToken: ReadonlyMap<string, readonly Rule[]> = indexRules();

function indexRules(): Map<string, Rule[]> {
  const index = new Map<string, Rule[]>();
  for (const [category, lists] of entriesOf(categoryWords))
    for (const [weight, list] of Object.entries(lists))
      for (const phrase of readList(list)) {
        const [first = '', ...rest] = analyze(phrase);
        const rules = index.get(first) ?? [];
        rules.push({ category, rest, weight: Number(weight) });
        index.set(first, rules);
      }
  return index;
}

function entriesOf<Key extends string, Value>(
  record: Readonly<Record<Key, Value>>,
): readonly (readonly [Key, Value])[] {
  return Object.entries<Value>(record).flatMap(([key, value]) =>
    isKey(key, record) ? [[key, value] as const] : [],
  );
}

function isKey<Key extends string>(key: string, record: Readonly<Record<Key, unknown>>): key is Key {
  return key in record;
}
