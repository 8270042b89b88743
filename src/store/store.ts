/**
 * The port to the one database. Every call is atomic; a call that takes a list writes all of it or nothing.
 * What must not happen twice (an article, a delivery, a post) is forbidden by constraints of the database.
 */
import type { Id } from '../domain/ids.ts';
import type { SourceStore } from './source-store.ts';
import type { ArticleStore } from './article-store.ts';
import type { StoryStore } from './story-store.ts';
import type { ChannelStore } from './channel-store.ts';
import type { SubscriptionStore } from './subscription-store.ts';
import type { DeliveryStore } from './delivery-store.ts';
import type { DigestStore } from './digest-store.ts';
import type { NoticeStore } from './notice-store.ts';
import type { PushStore } from './push-store.ts';

export type * from './source-store.ts';
export type * from './article-store.ts';
export type * from './story-store.ts';
export type * from './channel-store.ts';
export type * from './subscription-store.ts';
export type * from './delivery-store.ts';
export type * from './digest-store.ts';
export type * from './notice-store.ts';
export type * from './push-store.ts';

export interface Store {
  readonly sources: SourceStore;
  readonly articles: ArticleStore;
  readonly stories: StoryStore;
  readonly channels: ChannelStore;
  readonly subscriptions: SubscriptionStore;
  readonly deliveries: DeliveryStore;
  readonly digests: DigestStore;
  readonly notices: NoticeStore;
  readonly pushes: PushStore;
  readonly summaries: SummaryStore;
  readonly notes: NoteStore;
  /** Removes what has outlived its use (action tokens, leases); `latest` news is never removed. */
  tidy(now: Date): Promise<void>;
  close(): Promise<void>;
}

export interface SummaryStore {
  /** The summary kept for this article text; null when there is none or the text changed since. */
  find(key: {
    readonly articleId: Id;
    readonly kind: string;
    readonly contentHash: string;
  }): Promise<string | null>;
  put(
    key: { readonly articleId: Id; readonly kind: string; readonly contentHash: string },
    summary: string,
    now: Date,
  ): Promise<void>;
}

/** Small facts that must outlive a restart: a platform's update offset, a hash of registered commands, tokens. */
export interface NoteStore {
  get(key: string): Promise<string | null>;
  put(key: string, value: string, expiresAt?: Date): Promise<void>;
  remove(key: string): Promise<void>;
  /** The keys that begin with `prefix` and have not expired, in no order. */
  keysUnder(prefix: string): Promise<readonly string[]>;
}
