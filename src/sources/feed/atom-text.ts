/** Atom's text constructs: plain, escaped HTML, XHTML, or (0.3) in base64. */
import { blocksOf, lineOf } from '../text/blocks.ts';
import { cleanText } from '../text/clean-text.ts';
import { parseHtml, type MarkupNode } from '../text/markup.ts';
import { lineOfText } from '../text/plain.ts';
import { isElement, textOf, type XmlElement } from '../text/xml-tree.ts';
import { lineIn, markupIn } from './markup-text.ts';

const htmlTypes = new Set(['html', 'text/html', 'xhtml', 'application/xhtml+xml']);

/** The markup of a construct as a tree. */
export function atomMarkup(element: XmlElement): readonly MarkupNode[] {
  const type = element.attributes['type']?.toLowerCase() ?? '';
  if (element.children.some(isElement)) return element.children;
  const decoded = fromBase64(element, type);
  if (decoded === null && htmlTypes.has(type)) return parseHtml(textOf(element));
  // Publishers leave the type out, or call HTML plain text: the text itself tells.
  return markupIn(decoded === null ? element : { ...element, children: [decoded] });
}

/** The same as one line. */
export function atomLine(element: XmlElement): string {
  const type = element.attributes['type']?.toLowerCase() ?? '';
  const decoded = fromBase64(element, type);
  if (decoded !== null) return lineOfText(decoded);
  return type.includes('html') ? cleanText(lineOf(blocksOf(atomMarkup(element)))) : lineIn(element);
}

/** What base64 stands for, where it stands for text. */
function fromBase64(element: XmlElement, type: string): string | null {
  const text = textOf(element);
  const isSaid = element.attributes['mode']?.toLowerCase() === 'base64';
  const isText = type === '' || /^(?:text|html|xhtml)$|^text\/|[+/]xml$/.test(type);
  if ((isText && !isSaid) || !/^[A-Za-z0-9+/_=\s-]{2,}$/.test(text)) return null;
  const decoded = Buffer.from(text, 'base64').toString('utf8');
  return /[^\P{Cc}\t\n\r]|\ufffd/u.test(decoded) ? null : decoded;
}
