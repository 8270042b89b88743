import type { CategoryId } from './category.ts';
import type { Id } from './ids.ts';

/** What a subscription lets through. An empty list lets everything through. */
export interface Filter {
  readonly categories: readonly CategoryId[];
  /** Tickers; one of them is enough. */
  readonly assets: readonly string[];
  /** Source keys; a report of one of them is enough. */
  readonly sources: readonly string[];
  /** Search queries (see search-query.ts); one of them must match title, lead or text. */
  readonly include: readonly string[];
  /** Search queries; none of them may match. */
  readonly exclude: readonly string[];
  /** Least number of sources that report the story; 1 for every story. */
  readonly minSources: number;
}

/** When what matches is sent. `at` is a local time `HH:MM` in `timeZone` (IANA). */
export type Cadence =
  | { readonly kind: 'instant' }
  | { readonly kind: 'digest'; readonly at: string; readonly timeZone: string };

/** How posts of a subscription look. */
export interface Look {
  /** Without a notification. */
  readonly isSilent: boolean;
  /** The platform's id of a role to mention, and for which categories (empty: all). */
  readonly mention: { readonly role: string; readonly categories: readonly CategoryId[] } | null;
  /** Publish to followers, in announcement channels. */
  readonly isPublished: boolean;
}

export interface Subscription {
  readonly id: Id;
  /** What people type within one channel: 1, 2, 3 … */
  readonly number: number;
  readonly channelId: Id;
  readonly filter: Filter;
  readonly cadence: Cadence;
  readonly look: Look;
  /** Began, was edited or was resumed: stories live before this do not count. */
  readonly since: Date;
  readonly isPaused: boolean;
}

export const everything: Filter = {
  categories: [],
  assets: [],
  sources: [],
  include: [],
  exclude: [],
  minSources: 1,
};

export const plainLook: Look = { isSilent: false, mention: null, isPublished: false };
