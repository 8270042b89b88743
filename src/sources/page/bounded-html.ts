/** HTML of a moderate size and depth: what libraries take minutes for, or crash on, is taken out before. */
import { Parser } from 'htmlparser2';

/** Elements within each other; the tags of deeper ones go, their text stays. */
const deepest = 150;
/** Elements in all: what follows is left away. */
const most = 12_000;
/** Of text and tags; longer pages hold data, not prose. */
const longest = 3_000_000;

/** The same HTML without comments, and without what goes beyond the bounds. Pages of people stay as they are. */
export function boundedHtml(html: string): string {
  const needless: (readonly [from: number, to: number])[] = [];
  let [depth, count, end] = [0, 0, Math.min(html.length, longest)];
  const drop = (parser: Parser): void => void needless.push([parser.startIndex, parser.endIndex + 1]);
  const parser: Parser = new Parser({
    onopentag() {
      depth += 1;
      count += 1;
      if (count > most) {
        end = Math.min(end, parser.startIndex);
        parser.pause();
      } else if (depth > deepest) drop(parser);
    },
    onclosetag(_, isImplied) {
      if (depth > deepest && !isImplied) drop(parser);
      depth -= 1;
    },
    oncomment: () => drop(parser),
  });
  parser.end(html.slice(0, end));
  return without(html.slice(0, end), needless);
}

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
