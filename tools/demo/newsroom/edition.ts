import type { Publisher } from './publishers.ts';
import type { SampleArticle } from './sample-article.ts';

/** An article as it stands on a publisher's pages at some time. */
export interface PublishedArticle extends SampleArticle {
  readonly url: string;
  readonly pictureUrl: string;
  readonly publishedAt: Date;
}

/** What a publisher has out, newest first. */
export interface Edition {
  readonly publisher: Publisher;
  readonly home: string;
  readonly articles: readonly PublishedArticle[];
}

const minuteMs = 60_000;

/** The articles that are out at `now`, in a newsroom that opened at `openedAt`. */
export function editionOf(
  publisher: Publisher,
  base: string,
  times: { readonly openedAt: Date; readonly now: Date },
): Edition {
  const home = `${base}/${publisher.key}`;
  const articles = publisher.articles
    .map((article) => ({
      ...article,
      url: `${home}/news/${article.slug}`,
      pictureUrl: `${home}/pictures/${article.slug}.svg`,
      publishedAt: publishedAt(article, times.openedAt),
    }))
    .filter((article) => article.publishedAt <= times.now)
    .sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime());
  return { publisher, home, articles };
}

function publishedAt({ when }: SampleArticle, openedAt: Date): Date {
  const offsetMs = 'minutesAgo' in when ? -when.minutesAgo * minuteMs : when.liveAfterSeconds * 1000;
  return new Date(openedAt.getTime() + offsetMs);
}
