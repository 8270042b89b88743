import { firstIdAt, type Id } from '../domain/ids.ts';
import type { Scope } from '../domain/scope.ts';
import type { SearchQuery } from '../domain/search-query.ts';
import type { Story } from '../domain/story.ts';
import type { Database } from './database.ts';
import { raw, sql, type IdRange, type Sql } from './dialect.ts';
import { loadStories } from './load-stories.ts';
import { passes } from './passes.ts';
import { edgeOf, matchesFirst } from './search-stories.ts';
import type { Page, Paged, StoryQuery } from './story-store.ts';

export type StoryOrder = 'newest' | 'mostReported';

const orders: Readonly<Record<StoryOrder, Sql>> = {
  newest: raw('s."at" DESC, s."id" DESC'),
  mostReported: raw('s."sources" DESC, s."at" DESC, s."id" DESC'),
};

/** One page of the stories that pass, in the given order. */
export async function listStories(
  { queries }: Database,
  query: StoryQuery,
  { page, order }: { readonly page: Page; readonly order: StoryOrder },
): Promise<Paged<Story>> {
  const from = sql`FROM "Story" s WHERE ${passes(query)}`;
  const ids = await queries.$queryRaw<{ id: Id }[]>(
    sql`SELECT s."id" ${from} ORDER BY ${orders[order]} ${slice(page)}`,
  );
  const [count] = await queries.$queryRaw<{ total: bigint }[]>(sql`SELECT COUNT(*) AS "total" ${from}`);
  const items = await loadStories(
    queries,
    ids.map(({ id }) => id),
  );
  return { items, total: Number(count?.total ?? 0) };
}

/** Others that share assets or words of the title, of the 14 days before `now`; the most alike first. */
export async function relatedStories(
  database: Database,
  of: { readonly storyId: Id; readonly scopes: readonly Scope[]; readonly limit: number },
): Promise<readonly Story[]> {
  const { queries, dialect, clock } = database;
  const tokens = await queries.articleTokens.findMany({ where: { article: { storyId: of.storyId } } });
  const words = [...new Set(tokens.flatMap(({ title }) => title.split(' ')))].filter((word) => word !== '');
  const since = new Date(clock.now().getTime() - relatedForMs);
  const range = { fromId: firstIdAt(since) };
  const search = await tellingWords(database, words, range);
  const fromId = await edgeOf(database, search, { range, size: mostMatches });
  const matches = matchesFirst(dialect.matches(search, fromId === null ? range : { fromId }));
  // Common assets match most stories: only the best matches by words are weighed further.
  const rows = await queries.$queryRaw<{ id: Id }[]>(
    sql`${matches}, nearest AS (SELECT s."id", m."score" FROM m CROSS JOIN "Story" s
        WHERE s."id" = m."storyId" AND ${passes({ scopes: of.scopes, since })} AND s."id" <> ${of.storyId}
        ORDER BY m."score" DESC, s."id" DESC LIMIT ${weighedMatches})
      SELECT n."id" FROM nearest n
      LEFT JOIN "StoryAsset" its ON its."storyId" = n."id"
        AND its."asset" IN (SELECT "asset" FROM "StoryAsset" WHERE "storyId" = ${of.storyId})
      GROUP BY n."id", n."score"
      ORDER BY n."score" * (1 + COUNT(its."asset")) DESC, n."id" DESC LIMIT ${of.limit}`,
  );
  return loadStories(
    queries,
    rows.map(({ id }) => id),
  );
}

const weighedMatches = 200;
const mostMatches = 4000;
const relatedForMs = 14 * 24 * 3_600_000;

/** Any of the words, without those that so many stories have that they tell nothing; all, when there are no others. */
async function tellingWords(
  { queries, dialect }: Database,
  words: readonly string[],
  range: IdRange,
): Promise<SearchQuery> {
  const terms = words.map((token) => ({ kind: 'term', token }) as const);
  const telling: SearchQuery[] = [];
  for (const term of terms) {
    const [few] = await queries.$queryRaw<{ count: bigint }[]>(
      sql`SELECT COUNT(*) AS "count" FROM (${dialect.matchingIds(term, range)}) AS m`,
    );
    if (Number(few?.count ?? 0) <= mostWithWord) telling.push(term);
  }
  return { kind: 'any', of: telling.length > 0 ? telling : terms };
}

const mostWithWord = 1000;

function slice({ page, size }: Page): Sql {
  return sql`LIMIT ${size} OFFSET ${(Math.max(page, 1) - 1) * size}`;
}
