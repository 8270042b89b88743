import type { Article, Picture, TextBlock } from '../domain/article.ts';
import type { CategoryId } from '../domain/category.ts';
import type { Id } from '../domain/ids.ts';
import type { Moment } from '../domain/moment.ts';
import type { Scope } from '../domain/scope.ts';

/** An article ready to be saved: normalized, categorized, grouped. */
export interface NewArticle {
  readonly url: string;
  /** The source's own id for it; null when it gives none. */
  readonly guid: string | null;
  readonly title: string;
  readonly lead: string;
  readonly blocks: readonly TextBlock[];
  readonly authors: readonly string[];
  readonly published: Moment | null;
  readonly picture: Picture | null;
  readonly label: string | null;
  readonly category: CategoryId;
  readonly assets: readonly string[];
  readonly isSponsored: boolean;
  readonly language: string | null;
  /** Not to be posted: what the source already had when it was first read, or old. */
  readonly isBacklog: boolean;
  /**
   * The story it belongs to: one in the store, another of the same batch by the URL of its article, or null for a
   * story of its own.
   */
  readonly joins: { readonly storyId: Id } | { readonly batchUrl: string } | null;
  /** Tokens for the search index, see analyzer.ts. */
  readonly tokens: { readonly title: readonly string[]; readonly text: readonly string[] };
}

/** What is known of an article that a source shows again. */
export interface KnownArticle {
  readonly id: Id;
  readonly storyId: Id;
  readonly url: string;
  readonly guid: string | null;
  readonly title: string;
  /** Hash of title, lead and blocks as saved, see `contentHash` in article-hash.ts. */
  readonly contentHash: string;
}

/** What grouping needs to know of an article in the store. */
export interface GroupingArticle {
  readonly id: Id;
  readonly storyId: Id;
  readonly sourceId: Id;
  readonly scope: Scope;
  readonly title: string;
  readonly lead: string;
  readonly assets: readonly string[];
  /** When published, or first seen where the publisher does not say. */
  readonly at: Date;
}

export interface SaveOutcome {
  /** Articles that were not there before. */
  readonly added: number;
  /** Articles whose title or text changed. */
  readonly updated: number;
  /** Stories that are new or got a new revision, with their ids. */
  readonly storyIds: readonly Id[];
}

export interface ArticleStore {
  /** Those of a source that match by URL (within the source's scope) or by guid (within the source). */
  known(
    sourceId: Id,
    keys: { readonly urls: readonly string[]; readonly guids: readonly string[] },
  ): Promise<readonly KnownArticle[]>;
  /**
   * Saves a source's articles with their stories, assets and search index in one transaction. One that is already
   * there (URL within the scope, or guid within the source) is updated when its title or text changed. A story's
   * revision grows when it gains a source or its first article's title, lead or picture changes.
   */
  save(sourceId: Id, articles: readonly NewArticle[], now: Date): Promise<SaveOutcome>;
  /** A number that grows whenever a copy of the program adds articles. */
  growth(): Promise<bigint>;
  /** As `save`; but saves nothing and gives null when articles were added since `growth` was what is given. */
  saveUnlessGrown(save: {
    readonly sourceId: Id;
    readonly articles: readonly NewArticle[];
    readonly now: Date;
    readonly growth: bigint;
  }): Promise<SaveOutcome | null>;
  /** Articles with an id above `afterId`, at or after `since`, in order of id; for the memory of grouping. */
  forGrouping(from: {
    readonly afterId: Id;
    readonly since: Date;
    readonly limit: number;
  }): Promise<readonly GroupingArticle[]>;
  /** The articles of a story, first report first, with their text. */
  ofStory(storyId: Id): Promise<readonly Article[]>;
}
