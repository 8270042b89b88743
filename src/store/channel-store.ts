import type { Channel, ChannelAddress, ChannelDescription, PlatformId } from '../domain/channel.ts';
import type { Id } from '../domain/ids.ts';
import type { Scope } from '../domain/scope.ts';

export interface ChannelStore {
  /** Adds the channel or updates its name, kind and scope. */
  put(channel: ChannelDescription, now: Date): Promise<Channel>;
  find(address: ChannelAddress): Promise<Channel | null>;
  byIds(ids: readonly Id[]): Promise<readonly Channel[]>;
  ofScope(scope: Scope): Promise<readonly Channel[]>;
  ofPlatform(platform: PlatformId): Promise<readonly Channel[]>;
  /** Deliveries of an unreachable channel wait. */
  setUnreachable(id: Id, reason: string, now: Date): Promise<void>;
  /** Its deliveries become due at once. */
  setReachable(id: Id, now: Date): Promise<void>;
  /** The channel goes on under another address (a group that became a supergroup): subscriptions and outbox move. */
  move(from: ChannelAddress, to: ChannelAddress, now: Date): Promise<void>;
  counts(): Promise<{ readonly channels: number; readonly unreachable: number }>;
}
