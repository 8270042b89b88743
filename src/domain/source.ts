import type { Id } from './ids.ts';
import type { HubOffer } from './push.ts';
import type { Scope } from './scope.ts';

export const sourceKinds = ['feed', 'sitemap', 'listing', 'api'] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** A place that news comes from, as somebody described it. */
export interface SourceDescription {
  /** Short name that people type, `[a-z0-9-]`, unique within the scope. */
  readonly key: string;
  readonly name: string;
  readonly kind: SourceKind;
  readonly url: string;
  readonly home: string | null;
  readonly language: string | null;
  /** Whether the address was seen to work: `seen`, or `unconfirmed`. */
  readonly address: 'seen' | 'unconfirmed';
  /** What the kind needs beside the URL (selectors, field map, time zone); read by the source's own adapter. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** A source in the store, with how reading it goes. */
export interface Source extends SourceDescription {
  readonly id: Id;
  readonly scope: Scope;
  readonly isPaused: boolean;
  /** Answer headers to send back on the next request. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly nextDueAt: Date;
  /** Null until the first successful reading: what that brings is backlog, stored and not posted. */
  readonly firstReadAt: Date | null;
  readonly lastReadAt: Date | null;
  readonly lastArticleAt: Date | null;
  /** Failures in a row; 0 when the last reading went well. */
  readonly failures: number;
  readonly failingSince: Date | null;
  readonly lastError: string | null;
  /** When it said that it is gone for good: it is read no more until a person resumes it. */
  readonly endedAt: Date | null;
  /** The hubs that it named when it was last read; null when it named none. */
  readonly hub: HubOffer | null;
  /** Until then a hub has promised to bring its news; null without one. */
  readonly pushedUntil: Date | null;
}
