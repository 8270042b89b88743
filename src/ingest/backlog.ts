import type { Source } from '../domain/source.ts';
import type { Draft } from './draft.ts';
import type { SortedDrafts } from './known-articles.ts';

const hourMs = 3_600_000;
/** News older than this is stored, not posted. */
const oldestNewsMs = 48 * hourMs;
/** So many articles at once, none of them known, are an archive or a feed that begins anew. */
const leastOfArchive = 5;

/**
 * Which of a source's new articles are backlog: all at first contact, and all of a feed that suddenly shows only
 * unknown articles without telling dates; else the old ones, and undated ones that stand below a known one.
 */
export function createBacklogRule(
  source: Pick<Source, 'firstReadAt' | 'lastArticleAt'>,
  all: readonly Draft[],
  { fresh, knownCount }: Pick<SortedDrafts, 'fresh' | 'knownCount'>,
  now: Date,
): (draft: Draft) => boolean {
  const hasBegunAnew =
    source.lastArticleAt !== null &&
    knownCount === 0 &&
    fresh.length >= leastOfArchive &&
    new Set(fresh.map((draft) => draft.published?.at.getTime() ?? 0)).size === 1;
  if (source.firstReadAt === null || hasBegunAnew) return () => true;
  const freshUrls = new Set(fresh.map((draft) => draft.url));
  const firstKnown = all.findIndex((draft) => !freshUrls.has(draft.url));
  const below = new Set(firstKnown === -1 ? [] : all.slice(firstKnown).map((draft) => draft.url));
  return (draft) => (draft.published === null ? below.has(draft.url) : isOld(draft.published, now));
}

function isOld(published: NonNullable<Draft['published']>, now: Date): boolean {
  const endMs = published.at.getTime() + (published.precision === 'day' ? 24 * hourMs : 0);
  return now.getTime() - endMs > oldestNewsMs;
}
