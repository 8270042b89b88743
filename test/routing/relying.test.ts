import { describe, expect, test } from 'vitest';
import type { Channel } from '../../src/domain/channel.ts';
import { everything, type Subscription } from '../../src/domain/subscription.ts';
import { noticeTargets } from '../../src/routing/relying.ts';
import { aChannel, aSubscription } from '../support/subscriptions.ts';

const wire = { scope: 'global', key: 'wire' } as const;
const own = { scope: 'discord:1', key: 'own' } as const;

interface Given {
  readonly channel?: Partial<Channel>;
  readonly sources?: readonly string[];
  readonly subscription?: Partial<Subscription>;
}

/** Subscriptions 1, 2, 3 … of channels 11, 12, 13 …, all of the server 1 unless told. */
function targets(source: typeof wire | typeof own, ...given: readonly Given[]) {
  const active = given.map(({ channel, sources = [], subscription }, index) => {
    const channelId = BigInt(11 + index);
    const filter = { ...everything, sources };
    return {
      channel: aChannel({ id: channelId, platform: 'discord', kind: 'text', scope: 'discord:1', ...channel }),
      subscription: aSubscription({ id: BigInt(1 + index), channelId, filter, ...subscription }),
    };
  });
  return noticeTargets(source, active).map(
    ({ channelId, subscriptionIds }) => `${channelId}: ${subscriptionIds.join(', ')}`,
  );
}

const named: Given = { sources: ['other', 'wire'] };
const elsewhere = { scope: 'discord:2' } as const;
const gone = { state: 'unreachable' } as const;

describe('the moderators who rely on a source for everybody', () => {
  test.each<[string, readonly Given[], readonly string[]]>([
    ['are those who named it', [named], ['11: 1']],
    ['are not those who take all sources', [{ sources: [] }], []],
    ['are not those who named others', [{ sources: ['other'] }], []],
    ['are not those who paused', [{ ...named, subscription: { isPaused: true } }], []],
    ['are told in one channel of a server', [named, {}, named], ['11: 1, 3']],
    ['are told in one channel of each server', [named, { ...named, channel: elsewhere }], ['11: 1', '12: 2']],
    ['are told in the channel that asked first', [{}, named, named], ['12: 2, 3']],
    ['are told where they can be reached', [{ ...named, channel: gone }, named], ['12: 1, 2']],
    ['wait where none can be reached', [{ ...named, channel: gone }], ['11: 1']],
    ['rely on it also in a digest', [{ ...named, subscription: digestOf('wire') }], ['11: 1']],
  ])('%s', (_, given, expected) => {
    expect(targets(wire, ...given)).toEqual(expected);
  });

  test.each(['announcement', 'broadcast', 'forum'] as const)(
    'are told elsewhere than in %s channels where they can',
    (kind) => {
      const wide = { ...named, channel: { kind } };
      expect(targets(wire, wide, named)).toEqual(['12: 1, 2']);
      expect(targets(wire, wide, { ...named, channel: gone })).toEqual(['11: 1, 2']);
      expect(targets(wire, wide)).toEqual(['11: 1']);
    },
  );

  test('are told in the oldest channel when they subscribed twice there', () => {
    const twice = { ...named, subscription: { channelId: 11n }, channel: { id: 11n } };
    expect(targets(wire, named, twice)).toEqual(['11: 1, 2']);
  });
});

describe("the moderators who rely on a server's own source", () => {
  test.each<[string, readonly Given[], readonly string[]]>([
    ['are those of that server who take all sources', [{}], ['11: 1']],
    ['are those of that server who named it', [{ sources: ['own'] }], ['11: 1']],
    ['are not those who take only others', [{ sources: ['wire'] }], []],
    [
      'are not those of another server',
      [{ channel: elsewhere }, { sources: ['own'], channel: elsewhere }],
      [],
    ],
    ['are not those who paused', [{ subscription: { isPaused: true } }], []],
    ['are told in one channel', [{ sources: ['wire'] }, {}, { sources: ['own'] }], ['12: 2, 3']],
  ])('%s', (_, given, expected) => {
    expect(targets(own, ...given)).toEqual(expected);
  });
});

function digestOf(source: string): Partial<Subscription> {
  const filter = { ...everything, sources: [source] };
  return { filter, cadence: { kind: 'digest', at: '08:00', timeZone: 'UTC' } };
}
