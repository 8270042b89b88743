import type { Channel, ChannelAddress } from '../domain/channel.ts';
import type { Clock } from '../domain/clock.ts';
import type { Log } from '../domain/log.ts';
import type { ChannelEvent } from '../platforms/platform.ts';
import type { Store } from '../store/store.ts';

export interface ChannelEventUses {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  /** Called when deliveries that waited became due. */
  readonly wake: () => void;
}

/**
 * Applies what platforms tell about channels to the store. Nothing is ever deleted: a channel that is gone keeps
 * its subscriptions and what it is owed until it is reachable again. Never rejects, as platforms expect.
 */
export function createChannelEvents(uses: ChannelEventUses): (event: ChannelEvent) => Promise<void> {
  return async (event) => {
    try {
      await apply(uses, event);
    } catch (error) {
      uses.log.error({ event, error }, 'what a platform told about a channel could not be written down');
    }
  };
}

async function apply(uses: ChannelEventUses, event: ChannelEvent): Promise<void> {
  const { store, clock, wake, log } = uses;
  switch (event.kind) {
    case 'seen':
      await store.channels.put(event.channel, clock.now());
      return;
    case 'unreachable':
      return setUnreachable(uses, await known(store, event.channel), event.reason);
    case 'reachable':
      return setReachable(uses, await known(store, event.channel));
    case 'moved':
      await store.channels.move(event.from, event.to, clock.now());
      log.info({ from: event.from, to: event.to }, 'channel moved');
      wake();
      return;
    case 'scopeUnreachable':
      return setUnreachable(uses, await store.channels.ofScope(event.scope), event.reason);
    case 'scopeReachable':
      return setReachable(uses, await store.channels.ofScope(event.scope));
  }
}

/** A channel that nobody ever used is not in the store, and need not be. */
async function known(store: Store, address: ChannelAddress): Promise<readonly Channel[]> {
  const channel = await store.channels.find(address);
  return channel === null ? [] : [channel];
}

async function setUnreachable(
  { store, clock, log }: ChannelEventUses,
  channels: readonly Channel[],
  reason: string,
): Promise<void> {
  for (const channel of channels) {
    await store.channels.setUnreachable(channel.id, reason, clock.now());
    log.warn({ channel: channel.id, reason }, 'channel is unreachable');
  }
}

async function setReachable(
  { store, clock, log, wake }: ChannelEventUses,
  channels: readonly Channel[],
): Promise<void> {
  const waiting = channels.filter((channel) => channel.state === 'unreachable');
  for (const channel of waiting) {
    await store.channels.setReachable(channel.id, clock.now());
    log.info({ channel: channel.id }, 'channel is reachable again');
  }
  if (waiting.length > 0) wake();
}
