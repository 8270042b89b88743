/** The article's own text out of a page. */
import { Readability } from '@mozilla/readability';
import type { TextBlock } from '../../domain/article.ts';
import { blocksOf } from '../text/blocks.ts';
import { isMarkup, localName, parseHtml, type MarkupNode } from '../text/markup.ts';
import type { DomDocument } from './dom.ts';
import { withoutLeftovers } from './leftovers.ts';

/** Blocks in reading order; empty when the page has no text to speak of. Changes the document. */
export function articleBody(document: DomDocument, title: string): readonly TextBlock[] {
  if (document.body === null || document.documentElement === null) return [];
  const html = readable(document);
  return withoutLeftovers(blocksOf(withoutCaptions(parseHtml(html))), title);
}

function readable(document: DomDocument): string {
  const article = new Readability(document, { charThreshold: 250, disableJSONLD: true }).parse();
  return article?.content ?? '';
}

/** What stands under a picture belongs to the picture. */
function withoutCaptions(nodes: readonly MarkupNode[]): readonly MarkupNode[] {
  return nodes
    .filter((node) => !isMarkup(node) || localName(node) !== 'figcaption')
    .map((node) => (isMarkup(node) ? { ...node, children: withoutCaptions(node.children) } : node));
}
