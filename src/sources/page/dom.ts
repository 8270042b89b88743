/** The few things that are asked of a page's elements, with types: the parser that makes them has none. */
import { parseHTML } from 'linkedom';
import { boundedHtml } from './bounded-html.ts';

export interface DomElement {
  /** In upper case for HTML. */
  readonly tagName: string;
  readonly textContent: string;
  readonly children: Iterable<DomElement>;
  readonly parentElement: DomElement | null;
  readonly nextElementSibling: DomElement | null;
  readonly previousElementSibling: DomElement | null;
  readonly innerHTML: string;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
  closest(selector: string): DomElement | null;
  contains(other: DomElement): boolean;
  matches(selector: string): boolean;
  remove(): void;
}

export interface DomDocument {
  readonly documentElement: DomElement | null;
  readonly body: DomElement | null;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
}

/** A page as a document; no script runs and nothing is fetched. A fragment gets the elements around it. */
export function openDocument(html: string): DomDocument {
  const start = html.search(/<html[\s>]/i);
  const whole = start < 0 ? `<!doctype html><html><head></head><body>${html}</body></html>` : html;
  const { document }: { readonly document: DomDocument } = parseHTML(boundedHtml(whole));
  return document;
}

/** The trimmed value of an attribute; null when it is missing or empty. */
export function attributeOf(element: DomElement | null | undefined, name: string): string | null {
  const value = element?.getAttribute(name)?.trim() ?? '';
  return value === '' ? null : value;
}
