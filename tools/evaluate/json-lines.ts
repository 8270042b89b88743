import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { TextBlock } from '../../src/domain/article.ts';

/** The lines of a file of JSON objects, each parsed by `schema`; empty lines are passed over. */
export async function* readJsonLines<Line>(path: string, schema: z.ZodType<Line>): AsyncIterable<Line> {
  const lines = (await readFile(path, 'utf8')).split('\n');
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    yield schema.parse(JSON.parse(line), { error: () => `line ${index + 1} is not as expected` });
  }
}

/** Text that may be missing. */
export const optionalText = z
  .string()
  .nullish()
  .transform((text) => text ?? '');

/** Plain or lightly marked text as blocks: a blank line parts them, `#` begins a heading, `-` an item. */
export function readBlocks(text: string): readonly TextBlock[] {
  return withoutTags(text)
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !isNoteOnArticle(part))
    .map(readBlock);
}

export function withoutTags(text: string): string {
  return text
    .replaceAll(/<\/(?:p|div|h\d|li)>|<br\s*\/?>/gi, '\n\n')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&nbsp;', ' ')
    .replaceAll(/&#8217;|&rsquo;/g, '’');
}

/** What a reader of a page would have taken apart: "Author: … | Date: …", "Tags: …". */
function isNoteOnArticle(part: string): boolean {
  return /^(?:\p{L}+: .{0,80} \| \p{L}+: |(?:Categories|Tags): )[^\n]*$/u.test(part);
}

function readBlock(part: string): TextBlock {
  const lines = part.split('\n').map((line) => line.trim());
  if (lines.length === 1 && /^#+ /.test(part)) return { kind: 'heading', text: part.replace(/^#+ /, '') };
  if (lines.every((line) => /^[-*•] /.test(line)))
    return { kind: 'list', items: lines.map((line) => line.slice(2).trim()) };
  return { kind: 'paragraph', text: part };
}
