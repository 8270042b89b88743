/** What the commands that list stories share. */
import { integer, optional, turnPages, type CommandContext } from '../src/dispatch/command.ts';
import type { Asset } from '../src/domain/asset.ts';
import type { CategoryId } from '../src/domain/category.ts';
import { emptyMessage, textMessage, type Message } from '../src/domain/message.ts';
import type { Source } from '../src/domain/source.ts';
import type { Story } from '../src/domain/story.ts';
import { storyBlocks } from '../src/messages/story-list.ts';

export const pageOption = optional(integer('The page to show', { min: 1, max: 1000 }));

interface Given {
  readonly category: CategoryId | undefined;
  readonly asset: Asset | undefined;
  readonly source: Source | undefined;
}

export type Wanted = ReturnType<typeof wantedOf>;

/** The same wish for the store, and in names for people. */
export function wantedOf({ category, asset, source }: Given) {
  return {
    query: { category, asset: asset?.ticker, source: source?.key },
    names: { category: category ?? null, asset: asset?.name ?? null, source: source?.name ?? null },
    isAll: category === undefined && asset === undefined && source === undefined,
  };
}

interface Listed {
  readonly title: string;
  readonly found: { readonly items: readonly Story[]; readonly total: number };
  readonly page: { readonly page: number; readonly size: number };
  readonly whenEmpty: string;
}

/** One page of stories with its turn buttons; `whenEmpty` where there is no page at all. */
export function listStories(context: CommandContext, { title, found, page, whenEmpty }: Listed): Message {
  if (found.total === 0) return textMessage(whenEmpty);
  return {
    ...emptyMessage,
    title: { text: title },
    blocks: storyBlocks(found.items),
    ...turnPages(context, { ...page, total: found.total }),
  };
}
