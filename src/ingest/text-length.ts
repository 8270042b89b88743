import { plainText, type TextBlock } from '../domain/article.ts';

/** Feeds that give less than this give an excerpt, not the article. */
const shortestTextCharacters = 600;

/** Whether a text is only the beginning of an article. */
export function isTooShort(blocks: readonly TextBlock[]): boolean {
  return plainText(blocks).length < shortestTextCharacters;
}
