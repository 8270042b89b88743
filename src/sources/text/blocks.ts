/** Markup → the blocks of an article: paragraphs, headings and lists, with nothing else in them. */
import type { TextBlock } from '../../domain/article.ts';
import { cleanText } from './clean-text.ts';
import { isMarkup, localName, parseHtml, type MarkupElement, type MarkupNode } from './markup.ts';

const skipped = new Set(
  'script style noscript template iframe object embed svg math button select textarea input head title audio video canvas map'.split(
    ' ',
  ),
);
const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark math meter nobr picture q rp rt ruby s samp small source span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** Whether an element stands within a line of text; by its name in lower case. */
export const isInline = (name: string): boolean => inline.has(name);

interface Gathering {
  readonly blocks: TextBlock[];
  /** Text of the paragraph that is being read. */
  text: string;
  /** Items of the list that is being read; null outside of lists. */
  items: string[] | null;
  lineBreaks: number;
}

/** The blocks of a piece of HTML. */
export function blocksOfHtml(html: string): readonly TextBlock[] {
  return blocksOf(parseHtml(html));
}

/** The blocks of a tree of markup. */
export function blocksOf(nodes: readonly MarkupNode[]): readonly TextBlock[] {
  const gathering: Gathering = { blocks: [], text: '', items: null, lineBreaks: 0 };
  gatherAll(nodes, gathering);
  endParagraph(gathering);
  return gathering.blocks;
}

/** The same as one line of plain text. */
export function lineOf(blocks: readonly TextBlock[]): string {
  return blocks.map((block) => (block.kind === 'list' ? block.items.join(' ') : block.text)).join(' ');
}

function gatherAll(nodes: readonly MarkupNode[], gathering: Gathering): void {
  for (const node of nodes) {
    if (isMarkup(node)) gatherElement(node, gathering);
    else addText(node, gathering);
  }
}

function addText(text: string, gathering: Gathering): void {
  if (text.trim() !== '') gathering.lineBreaks = 0;
  gathering.text += text;
}

function gatherElement(element: MarkupElement, gathering: Gathering): void {
  const name = localName(element);
  if (skipped.has(name) || 'hidden' in element.attributes) return;
  if (name === 'br') {
    addLineBreak(gathering);
    gatherAll(element.children, gathering);
  } else if (isInline(name)) {
    gatherAll(element.children, gathering);
  } else if (name === 'td' || name === 'th') {
    gathering.text += ' ';
    gatherAll(element.children, gathering);
    gathering.text += ' ';
  } else if (/^h[1-6]$/.test(name)) {
    gatherHeading(element, gathering);
  } else if (name === 'ul' || name === 'ol') {
    gatherList(element, gathering);
  } else {
    gatherBlock(element, name, gathering);
  }
}

/** Two line breaks in a row are what a paragraph's end is elsewhere. */
function addLineBreak(gathering: Gathering): void {
  gathering.lineBreaks += 1;
  gathering.text += '\n';
  if (gathering.lineBreaks >= 2 && gathering.items === null) endParagraph(gathering);
}

function gatherBlock(element: MarkupElement, name: string, gathering: Gathering): void {
  const isItem = name === 'li' && gathering.items !== null;
  if (gathering.items === null || isItem) endParagraph(gathering);
  else gathering.text += ' ';
  gatherAll(element.children, gathering);
  if (gathering.items === null || isItem) endParagraph(gathering);
  else gathering.text += ' ';
}

function gatherHeading(element: MarkupElement, gathering: Gathering): void {
  if (gathering.items !== null) {
    gatherBlock(element, 'p', gathering);
    return;
  }
  endParagraph(gathering);
  const text = cleanText(lineOf(blocksOf(element.children)));
  if (text !== '') gathering.blocks.push({ kind: 'heading', text });
}

/** A list within a list gives its items to the outer one. */
function gatherList(element: MarkupElement, gathering: Gathering): void {
  endParagraph(gathering);
  const outer = gathering.items;
  gathering.items = outer ?? [];
  gatherAll(element.children, gathering);
  endParagraph(gathering);
  const items = gathering.items;
  gathering.items = outer;
  if (outer === null && items.length > 0) gathering.blocks.push({ kind: 'list', items });
}

function endParagraph(gathering: Gathering): void {
  const text = cleanText(gathering.text);
  gathering.text = '';
  gathering.lineBreaks = 0;
  if (text === '') return;
  if (gathering.items === null) gathering.blocks.push({ kind: 'paragraph', text });
  else gathering.items.push(text);
}
