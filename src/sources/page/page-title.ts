/** The article's headline, without the name of the site. */
import { cleanText } from '../text/clean-text.ts';
import { lineOfText } from '../text/plain.ts';
import type { Page } from './page-facts.ts';
import { metaOf } from './meta-tags.ts';

/** Empty when the page has none. */
export function titleOf(page: Page): string {
  const headings = [...page.document.querySelectorAll('h1')].map((one) => cleanText(one.textContent));
  const written = cleanText(page.document.querySelector('title')?.textContent ?? '');
  const given =
    page.structured?.headline ?? metaOf(page.meta, 'og:title', 'twitter:title', 'dc.title', 'parsely-title');
  const candidate = lineOfText(given ?? '') || written;
  const heading = headings.find((one) => one.length > 10 && candidate.startsWith(one));
  if (heading !== undefined) return heading;
  if (candidate === '') return headings.find((one) => one !== '') ?? '';
  return withoutSite(candidate, metaOf(page.meta, 'og:site_name'));
}

/** "Headline | Site": the shorter end goes where it is the site's name, or stands behind a bar. */
function withoutSite(title: string, site: string | null): string {
  const parts = /^(.+?)\s+[|–—\u00bb·-]\s+([^|–—\u00bb·]{2,40})$/u.exec(title);
  if (parts?.[1] === undefined || parts[2] === undefined) return title;
  const isSite = site !== null && parts[2].toLowerCase().includes(site.toLowerCase());
  const isBehindBar = /\s[|\u00bb]\s[^|\u00bb]+$/u.test(title) && parts[1].split(' ').length >= 4;
  return isSite || isBehindBar ? parts[1] : title;
}
