/** The document type declaration of an XML document: what it declares, and where it ends. */
import { decodeEntities } from './entities.ts';

export interface WithoutDoctype {
  readonly text: string;
  /** What the document's own entities stand for, by name. */
  readonly entities: ReadonlyMap<string, string>;
}

const none: ReadonlyMap<string, string> = new Map();
const maxEntities = 500;
/** In characters, before the first of which a declaration begins. */
const prologLength = 20_000;

/** Takes the declaration out of a document; one in a text that it quotes is not its own. */
export function withoutDoctype(text: string): WithoutDoctype {
  const start = /<!doctype\b/i.exec(text.slice(0, prologLength))?.index;
  if (start === undefined || text.lastIndexOf('<![CDATA[', start) >= 0) return { text, entities: none };
  const { end, subset } = extentOf(text, start);
  return { text: text.slice(0, start) + text.slice(end), entities: entitiesIn(subset) };
}

/** Without a `]>` the subset is nothing but an unclosed bracket: the declaration ends at its first `>`. */
function extentOf(text: string, start: number): { readonly end: number; readonly subset: string } {
  const close = text.indexOf('>', start);
  const open = text.indexOf('[', start);
  const end = close < 0 ? text.length : close + 1;
  if (open < 0 || open > end) return { end, subset: '' };
  const bracket = /\]\s{0,99}>/g;
  bracket.lastIndex = open;
  const found = bracket.exec(text);
  if (found === null) return { end, subset: '' };
  return { end: found.index + found[0].length, subset: text.slice(open + 1, found.index) };
}

/**
 * Only what is harmless is kept: plain text of a moderate length. An entity that is outside of the document, holds
 * markup, or refers to other entities stays unknown, so nothing is fetched and nothing grows.
 */
function entitiesIn(subset: string): ReadonlyMap<string, string> {
  if (!subset.includes('<!ENTITY')) return none;
  const entities = new Map<string, string>();
  const declaration = /<!ENTITY\s{1,9}([\w:.-]{1,64})\s{1,9}(?:"([^"<%]{0,300})"|'([^'<%]{0,300})')\s{0,9}>/g;
  for (const [, name = '', quoted, apostrophed] of subset.matchAll(declaration)) {
    const value = decodeEntities(quoted ?? apostrophed ?? '');
    if (/&#?\w{1,64};/.test(value) || entities.has(name)) continue;
    if (entities.size >= maxEntities) break;
    entities.set(name, value);
  }
  return entities;
}
