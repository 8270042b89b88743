import { cleanText } from '../text/clean-text.ts';
import type { DomDocument } from './dom.ts';

/** The page's meta elements: name, property or itemprop in lower case → its values in order. */
export type MetaTags = ReadonlyMap<string, readonly string[]>;

export function metaTags(document: DomDocument): MetaTags {
  const tags = new Map<string, string[]>();
  for (const meta of document.querySelectorAll('meta')) {
    const content = cleanText(meta.getAttribute('content') ?? '');
    const names = ['property', 'name', 'itemprop'].map((attribute) => meta.getAttribute(attribute) ?? '');
    if (content === '') continue;
    for (const name of names.join(' ').toLowerCase().split(/\s+/)) {
      if (name !== '') tags.set(name, [...(tags.get(name) ?? []), content]);
    }
  }
  return tags;
}

/** The first value under the first of the names that has one. */
export function metaOf(tags: MetaTags, ...names: readonly string[]): string | null {
  for (const name of names) {
    const value = tags.get(name)?.[0];
    if (value !== undefined) return value;
  }
  return null;
}
