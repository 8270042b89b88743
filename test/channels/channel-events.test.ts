import { describe, expect, test } from 'vitest';
import { createChannelEvents } from '../../src/channels/channel-events.ts';
import type { ChannelEvent } from '../../src/platforms/platform.ts';
import { openDeliveryBench } from '../support/delivery.ts';

async function openEvents() {
  const bench = await openDeliveryBench();
  const woken: number[] = [];
  const { store, clock, log } = bench;
  const tell = createChannelEvents({ store, clock, log, wake: () => void woken.push(woken.length) });
  const stateOf = async (id: bigint) => {
    const [channel] = await store.channels.byIds([id]);
    return [channel?.state, channel?.unreachableReason];
  };
  return { ...bench, woken, tell, stateOf };
}

const desk = { platform: 'console', address: 'desk' } as const;

describe('what a platform tells about a channel', () => {
  test('a channel that is seen is known, and renamed when it is seen again', async () => {
    const { tell, store } = await openEvents();
    const channel = { ...desk, name: 'Desk', kind: 'console', scope: 'console:desk' } as const;
    await tell({ kind: 'seen', channel });
    await tell({ kind: 'seen', channel: { ...channel, name: 'News desk' } });
    expect(await store.channels.find(desk)).toMatchObject({ name: 'News desk', state: 'reachable' });
    expect(await store.channels.counts()).toEqual({ channels: 1, unreachable: 0 });
  });

  test('an unreachable channel keeps the reason, its subscriptions and what it is owed', async () => {
    const { tell, stateOf, store, ...bench } = await openEvents();
    const channel = await bench.channel('desk');
    await bench.subscribe(channel);
    await tell({ kind: 'unreachable', channel: desk, reason: 'The bot was kicked.' });
    await bench.report('A story');
    expect(await bench.round()).toMatchObject({ sent: 0 });
    expect(await stateOf(channel.id)).toEqual(['unreachable', 'The bot was kicked.']);
    expect(await store.subscriptions.ofChannel(channel.id)).toHaveLength(1);
    expect(bench.woken).toEqual([]);
    await tell({ kind: 'reachable', channel: desk });
    expect(bench.woken).toHaveLength(1);
    expect(await stateOf(channel.id)).toEqual(['reachable', null]);
    expect(await bench.round()).toMatchObject({ sent: 1 });
  });

  test('a channel that was reachable all the time wakes nobody', async () => {
    const { tell, woken, ...bench } = await openEvents();
    await bench.channel('desk');
    await tell({ kind: 'reachable', channel: desk });
    expect(woken).toEqual([]);
  });

  test.each<ChannelEvent>([
    { kind: 'unreachable', channel: desk, reason: 'gone' },
    { kind: 'reachable', channel: desk },
    { kind: 'moved', from: desk, to: { platform: 'console', address: 'floor' } },
    { kind: 'scopeUnreachable', scope: 'discord:1', reason: 'gone' },
    { kind: 'scopeReachable', scope: 'discord:1' },
  ])('$kind of what nobody used changes nothing', async (event) => {
    const { tell, store, log } = await openEvents();
    await tell(event);
    expect(await store.channels.counts()).toEqual({ channels: 0, unreachable: 0 });
    expect(log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('a group that becomes a supergroup goes on there', async () => {
    const { tell, store, platform, ...bench } = await openEvents();
    await bench.subscribe(await bench.channel('desk'));
    await bench.report('A story');
    await bench.route();
    await tell({ kind: 'moved', from: desk, to: { platform: 'console', address: 'floor' } });
    expect(bench.woken).toHaveLength(1);
    await bench.round();
    expect(platform.asked.map((order) => order.channel.address)).toEqual(['floor']);
    expect(await store.channels.find(desk)).toBeNull();
  });

  test('a server that the bot left and came back to loses nothing', async () => {
    const { tell, stateOf, ...bench } = await openEvents();
    const inside = [
      await bench.channel('one', { platform: 'discord', scope: 'discord:1' }),
      await bench.channel('two', { platform: 'discord', scope: 'discord:1' }),
    ];
    const outside = await bench.channel('three', { platform: 'discord', scope: 'discord:2' });
    await tell({ kind: 'scopeUnreachable', scope: 'discord:1', reason: 'The bot was removed.' });
    for (const { id } of inside) expect(await stateOf(id)).toEqual(['unreachable', 'The bot was removed.']);
    expect(await stateOf(outside.id)).toEqual(['reachable', null]);
    await tell({ kind: 'scopeReachable', scope: 'discord:1' });
    for (const { id } of inside) expect(await stateOf(id)).toEqual(['reachable', null]);
    expect(bench.woken).toHaveLength(1);
  });

  test('a database that fails is told in the log, not to the platform', async () => {
    const { store, clock, log } = await openEvents();
    const channels = { ...store.channels, find: () => Promise.reject(new Error('disk full')) };
    const tell = createChannelEvents({ store: { ...store, channels }, clock, log, wake: () => undefined });
    await tell({ kind: 'reachable', channel: desk });
    expect(log.lines).toMatchObject([{ level: 'error', fields: { event: { kind: 'reachable' } } }]);
  });
});
