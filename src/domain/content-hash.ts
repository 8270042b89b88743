import { createHash } from 'node:crypto';
import { plainText, type TextBlock } from './article.ts';

/** A hash of what a reader sees of an article: it changes when the title, the lead or the text does. */
export function contentHash(content: {
  readonly title: string;
  readonly lead: string;
  readonly blocks: readonly TextBlock[];
}): string {
  const parts = [content.title, content.lead, plainText(content.blocks)];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
