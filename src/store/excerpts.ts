import { plainText } from '../domain/article.ts';
import type { Id } from '../domain/ids.ts';
import type { SearchQuery } from '../domain/search-query.ts';
import type { Story } from '../domain/story.ts';
import type { Queries } from './database.ts';
import { excerpt } from './excerpt.ts';
import { groupByStory } from './load-stories.ts';
import { readBlocks } from './readers.ts';

/** For each story the place in its best article's text at which the search is found. */
export async function excerptsOf(
  queries: Queries,
  stories: readonly Story[],
  search: SearchQuery,
): Promise<ReadonlyMap<Id, string>> {
  const wanted = wantedTokens(search);
  const articles = await queries.article.findMany({
    where: { storyId: { in: stories.map(({ id }) => id) } },
    select: { id: true, storyId: true, tokens: true },
    orderBy: { id: 'asc' },
  });
  const best = [...groupByStory(articles).values()].flatMap((rows) => bestOf(rows, wanted));
  const texts = await queries.article.findMany({
    where: { id: { in: best } },
    select: { storyId: true, lead: true, blocks: true },
  });
  return new Map(
    texts.map((row) => {
      const text = plainText(readBlocks(row.blocks));
      return [row.storyId, excerpt(text === '' ? row.lead : text, wanted)];
    }),
  );
}

interface ArticleWithTokens {
  readonly id: Id;
  readonly tokens: { readonly title: string; readonly text: string } | null;
}

/** The article with most of the wanted tokens; of equal ones the first. */
function bestOf(rows: readonly ArticleWithTokens[], wanted: ReadonlySet<string>): readonly Id[] {
  const score = ({ tokens }: ArticleWithTokens): number => {
    const there = new Set(`${tokens?.title ?? ''} ${tokens?.text ?? ''}`.split(' '));
    return [...wanted].filter((token) => there.has(token)).length;
  };
  const scored = rows.map((row) => ({ id: row.id, score: score(row) }));
  const top = Math.max(...scored.map((row) => row.score));
  return scored
    .filter((row) => row.score === top)
    .slice(0, 1)
    .map(({ id }) => id);
}

/** The tokens that a match has, without those that it must not have. */
function wantedTokens(search: SearchQuery): ReadonlySet<string> {
  if (search.kind === 'term') return new Set([search.token]);
  if (search.kind === 'phrase') return new Set(search.tokens);
  if (search.kind === 'not') return new Set();
  return new Set(search.of.flatMap((part) => [...wantedTokens(part)]));
}
