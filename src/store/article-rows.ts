import type { Id } from '../domain/ids.ts';
import type { Columns } from './dialect.ts';
import type { PlannedArticle } from './plan-save.ts';

export const articleColumns = {
  id: 'bigint',
  sourceId: 'bigint',
  storyId: 'bigint',
  scope: 'text',
  url: 'text',
  guid: 'text',
  title: 'text',
  lead: 'text',
  blocks: 'json',
  authors: 'json',
  publishedAt: 'time',
  publishedPrecision: 'text',
  firstSeenAt: 'time',
  at: 'time',
  pictureUrl: 'text',
  pictureCredit: 'text',
  label: 'text',
  category: 'text',
  assets: 'json',
  isSponsored: 'boolean',
  isBacklog: 'boolean',
  language: 'text',
  contentHash: 'text',
} as const satisfies Columns;

export const storyColumns = {
  id: 'bigint',
  number: 'integer',
  scope: 'text',
  revision: 'integer',
  routedRevision: 'integer',
  firstArticleId: 'bigint',
  title: 'text',
  url: 'text',
  lead: 'text',
  pictureUrl: 'text',
  pictureCredit: 'text',
  category: 'text',
  isSponsored: 'boolean',
  publishedAt: 'time',
  publishedPrecision: 'text',
  firstSeenAt: 'time',
  at: 'time',
  liveSince: 'time',
  sources: 'integer',
} as const satisfies Columns;

type Row<Given extends Columns> = { readonly [Name in keyof Given]: unknown };

export function articleRow(
  planned: PlannedArticle,
  { sourceId, scope, now }: { sourceId: Id; scope: string; now: Date },
): Row<typeof articleColumns> {
  const { article } = planned;
  return {
    ...shownColumns(planned, now),
    id: planned.id,
    sourceId,
    storyId: planned.storyId,
    scope,
    guid: article.guid,
    blocks: article.blocks,
    authors: article.authors,
    label: article.label,
    assets: article.assets,
    isBacklog: article.isBacklog,
    language: article.language,
    contentHash: article.contentHash,
  };
}

/** A story is named after its first article. */
export function storyRow(
  planned: PlannedArticle,
  { number, scope, now }: { number: number; scope: string; now: Date },
): Row<typeof storyColumns> {
  return {
    ...shownColumns(planned, now),
    id: planned.storyId,
    number,
    scope,
    revision: 1,
    routedRevision: 0,
    firstArticleId: planned.id,
    liveSince: planned.article.isBacklog ? null : now,
    sources: 1,
  };
}

/** Columns that an article and the story named after it share. */
function shownColumns({ article }: PlannedArticle, now: Date) {
  return {
    url: article.url,
    title: article.title,
    lead: article.lead,
    pictureUrl: article.picture?.url ?? null,
    pictureCredit: article.picture?.credit ?? null,
    category: article.category,
    isSponsored: article.isSponsored,
    publishedAt: article.published?.at ?? null,
    publishedPrecision: article.published?.precision ?? null,
    firstSeenAt: now,
    at: article.published?.at ?? now,
  };
}
