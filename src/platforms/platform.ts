/** The port to a chat platform. Adapters: discord/, telegram/, console/. */
import type { Channel, ChannelAddress, ChannelDescription, PlatformId } from '../domain/channel.ts';
import type { Id } from '../domain/ids.ts';
import type { Message } from '../domain/message.ts';
import type { Look } from '../domain/subscription.ts';
import type { Answer, CommandRequest } from '../dispatch/command.ts';

export interface Platform {
  readonly id: PlatformId;
  /**
   * Starts to hear commands. Resolves once the platform has been asked to connect; connecting itself may take
   * long, fail and be tried again without holding up anything else. Throws only for what a person must mend first.
   */
  start(doors: PlatformDoors): Promise<void>;
  /** Sends one message. Never throws for what the network or the platform does: the outcome says it. */
  send(order: SendOrder): Promise<SendOutcome>;
  /** Brings an earlier post up to date. */
  edit(order: EditOrder): Promise<EditOutcome>;
  /** For `status` and health: whether it is connected, and what an owner should know, in plain sentences. */
  status(): PlatformStatus;
  /** Stops hearing and sending; what is under way ends first. */
  stop(): Promise<void>;
}

/** What a platform remembers over restarts: an update offset, a hash of what it registered, long actions by token. */
export interface PlatformMemory {
  get(key: string): Promise<string | null>;
  put(key: string, value: string, expiresAt?: Date): Promise<void>;
  remove(key: string): Promise<void>;
  /** The keys that begin with `prefix` and have not expired, in no order. */
  keysUnder(prefix: string): Promise<readonly string[]>;
}

/** What a platform is handed at start. */
export interface PlatformDoors {
  /** Answers a command, a button, a menu, an autocomplete. Never throws. */
  readonly onCommand: (request: CommandRequest) => Promise<Answer>;
  /** Tells what happened to a channel. Never throws. */
  readonly onChannelEvent: (event: ChannelEvent) => Promise<void>;
}

export interface PlatformStatus {
  readonly isConnected: boolean;
  readonly remarks: readonly string[];
}

export interface SendOrder {
  readonly channel: Channel;
  readonly deliveryId: Id;
  readonly part: number;
  readonly message: Message;
  readonly look: Look;
  /**
   * When an earlier attempt began whose outcome is not known; null when this is certainly the first message.
   * The platform makes sure that no second one appears where it can.
   */
  readonly uncertainSince: Date | null;
}

export type SendOutcome =
  | { readonly kind: 'sent'; readonly messageId: string; readonly form: string }
  /** Certainly not sent. `isPace`: only this side's pacing, not a failed attempt. */
  | { readonly kind: 'retry'; readonly afterMs: number; readonly reason: string; readonly isPace?: boolean }
  /** The channel is gone, blocked, or forbids the bot. */
  | { readonly kind: 'unreachable'; readonly reason: string }
  /** The platform refuses this message for good. */
  | { readonly kind: 'rejected'; readonly reason: string }
  /** It may have been sent. `mayRepeat`: whether to call `send` again, with `uncertainSince`. */
  | { readonly kind: 'unknown'; readonly reason: string; readonly mayRepeat: boolean };

export interface EditOrder {
  readonly channel: Channel;
  readonly deliveryId: Id;
  readonly messageId: string;
  readonly form: string;
  readonly message: Message;
  readonly look: Look;
}

export type EditOutcome =
  | { readonly kind: 'edited' }
  | { readonly kind: 'retry'; readonly afterMs: number; readonly reason: string }
  /** It cannot be edited any more (deleted, too old, not allowed). */
  | { readonly kind: 'refused'; readonly reason: string };

export type ChannelEvent =
  | { readonly kind: 'seen'; readonly channel: ChannelDescription }
  | { readonly kind: 'unreachable'; readonly channel: ChannelAddress; readonly reason: string }
  | { readonly kind: 'reachable'; readonly channel: ChannelAddress }
  | { readonly kind: 'moved'; readonly from: ChannelAddress; readonly to: ChannelAddress }
  /** The bot was removed from a whole server or chat, or is back in it. */
  | {
      readonly kind: 'scopeUnreachable';
      readonly scope: ChannelDescription['scope'];
      readonly reason: string;
    }
  | { readonly kind: 'scopeReachable'; readonly scope: ChannelDescription['scope'] };
