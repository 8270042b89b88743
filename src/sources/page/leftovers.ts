/** Lines that a page's machinery leaves among the text. */
import type { TextBlock } from '../../domain/article.ts';
import { lineOf } from '../text/blocks.ts';
import { parseMoment } from '../text/parse-moment.ts';
import { isCredit } from './credit.ts';

const lines =
  /^(?:news|loading(?:\s*(?:\.{3}|…))?|view all|see all|top|back to top|advertis(?:e?ment|ing)|sponsored|ad|share(?: (?:this|on|via|article).{0,30})?|tweet|copy link|link copied.?|print|e-?mail|subscribe|sign up|log ?in|menu|search|close|comments?(?: \(\d+\))?|leave a (?:comment|reply)|read more|more to read|continue reading.{0,40}|follow us.{0,60}|tags?:?|disclaimer:?|\d+ (?:min(?:ute)?s?|comments?)(?: read)?|facebook|twitter|x|telegram|linkedin|whatsapp|reddit)$/i;
const invitations =
  /^(?:subscribe to (?:our|the) .{0,80}newsletter|sign up (?:for|to) (?:our|the) .{0,80}newsletter|get the (?:latest|best|top) .{0,80}(?:inbox|newsletter)|follow (?:us|me) on .{0,80}|join (?:us|our) .{0,40}(?:telegram|discord|channel)|(?:also read|read also|read more|related|see also|relacionado|lee también|lea también)\s*:.{0,200}|click here to .{0,80}|this (?:story|article) (?:was|has been) (?:first |originally )?published (?:on|by) .{0,60})$/i;

interface Known {
  readonly title: string;
  readonly authors: readonly string[];
}

/** Without credits, labels of buttons, invitations, the authors' lines, and a repetition of the title at the beginning. */
export function withoutLeftovers(blocks: readonly TextBlock[], known: Known): readonly TextBlock[] {
  const kept = withoutRepetitions(blocks.flatMap(cleaned)).filter(
    (block, index) => !(index < 3 && repeats(block, known.title)),
  );
  return withoutTrailingHeadings(withoutAuthors(withoutDateLines(kept), known.authors));
}

function cleaned(block: TextBlock): readonly TextBlock[] {
  if (block.kind !== 'list') return isLeftover(block.text) ? [] : [block];
  const items = block.items.filter((item) => !isLeftover(item));
  return items.length === 0 ? [] : [{ ...block, items }];
}

const isLeftover = (text: string): boolean =>
  lines.test(text) || invitations.test(text) || isCredit(text) || !/[\p{L}\p{N}]/u.test(text);

/** The headline, whatever marks stand in it, or its greater part. */
function repeats(block: TextBlock, title: string): boolean {
  if (block.kind === 'list') return false;
  const [text, given] = [lettersOf(block.text), lettersOf(title)];
  return text !== '' && (text === given || (text.length > 20 && text.length < 200 && given.startsWith(text)));
}

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** A page may show a paragraph twice: for wide and for narrow screens, or torn out of the text in large letters. */
function withoutRepetitions(blocks: readonly TextBlock[]): readonly TextBlock[] {
  const long = blocks.filter((block) => block.kind === 'paragraph' && block.text.length >= 60);
  const first = new Map(long.toReversed().map((block) => [lineOf([block]), block]));
  // A text of few paragraphs that come again and again is made of repetitions.
  if (first.size < 6) return blocks;
  return blocks.filter((block) => (first.get(lineOf([block])) ?? block) === block);
}

/** A category and a date above the text are told elsewhere; where a date stands alone further down, it is a heading. */
function withoutDateLines(blocks: readonly TextBlock[]): readonly TextBlock[] {
  const firstText = blocks.findIndex((block) => block.kind === 'paragraph' && block.text.length > 100);
  return blocks.filter((block, index) => index > Math.max(firstText, 0) || !isDateLine(block));
}

/** A line above the text that names its authors and little else, and a note about one of them below it. */
function withoutAuthors(blocks: readonly TextBlock[], authors: readonly string[]): readonly TextBlock[] {
  const names = authors.filter((name) => name.length > 4).map((name) => name.toLowerCase());
  if (names.length === 0) return blocks;
  return blocks.filter((block, index) => {
    if (block.kind === 'list') return true;
    const text = block.text.toLowerCase();
    if (index < 3 && text.length < 120) return !isByline(text, names);
    const isNote = index >= blocks.length - 3 && text.length < 500 && index > 2;
    return !(isNote && names.some((name) => text.startsWith(name)));
  });
}

/** What remains of such a line without the names is "By", a date, or a title. */
function isByline(text: string, names: readonly string[]): boolean {
  const rest = names.reduce((left, name) => left.replaceAll(name, ''), text);
  return rest !== text && (rest.match(/\p{L}/gu)?.length ?? 0) < 30 && !/[.!?]$/.test(rest);
}

function isDateLine(block: TextBlock): boolean {
  if (block.kind === 'list') return block.items.length < 4 && block.items.every(isDate);
  return isDate(block.text);
}

/** A date with no more than a word or two beside it, or a time of day alone. */
const isDate = (text: string): boolean =>
  text.length < 60 &&
  (parseMoment(text) !== null || /^\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?(?:\s*[A-Z]{2,4})?$/i.test(text));

/** A heading with nothing under it led to what was taken away. */
function withoutTrailingHeadings(blocks: readonly TextBlock[]): readonly TextBlock[] {
  const last = blocks.findLastIndex((block) => block.kind !== 'heading');
  return last < 0 ? blocks : blocks.slice(0, last + 1);
}
