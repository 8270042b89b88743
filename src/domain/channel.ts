import type { Id } from './ids.ts';
import type { Scope } from './scope.ts';

export const platformIds = ['discord', 'telegram', 'console'] as const;
export type PlatformId = (typeof platformIds)[number];

/** Where a platform finds a channel: its own text, e.g. a Discord channel id, or `<chat id>/<topic id>`. */
export interface ChannelAddress {
  readonly platform: PlatformId;
  readonly address: string;
}

/** A channel as its platform describes it. */
export interface ChannelDescription extends ChannelAddress {
  readonly name: string;
  /** `text`, `announcement`, `forum`, `thread`, `direct`, `group`, `topic`, `broadcast` or `console`. */
  readonly kind: ChannelKind;
  /** The server or chat that the channel belongs to: whose sources it sees. */
  readonly scope: Scope;
}

export type ChannelKind =
  | 'text'
  | 'announcement'
  | 'forum'
  | 'thread'
  | 'direct'
  | 'group'
  | 'topic'
  | 'broadcast'
  | 'console';

/** Any destination: what subscribed, or asked. */
export interface Channel extends ChannelDescription {
  readonly id: Id;
  readonly state: 'reachable' | 'unreachable';
  /** Why it is unreachable, in words for moderators; null when reachable. */
  readonly unreachableReason: string | null;
  readonly unreachableSince: Date | null;
}
