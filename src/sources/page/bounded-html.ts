/** HTML of a moderate size and depth: what libraries take minutes for, or crash on, is taken out before. */
import { Parser } from 'htmlparser2';

/** Elements within each other; the tags of deeper ones go, their text stays. */
const deepest = 150;
/** Elements in all: what follows is left away. */
const most = 12_000;
/** Pieces of text between tags and character references in all: what follows is left away. */
const mostPieces = 50_000;
/** Of text and tags; longer pages hold data, not prose. */
const longest = 3_000_000;
/** Of a title, wherever it stands: libraries compare titles word by word. */
const longestTitle = 1000;

/** The same HTML without comments, and without what goes beyond the bounds. Pages of people stay as they are. */
export function boundedHtml(html: string): string {
  const needless: (readonly [from: number, to: number])[] = [];
  const seen = { depth: 0, elements: 0, pieces: 0, title: 0, isTitle: false };
  let end = Math.min(html.length, longest);
  const drop = (): void => void needless.push([parser.startIndex, parser.endIndex + 1]);
  const stop = (): void => {
    end = Math.min(end, parser.startIndex);
    parser.pause();
  };
  const parser: Parser = new Parser({
    onopentag(name, attributes) {
      seen.isTitle = name === 'title';
      seen.depth += 1;
      seen.elements += 1;
      if (seen.elements > most) stop();
      else if (seen.depth > deepest || (name === 'meta' && isLongTitle(attributes))) drop();
    },
    onclosetag(_, isImplied) {
      if (seen.depth > deepest && !isImplied) drop();
      seen.depth -= 1;
      seen.isTitle = false;
    },
    ontext(text) {
      // Fixed spaces are written as references when a part of the page is copied.
      seen.pieces += text.split('\u00a0').length;
      if (seen.isTitle) seen.title += text.length;
      if (seen.pieces > mostPieces) stop();
      else if (seen.isTitle && seen.title > longestTitle) drop();
    },
    oncomment: drop,
  });
  parser.end(html.slice(0, end));
  return without(html.slice(0, end), needless);
}

const isLongTitle = ({ property, name, content = '' }: Readonly<Record<string, string>>): boolean =>
  /title/i.test(property ?? name ?? '') && content.length > longestTitle;

function without(html: string, needless: readonly (readonly [from: number, to: number])[]): string {
  const parts: string[] = [];
  let copied = 0;
  for (const [from, to] of needless) {
    if (from < copied) continue;
    parts.push(html.slice(copied, from));
    copied = to;
  }
  return parts.length === 0 ? html : parts.join('') + html.slice(copied);
}
