/** The article's headline, without the name of the site. */
import { cleanText } from '../text/clean-text.ts';
import { lineOfText } from '../text/plain.ts';
import type { Page } from './page-facts.ts';
import { metaOf } from './meta-tags.ts';

/** Empty when the page has none. */
export function titleOf(page: Page): string {
  const headings = [...page.document.querySelectorAll('h1')]
    .map((one) => cleanText(one.textContent))
    .filter((one) => one !== '');
  const written = cleanText(page.document.querySelector('title')?.textContent ?? '');
  const shown = [...headings, written];
  const given = [
    page.structured?.headline,
    metaOf(page.meta, 'og:title', 'twitter:title', 'dc.title', 'parsely-title'),
  ]
    .map((text) => lineOfText(text ?? ''))
    .filter((text) => text !== '');
  // What is said to machines alone, and nowhere shown, may be a description or a name for lists.
  const only = headings.length === 1 ? headings[0] : undefined;
  const candidate =
    given.find((text) => shown.some((one) => resembles(one, text))) ?? (written || (only ?? given[0] ?? ''));
  const heading = headings.find((one) => one.length > 10 && candidate.startsWith(one));
  if (heading !== undefined) return heading;
  return candidate === '' ? (headings[0] ?? '') : withoutSite(candidate, metaOf(page.meta, 'og:site_name'));
}

/** Whether half of the words of a title are those of another. */
function resembles(shown: string, title: string): boolean {
  const words = wordsOf(title);
  const ofShown = new Set(wordsOf(shown));
  return words.filter((word) => ofShown.has(word)).length * 2 >= words.length;
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** "Headline | Site": the shorter end goes where it is the site's name, or stands behind a bar. */
function withoutSite(title: string, site: string | null): string {
  const parts = /^(.+?)\s+[|–—\u00bb·-]\s+([^|–—\u00bb·]{2,40})$/u.exec(title);
  if (parts?.[1] === undefined || parts[2] === undefined) return title;
  const isSite = site !== null && parts[2].toLowerCase().includes(site.toLowerCase());
  const isBehindBar = /\s[|\u00bb]\s[^|\u00bb]+$/u.test(title) && parts[1].split(' ').length >= 4;
  return isSite || isBehindBar ? parts[1] : title;
}
