/** Who wrote the article of a page. */
import { distinct, personName } from '../feed/people.ts';
import { cleanText } from '../text/clean-text.ts';
import { parseMoment } from '../text/parse-moment.ts';
import type { Page } from './page-facts.ts';

const metaNames = [
  'author',
  'article:author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'byl',
  'dcterms.creator',
];
const marks =
  '[rel="author"], [itemprop="author"] [itemprop="name"], [itemprop="author"], .byline, .author-name';

/** By structure, then by meta elements, then by marked elements near the headline. */
export function namedAuthors(page: Page): readonly string[] {
  const candidates = [
    page.structured?.authors ?? [],
    ...metaNames.map((name) => page.meta.get(name) ?? []),
    markedNames(page),
  ];
  return distinct(candidates.map((names) => names.flatMap(namesIn)).find((names) => names.length > 0) ?? []);
}

/** The authors that the page names, else those in the line that looks like a byline. */
export function authorsOf(named: readonly string[], byline: string | null): readonly string[] {
  return named.length > 0 || byline === null ? named : distinct(namesIn(byline));
}

function markedNames(page: Page): readonly string[] {
  for (const element of page.document.querySelectorAll(marks)) {
    const text = cleanText(element.textContent);
    const isBeside = element.closest('aside, footer, nav, [class*="comment" i], [id*="comment" i]') !== null;
    if (!isBeside && text.length < 80 && namesIn(text).length > 0) return [text];
  }
  return [];
}

/** "By Ann Lee and Bo Chan, March 3, 2025" → both names, and nothing else. */
function namesIn(line: string): readonly string[] {
  if (/^(?:https?:|www\.|@)|\.com\//.test(line)) return [];
  return cleanText(line)
    .replace(/^(?:(?:written|posted|published)\s+)?(?:by|von|por|par|di|от|автор)\s*:?\s+/iu, '')
    .split(/\s+(?:and|und|y|et|&)\s+|,\s+(?=\p{L})|;\s*|\s+[|·•]\s+|\s+[-–—]\s+/u)
    .map(withoutDate)
    .map(personName)
    .filter(
      (name) =>
        name.length > 1 && name.length < 60 && !/\d{4}|https?:/.test(name) && parseMoment(name) === null,
    );
}

/** A date set in the same line stands behind the name. */
const withoutDate = (text: string): string =>
  text.replace(
    /\s+(?:on\s+)?\p{L}{3,9}\.?\s+\d{1,2}(?:,?\s+\d{4})?.*$|\s+\d{1,2}[./]\d{1,2}[./]\d{2,4}.*$|\s+@\w+.*$/u,
    '',
  );
