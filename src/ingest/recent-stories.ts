import { setImmediate } from 'node:timers/promises';
import type { Clock } from '../domain/clock.ts';
import type { Id } from '../domain/ids.ts';
import type { Source } from '../domain/source.ts';
import type { GroupingArticle, NewArticle, Store } from '../store/store.ts';
import { createStoryMemory, groupingWindowMs, type Report } from './story-memory.ts';

/** What the store tells of the last days, kept in memory, and the place of new articles in it. */
export interface RecentStories {
  /** Takes in what was saved since, by this or another copy of the program. */
  catchUp(): Promise<void>;
  /** The same articles, each with the story that it joins. Oldest first, so that the first report leads. */
  place(source: Pick<Source, 'id' | 'scope'>, articles: readonly Unplaced[]): Promise<readonly NewArticle[]>;
}

export type Unplaced = Omit<NewArticle, 'joins'>;

const articlesAtOnce = 250;
/** Between so many articles others have their turn. */
const placedAtOnce = 8;
/** Another copy's clock may be behind: what it saves may get an id below the last one seen. */
const overlapMs = 60_000n;
const idBitsBelowMs = 22n;

export function createRecentStories({
  store,
  clock,
}: {
  readonly store: Store;
  readonly clock: Clock;
}): RecentStories {
  const memory = createStoryMemory();
  let lastId: Id = 0n;
  let seen = new Set<Id>();

  const takeIn = (articles: readonly GroupingArticle[]) => {
    for (const article of articles) {
      if (!seen.has(article.id)) memory.add(article, { storyId: article.storyId });
      seen.add(article.id);
      if (article.id > lastId) lastId = article.id;
    }
  };

  return {
    async catchUp() {
      const since = new Date(clock.now().getTime() - groupingWindowMs);
      memory.forgetBefore(since);
      let afterId = lastId - (overlapMs << idBitsBelowMs);
      seen = new Set([...seen].filter((id) => id > afterId));
      for (;;) {
        const articles = await store.articles.forGrouping({ afterId, since, limit: articlesAtOnce });
        takeIn(articles);
        const last = articles.at(-1);
        if (last === undefined || articles.length < articlesAtOnce) return;
        afterId = last.id;
      }
    },
    async place({ id: sourceId, scope }, articles) {
      // The articles of one reading are not in the store yet: they are compared with each other here.
      const batch = createStoryMemory();
      const placed: NewArticle[] = [];
      for (const { article, at } of oldestFirst(articles, clock.now())) {
        const report: Report = { sourceId, scope, title: article.title, lead: article.lead, at };
        const joins = memory.find(report) ?? batch.find(report);
        batch.add(report, joins ?? { batchUrl: article.url });
        placed.push({ ...article, joins });
        if (placed.length % placedAtOnce === 0) await setImmediate();
      }
      return placed;
    },
  };
}

function oldestFirst(articles: readonly Unplaced[], now: Date) {
  return articles
    .map((article) => ({ article, at: article.published?.at ?? now }))
    .toReversed()
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}
