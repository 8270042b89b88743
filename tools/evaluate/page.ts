import { readFile } from 'node:fs/promises';
import type { Moment } from '../../src/domain/moment.ts';
import { parsePage } from '../../src/sources/page/parse-page.ts';
import { textOf } from './feed.ts';
import { unpacked } from './unpacked.ts';

/** What an article's page yields, or why it yields nothing. */
export async function evaluatePage(path: string): Promise<object> {
  const bytes = unpacked(await readFile(path), path);
  const article = parsePage({ bytes, url: 'http://localhost/', contentType: null });
  if (article === null) return { file: path, error: 'The page has no article on it.' };
  return {
    file: path,
    title: article.title,
    text: textOf(article.blocks),
    published: isoTime(article.published),
    image: article.picture?.url ?? null,
    imageCredit: article.picture?.credit ?? null,
    category: article.label,
    authors: article.authors,
  };
}

/** ISO 8601 in UTC; a day alone where that is all that the page gives. */
function isoTime(moment: Moment | null): string | null {
  if (moment === null) return null;
  const iso = moment.at.toISOString();
  return moment.precision === 'day' ? iso.slice(0, 10) : iso;
}
