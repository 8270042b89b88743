import { loopTurn } from '../domain/loop-turn.ts';
import type { Clock } from '../domain/clock.ts';
import type { Id } from '../domain/ids.ts';
import type { Source } from '../domain/source.ts';
import type { GroupingArticle, NewArticle, Store } from '../store/store.ts';
import { signatureOf, type EventSignature } from './event-signature.ts';
import { createStoryMemory, groupingWindowMs, type Report, type StoryMemory } from './story-memory.ts';

/** What the store tells of the last days, kept in memory, and the place of new articles in it. */
export interface RecentStories {
  /** Takes in what was saved since, by this or another copy of the program; says up to which growth of the store. */
  catchUp(): Promise<bigint>;
  /** Saved as placed after the last catching up. */
  saved(added: number): void;
  /** The same articles, each with the story that it joins. Oldest first, so that the first report leads. */
  place(source: Pick<Source, 'id' | 'scope'>, articles: readonly Unplaced[]): Promise<readonly NewArticle[]>;
}

export interface Unplaced {
  readonly article: Omit<NewArticle, 'joins'>;
  readonly signature: EventSignature;
}

const articlesAtOnce = 250;
/** Between so many articles others have their turn. */
const placedAtOnce = 8;
/** Another copy's clock may be behind: what it saves may get an id below the last one seen. */
const overlapMs = 60_000n;
/** Where this copy alone adds articles the overlap is looked through no more often: in a flood it holds thousands. */
const overlapEveryMs = 10_000;
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
  let overlapDueMs = 0;
  /** The growth of the store as far as it is known here; another one shows that another copy added articles. */
  let growth = 0n;
  const signatures = keepSignatures();

  const takeIn = (articles: readonly GroupingArticle[]) => {
    for (const article of articles) {
      if (article.id > lastId) lastId = article.id;
      if (seen.has(article.id)) continue;
      seen.add(article.id);
      const signature = signatures.of(article);
      memory.add({ ...article, signature }, { storyId: article.storyId });
    }
  };

  return {
    async catchUp() {
      const nowMs = clock.now().getTime();
      const grownTo = await store.articles.growth();
      const since = new Date(nowMs - groupingWindowMs);
      let afterId = lastId;
      if (nowMs >= overlapDueMs || grownTo !== growth) {
        overlapDueMs = nowMs + overlapEveryMs;
        afterId = lastId - (overlapMs << idBitsBelowMs);
        memory.forgetBefore(since);
        seen = keepAfter(seen, afterId);
      }
      for await (const articles of readPages(store, afterId, since)) takeIn(articles);
      signatures.clear();
      growth = grownTo;
      return grownTo;
    },
    saved(added) {
      if (added > 0) growth += 1n;
    },
    place(source, articles) {
      for (const { article, signature } of articles) signatures.keep(article, signature);
      return placeAmong(memory, source, oldestFirst(articles, clock.now()));
    },
  };
}

/** The articles of one reading are not in the store yet: they are compared with each other here. */
async function placeAmong(
  memory: StoryMemory,
  { id: sourceId, scope }: Pick<Source, 'id' | 'scope'>,
  articles: readonly (Unplaced & { readonly at: Date })[],
): Promise<readonly NewArticle[]> {
  const batch = createStoryMemory();
  const placed: NewArticle[] = [];
  for (const { article, signature, at } of articles) {
    const report: Report = { sourceId, scope, signature, at };
    const joins = memory.find(report) ?? batch.find(report);
    batch.add(report, joins ?? { batchUrl: article.url });
    placed.push({ ...article, joins });
    if (placed.length % placedAtOnce === 0) await loopTurn();
  }
  return placed;
}

async function* readPages(store: Store, fromId: Id, since: Date): AsyncGenerator<readonly GroupingArticle[]> {
  let afterId = fromId;
  for (;;) {
    const articles = await store.articles.forGrouping({ afterId, since, limit: articlesAtOnce });
    yield articles;
    const last = articles.at(-1);
    if (last === undefined || articles.length < articlesAtOnce) return;
    afterId = last.id;
  }
}

function oldestFirst(articles: readonly Unplaced[], now: Date) {
  return articles
    .map(({ article, signature }) => ({ article, signature, at: article.published?.at ?? now }))
    .toReversed()
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

function keepAfter(seen: ReadonlySet<Id>, afterId: Id): Set<Id> {
  return new Set([...seen].filter((id) => id > afterId));
}

interface Told {
  readonly title: string;
  readonly lead: string;
}

/** The signatures of what was placed since the last catching up: the store gives the same articles back. */
function keepSignatures() {
  const signatures = new Map<string, EventSignature>();
  const keyOf = ({ title, lead }: Told) => `${title}\n${lead}`;
  return {
    keep: (told: Told, signature: EventSignature) => void signatures.set(keyOf(told), signature),
    of: (told: Told) => signatures.get(keyOf(told)) ?? signatureOf(told),
    clear: () => signatures.clear(),
  };
}
