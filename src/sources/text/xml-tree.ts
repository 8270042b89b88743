/** A forgiving reader of XML: any text gives a tree, faults in it cost at most the place where they are. */
import { Parser } from 'htmlparser2';
import { longestAddress } from './address.ts';
import { withoutDoctype } from './doctype.ts';
import { withWindowsCharacters } from './encoding.ts';
import { createDecoder } from './entities.ts';
import { checkBounds, ranThrough } from './bounds.ts';
import { canonicalName, declaredNamespaces, type Namespaces } from './namespaces.ts';

export interface XmlElement {
  /** Lower case; with the usual prefix of its namespace (`dc:creator`), without one in the document's own. */
  readonly name: string;
  /** Names in lower case, as written. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** `xml:base` in force here; empty when there is none. */
  readonly base: string;
  readonly language: string | null;
  /** False when the document ended before the element did. */
  readonly isWhole: boolean;
}

export type XmlNode = XmlElement | string;

interface OpenElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlNode[];
  base: string;
  language: string | null;
  isWhole: boolean;
  namespaces: Namespaces;
}

/** Deeper elements are read as if they stood beside each other: no document needs more, and recursion stays safe. */
const maxDepth = 200;

/** The document as an element without a name. Of the entities that it declares only harmless ones are expanded. */
export function parseXml(written: string): XmlElement {
  const { text, entities } = withoutDoctype(withoutPreamble(written));
  const decode = createDecoder(entities);
  const root = openElement('', {}, null);
  const open = [root];
  let count = 0;
  let hasEnded = false;
  let isRaw = false;
  const current = (): OpenElement => open.at(-1) ?? root;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        for (const [key, value] of Object.entries(attributes)) attributes[key] = decode(value);
        const element = openElement(name, attributes, current());
        (open[maxDepth] ?? current()).children.push(element);
        open.push(element);
        checkBounds(open.length, (count += 1));
      },
      onclosetag() {
        const closed = open.length > 1 ? open.pop() : undefined;
        if (closed !== undefined && hasEnded) closed.isWhole = false;
      },
      ontext: (part) => addText(current(), isRaw ? part : decode(part)),
      oncdatastart: () => void (isRaw = true),
      oncdataend: () => void (isRaw = false),
    },
    { xmlMode: true, decodeEntities: false, lowerCaseTags: false, lowerCaseAttributeNames: true },
  );
  const isThrough = ranThrough(() => {
    parser.write(text);
    hasEnded = true;
    parser.end();
  });
  if (!isThrough) for (const element of open) element.isWhole = false;
  return root;
}

function openElement(
  writtenName: string,
  attributes: Record<string, string>,
  parent: OpenElement | null,
): OpenElement {
  const namespaces = declaredNamespaces(writtenName, attributes, parent?.namespaces ?? {});
  return {
    name: canonicalName(writtenName, namespaces),
    attributes,
    children: [],
    base: baseWithin(parent?.base ?? '', attributes['xml:base']),
    language: attributes['xml:lang'] ?? parent?.language ?? null,
    isWhole: true,
    namespaces,
  };
}

function baseWithin(outer: string, own: string | undefined): string {
  if (own === undefined || own.trim() === '' || own.length > longestAddress) return outer;
  return URL.canParse(own.trim(), outer === '' ? undefined : outer)
    ? new URL(own.trim(), outer === '' ? undefined : outer).href
    : outer;
}

function addText(element: OpenElement, text: string): void {
  const last = element.children.length - 1;
  const before = element.children[last];
  if (typeof before === 'string') element.children[last] = before + text;
  else element.children.push(text);
}

/** Without what stands before the first tag, and control characters. */
function withoutPreamble(text: string): string {
  const start = text.search(/<[?!a-z]/i);
  return withWindowsCharacters(start > 0 ? text.slice(start) : text).replace(
    /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu,
    '',
  );
}

export function isElement(node: XmlNode): node is XmlElement {
  return typeof node !== 'string';
}

/** The children with one of these names, in document order. */
export function childrenOf(element: XmlElement, ...names: readonly string[]): readonly XmlElement[] {
  const found: XmlElement[] = [];
  for (const child of element.children) if (isElement(child) && names.includes(child.name)) found.push(child);
  return found;
}

/** Every element below with one of these names, outermost only. */
export function descendantsOf(element: XmlElement, ...names: readonly string[]): readonly XmlElement[] {
  return element.children
    .filter(isElement)
    .flatMap((child) => (names.includes(child.name) ? [child] : descendantsOf(child, ...names)));
}

/** All text within, as it stands. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (isElement(child) ? textOf(child) : child)).join('');
}

/** The text of the first child with one of these names that has any, in the order of the names. */
export function childText(element: XmlElement, ...names: readonly string[]): string | null {
  for (const name of names) {
    for (const child of childrenOf(element, name)) {
      const text = textOf(child).trim();
      if (text !== '') return text;
    }
  }
  return null;
}
