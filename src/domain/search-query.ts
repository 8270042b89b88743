import { analyze } from './analyzer.ts';

/** What a search or a filter's words ask for: a tree over the tokens of the analyzer. */
export type SearchQuery =
  | { readonly kind: 'term'; readonly token: string }
  /** Tokens one after another. */
  | { readonly kind: 'phrase'; readonly tokens: readonly string[] }
  | { readonly kind: 'all'; readonly of: readonly SearchQuery[] }
  | { readonly kind: 'any'; readonly of: readonly SearchQuery[] }
  | { readonly kind: 'not'; readonly of: SearchQuery };

/** The tokens of a text that a query is held against. */
export interface QueriedTokens {
  readonly title: readonly string[];
  readonly text: readonly string[];
}

/** Beyond these, a query's words are ignored: nobody types so many, and a database must not be asked for them. */
const maxCharacters = 2000;
const maxTerms = 64;

/**
 * Reads what a person typed: words must all occur, `"words in quotes"` one after another, `-word` must not occur,
 * `a OR b` is either. `OR` binds its two neighbours only. Text that is none of this is taken as words, so nothing
 * fails; null when no word is wanted (only signs, or only excluded words).
 *
 * The tree is a term, a phrase, an `any` of these, or an `all` of these with at least one, and `not` of a term or
 * phrase after them.
 */
export function parseQuery(text: string): SearchQuery | null {
  const wanted: SearchQuery[][] = [];
  const excluded: SearchQuery[] = [];
  let joinsPrevious = false;
  for (const word of readWords(text)) {
    if (word === 'or') {
      joinsPrevious = wanted.length > 0;
      continue;
    }
    const alternatives = wanted.at(-1);
    if (word.isExcluded) excluded.push({ kind: 'not', of: word.query });
    else if (joinsPrevious && alternatives !== undefined) alternatives.push(word.query);
    else wanted.push([word.query]);
    joinsPrevious = false;
  }
  if (wanted.length === 0) return null;
  return join('all', [...wanted.map((alternatives) => join('any', alternatives)), ...excluded]);
}

/** Whether a text with these tokens is what the query asks for. A phrase lies within the title or within the text. */
export function matchesQuery(query: SearchQuery, tokens: QueriedTokens): boolean {
  if (query.kind === 'all') return query.of.every((part) => matchesQuery(part, tokens));
  if (query.kind === 'any') return query.of.some((part) => matchesQuery(part, tokens));
  if (query.kind === 'not') return !matchesQuery(query.of, tokens);
  const run = wantedTokens(query);
  return hasRun(tokens.title, run) || hasRun(tokens.text, run);
}

/**
 * The same search with fewer demands, for when nothing matches: any of the wanted words, without words that are
 * everywhere; what was excluded stays so. Null when that would ask for nothing else.
 */
export function relaxQuery(query: SearchQuery): SearchQuery | null {
  if (query.kind === 'term') return null;
  const parts = query.kind === 'all' ? query.of : [query];
  const excluded = parts.filter((part) => part.kind === 'not');
  const tokens = new Set(parts.flatMap(wantedTokens));
  const telling = [...tokens].filter((token) => !commonTokens.has(token));
  const terms = (telling.length > 0 ? telling : [...tokens]).map(
    (token) => ({ kind: 'term', token }) as const,
  );
  const isSame = query.kind === 'any' && query.of.every((part) => part.kind === 'term');
  return isSame ? null : join('all', [join('any', terms), ...excluded]);
}

interface TypedWord {
  readonly query: SearchQuery;
  readonly isExcluded: boolean;
}

const typedPattern = /(?<=^|[\s(])(-?)["“”„]([^"“”]*)(?:["“”]|$)|[^\s"“”„]+/g;

function* readWords(text: string): Generator<TypedWord | 'or'> {
  let terms = 0;
  for (const match of text.slice(0, maxCharacters).matchAll(typedPattern)) {
    const [typed, quotedSign, quoted] = match;
    if (typed === 'OR' || typed === '|') yield 'or';
    if (typed === 'OR' || typed === 'AND') continue;
    const isExcluded = quoted === undefined ? /^-+[^-]/.test(typed) : quotedSign === '-';
    const tokens = analyze(quoted ?? typed).slice(0, maxTerms - terms);
    terms += tokens.length;
    const query = oneOrRun(tokens);
    if (query !== null) yield { query, isExcluded };
  }
}

/** A typed word that is several tokens ("on-chain", or Chinese text) means these one after another. */
function oneOrRun(tokens: readonly string[]): SearchQuery | null {
  const [first] = tokens;
  if (first === undefined) return null;
  return tokens.length === 1 ? { kind: 'term', token: first } : { kind: 'phrase', tokens };
}

function join(kind: 'all' | 'any', of: readonly SearchQuery[]): SearchQuery {
  const [first] = of;
  return of.length === 1 && first !== undefined ? first : { kind, of };
}

function hasRun(tokens: readonly string[], run: readonly string[]): boolean {
  const [first] = run;
  if (first === undefined) return true;
  for (let at = tokens.indexOf(first); at !== -1; at = tokens.indexOf(first, at + 1))
    if (run.every((token, offset) => tokens[at + offset] === token)) return true;
  return false;
}

function wantedTokens(query: SearchQuery): readonly string[] {
  if (query.kind === 'term') return [query.token];
  if (query.kind === 'phrase') return query.tokens;
  return query.kind === 'not' ? [] : query.of.flatMap(wantedTokens);
}

/** Tokens of English that say nothing about what a text is about. */
export const commonTokens: ReadonlySet<string> = new Set(
  analyze(`
    a about above after again against all also am among an and any are as at be because been before being below
    between both but by can could did do does doing down during each few for from further get got had has have
    having he her here hers him his how however i if in into is it its itself just let like may me might more most
    must my no nor not now of off on once only or other our out over own per s same she should since so some such
    t than that the their them then there these they this those through to too under until up upon us very via was
    we were what when where which while who whom why will with within without would yet you your
  `),
);
