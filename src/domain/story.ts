import type { Picture } from './article.ts';
import type { CategoryId } from './category.ts';
import type { Id } from './ids.ts';
import type { Moment } from './moment.ts';
import type { Scope } from './scope.ts';

/** One publisher's report of a story. */
export interface Report {
  readonly articleId: Id;
  readonly sourceId: Id;
  readonly sourceKey: string;
  readonly sourceName: string;
  readonly url: string;
  readonly title: string;
  readonly published: Moment | null;
}

/** One event as told by one or more articles; what is delivered, searched and summarized. */
export interface Story {
  readonly id: Id;
  /** What people type. */
  readonly number: number;
  readonly scope: Scope;
  /** Grows when what a reader sees of the story changes; starts at 1. */
  readonly revision: number;
  /** Of the first article, as are url, lead and picture. */
  readonly title: string;
  readonly url: string;
  readonly lead: string;
  readonly picture: Picture | null;
  readonly category: CategoryId;
  /** Tickers, of all its articles. */
  readonly assets: readonly string[];
  readonly isSponsored: boolean;
  readonly published: Moment | null;
  readonly firstSeenAt: Date;
  /**
   * When the first report arrived that was not a source's backlog; null while there is none. Only a story with
   * this is posted, to subscriptions that began before.
   */
  readonly liveSince: Date | null;
  /** First report first; one a source (its earliest). */
  readonly reports: readonly Report[];
}
