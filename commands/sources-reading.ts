import type { CommandContext, SourceItem } from '../src/dispatch/command.ts';
import type { CategoryId } from '../src/domain/category.ts';
import { emptyMessage, type Block, type Message, type Spans } from '../src/domain/message.ts';
import type { SourceDescription } from '../src/domain/source.ts';

const shownItems = 3;
const shownCategories = 4;

interface Shown extends Pick<SourceDescription, 'name' | 'url' | 'home' | 'language'> {
  readonly items: readonly SourceItem[];
  /** Why the document is not whole; null when it is. */
  readonly defect: string | null;
}

/** What a source gives: its newest articles, and what they are about. */
export function showItems(shown: Shown, { ingest, texts: { sources: words } }: CommandContext): Message {
  const { defect, items, language, name, url } = shown;
  const mix = mixOf(ingest.categoriesOf(items, shown));
  return {
    ...emptyMessage,
    title: { text: words.foundTitle({ name }), url },
    blocks: [
      paragraph(words.found({ items: items.length, language })),
      ...(items.length === 0
        ? []
        : [{ kind: 'list', items: items.slice(0, shownItems).map(itemSpans) } as const]),
      ...(mix.length === 0 ? [] : [paragraph(words.mix({ mix }))]),
      ...(defect === null ? [] : [paragraph(words.notWhole({ defect }))]),
    ],
  };
}

function mixOf(categories: readonly CategoryId[]) {
  const counts = new Map<CategoryId, number>();
  for (const category of categories) counts.set(category, (counts.get(category) ?? 0) + 1);
  return [...counts]
    .map(([category, count]) => ({ category, count }))
    .sort((a, b) => b.count - a.count)
    .slice(0, shownCategories);
}

function itemSpans({ title, url, published }: SourceItem): Spans {
  return [
    url === null ? title : { text: title, url },
    ...(published === null ? [] : [' · ', { moment: published, style: 'relative' } as const]),
  ];
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', spans: [text] };
}
