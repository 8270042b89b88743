import type { Channel } from '../../src/domain/channel.ts';
import { everything, plainLook, type Subscription } from '../../src/domain/subscription.ts';

/** A subscription to everything, for pure tests; every part can be given. */
export function aSubscription(parts: Partial<Subscription> = {}): Subscription {
  return {
    id: 1n,
    number: 1,
    channelId: 10n,
    filter: everything,
    cadence: { kind: 'instant' },
    look: plainLook,
    since: new Date('2026-03-01T00:00:00Z'),
    isPaused: false,
    ...parts,
  };
}

/** A reachable console channel, for pure tests. */
export function aChannel(parts: Partial<Channel> = {}): Channel {
  return {
    id: 10n,
    platform: 'console',
    address: 'desk',
    name: 'desk',
    kind: 'console',
    scope: 'console:desk',
    state: 'reachable',
    unreachableReason: null,
    unreachableSince: null,
    ...parts,
  };
}
