import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainLook } from '../../../src/domain/subscription.ts';
import { createDiscordPlatform } from '../../../src/platforms/discord/create-discord-platform.ts';
import { english } from '../../../src/texts/english.ts';
import type { FakeChannel } from '../../fakes/discord/world.ts';
import { until } from './chatting.ts';
import { openPosting, orderFor, type Posting } from './posting.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const look = { ...plainLook, isPublished: true };

let posting: Posting;
let channel: FakeChannel;
beforeEach(async () => {
  posting = await openPosting();
  channel = posting.discord.addChannel(posting.guild, { type: 5 });
});
afterEach(() => posting.close());

const published = (of: FakeChannel = channel) => of.messages.filter(({ isPublished }) => isPublished);
const crossposts = () => posting.discord.requests.filter(({ path }) => path.endsWith('/crosspost'));
const crosspostsSeen = (count: number) => until(() => crossposts().length >= count);
const restsBegun = () => until(() => posting.clock.waiting > 0);
const waiting = () => posting.memory.keysUnder('publish:');
const nothingWaits = async () => {
  while ((await waiting()).length > 0) await new Promise((resolve) => setImmediate(resolve));
};

async function post(count: number, posts = posting.posts) {
  for (let at = 0; at < count; at += 1) {
    expect((await posts.send(orderFor(channel, { look }))).kind).toBe('sent');
  }
}

/** An hour later, also for Discord. */
function passHour() {
  channel.publishedAt = [];
  posting.clock.advance(hourMs);
}

describe('an announcement channel', () => {
  it('is published to its followers only where that is wanted', async () => {
    await posting.posts.send(orderFor(channel));
    await post(1);
    await crosspostsSeen(1);
    expect(published()).toEqual([channel.messages[1]]);
  });

  it('takes posts on while publishing waits for its limit of ten an hour', async () => {
    await post(12);
    await crosspostsSeen(10);
    expect(published()).toHaveLength(10);
    await restsBegun();
    passHour();
    await crosspostsSeen(12);
    expect(published()).toHaveLength(12);
    await nothingWaits();
  });

  it('keeps the post when publishing is limited by others, and publishes later', async () => {
    channel.publishedAt = Array.from({ length: 10 }, () => 0);
    await post(1);
    await crosspostsSeen(1);
    await restsBegun();
    passHour();
    await crosspostsSeen(2);
    expect(published()).toHaveLength(1);
  });

  it('publishes again what Discord has trouble with, and the others meanwhile', async () => {
    posting.discord.fail({ on: 'crosspost', times: 2, answer: { status: 500 } });
    await post(1);
    await restsBegun();
    await post(1);
    posting.clock.advance(minuteMs);
    await crosspostsSeen(2);
    await restsBegun();
    expect(published()).toEqual([]);
    posting.clock.advance(minuteMs);
    await nothingWaits();
    const [first, second] = channel.messages.map(({ id }) => id);
    expect(crossposts().map(({ path }) => path.split('/').at(-2))).toEqual([first, first, second, first]);
    expect(published()).toHaveLength(2);
  });

  it('gives up what Discord refuses, and goes on', async () => {
    posting.discord.fail({
      on: 'crosspost',
      answer: { status: 403, body: { message: 'Missing Permissions', code: 50_013 } },
    });
    await post(2);
    await crosspostsSeen(2);
    await nothingWaits();
    expect(published()).toEqual([channel.messages[1]]);
    expect(posting.log.lines.map(({ text }) => text)).toContain('not published');
  });
});

describe('a program that starts again', () => {
  it('publishes what waited when it was stopped, once, the oldest first', async () => {
    await post(13);
    await crosspostsSeen(10);
    await restsBegun();
    await posting.posts.stop();
    expect(await waiting()).toHaveLength(3);
    passHour();
    const again = posting.restart();
    await again.resume();
    await nothingWaits();
    expect(published()).toHaveLength(13);
    const asked = crossposts().map(({ path }) => path.split('/').at(-2));
    expect(asked).toEqual(channel.messages.map(({ id }) => id));
  });

  it('takes a post as published that was, before that could be noted', async () => {
    await post(1);
    await nothingWaits();
    const [message] = channel.messages;
    await posting.memory.put(`publish:${channel.id}/${message?.id}`, '');
    await posting.restart().resume();
    await nothingWaits();
    expect(crossposts().map(({ status }) => status)).toEqual([200, 400]);
    expect(posting.log.lines.filter(({ level }) => level === 'warn')).toEqual([]);
  });

  it('leaves to one of two copies what both found', async () => {
    channel.publishedAt = Array.from({ length: 10 }, () => 0);
    await post(1);
    await restsBegun();
    const other = posting.restart();
    channel.publishedAt = [];
    await other.resume();
    await nothingWaits();
    passHour();
    await posting.posts.stop();
    expect(crossposts().map(({ status }) => status)).toEqual([429, 200]);
  });

  it('lets go of what waited for days', async () => {
    channel.publishedAt = Array.from({ length: 10 }, () => 0);
    await post(1);
    await restsBegun();
    await posting.posts.stop();
    posting.clock.advance(73 * hourMs);
    channel.publishedAt = [];
    const again = posting.restart();
    await again.resume();
    await again.stop();
    expect(published()).toEqual([]);
  });

  it('passes over keys that are no posts', async () => {
    await posting.memory.put('publish:nonsense', '');
    await posting.memory.put('publish:12/x/3', '');
    const again = posting.restart();
    await again.resume();
    await again.stop();
    expect(crossposts()).toEqual([]);
  });
});

it('publishes a post also where memory fails', async () => {
  posting.memory.put = () => Promise.reject(new Error('the disk is full'));
  await post(1);
  await crosspostsSeen(1);
  expect(published()).toHaveLength(1);
  expect(posting.log.lines.map(({ text }) => text)).toContain('what is to be published cannot be remembered');
});

it('takes up at the start of the platform what an earlier run left', async () => {
  channel.publishedAt = Array.from({ length: 10 }, () => 0);
  await post(1);
  await restsBegun();
  await posting.posts.stop();
  channel.publishedAt = [];
  const { discord, memory, clock, log } = posting;
  const { token, apiUrl } = discord;
  const setup = { token, apiUrl, commands: [], ownerIds: [], memory, texts: english, clock, log };
  const platform = createDiscordPlatform(setup);
  await platform.start({
    onCommand: () => Promise.reject(new Error('nobody asked')),
    onChannelEvent: () => Promise.resolve(),
  });
  await nothingWaits();
  await until(() => platform.status().isConnected);
  await platform.stop();
  expect(published()).toHaveLength(1);
});
