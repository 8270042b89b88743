import type { SearchQuery } from '../domain/search-query.ts';
import {
  cleanText,
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
import { articleMark, documentMaxChars } from './search-document.ts';

export const postgresqlDialect: Dialect = {
  provider: 'postgresql',
  rows(alias, columns, rows) {
    const fields = Object.entries(columns).map(([name, type]) => raw(`"${name}" ${columnTypes[type]}`));
    const json = rowsToJson(rows, (at) => at.toISOString());
    return sql`json_to_recordset(CAST(${json} AS json)) AS ${raw(`"${alias}"`)} (${join(fields)})`;
  },
  lockFree: (alias) => raw(`FOR UPDATE OF "${alias}" SKIP LOCKED`),
  reindex: (storyIds) => [
    sql`DELETE FROM "StorySearch" WHERE "storyId" IN (${storyIds})`,
    sql`INSERT INTO "StorySearch" ("storyId", "title", "text", "document")
      SELECT w."storyId", w."title", w."text", ${vector('title', 'A')} || ${vector('text', 'D')}
      FROM (SELECT a."storyId",
          left(string_agg(${marked('title')}, ' ' ORDER BY a."id"), ${documentMaxChars}::int) AS "title",
          left(string_agg(${marked('text')}, ' ' ORDER BY a."id"), ${documentMaxChars}::int) AS "text"
        FROM "Article" a JOIN "ArticleTokens" t ON t."articleId" = a."id"
        WHERE a."storyId" IN (${storyIds}) GROUP BY a."storyId") AS w`,
  ],
  matchingIds: (search, range) => sql`SELECT "storyId" ${matching(search, range)}`,
  matches: (search, range) =>
    sql`SELECT "storyId", ts_rank_cd(${weights}, "document", ${tsquery(ranked(search))}) AS "score"
      ${matching(search, range)}`,
};

const matching = (search: SearchQuery, range: IdRange): Sql =>
  sql`FROM "StorySearch" WHERE ${matches(search)} AND ${inRange(raw('"storyId"'), range)}`;

const columnTypes: Readonly<Record<ColumnType, string>> = {
  text: 'text',
  bigint: 'bigint',
  integer: 'integer',
  boolean: 'boolean',
  time: 'timestamp(3)',
  json: 'jsonb',
};

/** For the weights D, C, B, A: a word of the title counts four times one of the text. */
const weights = raw(`'{0.25, 0.25, 0.25, 1}'`);

const marked = (column: 'title' | 'text'): Sql => raw(`'${articleMark} ' || t."${column}"`);

/** Tokens with their places, as they are: PostgreSQL's own parser would take some of them apart. */
function vector(column: 'title' | 'text', weight: 'A' | 'D'): Sql {
  return raw(`COALESCE((SELECT string_agg(
      '''' || replace(replace(left(token, 400), '\\', '\\\\'), '''', '''''') || ''':' || least(place, 16383) || '${weight}', ' ')
    FROM unnest(string_to_array(w."${column}", ' ')) WITH ORDINALITY AS words(token, place) WHERE token <> ''), '')::tsvector`);
}

/**
 * What matches, decided as SQLite's index decides it. The index finds the words; that they follow one another is
 * looked up in the tokens.
 */
function matches(search: SearchQuery): Sql {
  if (search.kind === 'term') return sql`"document" @@ ${tsquery(lexeme(search.token))}`;
  if (search.kind === 'phrase') return matchPhrase(search.tokens);
  if (search.kind === 'not') return sql`NOT (${matches(search.of)})`;
  if (search.of.length === 0) return search.kind === 'all' ? sql`TRUE` : sql`FALSE`;
  return sql`(${join(search.of.map(matches), search.kind === 'all' ? ' AND ' : ' OR ')})`;
}

function matchPhrase(tokens: readonly string[]): Sql {
  if (tokens.length === 0) return sql`TRUE`;
  const run = ` ${cleanText(tokens.join(' '))} `;
  return sql`("document" @@ ${tsquery(tokens.map(lexeme).join(' & '))}
    AND (position(${run} IN ' ' || "title" || ' ') > 0 OR position(${run} IN ' ' || "text" || ' ') > 0))`;
}

const tsquery = (text: string): Sql => sql`CAST(${text} AS tsquery)`;

/** The tokens that make a match better. */
function ranked(search: SearchQuery): string {
  if (search.kind === 'term') return lexeme(search.token);
  if (search.kind === 'phrase') return group(search.tokens.map(lexeme), ' <-> ');
  if (search.kind === 'not') return lexeme(articleMark);
  if (search.kind === 'any') return group(search.of.map(ranked), ' | ');
  return group(search.of.filter((part) => part.kind !== 'not').map(ranked), ' & ');
}

const group = (parts: readonly string[], sign: string): string =>
  parts.length === 0 ? lexeme(articleMark) : `(${parts.join(sign)})`;

const lexeme = (token: string): string =>
  `'${cleanText(token).slice(0, 400).replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
