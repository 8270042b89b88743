import { readFile } from 'node:fs/promises';
import type { TextBlock } from '../../src/domain/article.ts';
import { parseFeed } from '../../src/sources/feed/parse-feed.ts';
import type { SourceItem } from '../../src/sources/source.ts';
import { unpacked } from './unpacked.ts';

/** What a feed file parses to, or why it does not. */
export async function evaluateFeed(path: string): Promise<object> {
  const bytes = unpacked(await readFile(path), path);
  const parsed = parseFeed({ bytes, url: '', contentType: null });
  if (parsed.kind === 'other') return { file: path, error: `This is ${parsed.found}, not a feed.` };
  const { title, link, language, items } = parsed.feed;
  return { file: path, title, link, language, items: items.map(shownItem) };
}

function shownItem(item: SourceItem): object {
  return {
    id: item.guid,
    url: item.url,
    title: item.title,
    authors: item.authors,
    published: item.published?.at.toISOString() ?? null,
    updated: item.updated?.at.toISOString() ?? null,
    summary: item.summary,
    content: textOf(item.blocks),
    categories: item.labels,
    image: item.picture?.url ?? null,
  };
}

/** The words of blocks without marks of our own. */
export function textOf(blocks: readonly TextBlock[]): string {
  return blocks.map((block) => (block.kind === 'list' ? block.items.join('\n') : block.text)).join('\n');
}
