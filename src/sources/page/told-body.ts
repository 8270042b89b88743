/** The text that a page gives to machines: used to judge the text that it shows, and in its place where it shows little. */
import type { TextBlock } from '../../domain/article.ts';
import { blocksOfHtml } from '../text/blocks.ts';
import { cleanText } from '../text/clean-text.ts';
import { decodeEntities } from '../text/entities.ts';
import { looksLikeHtml } from '../text/plain.ts';

/** The shown text without what the told one does not know at its ends and between; the told one if it is far longer. */
export function judgedBy(told: string | null, shown: readonly TextBlock[]): readonly TextBlock[] {
  const blocks = told === null ? [] : toldBlocks(told);
  const letters = lettersOf(blocks.map(textOf).join(' '));
  if (letters.length < 300) return shown;
  const known = shown.map((block) => shareIn(letters, lettersOf(textOf(block))) >= 0.6);
  const lengths = shown.map((block) => lettersOf(textOf(block)).length);
  const all = lengths.reduce((sum, length) => sum + length, 0);
  const common = lengths.reduce((sum, length, index) => sum + (known[index] === true ? length : 0), 0);
  if (letters.length > all * 1.7 && (common * 2 > all || all < 300)) return blocks;
  // A told text that lacks much of what is shown, or has much that is not, is a cut or another one.
  if (common < all * 0.7 || common < letters.length * 0.8) return shown;
  const [first, last] = [known.indexOf(true), known.lastIndexOf(true)];
  return shown.filter((block, index) => {
    if (known[index] === true) return true;
    if (index > last) return false;
    if (index < first) return block.kind === 'paragraph' && index === first - 1 && textOf(block).length > 60;
    return block.kind !== 'paragraph' || (lengths[index] ?? 0) > 150;
  });
}

function toldBlocks(told: string): readonly TextBlock[] {
  // Escaped once more than need be, it comes out as markup.
  const text = decodeEntities(told);
  if (looksLikeHtml(text)) return blocksOfHtml(text);
  return text
    .split(/\s*\n\s*/)
    .map(cleanText)
    .filter((line) => line !== '')
    .map((line) => ({ kind: 'paragraph', text: line }));
}

const textOf = (block: TextBlock): string => (block.kind === 'list' ? block.items.join(' ') : block.text);

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** How much of a text stands in another, by pieces. */
function shareIn(whole: string, text: string): number {
  const size = 24;
  if (text.length <= size) return whole.includes(text) ? 1 : 0;
  let [pieces, found] = [0, 0];
  for (let at = 0; at + size <= text.length; at += size) {
    pieces += 1;
    if (whole.includes(text.slice(at, at + size))) found += 1;
  }
  return found / pieces;
}
