/** Posts over the real library to a server of the tests. */
import { createLongActions } from '../../../src/platforms/discord/long-actions.ts';
import { createPace } from '../../../src/platforms/discord/pace.ts';
import { createPosts, type Posts } from '../../../src/platforms/discord/posts.ts';
import type { Channel, ChannelKind } from '../../../src/domain/channel.ts';
import { plainLook } from '../../../src/domain/subscription.ts';
import type { EditOrder, PlatformMemory, SendOrder } from '../../../src/platforms/platform.ts';
import { english } from '../../../src/texts/english.ts';
import { startFakeDiscord, type FakeDiscord } from '../../fakes/discord/fake-discord.ts';
import type { FakeChannel, FakeGuild } from '../../fakes/discord/world.ts';
import { createTestClock, type TestClock } from '../../support/clock.ts';
import { createTestLog } from '../../support/log.ts';
import { createTestMemory } from '../../support/memory.ts';
import { storyPost } from './samples.ts';

export interface Posting {
  readonly discord: FakeDiscord;
  readonly guild: FakeGuild;
  readonly posts: Posts;
  readonly memory: PlatformMemory;
  /** Another copy of the program over the same server and memory, as after a restart. */
  readonly restart: () => Posts;
  readonly clock: TestClock;
  readonly log: ReturnType<typeof createTestLog>;
  readonly close: () => Promise<void>;
}

/** A server with one guild, and posts that go there. */
export async function openPosting(): Promise<Posting> {
  const clock = createTestClock();
  const log = createTestLog();
  const discord = await startFakeDiscord({ now: () => clock.now().getTime() });
  const memory = createTestMemory(clock);
  const opened: Posts[] = [];
  const open = () => {
    const longActions = createLongActions(memory, clock);
    const { token, apiUrl } = discord;
    const pace = createPace();
    const posts = createPosts({ token, apiUrl, pace, longActions, memory, texts: english, clock, log });
    opened.push(posts);
    return posts;
  };
  const close = async () => {
    for (const posts of opened) await posts.stop();
    await discord.close();
  };
  return { discord, guild: discord.addGuild(), posts: open(), memory, restart: open, clock, log, close };
}

let deliveries = 4_611_686_018_427_387_000n;

/** An order of a delivery that no other test has. */
export function orderFor(channel: FakeChannel, changes: Partial<SendOrder> = {}): SendOrder {
  deliveries += 1n;
  return {
    channel: asChannel(channel),
    deliveryId: deliveries,
    part: 0,
    message: storyPost,
    look: plainLook,
    uncertainSince: null,
    ...changes,
  };
}

export function editFor(order: SendOrder, messageId: string, changes: Partial<EditOrder> = {}): EditOrder {
  const form = order.channel.kind === 'forum' ? 'forum' : 'message';
  return { ...order, messageId, form, ...changes };
}

const kinds: Readonly<Record<number, ChannelKind>> = {
  0: 'text',
  1: 'direct',
  5: 'announcement',
  11: 'thread',
  15: 'forum',
};

export function asChannel(channel: FakeChannel): Channel {
  return {
    id: 9n,
    platform: 'discord',
    address: channel.id,
    name: `#${channel.name}`,
    kind: kinds[channel.type] ?? 'text',
    scope: `discord:${channel.guildId ?? channel.id}`,
    state: 'reachable',
    unreachableReason: null,
    unreachableSince: null,
  };
}
