import type { SearchQuery } from '../domain/search-query.ts';
import { cleanText } from './dialect.ts';
import { articleMark } from './search-document.ts';

/** A search as FTS5's own expression. FTS5 knows "this but not that" alone, so a bare "not" begins with everything. */
export function ftsMatch(search: SearchQuery): string {
  if (search.kind === 'term') return quote(search.token);
  if (search.kind === 'phrase')
    return search.tokens.length === 0 ? everything : quote(search.tokens.join(' '));
  if (search.kind === 'not') return `(${everything} NOT ${ftsMatch(search.of)})`;
  if (search.kind === 'all') return matchAll(search.of);
  return search.of.length === 0 ? nothing : group(search.of.map(ftsMatch), 'OR');
}

function matchAll(parts: readonly SearchQuery[]): string {
  const wanted = parts.filter((part) => part.kind !== 'not').map(ftsMatch);
  const unwanted = parts.flatMap((part) => (part.kind === 'not' ? [ftsMatch(part.of)] : []));
  const base = wanted.length === 0 ? everything : group(wanted, 'AND');
  return unwanted.length === 0 ? base : `(${base} NOT ${group(unwanted, 'OR')})`;
}

const quote = (text: string): string => `"${cleanText(text).replaceAll('"', '""')}"`;
const group = (parts: readonly string[], word: 'AND' | 'OR'): string => `(${parts.join(` ${word} `)})`;
const everything = quote(articleMark);
const nothing = `(${everything} NOT ${everything})`;
