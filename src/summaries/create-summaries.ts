import { plainText, type Article } from '../domain/article.ts';
import type { Clock } from '../domain/clock.ts';
import { contentHash } from '../domain/content-hash.ts';
import type { Story } from '../domain/story.ts';
import type { Store } from '../store/store.ts';
import { extractPoints } from './extract-points.ts';
import type { Summaries } from './summary.ts';

/** Grows when the rule changes, so that no older summary is taken for one of the new rule. */
const kind = 'extract-1';

export function createSummaries({
  store,
  clock,
}: {
  readonly store: Store;
  readonly clock: Clock;
}): Summaries {
  const pointsOf = async (article: Article): Promise<readonly string[]> => {
    const key = { articleId: article.id, kind, contentHash: contentHash(article) };
    const kept = await store.summaries.find(key);
    if (kept !== null) return kept === '' ? [] : kept.split('\n');
    const points = extractPoints(article);
    await store.summaries.put(key, points.join('\n'), clock.now());
    return points;
  };
  return {
    async ofStory(story) {
      for (const article of fullestFirst(await store.articles.ofStory(story.id))) {
        const points = await pointsOf(article);
        if (points.length > 0) return { points, publisher: publisherOf(article, story), url: article.url };
      }
      return null;
    },
    ofText: (text) => Promise.resolve(extractPoints(text)),
  };
}

/** Of texts about as long the first report's leads. */
function fullestFirst(articles: readonly Article[]): readonly Article[] {
  const lengthOf = (article: Article) => Math.round(plainText(article.blocks).length / 500);
  return articles.toSorted((a, b) => lengthOf(b) - lengthOf(a));
}

function publisherOf(article: Article, story: Story): string {
  const report = story.reports.find((one) => one.sourceId === article.sourceId) ?? story.reports[0];
  return report?.sourceName ?? new URL(article.url).hostname;
}
