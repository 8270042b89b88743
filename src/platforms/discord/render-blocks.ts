import { categoryOf } from '../../domain/category.ts';
import type { Block, Entry } from '../../domain/message.ts';
import { cutToFit } from './cut-at-word.ts';
import { escapeMarkdown, linkTo } from './escape-markdown.ts';
import { renderMoment, renderSpans } from './render-spans.ts';
import type { Texts } from '../../texts/texts.ts';

const separator = '\n\n';

/**
 * Blocks as Discord's markdown within `max` units. Where all do not fit, excerpts of entries go first, then the
 * text ends at a word.
 */
export function renderBlocks(blocks: readonly Block[], max: number, texts: Texts): string {
  const whole = joinBlocks(blocks, Number.POSITIVE_INFINITY, texts);
  if (whole.length <= max) return whole;
  const short = blocks.map(withoutExcerpt);
  return joinBlocks(short, max, texts);
}

function joinBlocks(blocks: readonly Block[], max: number, texts: Texts): string {
  let shown = '';
  for (const block of blocks) {
    const before = shown === '' ? '' : separator;
    const room = max - shown.length - before.length;
    const text = room > 0 ? renderBlock(block, room, texts) : '';
    if (text !== '') shown += before + text;
  }
  return shown;
}

function withoutExcerpt(block: Block): Block {
  return block.kind === 'entry' ? { kind: 'entry', entry: { ...block.entry, excerpt: '' } } : block;
}

function renderBlock(block: Block, room: number, texts: Texts): string {
  switch (block.kind) {
    case 'paragraph':
      return renderSpans(block.spans, room, texts.language);
    case 'heading':
      return cutToFit(block.text, room, (part) => (part === '' ? '' : `**${escapeMarkdown(part)}**`));
    case 'list':
      return renderList(block.items, room, texts.language);
    case 'entry':
      return wholeOrNothing(renderEntry(block.entry, texts), room);
    default:
      return block satisfies never;
  }
}

const wholeOrNothing = (text: string, room: number) => (text.length <= room ? text : '');

function renderList(
  items: Extract<Block, { kind: 'list' }>['items'],
  room: number,
  language: string,
): string {
  const lines: string[] = [];
  let left = room;
  for (const item of items) {
    const line = `- ${renderSpans(item, Math.max(left - 2, 0), language)}`;
    if (line.length > left || line === '- ') break;
    lines.push(line);
    left -= line.length + 1;
  }
  return lines.join('\n');
}

function renderEntry(entry: Entry, texts: Texts): string {
  const title = linkTo(entry.title, entry.url);
  const number = escapeMarkdown(texts.stories.number(entry));
  const told = [
    entry.sources.length > 0 ? escapeMarkdown(texts.stories.reportedBy(entry)) : '',
    entry.moment === null ? '' : renderMoment(entry.moment, 'relative', texts.language),
  ].filter((part) => part !== '');
  return [
    `${categoryOf(entry.category).emoji} **${number}** ${title}`,
    told.join(' · '),
    entry.excerpt === '' ? '' : cutToFit(entry.excerpt, 600, escapeMarkdown),
  ]
    .filter((line) => line !== '')
    .join('\n');
}
