/** Text constructs of feeds: markup that is escaped, in CDATA, or stands naked in the document. */
import { blocksOf, lineOf } from '../text/blocks.ts';
import { cleanText } from '../text/clean-text.ts';
import { parseHtml, type MarkupNode } from '../text/markup.ts';
import { lineOfNodes, looksLikeHtml } from '../text/plain.ts';
import { isElement, textOf, type XmlElement } from '../text/xml-tree.ts';

/** The markup that an element holds, as a tree, however the feed wrote it. */
export function markupIn(element: XmlElement): readonly MarkupNode[] {
  if (element.children.some(isElement)) return element.children;
  const text = textOf(element);
  if (looksLikeHtml(text)) return parseHtml(text);
  return text.includes('&') ? parseHtml(text.replaceAll('<', '&lt;')) : [text];
}

/** The text of an element as one line. */
export const lineIn = (element: XmlElement): string =>
  element.children.some(isElement)
    ? cleanText(lineOf(blocksOf(element.children)))
    : lineOfNodes([textOf(element)]);

/** The first of the elements that has text, as one line; empty when none has. */
export function firstLine(elements: readonly XmlElement[]): string {
  for (const element of elements) {
    const line = lineIn(element);
    if (line !== '') return line;
  }
  return '';
}
