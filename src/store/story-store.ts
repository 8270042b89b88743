import type { CategoryId } from '../domain/category.ts';
import type { Id } from '../domain/ids.ts';
import type { Scope } from '../domain/scope.ts';
import type { SearchQuery } from '../domain/search-query.ts';
import type { Story } from '../domain/story.ts';

export interface StoryQuery {
  readonly scopes: readonly Scope[];
  readonly category?: CategoryId;
  readonly asset?: string;
  /** A source key. */
  readonly source?: string;
  /** First seen at or after. */
  readonly since?: Date;
}

export interface Page {
  /** From 1. */
  readonly page: number;
  readonly size: number;
}

export interface Paged<T> {
  readonly items: readonly T[];
  readonly total: number;
}

export interface FoundStory {
  readonly story: Story;
  /** The best article's text around the place found, plain. */
  readonly excerpt: string;
}

export interface StoryStore {
  /** Newest first, by publication (or first sight). */
  latest(query: StoryQuery, page: Page): Promise<Paged<Story>>;
  /** Most sources first, then newest. */
  top(query: StoryQuery, page: Page): Promise<Paged<Story>>;
  /** Best match first; matching is that of search-query.ts on both databases. */
  search(search: SearchQuery, query: StoryQuery, page: Page): Promise<Paged<FoundStory>>;
  /** By the number people type; a merged story's number leads to the survivor. Null outside `scopes`. */
  byNumber(number: number, scopes: readonly Scope[]): Promise<Story | null>;
  byIds(ids: readonly Id[]): Promise<readonly Story[]>;
  /** The story with an article at this canonical URL. */
  byUrl(url: string, scopes: readonly Scope[]): Promise<Story | null>;
  /** Others like it: shared assets and words, newest 14 days; best first. */
  related(storyId: Id, scopes: readonly Scope[], limit: number): Promise<readonly Story[]>;
  /** Stories whose newest revision was not routed yet, live since `liveAfter`; oldest first. */
  unrouted(query: { readonly liveAfter: Date; readonly limit: number }): Promise<readonly RoutableStory[]>;
  /**
   * Joins two stories of one scope; the older should survive. The other's articles and deliveries go to the
   * survivor, and its number leads there. Nothing happens when either was merged already.
   */
  merge(survivorId: Id, otherId: Id): Promise<void>;
  /** How many stories, articles and the time of the newest article. */
  counts(): Promise<{ readonly stories: number; readonly articles: number; readonly newestAt: Date | null }>;
}

/** A story with the tokens that subscriptions' words are held against. */
export interface RoutableStory {
  readonly story: Story;
  /** Title first, then text; of all its articles. */
  readonly tokens: { readonly title: readonly string[]; readonly text: readonly string[] };
}
