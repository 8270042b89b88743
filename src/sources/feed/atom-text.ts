/** Atom's text constructs: plain, escaped HTML, XHTML, or (0.3) in base64. */
import { blocksOf, lineOf } from '../text/blocks.ts';
import { cleanText } from '../text/clean-text.ts';
import { parseHtml, type MarkupNode } from '../text/markup.ts';
import { isElement, textOf, type XmlElement } from '../text/xml-tree.ts';
import { lineIn, markupIn } from './markup-text.ts';

/** The markup of a construct as a tree. */
export function atomMarkup(element: XmlElement): readonly MarkupNode[] {
  const type = element.attributes['type']?.toLowerCase() ?? '';
  if (element.children.some(isElement)) return element.children;
  const text = isBase64(element, type) ? fromBase64(textOf(element)) : textOf(element);
  if (type === 'html' || type === 'text/html' || type === 'application/xhtml+xml') return parseHtml(text);
  // Publishers leave the type out, or call HTML plain text: the text itself tells.
  return markupIn({ ...element, children: [text] });
}

/** The same as one line. */
export function atomLine(element: XmlElement): string {
  const type = element.attributes['type']?.toLowerCase() ?? '';
  if (isBase64(element, type) || type.includes('html'))
    return cleanText(lineOf(blocksOf(atomMarkup(element))));
  return lineIn(element);
}

function isBase64(element: XmlElement, type: string): boolean {
  if (element.attributes['mode'] === 'base64') return true;
  const isText = type === '' || /^(text|html|xhtml)$|^text\/|[+/]xml$/.test(type);
  return !isText && /^[A-Za-z0-9+/\s]{2,}={0,2}\s*$/.test(textOf(element));
}

const fromBase64 = (text: string): string => Buffer.from(text, 'base64').toString('utf8');
