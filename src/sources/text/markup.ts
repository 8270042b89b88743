/** HTML as a tree, and the questions that everybody asks it. */
import { Parser } from 'htmlparser2';
import { checkBounds, ranThrough } from './bounds.ts';

export interface MarkupElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly MarkupNode[];
}

export type MarkupNode = MarkupElement | string;

interface OpenElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: MarkupNode[];
}

/** Deeper elements are read as if they stood beside each other, so that recursion stays safe. */
const maxDepth = 300;

/** Any text gives a tree; names are in lower case, character references decoded. */
export function parseHtml(html: string): readonly MarkupNode[] {
  const root: OpenElement = { name: '', attributes: {}, children: [] };
  const open = [root];
  let count = 0;
  const current = (): OpenElement => open.at(-1) ?? root;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element: OpenElement = { name, attributes, children: [] };
        (open[maxDepth] ?? current()).children.push(element);
        open.push(element);
        checkBounds(open.length, (count += 1));
      },
      onclosetag() {
        if (open.length > 1) open.pop();
      },
      ontext: (part) => void current().children.push(part),
    },
    { decodeEntities: true, recognizeCDATA: true },
  );
  // What came before it was too much is all that there is to read.
  ranThrough(() => parser.end(html));
  return root.children;
}

export function isMarkup(node: MarkupNode): node is MarkupElement {
  return typeof node !== 'string';
}

/** The name without a prefix, since XHTML inside a feed may carry one. */
export function localName(element: MarkupElement): string {
  return element.name.slice(element.name.indexOf(':') + 1);
}

/** All elements of the names given, in document order, nested ones too. */
export function elementsNamed(
  nodes: readonly MarkupNode[],
  names: ReadonlySet<string>,
): readonly MarkupElement[] {
  return nodes
    .filter(isMarkup)
    .flatMap((node) => [
      ...(names.has(localName(node)) ? [node] : []),
      ...elementsNamed(node.children, names),
    ]);
}
