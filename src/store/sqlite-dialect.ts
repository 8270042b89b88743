import type { SearchQuery } from '../domain/search-query.ts';
import {
  empty,
  inRange,
  join,
  raw,
  rowsToJson,
  sql,
  type ColumnType,
  type Dialect,
  type IdRange,
  type Sql,
} from './dialect.ts';
import { ftsMatch } from './fts-match.ts';
import { documentMaxChars } from './search-document.ts';

export const sqliteDialect: Dialect = {
  provider: 'sqlite',
  rows(alias, columns, rows) {
    const fields = Object.entries(columns).map(([name, type]) => raw(`${read(name, type)} AS "${name}"`));
    const json = rowsToJson(rows, (at) => at.getTime());
    return sql`(SELECT ${join(fields)} FROM json_each(${json})) AS ${raw(`"${alias}"`)}`;
  },
  lockFree: () => empty,
  reindex: (storyIds) => [
    sql`DELETE FROM "StorySearch" WHERE rowid IN (${storyIds})`,
    sql`INSERT INTO "StorySearch" (rowid, title, text)
      SELECT a."storyId",
        substr(group_concat('| ' || t."title", ' ' ORDER BY a."id"), 1, ${documentMaxChars}),
        substr(group_concat('| ' || t."text", ' ' ORDER BY a."id"), 1, ${documentMaxChars})
      FROM "Article" a JOIN "ArticleTokens" t ON t."articleId" = a."id"
      WHERE a."storyId" IN (${storyIds}) GROUP BY a."storyId"`,
    mergeStep,
  ],
  matchingIds: (search, range) => sql`SELECT rowid AS "storyId" ${matching(search, range)}`,
  matches: (search, range) =>
    sql`SELECT rowid AS "storyId", -bm25("StorySearch", 4.0, 1.0) AS "score" ${matching(search, range)}`,
};

const matching = (search: SearchQuery, range: IdRange): Sql =>
  sql`FROM "StorySearch" WHERE "StorySearch" MATCH ${ftsMatch(search)} AND ${inRange(raw('rowid'), range)}`;

/**
 * Each write adds a segment to the index, and segments must be merged. FTS5 would do so while it commits, for longer
 * the larger the index is; so that is switched off, and every write merges a bounded number of pages instead.
 */
const mergeStep = sql`INSERT INTO "StorySearch" ("StorySearch", rank) VALUES ('merge', 64)`;

function read(name: string, type: ColumnType): string {
  const value = `json_extract(value, '$.${name}')`;
  return type === 'bigint' ? `CAST(${value} AS INTEGER)` : value;
}
