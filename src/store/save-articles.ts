import { contentHash } from '../domain/content-hash.ts';
import type { Id } from '../domain/ids.ts';
import type { NewArticle, SaveOutcome } from './article-store.ts';
import { articleColumns, articleRow, storyColumns, storyRow } from './article-rows.ts';
import type { Database, Queries } from './database.ts';
import { cleanText, join, raw, sql, type Sql } from './dialect.ts';
import type { Prisma } from './generated/sqlite/client.ts';
import { insertRows, rowsAtOnce } from './insert-rows.ts';
import { planSave, type PlannedArticle, type SavePlan } from './plan-save.ts';
import { chunks } from './readers.ts';

interface Save {
  readonly database: Database;
  readonly queries: Queries;
  readonly sourceId: Id;
  readonly now: Date;
}

export interface GivenArticles {
  readonly sourceId: Id;
  readonly articles: readonly NewArticle[];
  readonly now: Date;
}

/** Saves a source's articles with all that hangs on them; see ArticleStore. */
export async function saveArticles(database: Database, given: GivenArticles): Promise<SaveOutcome> {
  return database.transaction(async (queries) => {
    await takeTurn(queries);
    return saveInTurn(database, queries, given);
  });
}

/** See ArticleStore. */
export async function saveUnlessGrown(
  database: Database,
  { growth, ...given }: GivenArticles & { readonly growth: bigint },
): Promise<SaveOutcome | null> {
  return database.transaction(async (queries) => {
    await takeTurn(queries);
    return (await readGrowth(queries)) === growth ? saveInTurn(database, queries, given) : null;
  });
}

/** Copies of the program save one after another: what one adds, the next one sees. */
async function takeTurn(queries: Queries): Promise<void> {
  await queries.$executeRaw(sql`UPDATE "Counter" SET "value" = "value" WHERE "name" = 'story'`);
}

export async function readGrowth(queries: Queries): Promise<bigint> {
  return (await queries.counter.findUnique({ where: { name: 'growth' } }))?.value ?? 0n;
}

async function grow(queries: Queries): Promise<void> {
  await queries.$executeRaw(sql`INSERT INTO "Counter" ("name", "value") VALUES ('growth', 1)
    ON CONFLICT ("name") DO UPDATE SET "value" = "Counter"."value" + 1`);
}

async function saveInTurn(
  database: Database,
  queries: Queries,
  { sourceId, articles, now }: GivenArticles,
): Promise<SaveOutcome> {
  const save = { database, queries, sourceId, now };
  const source = await queries.source.findUniqueOrThrow({ where: { id: sourceId } });
  // Told apart as the database keeps them.
  const given = articles.map((article) => ({
    ...article,
    url: cleanText(article.url),
    guid: article.guid === null ? null : cleanText(article.guid),
    contentHash: contentHash(article),
  }));
  const plan = planSave({
    given,
    known: await findKnown(queries, {
      sourceId,
      scope: source.scope,
      urls: articles.flatMap(({ url, joins }) =>
        joins !== null && 'batchUrl' in joins ? [url, joins.batchUrl] : [url],
      ),
      guids: articles.flatMap(({ guid }) => (guid === null ? [] : [guid])),
    }),
    stories: await findJoined(queries, articles),
    source: { id: sourceId, scope: source.scope },
    newId: database.newId,
  });
  if (plan.added.length > 0) await grow(queries);
  return writePlan(save, plan, source.scope);
}

const knownColumns = {
  id: true,
  storyId: true,
  sourceId: true,
  url: true,
  guid: true,
  title: true,
  contentHash: true,
} as const;

/** Articles with one of these addresses in the scope, or one of these guids of the source. */
export async function findKnown(
  queries: Queries,
  of: { sourceId: Id; scope: string; urls: readonly string[]; guids: readonly string[] },
) {
  const found: Prisma.ArticleGetPayload<{ select: typeof knownColumns }>[] = [];
  for (const part of chunks(of.urls.map(cleanText), 500)) {
    const where = { scope: of.scope, url: { in: [...part] } };
    found.push(...(await queries.article.findMany({ where, select: knownColumns })));
  }
  for (const part of chunks(of.guids.map(cleanText), 500)) {
    const where = { sourceId: of.sourceId, guid: { in: [...part] } };
    found.push(...(await queries.article.findMany({ where, select: knownColumns })));
  }
  return [...new Map(found.map((row) => [row.id, row])).values()];
}

/** The stories that the articles join, with what they were merged into. */
async function findJoined(queries: Queries, articles: readonly NewArticle[]) {
  const ids = articles.flatMap(({ joins }) => (joins !== null && 'storyId' in joins ? [joins.storyId] : []));
  return queries.story.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, scope: true, mergedIntoId: true },
  });
}

async function writePlan(save: Save, plan: SavePlan, scope: string): Promise<SaveOutcome> {
  const { queries } = save;
  const touched = plan.touchedStoryIds;
  if (touched.length === 0) return { added: 0, updated: 0, storyIds: [] };
  const before = await revisions(queries, touched);
  await addStories(save, plan, scope);
  await addArticles(save, plan.added, scope);
  await changeArticles(save, plan.changed);
  await addTokens(save, [...plan.added, ...plan.changed]);
  await countSources(save, plan);
  await addAssets(save, [...plan.added, ...plan.changed]);
  for (const part of chunks(touched, rowsAtOnce)) {
    for (const statement of save.database.dialect.reindex(join(part))) await queries.$executeRaw(statement);
  }
  if (plan.added.length > 0) {
    await queries.source.update({ where: { id: save.sourceId }, data: { lastArticleAt: save.now } });
  }
  const after = await revisions(queries, touched);
  return {
    added: plan.added.length,
    updated: plan.changed.length,
    storyIds: touched.filter((id) => after.get(id) !== before.get(id)),
  };
}

async function revisions(queries: Queries, ids: readonly Id[]): Promise<ReadonlyMap<Id, number>> {
  const where = { id: { in: [...ids] } };
  const rows = await queries.story.findMany({ where, select: { id: true, revision: true } });
  return new Map(rows.map((row) => [row.id, row.revision]));
}

async function addStories(save: Save, plan: SavePlan, scope: string): Promise<void> {
  const { queries, database, now } = save;
  const firsts = plan.added.filter((planned) => planned.isNewStory);
  if (firsts.length === 0) return;
  const [counter] = await queries.$queryRaw<{ value: bigint }[]>(
    sql`UPDATE "Counter" SET "value" = "value" + ${firsts.length} WHERE "name" = 'story' RETURNING "value"`,
  );
  const firstNumber = Number(counter?.value ?? 0) - firsts.length + 1;
  const rows = firsts.map((planned, at) => storyRow(planned, { number: firstNumber + at, scope, now }));
  await insertRows(queries, database, { table: 'Story', columns: storyColumns, rows });
}

async function addArticles(save: Save, added: readonly PlannedArticle[], scope: string): Promise<void> {
  const { queries, database, sourceId, now } = save;
  const rows = added.map((planned) => articleRow(planned, { sourceId, scope, now }));
  await insertRows(queries, database, { table: 'Article', columns: articleColumns, rows });
}

/** An article that changed keeps its address, its story and when it was first seen. */
async function changeArticles(save: Save, changed: readonly PlannedArticle[]): Promise<void> {
  const { sourceId, now, queries, database } = save;
  const rows = changed.map((planned) => articleRow(planned, { sourceId, scope: '', now }));
  for (const part of chunks(rows, rowsAtOnce)) {
    const given = database.dialect.rows('r', articleColumns, part);
    await queries.$executeRaw(
      sql`UPDATE "Article" SET ${assign(changing)} FROM ${given} WHERE "Article"."id" = r."id"`,
    );
    await queries.$executeRaw(sql`UPDATE "Story" SET ${assign(shown)},
        "revision" = "revision" + CASE WHEN ${differ(shown)} THEN 1 ELSE 0 END
      FROM ${given} WHERE "Story"."firstArticleId" = r."id"`);
  }
}

const shown = ['title', 'lead', 'pictureUrl', 'pictureCredit', 'category', 'isSponsored'];
const changing = [...shown, 'blocks', 'authors', 'label', 'assets', 'language', 'contentHash'];

const assign = (names: readonly string[]): Sql => join(names.map((name) => raw(`"${name}" = r."${name}"`)));
const differ = (names: readonly string[]): Sql =>
  join(
    names.map((name) => raw(`"Story"."${name}" IS DISTINCT FROM r."${name}"`)),
    ' OR ',
  );

async function addTokens({ queries, database }: Save, planned: readonly PlannedArticle[]): Promise<void> {
  const rows = planned.map(({ id, article }) => ({
    articleId: id,
    title: article.tokens.title.join(' '),
    text: article.tokens.text.join(' '),
  }));
  const onConflict = sql`ON CONFLICT ("articleId") DO UPDATE SET "title" = excluded."title", "text" = excluded."text"`;
  const columns = { articleId: 'bigint', title: 'text', text: 'text' } as const;
  await insertRows(queries, database, { table: 'ArticleTokens', columns, rows, onConflict });
}

/** A story that gained a source has a new revision; one that gained its first live report is live from now. */
async function countSources({ queries, now }: Save, plan: SavePlan): Promise<void> {
  const count = sql`(SELECT COUNT(DISTINCT a."sourceId") FROM "Article" a WHERE a."storyId" = "Story"."id")`;
  for (const part of chunks(plan.joinedStoryIds, rowsAtOnce)) {
    await queries.$executeRaw(sql`UPDATE "Story" SET "sources" = ${count},
      "revision" = "revision" + CASE WHEN ${count} > "sources" THEN 1 ELSE 0 END WHERE "id" IN (${join(part)})`);
  }
  for (const part of chunks(plan.liveStoryIds, rowsAtOnce)) {
    await queries.story.updateMany({
      where: { id: { in: [...part] }, liveSince: null },
      data: { liveSince: now },
    });
  }
}

async function addAssets({ queries, database }: Save, planned: readonly PlannedArticle[]): Promise<void> {
  const rows = planned.flatMap(({ storyId, article }) => article.assets.map((asset) => ({ storyId, asset })));
  const columns = { storyId: 'bigint', asset: 'text' } as const;
  const onConflict = sql`ON CONFLICT DO NOTHING`;
  await insertRows(queries, database, { table: 'StoryAsset', columns, rows, onConflict });
}
