/** The blocks of an answer as sections. Where an answer is too long, its end gives way first. */
import { categoryOf } from '../../domain/category.ts';
import type { Block, Entry, Spans } from '../../domain/message.ts';
import type { Texts } from '../../texts/texts.ts';
import { withoutCommands, withoutMentions } from './clean-text.ts';
import { momentRun } from './moment-run.ts';
import type { Run, Section } from './rich-text.ts';

/** Above what gives way in every message, see render-post.ts. */
const firstGive = 20;

export function blockSections(blocks: readonly Block[], texts: Texts): readonly Section[] {
  return blocks
    .flatMap((block) => sectionsOf(block, texts))
    .map((section, index) => ({ ...section, give: firstGive + index }));
}

type Unranked = Omit<Section, 'give'>;

function sectionsOf(block: Block, texts: Texts): readonly Unranked[] {
  if (block.kind === 'entry') return entrySections(block.entry, texts);
  if (block.kind === 'paragraph') return [{ runs: spanRuns(block.spans, texts), gap: 'blank' }];
  if (block.kind === 'heading') {
    return [{ runs: [{ text: withoutMentions(block.text), bold: true }], gap: 'blank' }];
  }
  return block.items.map((item, index) => ({
    runs: [{ text: '• ' }, ...spanRuns(item, texts)],
    gap: index === 0 ? 'blank' : 'line',
  }));
}

export function spanRuns(spans: Spans, texts: Texts): readonly Run[] {
  return spans.map((span) => {
    if (typeof span === 'string') return { text: withoutMentions(span) };
    if ('moment' in span) return momentRun(span.moment, span.style, texts.language);
    // A command in code is pressed on Telegram when it is plain: what begins with a slash stays plain and bold.
    const isCommand = span.code === true && /^\/[a-z0-9_]+$/.test(span.text);
    return isCommand ? { text: span.text, bold: true } : { ...span, text: textOf(span) };
  });
}

const textOf = (span: { readonly text: string; readonly code?: boolean }) =>
  span.code === true ? span.text : withoutMentions(span.text);

const harmless = (text: string) => withoutCommands(withoutMentions(text));

function entrySections(entry: Entry, texts: Texts): readonly Unranked[] {
  const time: readonly Run[] =
    entry.moment === null ? [] : [{ text: ' · ' }, momentRun(entry.moment, 'relative', texts.language)];
  const sources = harmless(texts.stories.reportedBy({ sources: entry.sources }));
  return [
    {
      gap: 'blank',
      runs: [
        { text: `${texts.stories.number({ number: entry.number })} `, bold: true },
        { text: `${categoryOf(entry.category).emoji} ` },
        { text: harmless(entry.title), url: entry.url },
      ],
    },
    { gap: 'line', runs: [{ text: sources, italic: true }, ...time] },
    ...(entry.excerpt === '' ? [] : [{ gap: 'line' as const, runs: [{ text: harmless(entry.excerpt) }] }]),
  ];
}
