/** What a page says about its article outside of the text: date, label, authors, picture. */
import type { Picture } from '../../domain/article.ts';
import type { Moment } from '../../domain/moment.ts';
import { absoluteUrl } from '../text/address.ts';
import { cleanText } from '../text/clean-text.ts';
import { parseMoment } from '../text/parse-moment.ts';
import { creditIn, isCredit } from './credit.ts';
import { attributeOf, type DomDocument, type DomElement } from './dom.ts';
import type { StructuredArticle } from './json-ld.ts';
import { metaOf, type MetaTags } from './meta-tags.ts';

/** Everything that the facts are found in. */
export interface Page {
  readonly document: DomDocument;
  readonly meta: MetaTags;
  readonly structured: StructuredArticle | null;
  readonly url: string;
  readonly timeZone: string | undefined;
}

const dateNames = [
  'article:published_time',
  'article:published',
  'datepublished',
  'date',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'parsely-pub-date',
  'sailthru.date',
  'pubdate',
  'publish-date',
  'publishdate',
  'og:published_time',
  'cxenseparse:recs:publishtime',
];

/** By structure first, then by elements made for it, then by the line of text near the headline. */
export function publishedOn(page: Page): Moment | null {
  const given =
    parseMoment(page.structured?.published, page.timeZone) ??
    parseMoment(metaOf(page.meta, ...dateNames), page.timeZone);
  // A line of text may give the time where the structure has the day alone.
  if (given?.precision === 'minute') return given;
  return given ?? dateOfElements(page) ?? dateOfLine(page);
}

function dateOfElements(page: Page): Moment | null {
  for (const time of page.document.querySelectorAll('time, [itemprop="datePublished"]')) {
    if (isBelowArticle(time)) continue;
    const written = attributeOf(time, 'datetime') ?? attributeOf(time, 'content') ?? time.textContent;
    const moment = parseMoment(written, page.timeZone);
    if (moment !== null) return moment;
  }
  return null;
}

const besides =
  'aside, footer, nav, [class*="related" i], [class*="more-to" i], [class*="recommend" i], [class*="teaser" i]';

/** An item with a date alone is shorter than this, one with another headline is longer. */
const mostOfFact = 45;

/** Beside the article, or in a card that leads to another one: not around the headline. */
function isBelowArticle(element: DomElement): boolean {
  const place = element.closest(besides);
  if (place !== null && place.querySelector('h1') === null) return true;
  const card = element.closest('a, li');
  if (card === null || card.querySelector('h1') !== null) return false;
  return cleanText(card.textContent).length > mostOfFact;
}

/** The first short text with a date in it, near the headline. */
function dateOfLine(page: Page): Moment | null {
  for (const line of linesNearHeadline(page.document)) {
    const moment = parseMoment(line, page.timeZone);
    if (moment !== null) return moment;
  }
  return null;
}

function linesNearHeadline(document: DomDocument): readonly string[] {
  const headline = document.querySelector('h1');
  const lines: string[] = [];
  let place = headline?.parentElement ?? null;
  for (let up = 0; up < 3 && place !== null && place.tagName !== 'HTML'; up += 1) {
    for (const element of place.querySelectorAll('p, div, span, li, a, small, b, em')) {
      const text = element.textContent.length < 200 ? cleanText(element.textContent) : '';
      if (text !== '' && text.length < 90 && !isBelowArticle(element)) lines.push(text);
      if (lines.length > 60) return lines;
    }
    place = place.parentElement;
  }
  return lines;
}

/** The publisher's own category, as written. */
export function labelOf(page: Page): string | null {
  const given =
    page.structured?.section ??
    metaOf(page.meta, 'article:section', 'section', 'parsely-section', 'category');
  if (given !== null) return given;
  const marked = page.document.querySelector(
    '[itemprop="articleSection"], [rel~="category"], a[rel="category tag"]',
  );
  const text = cleanText(marked?.textContent ?? '');
  return text !== '' && text.length < 50 ? text : labelBesideDate(page);
}

/** As in "Policy & Regulation·June 27, 2025, 6:28 AM". */
function labelBesideDate(page: Page): string | null {
  for (const line of linesNearHeadline(page.document)) {
    const found = /^(.{2,40}?)\s*[·•|∙]\s*(.+)$/u.exec(line);
    if (found?.[1] !== undefined && parseMoment(found[2]) !== null && !/\d{2}/.test(found[1]))
      return found[1];
  }
  return null;
}

/** The lead picture with the credit printed under it. */
export function pictureOnPage(page: Page): Picture | null {
  const shown = page.document.querySelector('article img, main img, figure img');
  const given = metaOf(
    page.meta,
    'og:image',
    'og:image:url',
    'og:image:secure_url',
    'twitter:image',
    'twitter:image:src',
  );
  const source =
    given ?? page.structured?.image ?? attributeOf(shown, 'src') ?? attributeOf(shown, 'data-src');
  const url = absoluteUrl(source, page.url);
  return url === null ? null : { url, credit: page.structured?.imageCredit ?? creditOnPage(page.document) };
}

function creditOnPage(document: DomDocument): string | null {
  for (const caption of document.querySelectorAll('figcaption, [class*="credit" i], [class*="caption" i]')) {
    const credit = creditIn(cleanText(caption.textContent));
    if (credit !== null) return credit;
  }
  for (const element of document.querySelectorAll(
    'article p, article div, article span, article em, article small, main p, main div, main span, main em',
  )) {
    const text = element.textContent.length < 200 ? cleanText(element.textContent) : '';
    if (text !== '' && isCredit(text)) return text;
  }
  return null;
}
