import type { TextBlock } from '../domain/article.ts';
import type { Block } from '../domain/message.ts';

/**
 * Divides an article's text into pages of at most `length` characters, headings and lists as such. A page ends after
 * a block where it can, else after a sentence, else after a word; a heading is never the last of its page.
 */
export function textPages(blocks: readonly TextBlock[], length: number): readonly (readonly Block[])[] {
  const pages: Block[][] = [];
  let page: TextBlock[] = [];
  let used = 0;
  for (const block of blocks.flatMap((block, at) =>
    divide(block, length - headingSize(blocks[at - 1], length)),
  )) {
    const size = sizeOf(block);
    if (used > 0 && used + size > length) {
      const carried = page.at(-1)?.kind === 'heading' && page.length > 1 ? page.splice(-1) : [];
      pages.push(page.map(blockOf));
      page = carried;
      used = carried.reduce((sum, block) => sum + sizeOf(block), 0);
    }
    page.push(block);
    used += size;
  }
  return page.length === 0 ? pages : [...pages, page.map(blockOf)];
}

function blockOf(block: TextBlock): Block {
  if (block.kind === 'heading') return block;
  if (block.kind === 'paragraph') return { kind: 'paragraph', spans: [block.text] };
  return { kind: 'list', items: block.items.map((item) => [item]) };
}

function sizeOf(block: TextBlock): number {
  return block.kind === 'list' ? block.items.reduce((sum, item) => sum + item.length, 0) : block.text.length;
}

/** The room that a heading above takes, as it is carried to the page of what follows it. */
function headingSize(above: TextBlock | undefined, length: number): number {
  return above?.kind === 'heading' ? Math.min(sizeOf(above), Math.floor(length / 2)) : 0;
}

/** A block that fits on one page as it is, else as several that do. A heading is short; one that is not is text. */
function divide(block: TextBlock, length: number): readonly TextBlock[] {
  if (sizeOf(block) <= length) return [block];
  if (block.kind === 'list') return divideList(block.items, length);
  return divideText(block.text, length).map((text) => ({ kind: 'paragraph', text }));
}

function divideList(items: readonly string[], length: number): readonly TextBlock[] {
  const lists: string[][] = [];
  let used = length;
  for (const item of items.flatMap((item) => divideText(item, length))) {
    if (used + item.length > length) {
      lists.push([]);
      used = 0;
    }
    lists.at(-1)?.push(item);
    used += item.length;
  }
  return lists.map((items) => ({ kind: 'list', items }));
}

/** Ends of sentences, Chinese and Japanese ones among them. */
const sentenceEnd = /(?:[.!?…]["”’)]*(?=\s)|[。！？][」』”]?)/g;

function divideText(text: string, length: number): readonly string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > length) {
    const end = cutAt(rest.slice(0, length + 1), length);
    parts.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return rest === '' ? parts : [...parts, rest];
}

function cutAt(room: string, length: number): number {
  const ends = [...room.matchAll(sentenceEnd)].map((match) => match.index + match[0].length);
  const sentence = ends.filter((end) => end <= length).at(-1) ?? 0;
  if (sentence >= length / 3) return sentence;
  const word = room.lastIndexOf(' ');
  if (word >= length / 3) return word;
  return isHighSurrogate(room, length - 1) ? length - 1 : length;
}

function isHighSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit <= 0xdbff;
}
