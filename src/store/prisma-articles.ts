import type { Article } from '../domain/article.ts';
import type { Id } from '../domain/ids.ts';
import type { ArticleStore, GroupingArticle } from './article-store.ts';
import type { Database } from './database.ts';
import type { Article as ArticleRow } from './generated/sqlite/client.ts';
import { readBlocks, readCategory, readMoment, readPicture, readScope, readStrings } from './readers.ts';
import { findKnown, readGrowth, saveArticles, saveUnlessGrown } from './save-articles.ts';

export function createArticleStore(database: Database): ArticleStore {
  const { queries } = database;
  return {
    known: (sourceId, keys) => known(database, sourceId, keys),
    save: (sourceId, articles, now) => saveArticles(database, { sourceId, articles, now }),
    growth: () => readGrowth(queries),
    saveUnlessGrown: (save) => saveUnlessGrown(database, save),
    forGrouping: (from) => forGrouping(database, from),
    async ofStory(storyId) {
      const rows = await queries.article.findMany({ where: { storyId }, orderBy: { id: 'asc' } });
      return rows.map(readArticle);
    },
  };
}

async function known(
  { queries }: Database,
  sourceId: Id,
  { urls, guids }: { readonly urls: readonly string[]; readonly guids: readonly string[] },
) {
  const source = await queries.source.findUniqueOrThrow({ where: { id: sourceId } });
  const found = await findKnown(queries, { sourceId, scope: source.scope, urls, guids });
  return found.map(({ id, storyId, url, guid, title, contentHash }) => ({
    id,
    storyId,
    url,
    guid,
    title,
    contentHash,
  }));
}

async function forGrouping(
  { queries }: Database,
  { afterId, since, limit }: { readonly afterId: Id; readonly since: Date; readonly limit: number },
): Promise<readonly GroupingArticle[]> {
  const rows = await queries.article.findMany({
    where: { id: { gt: afterId }, at: { gte: since } },
    select: {
      id: true,
      storyId: true,
      sourceId: true,
      scope: true,
      title: true,
      lead: true,
      assets: true,
      at: true,
    },
    orderBy: { id: 'asc' },
    take: limit,
  });
  return rows.map((row) => ({ ...row, scope: readScope(row.scope), assets: readStrings(row.assets) }));
}

function readArticle(row: ArticleRow): Article {
  return {
    id: row.id,
    sourceId: row.sourceId,
    storyId: row.storyId,
    url: row.url,
    title: row.title,
    lead: row.lead,
    blocks: readBlocks(row.blocks),
    authors: readStrings(row.authors),
    published: readMoment(row.publishedAt, row.publishedPrecision),
    firstSeenAt: row.firstSeenAt,
    picture: readPicture(row.pictureUrl, row.pictureCredit),
    label: row.label,
    category: readCategory(row.category),
    assets: readStrings(row.assets),
    isSponsored: row.isSponsored,
    language: row.language,
  };
}
