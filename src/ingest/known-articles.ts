import { contentHash } from '../domain/content-hash.ts';
import { sameArticleUrls } from '../domain/canonical-url.ts';
import { analyze } from '../domain/analyzer.ts';
import type { Id } from '../domain/ids.ts';
import type { KnownArticle, Store } from '../store/store.ts';
import type { Draft } from './draft.ts';
import { isTooShort } from './text-length.ts';

export interface SortedDrafts {
  /** Never seen before, in the source's order. */
  readonly fresh: readonly Draft[];
  /** Known, with another title or text than is stored. */
  readonly changed: readonly Draft[];
  readonly knownCount: number;
}

/** Tells a source's new articles from those that the store has, by address, else by the source's own id. */
export async function sortDrafts(store: Store, sourceId: Id, given: readonly Draft[]): Promise<SortedDrafts> {
  const drafts = withoutRepeatedGuids(given);
  const known = await store.articles.known(sourceId, {
    urls: drafts.flatMap((draft) => sameArticleUrls(draft.url)),
    guids: drafts.flatMap((draft) => draft.guid ?? []),
  });
  const find = createFinder(known, new Set(drafts.flatMap((draft) => sameArticleUrls(draft.url))));
  const fresh: Draft[] = [];
  const changed: Draft[] = [];
  for (const draft of drafts) {
    const { row, isGuidWrong } = find(draft);
    if (row === null) fresh.push(isGuidWrong ? { ...draft, guid: null } : draft);
    else changed.push(...(await changeOf(store, draft, row)));
  }
  return { fresh, changed, knownCount: drafts.length - fresh.length };
}

/** A guid that several items of one reading have tells nothing. */
function withoutRepeatedGuids(drafts: readonly Draft[]): readonly Draft[] {
  const counts = new Map<string, number>();
  for (const { guid } of drafts) if (guid !== null) counts.set(guid, (counts.get(guid) ?? 0) + 1);
  return drafts.map((draft) => ((counts.get(draft.guid ?? '') ?? 0) > 1 ? { ...draft, guid: null } : draft));
}

interface Found {
  readonly row: KnownArticle | null;
  /** The guid is that of another article: the source numbers its items anew. */
  readonly isGuidWrong: boolean;
}

function createFinder(
  known: readonly KnownArticle[],
  givenUrls: ReadonlySet<string>,
): (draft: Draft) => Found {
  const byUrl = new Map(known.flatMap((row) => sameArticleUrls(row.url).map((url) => [url, row] as const)));
  const byGuid = new Map(known.map((row) => [row.guid, row]));
  return (draft) => {
    const byAddress = byUrl.get(draft.url);
    const byOwnId = draft.guid === null ? undefined : byGuid.get(draft.guid);
    if (byAddress !== undefined) return { row: byAddress, isGuidWrong: false };
    if (byOwnId === undefined) return { row: null, isGuidWrong: false };
    // The article with this guid is itself in the reading at its own address, or tells something else.
    const isOther = givenUrls.has(byOwnId.url) || !shareWords(byOwnId.title, draft.title);
    return { row: isOther ? null : byOwnId, isGuidWrong: isOther };
  };
}

/** A rewritten headline keeps a third of its words. */
function shareWords(one: string, other: string): boolean {
  const words = new Set(analyze(one));
  const others = new Set(analyze(other));
  const shared = [...others].filter((word) => words.has(word)).length;
  return shared >= Math.min(words.size, others.size) / 3;
}

/**
 * What a known article becomes; nothing when it stays. A source's short text says nothing of the text that was read
 * from the page, so then only a new title counts, and the stored text stays.
 */
async function changeOf(store: Store, draft: Draft, row: KnownArticle): Promise<readonly Draft[]> {
  const asStored = { ...draft, url: row.url, guid: row.guid };
  if (contentHash(draft) === row.contentHash) return [];
  if (!isTooShort(draft.blocks)) return [asStored];
  if (draft.title === row.title) return [];
  const articles = await store.articles.ofStory(row.storyId);
  const stored = articles.find((article) => article.id === row.id);
  if (stored === undefined) return [asStored];
  const { lead, blocks, picture, authors } = stored;
  return [
    { ...asStored, lead, blocks, picture, authors, labels: stored.label === null ? [] : [stored.label] },
  ];
}
