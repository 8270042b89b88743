/** The article's own text out of a page. */
import { Readability } from '@mozilla/readability';
import { plainText, type TextBlock } from '../../domain/article.ts';
import { blocksOf } from '../text/blocks.ts';
import { cleanText } from '../text/clean-text.ts';
import { articleIn } from './article-part.ts';
import { removeCards } from './cards.ts';
import { removeClutter } from './clutter.ts';
import { openDocument, type DomDocument } from './dom.ts';
import { withoutLeftovers } from './leftovers.ts';
import { treeOf } from './page-tree.ts';
import { denserPart } from './densest-part.ts';
import { judgedBy } from './told-body.ts';

export interface ArticleBody {
  /** In reading order; empty when the page has no text to speak of. */
  readonly blocks: readonly TextBlock[];
  /** The line that names the authors, where the library saw one. */
  readonly byline: string | null;
}

/** What is known of the article before its text is looked for. */
export interface KnownOfArticle {
  readonly title: string;
  readonly authors: readonly string[];
  /** The text that the page gives to machines. */
  readonly told: string | null;
  readonly url: string;
}

/** Finds the text, first without the page's clutter. Takes the document apart; `html` is where it came from. */
export function articleBody(document: DomDocument, html: string, known: KnownOfArticle): ArticleBody {
  removeClutter(document);
  removeCards(document, known.url);
  const inParagraphs = lengthOf([...document.querySelectorAll('p')].map((one) => one.textContent));
  const body = readable(document, known);
  const length = plainText(body.blocks).length;
  if (length * 2 >= inParagraphs) return judged(body, known);
  // Most of the page's prose was passed over: something that was taken away may have held it together.
  const whole = readable(openDocument(html), known);
  return judged(plainText(whole.blocks).length > length * 2 ? whole : body, known);
}

const judged = (body: ArticleBody, { told }: KnownOfArticle): ArticleBody => ({
  ...body,
  blocks: judgedBy(told, body.blocks),
});

function readable(document: DomDocument, known: KnownOfArticle): ArticleBody {
  // A body that stands in the wrong place is not the document's body.
  const html = document.documentElement?.innerHTML ?? '';
  if (html === '') return { blocks: [], byline: null };
  const article = new Readability(document, { charThreshold: 250, disableJSONLD: true }).parse();
  const tree = treeOf(html, article?.content ?? '');
  const nodes = articleIn(denserPart(tree) ?? tree, known.url);
  return { blocks: withoutLeftovers(blocksOf(nodes), known), byline: article?.byline ?? null };
}

const lengthOf = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + cleanText(text).length, 0);
