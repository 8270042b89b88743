import { articleKey } from '../domain/canonical-url.ts';
import { loopTurn } from '../domain/loop-turn.ts';
import type { Clock } from '../domain/clock.ts';
import type { Log } from '../domain/log.ts';
import type { Source } from '../domain/source.ts';
import type { SourceItem, SourceReader } from '../sources/source.ts';
import type { NewArticle, SaveOutcome, Store } from '../store/store.ts';
import { createBacklogRule } from './backlog.ts';
import { describeArticle } from './describe.ts';
import type { Draft } from './draft.ts';
import { sortDrafts } from './known-articles.ts';
import { normalizeItem } from './normalize.ts';
import { readPages } from './read-pages.ts';
import { createRecentStories, type Unplaced } from './recent-stories.ts';
import { createTurns } from './turns.ts';

export interface TakingIn {
  readonly store: Store;
  readonly sources: SourceReader;
  readonly clock: Clock;
  readonly log: Log;
}

/** Takes a source's items into the store: what is new, what changed; says what that did. */
export type TakeIn = (source: Source, items: readonly SourceItem[]) => Promise<SaveOutcome>;

/** Pages of live articles are read for all but a flood; of a backlog only the newest are worth it. */
const livePages = 60;
const backlogPages = 12;
/** Between so many articles others have their turn. */
const normalizedAtOnce = 25;
const describedAtOnce = 8;
/** So often others may come first, e.g. while they catch up after a pause; then a second story is better than none. */
const mostTries = 49;
const nothing: SaveOutcome = { added: 0, updated: 0, storyIds: [] };

export function createTakeIn({
  store,
  sources,
  clock,
  log,
}: TakingIn): TakeIn & { catchUp(): Promise<void> } {
  const recent = createRecentStories({ store, clock });
  /** A report is compared with all that were saved before it. */
  const inTurn = createTurns();
  /** What only computes: sources that answer together would hold up the others together. */
  const computing = createTurns();

  /** Grouped anew when another copy of the program added articles meanwhile: they may tell of the same event. */
  const placeAndSave = async (
    source: Source,
    fresh: readonly Unplaced[],
    changed: readonly Unplaced[],
  ): Promise<SaveOutcome> => {
    const updates: NewArticle[] = changed.map(({ article }) => ({ ...article, joins: null }));
    if (fresh.length === 0) return store.articles.save(source.id, updates, clock.now());
    for (let triesLeft = mostTries; ; triesLeft -= 1) {
      const growth = await recent.catchUp();
      const articles = [...(await recent.place(source, fresh)), ...updates];
      if (triesLeft === 0) return store.articles.save(source.id, articles, clock.now());
      const given = { sourceId: source.id, articles, now: clock.now(), growth };
      const outcome = await store.articles.saveUnlessGrown(given);
      if (outcome === null) continue;
      recent.saved(outcome.added);
      return outcome;
    }
  };

  const takeIn: TakeIn = async (source, items) => {
    const now = clock.now();
    const drafts = await computing(() => normalizeAll(items, source, now));
    const sorted = await sortDrafts(store, source.id, drafts);
    if (sorted.fresh.length === 0 && sorted.changed.length === 0) return nothing;
    const isBacklog = createBacklogRule(source, drafts, sorted, now);
    const limit = source.firstReadAt === null ? backlogPages : livePages;
    const complete = await readPages(sorted.fresh, { sources, source, limit, now, log });
    const fresh = await computing(() => describeAll(complete, isBacklog));
    const changed = await computing(() => describeAll(sorted.changed, () => true));
    return inTurn(() => placeAndSave(source, fresh, changed));
  };
  return Object.assign(takeIn, { catchUp: () => inTurn(async () => void (await recent.catchUp())) });
}

/** Of items that are one article by their addresses the first counts. */
async function normalizeAll(
  items: readonly SourceItem[],
  source: Source,
  now: Date,
): Promise<readonly Draft[]> {
  const byKey = new Map<string, Draft>();
  for (const [index, item] of items.entries()) {
    if (index % normalizedAtOnce === 0) await loopTurn();
    const draft = normalizeItem(item, source, now);
    const key = articleKey(draft?.url ?? '');
    if (draft !== null && !byKey.has(key)) byKey.set(key, draft);
  }
  return [...byKey.values()];
}

async function describeAll(
  drafts: readonly Draft[],
  isBacklog: (draft: Draft) => boolean,
): Promise<readonly Unplaced[]> {
  const described: Unplaced[] = [];
  for (const [index, draft] of drafts.entries()) {
    if (index % describedAtOnce === 0) await loopTurn();
    const { article, signature } = describeArticle(draft);
    described.push({ article: { ...article, isBacklog: isBacklog(draft) }, signature });
  }
  return described;
}
