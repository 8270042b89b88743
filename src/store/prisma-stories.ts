import { sameArticleUrls } from '../domain/canonical-url.ts';
import type { Id } from '../domain/ids.ts';
import type { Scope } from '../domain/scope.ts';
import type { Story } from '../domain/story.ts';
import type { Database } from './database.ts';
import { groupByStory, loadStories } from './load-stories.ts';
import { mergeStories } from './merge-stories.ts';
import { articleMark } from './search-document.ts';
import { searchStories } from './search-stories.ts';
import { listStories, relatedStories } from './story-lists.ts';
import { cleanText, sql } from './dialect.ts';
import type { RoutableStory, StoryStore } from './story-store.ts';

export function createStoryStore(database: Database): StoryStore {
  const { queries } = database;
  return {
    latest: (query, page) => listStories(database, query, { page, order: 'newest' }),
    top: (query, page) => listStories(database, query, { page, order: 'mostReported' }),
    search: (search, query, page) => searchStories(database, search, { query, page }),
    byNumber: (number, scopes) => byNumber(database, number, scopes),
    byIds: (ids) => loadStories(queries, ids),
    byUrl: (url, scopes) => byUrl(database, url, scopes),
    related: (storyId, scopes, limit) => relatedStories(database, { storyId, scopes, limit }),
    unrouted: (query) => unrouted(database, query),
    merge: (survivorId, otherId) => mergeStories(database, { survivorId, otherId }),
    counts: () => counts(database),
  };
}

async function byNumber(
  { queries }: Database,
  number: number,
  scopes: readonly Scope[],
): Promise<Story | null> {
  if (!Number.isInteger(number) || number < 1 || number > maxNumber) return null;
  const row = await queries.story.findUnique({ where: { number } });
  if (row === null || !scopes.some((scope) => scope === row.scope)) return null;
  const [story] = await loadStories(queries, [row.mergedIntoId ?? row.id]);
  return story ?? null;
}

/** The greatest that the column holds. */
const maxNumber = 2_147_483_647;

async function byUrl({ queries }: Database, url: string, scopes: readonly Scope[]): Promise<Story | null> {
  const where = { url: { in: [...sameArticleUrls(cleanText(url))] }, scope: { in: [...scopes] } };
  const row = await queries.article.findFirst({ where, select: { storyId: true }, orderBy: { id: 'asc' } });
  const [story] = row === null ? [] : await loadStories(queries, [row.storyId]);
  return story ?? null;
}

async function unrouted(
  { queries }: Database,
  { liveAfter, limit }: { readonly liveAfter: Date; readonly limit: number },
): Promise<readonly RoutableStory[]> {
  const rows = await queries.$queryRaw<{ id: Id }[]>(
    sql`SELECT "id" FROM "Story" WHERE "liveSince" >= ${liveAfter} AND "revision" > "routedRevision"
      AND "mergedIntoId" IS NULL ORDER BY "liveSince", "id" LIMIT ${limit}`,
  );
  const ids = rows.map(({ id }) => id);
  const articles = await queries.article.findMany({
    where: { storyId: { in: ids } },
    select: { storyId: true, tokens: true },
    orderBy: { id: 'asc' },
  });
  const byStory = groupByStory(articles);
  const tokensOf = (id: Id, part: 'title' | 'text'): readonly string[] =>
    (byStory.get(id) ?? []).flatMap(({ tokens }) => [articleMark, ...words(tokens?.[part] ?? '')]);
  return (await loadStories(queries, ids)).map((story) => ({
    story,
    tokens: { title: tokensOf(story.id, 'title'), text: tokensOf(story.id, 'text') },
  }));
}

const words = (text: string): readonly string[] => (text === '' ? [] : text.split(' '));

async function counts({ queries }: Database) {
  const newest = await queries.article.findFirst({ orderBy: { at: 'desc' }, select: { at: true } });
  return {
    stories: await queries.story.count({ where: { mergedIntoId: null } }),
    articles: await queries.article.count(),
    newestAt: newest?.at ?? null,
  };
}
