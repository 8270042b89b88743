/**
 * Full-text search. To weigh a match takes longer than to find it, and a common word matches most of all stories: so
 * only the newest matches are weighed, older ones follow by age, and all are looked through in steps, between which
 * others have their turn.
 */
import type { Id } from '../domain/ids.ts';
import type { SearchQuery } from '../domain/search-query.ts';
import type { Database } from './database.ts';
import { sql, type IdRange, type Sql } from './dialect.ts';
import { excerptsOf } from './excerpts.ts';
import { loadStories } from './load-stories.ts';
import { passes } from './passes.ts';
import type { FoundStory, Page, Paged, StoryQuery } from './story-store.ts';

/** How many matches are looked at with one query. */
export interface SearchSteps {
  readonly weighed: number;
  readonly listed: number;
}

const usualSteps: SearchSteps = { weighed: 2000, listed: 10_000 };

interface Searching {
  readonly query: StoryQuery;
  readonly page: Page;
  readonly steps?: SearchSteps;
}

/** One page of the stories that match, the best first; equally good ones the newest first. */
export async function searchStories(
  database: Database,
  search: SearchQuery,
  { query, page, steps = usualSteps }: Searching,
): Promise<Paged<FoundStory>> {
  const first = (Math.max(page.page, 1) - 1) * page.size;
  const ids: Id[] = [];
  let total = 0;
  for (let range: IdRange | null = {}; range !== null;) {
    const isWeighed = range.below === undefined;
    const fromId = await edgeOf(database, search, { range, size: isWeighed ? steps.weighed : steps.listed });
    const step = { search, query, range: { ...range, ...(fromId === null ? {} : { fromId }) }, isWeighed };
    const wanted = { limit: page.size - ids.length, offset: Math.max(0, first - total) };
    const found = await lookThrough(database, step, wanted);
    ids.push(...found.ids);
    total += found.total;
    range = fromId === null ? null : { below: fromId };
  }
  const stories = await loadStories(database.queries, ids);
  const excerpts = await excerptsOf(database.queries, stories, search);
  return { items: stories.map((story) => ({ story, excerpt: excerpts.get(story.id) ?? story.lead })), total };
}

/** The id from which on at most `size` stories of the range match; null when no more do. */
export async function edgeOf(
  { queries, dialect }: Database,
  search: SearchQuery,
  { range, size }: { readonly range: IdRange; readonly size: number },
): Promise<Id | null> {
  // Without the cast, Prisma takes SQLite's row numbers for numbers of 32 bits.
  const [edge] = await queries.$queryRaw<{ id: Id }[]>(
    sql`SELECT CAST("storyId" AS BIGINT) AS "id" FROM (${dialect.matchingIds(search, range)}) AS m
      ORDER BY "storyId" DESC LIMIT 1 OFFSET ${size - 1}`,
  );
  return edge?.id ?? null;
}

interface Step {
  readonly search: SearchQuery;
  readonly query: StoryQuery;
  readonly range: IdRange;
  readonly isWeighed: boolean;
}

/** How many stories of the range match and pass, and those of them that are wanted. */
async function lookThrough(
  { queries, dialect }: Database,
  { search, query, range, isWeighed }: Step,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly ids: readonly Id[]; readonly total: number }> {
  const matches = matchesFirst(
    isWeighed ? dialect.matches(search, range) : dialect.matchingIds(search, range),
  );
  const from = sql`FROM m CROSS JOIN "Story" s WHERE s."id" = m."storyId" AND ${passes(query)}`;
  const order = isWeighed ? sql`m."score" DESC, s."at" DESC, s."id" DESC` : sql`s."id" DESC`;
  // Counted beside the page: weighing the matches twice would take twice as long.
  const rows = await queries.$queryRaw<{ id: Id; total: bigint }[]>(
    sql`${matches} SELECT s."id", COUNT(*) OVER () AS "total" ${from}
      ORDER BY ${order} LIMIT ${Math.max(limit, 1)} OFFSET ${limit > 0 ? offset : 0}`,
  );
  const ids = limit > 0 ? rows.map(({ id }) => id) : [];
  // Behind the last one there is no row to stand beside.
  const [counted] =
    rows.length > 0 || offset === 0
      ? rows
      : await queries.$queryRaw<{ total: bigint }[]>(sql`${matches} SELECT COUNT(*) AS "total" ${from}`);
  return { ids, total: Number(counted?.total ?? 0) };
}

/**
 * The index is asked once, and the stories for what it says (with CROSS JOIN). Left to itself SQLite may walk through
 * all stories and look each up in the matches, or ask the index for each.
 */
export const matchesFirst = (matches: Sql): Sql => sql`WITH m AS MATERIALIZED (${matches})`;
