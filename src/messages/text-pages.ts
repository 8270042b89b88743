import type { TextBlock } from '../domain/article.ts';
import type { Block } from '../domain/message.ts';

/**
 * Divides an article's text into pages of at most `length` characters, headings and lists as such. A page ends after
 * a block where it is half full by then, else after a sentence or a list's item, else after a word; a heading is
 * never the last of its page.
 */
export function textPages(blocks: readonly TextBlock[], length: number): readonly (readonly Block[])[] {
  const pages: TextBlock[][] = [];
  let page: TextBlock[] = [];
  const waiting = blocks.filter((block) => sizeOf(block) > 0).reverse();
  for (let block = waiting.pop(); block !== undefined; block = waiting.pop()) {
    const room = length - page.reduce((sum, block) => sum + sizeOf(block), 0);
    if (sizeOf(block) <= room) {
      page.push(block);
      continue;
    }
    const [first, rest] = room >= length / 2 ? divide(block, room) : [null, block];
    if (first !== null) page.push(first);
    waiting.push(rest);
    const carried = page.length > 1 && page.at(-1)?.kind === 'heading' ? page.splice(-1) : [];
    pages.push(page);
    page = carried;
  }
  return [...pages, page].filter((page) => page.length > 0).map((page) => page.map(blockOf));
}

function blockOf(block: TextBlock): Block {
  if (block.kind === 'heading') return block;
  if (block.kind === 'paragraph') return { kind: 'paragraph', spans: [block.text] };
  return { kind: 'list', items: block.items.map((item) => [item]) };
}

function sizeOf(block: TextBlock): number {
  return block.kind === 'list' ? block.items.reduce((sum, item) => sum + item.length, 0) : block.text.length;
}

/** A block that is larger than the room, as what fits and the rest. A heading is short; one that is not is text. */
function divide(block: TextBlock, room: number): readonly [TextBlock, TextBlock] {
  if (block.kind === 'list') return divideList(block.items, room);
  const [first, rest] = divideText(block.text, room);
  return [
    { kind: 'paragraph', text: first },
    { kind: 'paragraph', text: rest },
  ];
}

function divideList(items: readonly string[], room: number): readonly [TextBlock, TextBlock] {
  let fitting = 0;
  for (let used = 0; fitting < items.length; fitting += 1) {
    used += items[fitting]?.length ?? 0;
    if (used > room) break;
  }
  if (fitting > 0) return [list(items.slice(0, fitting)), list(items.slice(fitting))];
  const [first, rest] = divideText(items[0] ?? '', room);
  return [list([first]), list([rest, ...items.slice(1)])];
}

function list(items: readonly string[]): TextBlock {
  return { kind: 'list', items };
}

/** Ends of sentences, Chinese and Japanese ones among them. */
const sentenceEnd = /(?:[.!?…]["”’)]*(?=\s)|[。！？][」』”]?)/g;

function divideText(text: string, room: number): readonly [string, string] {
  const end = cutAt(text.slice(0, room + 1), room);
  return [text.slice(0, end).trimEnd(), text.slice(end).trimStart()];
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
