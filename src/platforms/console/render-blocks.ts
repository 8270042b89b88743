import { categoryOf } from '../../domain/category.ts';
import type { Block, Entry, Span, Spans } from '../../domain/message.ts';
import { cleanRun, cleanText } from './clean-text.ts';
import { facts, indent, momentText, type RenderView } from './render-view.ts';
import { wrapRuns, type Run } from './wrap-runs.ts';
import { wrapText } from './wrap-text.ts';

/** The blocks of a message as lines, an empty line between them; stories without an excerpt stand close. */
export function renderBlocks(blocks: readonly Block[], view: RenderView): readonly string[] {
  const numberWidth = Math.max(
    0,
    ...blocks.map((block) => (block.kind === 'entry' ? String(block.entry.number).length : 0)),
  );
  return blocks.flatMap((block, index) => {
    const before = blocks[index - 1];
    const isClose =
      index === 0 || before?.kind === 'heading' || (isShort(block) && before && isShort(before));
    return [...(isClose === true ? [] : ['']), ...renderBlock(block, numberWidth, view)];
  });
}

const isShort = (block: Block) => block.kind === 'entry' && block.entry.excerpt === '';

function renderBlock(block: Block, numberWidth: number, view: RenderView): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
      return renderSpans(block.spans, view);
    case 'heading':
      return wrapText(cleanText(block.text), view.width).map(view.paint.bold);
    case 'list':
      return block.items.flatMap((item) => renderItem(item, view));
    case 'entry':
      return renderEntry(block.entry, numberWidth, view);
    default:
      return block satisfies never;
  }
}

/** A paragraph, wrapped. */
export function renderSpans(spans: Spans, view: RenderView): readonly string[] {
  return wrapRuns(
    spans.map((span) => runOf(span, view)),
    view.width,
  );
}

function runOf(span: Span, view: RenderView): Run {
  if (typeof span === 'string') return { text: cleanRun(span) };
  if ('moment' in span) return { text: momentText(span.moment, span.style, view) };
  const text = cleanRun(span.text);
  if (span.url !== undefined) return { text: withAddress(text, span.url, view), paint: view.paint.link };
  if (span.code === true) return { text, paint: view.paint.accent };
  return span.bold === true ? { text, paint: view.paint.bold } : { text };
}

/** Not every terminal can hide an address behind words. */
function withAddress(text: string, url: string, { addressBelow }: RenderView): string {
  const address = cleanText(url);
  return text === address || url === addressBelow ? text : `${text} (${address})`;
}

function renderItem(item: Spans, view: RenderView): readonly string[] {
  const [first = '', ...rest] = renderSpans(item, { ...view, width: view.width - 2 });
  return [`• ${first}`, ...indent(rest, '  ')];
}

function renderEntry(entry: Entry, numberWidth: number, view: RenderView): readonly string[] {
  const { paint, texts } = view;
  const inner = { ...view, width: view.width - numberWidth - 2 };
  const [title = '', ...rest] = wrapText(cleanText(entry.title), inner.width);
  const about = facts(
    `${categoryOf(entry.category).emoji} ${texts.stories.categoryName({ category: entry.category })}`,
    texts.stories.reportedBy({ sources: entry.sources }),
    entry.moment === null ? null : momentText(entry.moment, 'relative', view),
  );
  const below = [
    ...rest.map(paint.bold),
    ...wrapText(about, inner.width).map(paint.dim),
    ...(entry.excerpt === '' ? [] : wrapText(cleanText(entry.excerpt), inner.width)),
  ];
  const number = paint.accent(String(entry.number).padStart(numberWidth));
  return [`${number}  ${paint.bold(title)}`, ...indent(below, ' '.repeat(numberWidth + 2))];
}
