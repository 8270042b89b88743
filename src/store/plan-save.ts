import type { Id } from '../domain/ids.ts';
import type { NewArticle } from './article-store.ts';

export interface PlannedArticle {
  readonly id: Id;
  readonly storyId: Id;
  /** The story begins with this article. */
  readonly isNewStory: boolean;
  readonly article: HashedArticle;
}

export type HashedArticle = NewArticle & { readonly contentHash: string };

/** What saving a batch writes. */
export interface SavePlan {
  readonly added: readonly PlannedArticle[];
  readonly changed: readonly PlannedArticle[];
  /** Stories that gain an article, and were there or began with another article. */
  readonly joinedStoryIds: readonly Id[];
  /** Of these the ones that gain an article that is not backlog. */
  readonly liveStoryIds: readonly Id[];
  readonly touchedStoryIds: readonly Id[];
}

interface Known {
  readonly id: Id;
  readonly storyId: Id;
  readonly sourceId: Id;
  readonly url: string;
  readonly guid: string | null;
  readonly contentHash: string;
}

interface Planning {
  readonly given: readonly HashedArticle[];
  /** Articles in the store with an address (in the scope) or a guid (of the source) of the given ones. */
  readonly known: readonly Known[];
  /** The stories that given articles join. */
  readonly stories: readonly { readonly id: Id; readonly scope: string; readonly mergedIntoId: Id | null }[];
  readonly source: { readonly id: Id; readonly scope: string };
  readonly newId: () => Id;
}

/** Decides what is new, what changed, and which story each new article belongs to. */
export function planSave(planning: Planning): SavePlan {
  const { known, source } = planning;
  const given = withoutRepeats(planning.given);
  const find = finder(known, source.id);
  const fresh = given.filter((article) => find(article) === undefined);
  const added = placeInStories(fresh, planning);
  const changed = changedArticles(given, find, source.id);
  const storyIds = (planned: readonly PlannedArticle[]) => [
    ...new Set(planned.map(({ storyId }) => storyId)),
  ];
  return {
    added,
    changed,
    joinedStoryIds: storyIds(added.filter((planned) => !planned.isNewStory)),
    liveStoryIds: storyIds(added.filter(({ isNewStory, article }) => !isNewStory && !article.isBacklog)),
    touchedStoryIds: storyIds([...added, ...changed]),
  };
}

type Find = (article: Pick<NewArticle, 'url' | 'guid'>) => Known | undefined;

/** By address first: that is what identifies an article. */
function finder(known: readonly Known[], sourceId: Id): Find {
  const byUrl = new Map(known.map((row) => [row.url, row]));
  const byGuid = new Map(known.filter((row) => row.sourceId === sourceId).map((row) => [row.guid, row]));
  return ({ url, guid }) => byUrl.get(url) ?? (guid === null ? undefined : byGuid.get(guid));
}

/** Of articles with one address or one guid the first is kept. */
function withoutRepeats(articles: readonly HashedArticle[]): readonly HashedArticle[] {
  const seen = new Set<string>();
  return articles.filter(({ url, guid }) => {
    const keys = [`url ${url}`, ...(guid === null ? [] : [`guid ${guid}`])];
    const isRepeat = keys.some((key) => seen.has(key));
    if (!isRepeat) for (const key of keys) seen.add(key);
    return !isRepeat;
  });
}

/** Only a source's own articles are changed: two sources that show one address would change it in turns. */
function changedArticles(
  given: readonly HashedArticle[],
  find: Find,
  sourceId: Id,
): readonly PlannedArticle[] {
  const changed = given.flatMap((article) => {
    const row = find(article);
    if (row === undefined || row.sourceId !== sourceId || row.contentHash === article.contentHash) return [];
    return [{ id: row.id, storyId: row.storyId, isNewStory: false, article }];
  });
  return [...new Map(changed.map((planned) => [planned.id, planned])).values()];
}

function placeInStories(fresh: readonly HashedArticle[], planning: Planning): readonly PlannedArticle[] {
  const { newId, known } = planning;
  const storyIdOf = new Map(known.map((row) => [row.url, row.storyId]));
  const byUrl = new Map(fresh.map((article) => [article.url, article]));
  const stories = openStories(planning);
  const begun = new Set<Id>();
  const place = (article: HashedArticle, above: readonly string[]): Id => {
    const storyId = storyIdOf.get(article.url) ?? joined(article, above) ?? newId();
    storyIdOf.set(article.url, storyId);
    return storyId;
  };
  const joined = ({ url, joins }: HashedArticle, above: readonly string[]): Id | undefined => {
    if (joins === null) return undefined;
    if ('storyId' in joins) return stories.get(joins.storyId);
    const other = byUrl.get(joins.batchUrl);
    // Articles that join each other in a ring make one story, which the last of them begins.
    if (other === undefined || above.includes(other.url)) return storyIdOf.get(joins.batchUrl);
    return place(other, [...above, url]);
  };
  const existing = new Set([...stories.values(), ...known.map((row) => row.storyId)]);
  return fresh.map((article) => {
    const storyId = place(article, [article.url]);
    const isNewStory = !existing.has(storyId) && !begun.has(storyId);
    begun.add(storyId);
    return { id: newId(), storyId, isNewStory, article };
  });
}

/** Where a join leads: to the survivor of a merge, and never out of the source's scope. */
function openStories({ stories, source }: Planning): ReadonlyMap<Id, Id> {
  const own = stories.filter((story) => story.scope === source.scope);
  return new Map(own.map((story) => [story.id, story.mergedIntoId ?? story.id]));
}
