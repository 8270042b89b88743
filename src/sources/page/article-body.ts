/** The article's own text out of a page. */
import { Readability } from '@mozilla/readability';
import { plainText, type TextBlock } from '../../domain/article.ts';
import { blocksOf } from '../text/blocks.ts';
import { cleanText } from '../text/clean-text.ts';
import { isMarkup, localName, parseHtml, type MarkupNode } from '../text/markup.ts';
import { removeClutter } from './clutter.ts';
import { openDocument, type DomDocument, type DomElement } from './dom.ts';
import { withoutLeftovers } from './leftovers.ts';

export interface ArticleBody {
  /** In reading order; empty when the page has no text to speak of. */
  readonly blocks: readonly TextBlock[];
  /** The line that names the authors, where the library saw one. */
  readonly byline: string | null;
}

/** Finds the text, first without the page's clutter. Takes the document apart; `html` is where it came from. */
export function articleBody(document: DomDocument, html: string, title: string): ArticleBody {
  removeClutter(document);
  const inParagraphs = lengthOf([...document.querySelectorAll('p')].map((one) => one.textContent));
  const body = readable(document, title);
  const length = plainText(body.blocks).length;
  if (length * 2 >= inParagraphs) return body;
  // Most of the page's prose was passed over: something that was taken away may have held it together.
  const whole = readable(openDocument(html), title);
  if (plainText(whole.blocks).length > length * 2) return whole;
  const prose = length * 8 < inParagraphs ? densest(html, title) : [];
  return plainText(prose).length > length * 4 ? { ...body, blocks: prose } : body;
}

function readable(document: DomDocument, title: string): ArticleBody {
  if (document.body === null) return { blocks: [], byline: null };
  const article = new Readability(document, { charThreshold: 250, disableJSONLD: true }).parse();
  return { blocks: blocksIn(article?.content ?? '', title), byline: article?.byline ?? null };
}

/** The element that holds the most prose of its own. */
function densest(html: string, title: string): readonly TextBlock[] {
  const document = openDocument(html);
  removeClutter(document);
  const prose = new Map<DomElement, number>();
  for (const paragraph of document.querySelectorAll('p')) {
    const length = cleanText(paragraph.textContent).length;
    const parent = paragraph.parentElement;
    if (length >= 60 && parent !== null) prose.set(parent, (prose.get(parent) ?? 0) + length);
  }
  const [best] = [...prose].sort(([, a], [, b]) => b - a);
  return best === undefined ? [] : blocksIn(best[0].innerHTML, title);
}

const blocksIn = (html: string, title: string): readonly TextBlock[] =>
  withoutLeftovers(blocksOf(withoutCaptions(parseHtml(html))), title);

const lengthOf = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + cleanText(text).length, 0);

/** What stands under a picture belongs to the picture. */
function withoutCaptions(nodes: readonly MarkupNode[]): readonly MarkupNode[] {
  return nodes
    .filter((node) => !isMarkup(node) || localName(node) !== 'figcaption')
    .map((node) => (isMarkup(node) ? { ...node, children: withoutCaptions(node.children) } : node));
}
