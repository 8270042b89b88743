/** What stands on a page beside its article: removed before the text is looked for. */
import { cleanText } from '../text/clean-text.ts';
import type { DomDocument, DomElement } from './dom.ts';

const never =
  'nav, aside[class*="related" i], form, button, dialog, [role="navigation"], [role="complementary"], [role="dialog"], [aria-hidden="true"][class*="modal" i], [hidden]';
/** A class or id is a name of clutter as a whole or in its last words: `post-share-bar`, not `sharing-economy`. */
const byName = new RegExp(
  `^(?:.*[-_])?(?:${[
    'related',
    'read(?:[-_]?(?:more|next|also))',
    'more[-_]?(?:to[-_]?read|stories|news|articles|from)',
    'recommended|recommendations|recirculation|recirc',
    'you[-_]may[-_]?(?:also[-_]?)?like|also[-_]?like',
    'newsletter|mailing[-_]?list|subscribe|subscription|sign[-_]?up',
    'share|sharing|sharedaddy|addtoany|social|social[-_]?(?:share|sharing|media)',
    'advert|advertisement|advertorial|adsbygoogle|ads?|google[-_]ads?|sponsor(?:ed)?|promo|promotion',
    'outbrain|taboola',
    'author[-_]?(?:bio|info|card)|about[-_]?(?:the[-_]?)?author',
    'comments?|disqus[-_]?thread|respond',
    'breadcrumbs?|pagination|tag[-_]?cloud',
    'cookie|consent|gdpr|paywall|regwall',
    'price[-_]?ticker|table[-_]of[-_]contents|toc',
  ].join(
    '|',
  )})(?:[-_]+(?:posts?|articles?|stories|content|news|links?|reading|box|bar|buttons?|tools?|icons?|form|cta|widget|section|area|list|slot|unit|container|wrapper|wrap|banner|block|module|area|notice|prompt|inline))*s?$`,
  'i',
);
const relatedHeading =
  /^(?:more to read|read more|read next|read also|more (?:stories|news|articles|from .{2,40}|on this.*|for you|like this)|related(?: (?:posts?|articles?|stories|news|topics|reading|coverage|content|links))?|you (?:may|might) (?:also )?(?:like|be interested.*)|recommended(?: (?:for you|stories|articles|reading))?|latest (?:news|stories|articles)|trending(?: (?:now|news|stories))?|most (?:read|popular)|popular (?:posts|news|stories)|what(?:'|’)s next|keep reading|(?:also|up) (?:read|next)|editor(?:'|’)?s(?:'|’)? picks?|view all|관련 ?기사|関連記事|相关(?:阅读|文章|新闻)|das könnte .*|mehr zum thema|lee también|noticias relacionadas|leia (?:também|mais)|à lire (?:aussi|également))\s*[:»→]?$/iu;

/** Takes away what is never the article, and blocks that are named or titled as something beside it. */
export function removeClutter(document: DomDocument): void {
  for (const element of document.querySelectorAll('script, style, noscript, template')) element.remove();
  const total = Math.max(cleanText(document.documentElement?.textContent ?? '').length, 1);
  const prose = proseIn(document);
  showPage(document, prose);
  // What holds a large part of the page is the page, whatever it is called.
  const isSmall = (element: DomElement, share: number): boolean =>
    cleanText(element.textContent).length <= total * share && proseIn(element) <= prose * 0.5;
  for (const element of document.querySelectorAll(never)) {
    if (isSmall(element, 0.5) || element.tagName === 'NAV') element.remove();
  }
  for (const element of document.querySelectorAll('[class], [id]')) {
    if (isNamedClutter(element) && isSmall(element, 0.3) && !isHeading(element)) element.remove();
  }
  for (const heading of document.querySelectorAll('h1, h2, h3, h4, h5, h6, p, div, span, strong')) {
    if (isRelatedHeading(heading)) removeBlockUnder(heading, (element) => isSmall(element, 0.6));
  }
}

/** Some pages are hidden as a whole until a script shows them. */
function showPage(document: DomDocument, prose: number): void {
  const hidden = '[hidden], [aria-hidden="true"], [style*="display"], [style*="visibility"]';
  for (const element of document.querySelectorAll(hidden)) {
    if (proseIn(element) <= prose * 0.6) continue;
    for (const name of ['hidden', 'aria-hidden', 'style']) element.removeAttribute(name);
  }
}

/** Length of the paragraphs that are long enough to be prose. */
function proseIn(place: DomDocument | DomElement): number {
  const lengths = [...place.querySelectorAll('p')].map((one) => one.textContent.length);
  return lengths.reduce((sum, length) => sum + (length >= 80 ? length : 0), 0);
}

const isHeading = (element: DomElement): boolean =>
  /^(?:H[1-6]|HTML|BODY|MAIN|ARTICLE)$/.test(element.tagName) || element.querySelector('h1') !== null;

function isNamedClutter(element: DomElement): boolean {
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
  return names.length < 400 && names.split(/\s+/).some((name) => name.length < 60 && byName.test(name));
}

function isRelatedHeading(element: DomElement): boolean {
  // Looking at the text of every large block would take longer than all the rest.
  if ([...element.children].length > 3) return false;
  const text = element.textContent;
  return text.length < 120 && relatedHeading.test(cleanText(text));
}

/** A title of other articles goes with the links that follow it, up to where the page's own text stands beside it. */
function removeBlockUnder(title: DomElement, isSmall: (element: DomElement) => boolean): void {
  let top = title;
  for (;;) {
    removeLinksAfter(top, isSmall);
    const parent = top.parentElement;
    if (parent === null || /^(?:BODY|ARTICLE|MAIN|HTML)$/.test(parent.tagName)) break;
    const besideLength = cleanText(parent.textContent).length - cleanText(top.textContent).length;
    if (besideLength > 60 || !isSmall(parent)) break;
    top = parent;
  }
  top.remove();
}

function removeLinksAfter(element: DomElement, isSmall: (element: DomElement) => boolean): void {
  for (let next = element.nextElementSibling; next !== null; next = element.nextElementSibling) {
    if (!isLinkBlock(next) || !isSmall(next)) return;
    next.remove();
  }
}

/** Other articles are shown as links with little around them, or as cards: a linked title, a date, an excerpt. */
function isLinkBlock(element: DomElement): boolean {
  const length = cleanText(element.textContent).length;
  if (element.tagName === 'A' || length < 3) return true;
  const links = [...element.querySelectorAll('a')];
  const linkedLength = links.reduce((sum, link) => sum + cleanText(link.textContent).length, 0);
  if (linkedLength >= length * 0.4) return true;
  const isCard = links.some((link) => link.querySelector('h1, h2, h3, h4, h5, h6, img') !== null);
  return isCard || element.querySelector('h2 a, h3 a, h4 a, h5 a, h6 a') !== null;
}
