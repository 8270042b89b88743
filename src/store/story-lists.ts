import { firstIdAt, type Id } from '../domain/ids.ts';
import type { Scope } from '../domain/scope.ts';
import type { SearchQuery } from '../domain/search-query.ts';
import type { Story } from '../domain/story.ts';
import type { Database } from './database.ts';
import { cleanText, join, raw, sql, type Sql } from './dialect.ts';
import { excerptsOf } from './excerpts.ts';
import { loadStories } from './load-stories.ts';
import type { FoundStory, Page, Paged, StoryQuery } from './story-store.ts';

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

/** One page of the stories that match, the best first; equally good ones the newest first. */
export async function searchStories(
  database: Database,
  search: SearchQuery,
  { query, page }: { readonly query: StoryQuery; readonly page: Page },
): Promise<Paged<FoundStory>> {
  const { queries, dialect } = database;
  const matches = matchesFirst(dialect.matches(search));
  const from = sql`FROM m JOIN "Story" s ON s."id" = m."storyId" WHERE ${passes(query)}`;
  // Counted beside the page: weighing all matches twice would take twice as long.
  const ids = await queries.$queryRaw<{ id: Id; total: bigint }[]>(
    sql`${matches} SELECT s."id", COUNT(*) OVER () AS "total" ${from}
      ORDER BY m."score" DESC, s."at" DESC, s."id" DESC ${slice(page)}`,
  );
  // Past the last page there is no row to stand beside.
  const [count] =
    ids.length > 0 || page.page <= 1
      ? ids
      : await queries.$queryRaw<{ total: bigint }[]>(sql`${matches} SELECT COUNT(*) AS "total" ${from}`);
  const stories = await loadStories(
    queries,
    ids.map(({ id }) => id),
  );
  const excerpts = await excerptsOf(queries, stories, search);
  const items = stories.map((story) => ({ story, excerpt: excerpts.get(story.id) ?? story.lead }));
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
  const search: SearchQuery = { kind: 'any', of: words.map((token) => ({ kind: 'term', token })) };
  // Common words and assets match most stories: only the best matches by words are weighed further.
  const rows = await queries.$queryRaw<{ id: Id }[]>(
    sql`${matchesFirst(dialect.matches(search, firstIdAt(since)))}, nearest AS (SELECT s."id", m."score" FROM m
        JOIN "Story" s ON s."id" = m."storyId"
        WHERE ${passes({ scopes: of.scopes, since })} AND s."id" <> ${of.storyId}
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
const relatedForMs = 14 * 24 * 3_600_000;

/** The index is asked once. Left to itself SQLite may walk through the stories and ask the index for each. */
const matchesFirst = (matches: Sql): Sql => sql`WITH m AS MATERIALIZED (${matches})`;

function passes({ scopes, category, asset, source, since }: StoryQuery): Sql {
  if (scopes.length === 0) return sql`FALSE`;
  const conditions = [
    sql`s."mergedIntoId" IS NULL`,
    sql`s."scope" IN (${join([...scopes])})`,
    ...(category === undefined ? [] : [sql`s."category" = ${category}`]),
    ...(since === undefined ? [] : [sql`s."firstSeenAt" >= ${since}`]),
    ...(asset === undefined
      ? []
      : [sql`s."id" IN (SELECT "storyId" FROM "StoryAsset" WHERE "asset" = ${cleanText(asset)})`]),
    ...(source === undefined
      ? []
      : [
          sql`EXISTS (SELECT 1 FROM "Article" a JOIN "Source" o ON o."id" = a."sourceId"
            WHERE a."storyId" = s."id" AND o."key" = ${cleanText(source)})`,
        ]),
  ];
  return join(conditions, ' AND ');
}

function slice({ page, size }: Page): Sql {
  return sql`LIMIT ${size} OFFSET ${(Math.max(page, 1) - 1) * size}`;
}
