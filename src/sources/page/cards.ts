/** Rows of cards that lead to a site's other articles. */
import { cleanText } from '../text/clean-text.ts';
import type { DomDocument, DomElement } from './dom.ts';
import { staysOnSite } from './own-site.ts';

/** A card with more text than this is a text of its own. */
const mostOfCard = 700;

/** Removes elements that stand side by side, three or more, each with a headline that is a link. */
export function removeCards(document: DomDocument, url: string): void {
  const rows = new Map<DomElement, Set<DomElement>>();
  for (const heading of document.querySelectorAll('h2, h3, h4, h5, h6')) {
    if (!isLinked(heading, url)) continue;
    let card = heading;
    for (let up = 0; up < 5; up += 1) {
      const row = card.parentElement;
      if (row === null || row.tagName === 'BODY') break;
      const cards = rows.get(row) ?? new Set<DomElement>();
      rows.set(row, cards.add(card));
      card = row;
    }
  }
  for (const cards of rows.values()) {
    if (cards.size >= 3 && [...cards].every(isCard)) for (const card of cards) card.remove();
  }
}

function isLinked(heading: DomElement, url: string): boolean {
  const link = heading.closest('a') ?? heading.querySelector('a');
  const href = link?.getAttribute('href') ?? '#';
  if (link === null || href.startsWith('#') || !staysOnSite(href, url)) return false;
  return cleanText(link.textContent).length >= cleanText(heading.textContent).length * 0.8;
}

/** Headings of a text stand bare beside its paragraphs. */
const isCard = (element: DomElement): boolean =>
  !/^H[2-6]$/.test(element.tagName) && element.textContent.trim().length <= mostOfCard;
