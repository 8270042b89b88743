import { readFile } from 'node:fs/promises';
import type { TextBlock } from '../../src/domain/article.ts';
import type { Moment } from '../../src/domain/moment.ts';
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
    published: isoTime(item.published),
    updated: isoTime(item.updated),
    summary: item.summary,
    content: textOf(item.blocks),
    categories: item.labels,
    image: item.picture?.url ?? null,
  };
}

/** ISO 8601 in UTC; a day alone where that is all that is known. */
export function isoTime(moment: Moment | null): string | null {
  if (moment === null) return null;
  const iso = moment.at.toISOString();
  return moment.precision === 'day' ? iso.slice(0, 10) : iso;
}

/** The words of blocks without marks of our own. */
export function textOf(blocks: readonly TextBlock[]): string {
  return blocks.map((block) => (block.kind === 'list' ? block.items.join('\n') : block.text)).join('\n');
}
