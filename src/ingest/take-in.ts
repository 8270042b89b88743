import { setImmediate } from 'node:timers/promises';
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
const articlesAtOnce = 4;
const nothing: SaveOutcome = { added: 0, updated: 0, storyIds: [] };

export function createTakeIn({
  store,
  sources,
  clock,
  log,
}: TakingIn): TakeIn & { catchUp(): Promise<void> } {
  const recent = createRecentStories({ store, clock });
  let last: Promise<unknown> = Promise.resolve();

  /** One after another: a report is compared with all that were saved before it. */
  const inTurn = <Result>(act: () => Promise<Result>): Promise<Result> => {
    const turn = last.then(act, act);
    last = turn.catch(() => undefined);
    return turn;
  };

  const takeIn: TakeIn = async (source, items) => {
    const now = clock.now();
    const drafts = withoutRepeats(items.flatMap((item) => normalizeItem(item, source, now) ?? []));
    const sorted = await sortDrafts(store, source.id, drafts);
    if (sorted.fresh.length === 0 && sorted.changed.length === 0) return nothing;
    const isBacklog = createBacklogRule(source, drafts, sorted, now);
    const limit = source.firstReadAt === null ? backlogPages : livePages;
    const complete = await readPages(sorted.fresh, { sources, source, limit, now, log });
    const fresh = await describeAll(complete, isBacklog);
    const changed = await describeAll(sorted.changed, () => true);
    return inTurn(async () => {
      if (fresh.length > 0) await recent.catchUp();
      const updates: NewArticle[] = changed.map((article) => ({ ...article, joins: null }));
      return store.articles.save(
        source.id,
        [...(await recent.place(source, fresh)), ...updates],
        clock.now(),
      );
    });
  };
  return Object.assign(takeIn, { catchUp: () => inTurn(() => recent.catchUp()) });
}

function withoutRepeats(drafts: readonly Draft[]): readonly Draft[] {
  const byUrl = new Map<string, Draft>();
  for (const draft of drafts) if (!byUrl.has(draft.url)) byUrl.set(draft.url, draft);
  return [...byUrl.values()];
}

async function describeAll(
  drafts: readonly Draft[],
  isBacklog: (draft: Draft) => boolean,
): Promise<readonly Unplaced[]> {
  const described: Unplaced[] = [];
  for (const [index, draft] of drafts.entries()) {
    if (index % articlesAtOnce === articlesAtOnce - 1) await setImmediate();
    described.push({ ...describeArticle(draft), isBacklog: isBacklog(draft) });
  }
  return described;
}
