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

export interface NewsroomTimes {
  readonly openedAt: Date;
  /** When live articles began to come out; null when they have not. */
  readonly liveSince: Date | null;
  readonly now: Date;
}

/** The articles that are out by now. */
export function editionOf(publisher: Publisher, base: string, times: NewsroomTimes): Edition {
  const home = `${base}/${publisher.key}`;
  const articles = publisher.articles
    .flatMap((article) => {
      const publishedAt = publishedAtOf(article, times);
      return publishedAt === null || publishedAt > times.now ? [] : [published(article, home, publishedAt)];
    })
    .sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime());
  return { publisher, home, articles };
}

function published(article: SampleArticle, home: string, publishedAt: Date): PublishedArticle {
  const { slug } = article;
  return {
    ...article,
    url: `${home}/news/${slug}`,
    pictureUrl: `${home}/pictures/${slug}.svg`,
    publishedAt,
  };
}

function publishedAtOf({ when }: SampleArticle, { openedAt, liveSince }: NewsroomTimes): Date | null {
  if ('minutesAgo' in when) return new Date(openedAt.getTime() - when.minutesAgo * minuteMs);
  return liveSince === null ? null : new Date(liveSince.getTime() + when.liveAfterSeconds * 1000);
}
