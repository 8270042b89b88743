/** Lines that a page's machinery leaves among the text. */
import type { TextBlock } from '../../domain/article.ts';
import { parseMoment } from '../text/parse-moment.ts';
import { isCredit } from './credit.ts';

const lines =
  /^(?:news|loading(?:\s*(?:\.{3}|…))?|view all|see all|top|back to top|advertis(?:e?ment|ing)|sponsored|ad|share(?: (?:this|on|via|article).{0,30})?|tweet|copy link|link copied.?|print|e-?mail|subscribe|sign up|log ?in|menu|search|close|comments?(?: \(\d+\))?|leave a (?:comment|reply)|read more|more to read|continue reading.{0,40}|follow us.{0,60}|tags?:?|disclaimer:?|\d+ (?:min(?:ute)?s?|comments?)(?: read)?|facebook|twitter|x|telegram|linkedin|whatsapp|reddit)$/i;
const invitations =
  /^(?:subscribe to (?:our|the) .{0,80}newsletter|sign up (?:for|to) (?:our|the) .{0,80}newsletter|get the (?:latest|best|top) .{0,80}(?:inbox|newsletter)|follow (?:us|me) on .{0,80}|join (?:us|our) .{0,40}(?:telegram|discord|channel)|(?:also read|read also|read more|related|see also|relacionado|lee también|lea también)\s*:.{0,200}|click here to .{0,80}|this (?:story|article) (?:was|has been) (?:first |originally )?published (?:on|by) .{0,60})$/i;

/** Without credits, labels of buttons, invitations, and a repetition of the title at the beginning. */
export function withoutLeftovers(blocks: readonly TextBlock[], title: string): readonly TextBlock[] {
  const kept = blocks.flatMap(cleaned).filter((block, index) => !(index < 3 && repeats(block, title)));
  return withoutLeadingLabels(withoutTrailingHeadings(kept));
}

function cleaned(block: TextBlock): readonly TextBlock[] {
  if (block.kind !== 'list') return isLeftover(block.text) ? [] : [block];
  const items = block.items.filter((item) => !isLeftover(item));
  return items.length === 0 ? [] : [{ ...block, items }];
}

const isLeftover = (text: string): boolean =>
  lines.test(text) || invitations.test(text) || isCredit(text) || !/[\p{L}\p{N}]/u.test(text);

const repeats = (block: TextBlock, title: string): boolean =>
  block.kind !== 'list' && title !== '' && block.text.toLowerCase() === title.toLowerCase();

/** A category and a date above the text are told elsewhere. */
function withoutLeadingLabels(blocks: readonly TextBlock[]): readonly TextBlock[] {
  const first = blocks.findIndex((block) => !isDateLine(block));
  return first <= 0 ? blocks : blocks.slice(Math.min(first, 3));
}

const isDateLine = (block: TextBlock): boolean =>
  block.kind === 'paragraph' && block.text.length < 60 && parseMoment(block.text) !== null;

/** A heading with nothing under it led to what was taken away. */
function withoutTrailingHeadings(blocks: readonly TextBlock[]): readonly TextBlock[] {
  const last = blocks.findLastIndex((block) => block.kind !== 'heading');
  return last < 0 ? blocks : blocks.slice(0, last + 1);
}
