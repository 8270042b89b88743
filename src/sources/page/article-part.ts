/** From what the readability library chose to the article: what it passed over comes back, what is no text goes. */
import type { MarkupElement, MarkupNode } from '../text/markup.ts';
import { isInline } from '../text/blocks.ts';
import { leadsAway } from './leads-away.ts';
import { hasBlocks, isPart, textOf, type Part } from './page-tree.ts';
import { isLead, isMachinery, isMarkedBody, isOfFacts, isOfPicture, isUnseen } from './part-names.ts';

/** The article's text as a tree of markup, in reading order. */
export function articleIn(body: Part, url: string): readonly MarkupNode[] {
  if (body.chosen === 0) return [];
  const container = containerOf(body, body.chosen * 0.9);
  const marked = markedIn(container, body.chosen * 0.75);
  const article = marked ?? container;
  const view: View = {
    article,
    url,
    isMarked: marked !== null,
    whole: body.chosen,
    headlines: countOf(article, 'h1'),
    ...boundsOf(article),
  };
  const lead = leadIn(body, headlineBefore(body, view.first), view.first);
  const text = pruned(body, { ...view, isInside: body === article, isBeside: false });
  return [lead, text].filter((one) => one !== null);
}

/** The place of the last first heading before another place; null when there is none. */
function headlineBefore(part: Part, end: number): number | null {
  const own = part.name === 'h1' && part.weight > 0 && part.place < end ? part.place : null;
  return part.children.reduce(
    (found, child) => (isPart(child) && child.place < end ? (headlineBefore(child, end) ?? found) : found),
    own,
  );
}

const isSentence = (text: string): boolean => /[.!?。！？…»”"]\s*$/.test(text);

/** What is named a lead, is a sentence, and stands between the headline and the text, though not where the text does. */
function leadIn(part: Part, start: number | null, end: number): Part | null {
  if (start === null || part.place >= end || isMachinery(part)) return null;
  const isShort = part.own > 50 && part.weight < 700 && part.linked * 5 < part.weight;
  if (isShort && part.place > start && part.chosen === 0 && isLead(part) && isSentence(textOf(part)))
    return part;
  for (const child of part.children) {
    const found = isPart(child) ? leadIn(child, start, end) : null;
    if (found !== null) return found;
  }
  return null;
}

interface View {
  /** Outside of it nothing is taken back. */
  readonly article: Part;
  /** The page's own. */
  readonly url: string;
  readonly isMarked: boolean;
  readonly whole: number;
  /** First headings within: one is the article's own, several are those of its sections. */
  readonly headlines: number;
  readonly first: number;
  readonly last: number;
}

interface Standing extends View {
  readonly isInside: boolean;
  /** Whether the element around holds chosen text itself. */
  readonly isBeside: boolean;
}

/** The innermost part with at least so much of the chosen text, which is not itself a paragraph. */
function containerOf(part: Part, least: number): Part {
  const next = part.children.filter(isPart).find((child) => child.chosen >= least);
  return next === undefined || isParagraph(next) ? part : containerOf(next, least);
}

function markedIn(part: Part, least: number): Part | null {
  for (const child of part.children) {
    if (!isPart(child) || child.chosen < least) continue;
    return markedIn(child, least) ?? (isMarkedBody(child) && !isParagraph(child) ? child : null);
  }
  return null;
}

const isParagraph = (part: Part): boolean =>
  /^(?:p|li|td|h[1-6]|blockquote|pre)$/.test(part.name) || isInline(part.name);

/** The first and the last place of chosen text. */
function boundsOf(article: Part): { readonly first: number; readonly last: number } {
  const places: number[] = [];
  const look = (part: Part): void => {
    if (part.chosen === 0) return;
    if (part.own > 0) places.push(part.place);
    for (const child of part.children) if (isPart(child)) look(child);
  };
  look(article);
  return { first: Math.min(...places), last: Math.max(...places) };
}

const countOf = (part: Part, name: string): number =>
  part.children.reduce(
    (sum, child) => sum + (isPart(child) ? countOf(child, name) : 0),
    part.name === name ? 1 : 0,
  );

/** The part with what is the article's in it; null when nothing is. */
function pruned(part: Part, standing: Standing): MarkupElement | null {
  if (part.weight === 0) return part.name === 'br' ? part : null;
  if (isNoise(part, standing)) return null;
  const isInside = standing.isInside || part === standing.article;
  if (!isInside && part.chosen === 0) return null;
  if (!hasBlocks(part)) return isWanted(part, standing) ? withoutNoise(part) : null;
  const within: Standing = { ...standing, isInside, isBeside: holdsChosen(part) };
  const takesOwn = part.own === 0 || isWanted(part, standing);
  const isLoose = !part.children.some((child) => typeof child === 'string' && /\S/.test(child));
  const children = part.children.flatMap((child): readonly MarkupNode[] => {
    if (!isPart(child)) return takesOwn ? [child] : [];
    const isInLine = isInline(child.name) && !hasBlocks(child);
    if (isInLine && (!takesOwn || (isLoose && isNoise(child, standing)))) return [];
    const kept = isInLine ? withoutNoise(child) : pruned(child, within);
    return kept === null ? [] : [kept];
  });
  // A head that was never closed holds the whole page.
  return { name: part.name === 'head' ? 'div' : part.name, attributes: part.attributes, children };
}

/** Whether several paragraphs of the article stand directly in a part. */
const holdsChosen = (part: Part): boolean =>
  part.children.some((child) => isPart(child) && isParagraph(child) && child.chosen > child.weight / 2);

function isNoise(part: Part, standing: Standing): boolean {
  if (part === standing.article || part.chosen > standing.whole * 0.5) return false;
  if (isMachinery(part)) return true;
  if (part.chosen > standing.whole * 0.3) return false;
  if (/^[uo]l$/.test(part.name) && leadsAway(part, standing.url)) return true;
  if (/^(?:figcaption|nav|form|button|footer|aside|dialog|label)$/.test(part.name)) return true;
  if (part.name === 'h1') return standing.headlines < 2;
  if (part.name === 'figure') return !hasText(part);
  if (isUnseen(part)) return true;
  const isShort = part.weight < 250;
  if (isOfPicture(part)) return part.weight < 600;
  return isShort && isOfFacts(part);
}

/** A figure may hold a table, a listing or a quotation instead of a picture. */
const hasText = (part: Part): boolean =>
  part.children.some(
    (child) => isPart(child) && (/^(?:table|pre|blockquote|ul|ol)$/.test(child.name) || hasText(child)),
  );

/** A paragraph without captions and labels in its lines. */
function withoutNoise(part: Part): MarkupElement | null {
  if (part.weight > 0 && part.weight < 250 && isInline(part.name) && (isUnseen(part) || isOfPicture(part)))
    return null;
  return {
    name: part.name,
    attributes: part.attributes,
    children: part.children.flatMap((child): readonly MarkupNode[] => {
      if (!isPart(child)) return [child];
      const kept = withoutNoise(child);
      return kept === null ? [] : [kept];
    }),
  };
}

function isWanted(part: Part, standing: Standing): boolean {
  if (leadsAway(part, standing.url)) return false;
  const isInside = standing.isInside || part === standing.article;
  if (part.ownChosen * 2 > part.own) return isInside || !standing.isMarked || isAbove(part, standing);
  return isInside && isPassedOver(part, standing);
}

/** A lead stands above the text itself. */
const isAbove = (part: Part, { first }: Standing): boolean =>
  part.place < first && (isLead(part) || (part.weight > 60 && part.linked * 4 < part.weight));

/** Whether text that was not chosen belongs to what was. */
function isPassedOver(part: Part, standing: Standing): boolean {
  const linked = part.linked / part.weight;
  const isBetween = part.place > standing.first && part.place < standing.last;
  if (/^h[2-6]$/.test(part.name)) return (standing.isBeside || standing.isMarked) && linked < 0.5;
  if (isLead(part) && linked < 0.3 && part.place < standing.first) return true;
  // Prose may be full of links; a row of links has little else.
  if (linked > 0.25 && (linked > 0.6 || part.weight - part.linked < 100)) return false;
  return standing.isBeside || standing.isMarked || (isBetween && part.weight >= 100);
}
