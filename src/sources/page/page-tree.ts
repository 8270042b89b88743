/** A page as a tree of parts, each with the figures that tell an article from what stands around it. */
import { isInline } from '../text/blocks.ts';
import { cleanText } from '../text/clean-text.ts';
import { isMarkup, localName, parseHtml, type MarkupElement, type MarkupNode } from '../text/markup.ts';

export interface Part extends MarkupElement {
  readonly children: readonly (Part | string)[];
  /** Where it begins, in reading order. */
  readonly place: number;
  /** Weight of all text within. */
  readonly weight: number;
  /** Of that, what stands in its own lines and not in blocks within. */
  readonly own: number;
  /** Of that, what the readability library took for the article. */
  readonly ownChosen: number;
  /** Of that, what stands in links. */
  readonly linked: number;
  /** Of that, what the readability library took for the article. */
  readonly chosen: number;
}

/** A page as a tree; `chosen` is what the readability library returned for it. */
export function treeOf(page: string, chosen: string): Part {
  const nodes = parseHtml(page);
  const onPage = countTexts(nodes, new Map());
  const inChosen = countTexts(parseHtml(chosen), new Map());
  // A text that stands on the page more often than in the choice may be the one or the other.
  const strict = read(nodes, (text, isShown) => {
    const times = onPage.get(text) ?? 0;
    return (inChosen.get(text) ?? 0) >= Math.max(times, 1) && (isShown || times === 0);
  });
  const weight = [...inChosen].reduce((sum, [text, times]) => sum + weightOf(text) * times, 0);
  return strict.chosen * 2 < weight ? read(nodes, (text) => inChosen.has(text)) : strict;
}

function read(nodes: readonly MarkupNode[], isChosen: Reading['isChosen']): Part {
  const around = { isLinked: false, isShown: true };
  return partOf({ name: 'html', attributes: {}, children: nodes }, { place: 0, isChosen }, around);
}

interface Reading {
  place: number;
  readonly isChosen: (text: string, isShown: boolean) => boolean;
}

interface Around {
  readonly isLinked: boolean;
  readonly isShown: boolean;
}

type Counts = Map<string, number>;

/** Texts pass through the library unchanged, whatever becomes of the elements around them. */
function countTexts(nodes: readonly MarkupNode[], counts: Counts): Counts {
  for (const node of joined(nodes)) {
    if (isMarkup(node)) {
      if (!isHidden(node) && !unread.has(node.name)) countTexts(node.children, counts);
    } else {
      const text = cleanText(node);
      if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1);
    }
  }
  return counts;
}

/** The parser cuts text at character references. */
function joined(nodes: readonly MarkupNode[]): readonly MarkupNode[] {
  const whole: MarkupNode[] = [];
  for (const node of nodes) {
    const last = whole.at(-1);
    if (typeof node === 'string' && typeof last === 'string') whole[whole.length - 1] = last + node;
    else whole.push(node);
  }
  return whole;
}

const nothing = { weight: 0, own: 0, ownChosen: 0, linked: 0, chosen: 0 };

const isHidden = ({ attributes }: MarkupElement): boolean =>
  'hidden' in attributes ||
  attributes['aria-hidden'] === 'true' ||
  /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributes['style'] ?? '');

const unread = new Set('script style noscript template iframe svg select textarea title'.split(' '));

function partOf(element: MarkupElement, reading: Reading, around: Around): Part {
  const name = localName(element);
  const within: Around = {
    isLinked: around.isLinked || (name === 'a' && leadsElsewhere(element.attributes['href'])),
    isShown: around.isShown && !isHidden(element),
  };
  const place = (reading.place += 1);
  const children: (Part | string)[] = [];
  const figures = { ...nothing };
  for (const child of unread.has(name) ? [] : joined(element.children)) {
    const part = isMarkup(child) ? partOf(child, reading, within) : child;
    children.push(part);
    const of = isPart(part) ? part : figuresOf(part, reading, within);
    figures.weight += of.weight;
    figures.linked += of.linked;
    figures.chosen += of.chosen;
    if (isPart(part) && !isInline(part.name)) continue;
    figures.own += of.own;
    figures.ownChosen += of.ownChosen;
  }
  // What is hidden at first is no text of the article, unless the library found the article in it.
  if (figures.chosen === 0 && isHidden(element)) Object.assign(figures, nothing);
  return { name, attributes: element.attributes, children, place, ...figures };
}

const leadsElsewhere = (href: string | undefined): boolean =>
  href !== undefined && !/^\s*(?:#|javascript:)/i.test(href);

type Figures = Pick<Part, 'weight' | 'own' | 'ownChosen' | 'linked' | 'chosen'>;

function figuresOf(text: string, reading: Reading, around: Around): Figures {
  const weight = weightOf(text);
  const isChosen = weight > 0 && reading.isChosen(cleanText(text), around.isShown);
  const chosen = isChosen ? weight : 0;
  return { weight, own: weight, ownChosen: chosen, linked: around.isLinked ? weight : 0, chosen };
}

/** Letters and digits; a character that is a word or a syllable counts for as much as one. */
function weightOf(text: string): number {
  let weight = 0;
  for (const [run] of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    weight += dense.test(run) ? run.length * 2.5 : run.length + 1;
  }
  return weight;
}

const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

export const isPart = (child: Part | string): child is Part => typeof child !== 'string';

/** All text within, as it stands. */
export const textOf = (part: Part): string =>
  part.children.map((child) => (isPart(child) ? textOf(child) : child)).join('');

/** Whether a part holds others that are not within a line. */
export const hasBlocks = (part: Part): boolean =>
  part.children.some(
    (child) => isPart(child) && (!isInline(child.name) || hasBlocks(child)) && child.name !== 'br',
  );
