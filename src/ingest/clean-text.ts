import type { TextBlock } from '../domain/article.ts';
import { splitSentences } from '../domain/sentences.ts';

/** What feeds append to every text, and pages put before it. */
const appended = [
  /\s*The post .{1,300}? (?:appeared first on|first appeared on|was first published on) .{1,120}$/is,
  /\s*This (?:article|post|story) (?:was )?(?:first|originally) (?:appeared|published) (?:on|at|in) .{1,120}$/is,
  /\s*(?:Continue reading|Read more|Read the full (?:story|article)|Read on)\b.{0,120}$/is,
  /\s*(?:\[(?:…|\.\.\.|&hellip;)\]|\(more…\))\s*$/i,
];

const emptyPhrases =
  /^(?:news|loading|loading…|loading\.\.\.|advertisement|ad|share|share this article|view all|more to read|read also|related(?: news| articles)?|no title|failed to extract article content\.?)$/i;

/** Text without what a feed appends to it and without line ends. */
export function cleanText(text: string): string {
  const clean = withoutAppended(text.replaceAll(untidySpace, ' ').trim());
  return clean.length < 60 && emptyPhrases.test(clean) ? '' : clean;
}

/** All white space but single spaces: to replace those too, by themselves, takes several times as long. */
const untidySpace = /(?: (?=\s)|[\t-\r\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff])\s*/g;

const maxAppendedCharacters = 480;
/** Most texts have none of this, and then need no closer look. */
const maybeAppended =
  /The post |This (?:article|post|story) |Continue reading|Read (?:more|the full|on)\b|…\]|\.\]|hellip|\(more/i;

function withoutAppended(text: string): string {
  const at = Math.max(0, text.length - maxAppendedCharacters);
  let end = text.slice(at);
  if (!maybeAppended.test(end)) return text;
  for (const pattern of appended) end = end.replace(pattern, '').trimEnd();
  return at === 0 ? end.trim() : text.slice(0, at) + end;
}

/** Blocks without empty ones, what a feed appends, and the title repeated at the top. */
export function cleanBlocks(blocks: readonly TextBlock[], title: string): readonly TextBlock[] {
  const clean = blocks.map(cleanBlock).filter((block) => block !== null);
  const [first] = clean;
  const repeatsTitle = first !== undefined && first.kind !== 'list' && isSameText(first.text, title);
  return repeatsTitle ? clean.slice(1) : clean;
}

function cleanBlock(block: TextBlock): TextBlock | null {
  if (block.kind === 'list') {
    const items = block.items.map(cleanText).filter((item) => item !== '');
    return items.length === 0 ? null : { kind: 'list', items };
  }
  const text = cleanText(block.text);
  return text === '' ? null : { kind: block.kind, text };
}

const maxLeadCharacters = 480;

/**
 * The first sentences that tell more than the title: of the source's own summary, or of the text where there is no
 * summary or it breaks off within the text's beginning.
 */
export function leadOf(summary: string, blocks: readonly TextBlock[], title: string): string {
  const isCut = /(?:…|\.\.\.|\[\.\.\.\]|\[…\])\s*$/.test(summary.trim());
  const own = withoutTitle(cleanText(summary), title);
  const paragraphs = blocks.filter((block) => block.kind === 'paragraph').map((block) => block.text);
  const [first = ''] = paragraphs;
  const start = own.replace(/(?:…|\.\.\.)\s*$/, '').slice(0, 60);
  const useText = own === '' || (isCut && start !== '' && first.startsWith(start));
  return firstSentences(useText ? paragraphs.slice(0, 3).join(' ') : own);
}

function withoutTitle(text: string, title: string): string {
  if (isSameText(text, title)) return '';
  const rest = text.startsWith(title) ? text.slice(title.length) : text;
  return rest.replace(/^\s*[-–—:|.]\s+/, '').trim();
}

function firstSentences(text: string): string {
  let lead = '';
  for (const sentence of splitSentences(text)) {
    if (lead !== '' && lead.length + sentence.length + 1 > maxLeadCharacters) break;
    lead = lead === '' ? sentence : `${lead} ${sentence}`;
  }
  if (lead.length <= maxLeadCharacters) return lead;
  const cut = lead.slice(0, maxLeadCharacters);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), maxLeadCharacters - 40)).trimEnd()}…`;
}

function isSameText(one: string, other: string): boolean {
  // Titles are short: a text several times as long is none.
  return one.length <= other.length * 2 + 20 && lettersOf(one) === lettersOf(other);
}

function lettersOf(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}
