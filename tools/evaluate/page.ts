import { readFile } from 'node:fs/promises';
import { parsePage } from '../../src/sources/page/parse-page.ts';
import { isoTime, textOf } from './feed.ts';
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
