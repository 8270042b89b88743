import { cleanText, join, sql, type Sql } from './dialect.ts';
import type { StoryQuery } from './story-store.ts';

/** The condition that a story `s` is one of those asked for. */
export function passes({ scopes, category, asset, source, since }: StoryQuery): Sql {
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
          sql`s."id" IN (SELECT a."storyId" FROM "Article" a JOIN "Source" o ON o."id" = a."sourceId"
            WHERE o."key" = ${cleanText(source)})`,
        ]),
  ];
  return join(conditions, ' AND ');
}
