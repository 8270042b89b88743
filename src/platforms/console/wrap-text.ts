import { graphemesOf, graphemeWidth, textWidth } from './text-width.ts';

/** Breaks a text into lines of at most `width` columns, between words; wide characters may part anywhere. */
export function wrapText(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of wordsOf(text)) {
    const isFitting = textWidth(line) + textWidth(word.trimEnd()) <= width;
    if (!isFitting && line.trim() !== '') {
      lines.push(line.trimEnd());
      line = '';
    }
    const pieces = textWidth(word.trimEnd()) > width ? cut(word, width) : [word];
    for (const piece of pieces.slice(0, -1)) lines.push(piece);
    line += pieces.at(-1) ?? '';
  }
  return line.trimEnd() === '' && lines.length > 0 ? lines : [...lines, line.trimEnd()];
}

/** Words with the space that follows; Chinese, Japanese and fullwidth characters with what must not leave them. */
function wordsOf(text: string): readonly string[] {
  return (
    text.match(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][\p{Po}\p{Pe}\p{Pf}]*\s*|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+\s*|\s+/gu,
    ) ?? []
  );
}

/** A word longer than a line, in pieces that fit. */
function cut(word: string, width: number): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const grapheme of graphemesOf(word)) {
    if (textWidth(piece) + graphemeWidth(grapheme) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += grapheme;
  }
  return [...pieces, piece];
}

/** Shortens a text to `max` characters at a word, with an ellipsis. */
export function shortenText(text: string, max: number): string {
  if (text.length <= max) return text;
  const head = text.slice(0, max - 1);
  const lastSpace = head.lastIndexOf(' ');
  return `${head.slice(0, lastSpace > max / 2 ? lastSpace : max - 1).trimEnd()}…`;
}
