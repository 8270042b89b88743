import { analyze } from '../domain/analyzer.ts';

const maxChars = 240;
const ellipsis = '…';

/** At most 240 characters of plain text around the first wanted token, cut between words. */
export function excerpt(text: string, wanted: ReadonlySet<string>): string {
  const pieces = split(text);
  const found = pieces.findIndex((piece, at) =>
    analyze(piece + unspaced(pieces[at + 1])).some((token) => wanted.has(token)),
  );
  const from = beginOf(pieces, Math.max(found, 0));
  const begun = from === 0 ? '' : `${ellipsis} `;
  const kept = take(pieces.slice(from), maxChars - begun.length - 2);
  return `${begun}${kept.text}${from + kept.count < pieces.length ? ` ${ellipsis}` : ''}`;
}

const ideograph = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]`;
const piecePattern = new RegExp(` ?(?:${ideograph}|(?:(?!${ideograph})[^ ]){1,60})`, 'gu');

/** Words with the space before them. Text that is written without spaces may be cut after each character. */
function split(text: string): readonly string[] {
  return text.trim().replaceAll(/\s+/g, ' ').match(piecePattern) ?? [];
}

/** The piece that follows, where no space parts the two: a token may be made of both. */
function unspaced(piece: string | undefined): string {
  return piece === undefined || piece.startsWith(' ') ? '' : piece;
}

/** A third of the excerpt stands before what was found. */
function beginOf(pieces: readonly string[], found: number): number {
  let from = found;
  let chars = 0;
  for (let at = found - 1; at >= 0; at -= 1) {
    chars += (pieces[at] ?? '').length;
    if (chars > maxChars / 3) break;
    from = at;
  }
  return from;
}

function take(pieces: readonly string[], room: number): { readonly text: string; readonly count: number } {
  let text = '';
  let count = 0;
  for (const piece of pieces) {
    if (text.length + piece.length > room) break;
    text += piece;
    count += 1;
  }
  return { text: text.trim(), count };
}
