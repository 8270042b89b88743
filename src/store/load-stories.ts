import type { Id } from '../domain/ids.ts';
import type { Report, Story } from '../domain/story.ts';
import type { Queries } from './database.ts';
import type { Story as StoryRow } from './generated/sqlite/client.ts';
import { chunks, readCategory, readMoment, readPicture, readScope } from './readers.ts';

const storiesAtOnce = 200;

/** Whole stories, in the order of `ids`; those that are not there, or were merged into another, are left out. */
export async function loadStories(queries: Queries, ids: readonly Id[]): Promise<readonly Story[]> {
  const found = new Map<Id, Story>();
  for (const part of chunks([...new Set(ids)], storiesAtOnce)) {
    for (const story of await loadPart(queries, part)) found.set(story.id, story);
  }
  return ids.flatMap((id) => found.get(id) ?? []);
}

async function loadPart(queries: Queries, ids: readonly Id[]): Promise<readonly Story[]> {
  const where = { storyId: { in: [...ids] } };
  const rows = await queries.story.findMany({ where: { id: { in: [...ids] }, mergedIntoId: null } });
  const assets = groupByStory(await queries.storyAsset.findMany({ where, orderBy: { asset: 'asc' } }));
  const articles = groupByStory(
    await queries.article.findMany({
      where,
      orderBy: { id: 'asc' },
      select: {
        id: true,
        storyId: true,
        sourceId: true,
        url: true,
        title: true,
        publishedAt: true,
        publishedPrecision: true,
        source: { select: { key: true, name: true } },
      },
    }),
  );
  return rows.map((row) => ({
    ...readStory(row),
    assets: (assets.get(row.id) ?? []).map(({ asset }) => asset),
    reports: firstOfEachSource(articles.get(row.id) ?? []).map(readReport),
  }));
}

interface ReportRow {
  readonly id: Id;
  readonly sourceId: Id;
  readonly url: string;
  readonly title: string;
  readonly publishedAt: Date | null;
  readonly publishedPrecision: string | null;
  readonly source: { readonly key: string; readonly name: string };
}

function firstOfEachSource(rows: readonly ReportRow[]): readonly ReportRow[] {
  return rows.filter((row, at) => rows.findIndex((other) => other.sourceId === row.sourceId) === at);
}

function readReport(row: ReportRow): Report {
  return {
    articleId: row.id,
    sourceId: row.sourceId,
    sourceKey: row.source.key,
    sourceName: row.source.name,
    url: row.url,
    title: row.title,
    published: readMoment(row.publishedAt, row.publishedPrecision),
  };
}

function readStory(row: StoryRow): Omit<Story, 'assets' | 'reports'> {
  return {
    id: row.id,
    number: row.number,
    scope: readScope(row.scope),
    revision: row.revision,
    title: row.title,
    url: row.url,
    lead: row.lead,
    picture: readPicture(row.pictureUrl, row.pictureCredit),
    category: readCategory(row.category),
    isSponsored: row.isSponsored,
    published: readMoment(row.publishedAt, row.publishedPrecision),
    firstSeenAt: row.firstSeenAt,
    liveSince: row.liveSince,
  };
}

export function groupByStory<Row extends { readonly storyId: Id }>(
  rows: readonly Row[],
): ReadonlyMap<Id, readonly Row[]> {
  const groups = new Map<Id, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.storyId);
    if (group === undefined) groups.set(row.storyId, [row]);
    else group.push(row);
  }
  return groups;
}
