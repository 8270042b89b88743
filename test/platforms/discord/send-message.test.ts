import { PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainLook } from '../../../src/domain/subscription.ts';
import { textMessage } from '../../../src/domain/message.ts';
import type { FakeChannel } from '../../fakes/discord/world.ts';
import { openPosting, orderFor, type Posting } from './posting.ts';
import { storyPost } from './samples.ts';

let posting: Posting;
let channel: FakeChannel;

beforeEach(async () => {
  posting = await openPosting();
  channel = posting.discord.addChannel(posting.guild);
});

afterEach(async () => {
  await posting.close();
});

const minuteMs = 60_000;
const retitled = { ...storyPost, title: { text: 'Another headline', url: 'https://a.example' } };

describe('a post', () => {
  it('arrives once, silent where that is wanted, and rings nobody', async () => {
    const outcome = await posting.posts.send(orderFor(channel, { look: { ...plainLook, isSilent: true } }));
    expect(channel.messages).toHaveLength(1);
    expect(outcome).toEqual({ kind: 'sent', messageId: channel.messages[0]?.id, form: 'message' });
    expect(channel.messages[0]).toMatchObject({ flags: 4096, pinged: [] });
  });

  it('rings the role of the subscription, where Discord lets it', async () => {
    const role = posting.discord.addRole(posting.guild, { isMentionable: true });
    const look = { ...plainLook, mention: { role: role.id, categories: [] } };
    await posting.posts.send(orderFor(channel, { look }));
    expect(channel.messages[0]?.pinged).toEqual([role.id]);
  });

  it('goes into threads and private chats', async () => {
    const thread = posting.discord.addChannel(posting.guild, { type: 11, parentId: channel.id });
    posting.discord.deny(channel, PermissionFlagsBits.SendMessages);
    const direct = posting.discord.addChannel(null);
    expect((await posting.posts.send(orderFor(thread))).kind).toBe('sent');
    expect((await posting.posts.send(orderFor(direct))).kind).toBe('sent');
  });

  it('asks for one message however often it is sent', async () => {
    const order = orderFor(channel);
    const first = await posting.posts.send(order);
    const second = await posting.posts.send(order);
    expect(second).toEqual(first);
    expect(channel.messages).toHaveLength(1);
  });

  it('has one message for each part', async () => {
    const order = orderFor(channel);
    await posting.posts.send(order);
    await posting.posts.send({ ...order, part: 1 });
    expect(channel.messages).toHaveLength(2);
  });

  it('is refused a channel that is none of Discord’s', async () => {
    const order = orderFor(channel);
    const elsewhere = { ...order, channel: { ...order.channel, address: '../@me' } };
    expect((await posting.posts.send(elsewhere)).kind).toBe('unreachable');
    expect(posting.discord.requests).toEqual([]);
  });
});

describe('an answer that never came', () => {
  it.each([
    ['a cut connection', 'cut' as const],
    ['an error of the server', { status: 502, body: 'bad gateway' }],
    ['a page in place of the answer', { status: 200, body: '<html>' }],
  ])('may be asked for again after %s, and leaves one post', async (_, answer) => {
    posting.discord.fail({ on: '/messages', when: 'after', answer });
    const order = orderFor(channel);
    const uncertainSince = posting.clock.now();
    expect(await posting.posts.send(order)).toMatchObject({ kind: 'unknown', mayRepeat: true });
    posting.clock.advance(10_000);
    expect(await posting.posts.send({ ...order, uncertainSince })).toMatchObject({ kind: 'sent' });
    expect(channel.messages).toHaveLength(1);
  });

  it('is looked for in the channel when the nonce is forgotten', async () => {
    posting.discord.fail({ on: '/messages', when: 'after', answer: 'cut' });
    const order = orderFor(channel);
    const uncertainSince = posting.clock.now();
    await posting.posts.send(order);
    for (let other = 0; other < 120; other += 1) await posting.posts.send(orderFor(channel));
    posting.discord.world.nonces.clear();
    posting.clock.advance(90 * minuteMs);
    const found = await posting.posts.send({ ...order, uncertainSince });
    expect(found).toEqual({ kind: 'sent', messageId: channel.messages[0]?.id, form: 'message' });
    expect(channel.messages).toHaveLength(121);
  });

  it('is sent again when it is not in the channel', async () => {
    posting.discord.fail({ on: '/messages', answer: 'cut' });
    const order = orderFor(channel);
    const uncertainSince = posting.clock.now();
    await posting.posts.send(order);
    posting.clock.advance(2 * minuteMs);
    expect((await posting.posts.send({ ...order, uncertainSince })).kind).toBe('sent');
    expect(channel.messages).toHaveLength(1);
  });

  it('is not repeated where the bot may not read the history', async () => {
    posting.discord.deny(channel, PermissionFlagsBits.ReadMessageHistory);
    posting.discord.fail({ on: '/messages', when: 'after', answer: 'cut' });
    const order = orderFor(channel);
    const uncertainSince = posting.clock.now();
    await posting.posts.send(order);
    posting.discord.world.nonces.clear();
    posting.clock.advance(2 * minuteMs);
    const outcome = await posting.posts.send({ ...order, uncertainSince });
    expect(outcome).toMatchObject({ kind: 'unknown', mayRepeat: false });
    expect(channel.messages).toHaveLength(1);
  });

  it('is found by its text where it has no buttons', async () => {
    posting.discord.fail({ on: '/messages', when: 'after', answer: 'cut' });
    const order = orderFor(channel, { message: textMessage('A source is failing.') });
    const uncertainSince = posting.clock.now();
    await posting.posts.send(order);
    posting.discord.world.nonces.clear();
    posting.clock.advance(2 * minuteMs);
    expect((await posting.posts.send({ ...order, uncertainSince })).kind).toBe('sent');
    expect(channel.messages).toHaveLength(1);
  });

  it('stays uncertain when the look fails too', async () => {
    const uncertainSince = posting.clock.now();
    posting.clock.advance(2 * minuteMs);
    for (const answer of ['cut' as const, { status: 503 }, { status: 429, body: { retry_after: 60 } }]) {
      posting.discord.fail({ on: 'GET /channels', answer });
      const outcome = await posting.posts.send(orderFor(channel, { uncertainSince }));
      expect(outcome).toMatchObject({ kind: 'unknown', mayRepeat: true });
    }
    expect(channel.messages).toEqual([]);
  });

  it('is brought up to date when the headline changed meanwhile', async () => {
    const order = orderFor(channel);
    posting.discord.fail({ on: '/messages', when: 'after', answer: 'cut' });
    const uncertainSince = posting.clock.now();
    await posting.posts.send(order);
    await posting.posts.send({ ...order, message: retitled, uncertainSince });
    expect(channel.messages).toHaveLength(1);
    expect(channel.messages[0]?.embeds[0]?.title).toBe('Another headline');
  });

  it('is not repeated when the post was deleted meanwhile', async () => {
    const order = orderFor(channel);
    await posting.posts.send(order);
    channel.messages.splice(0);
    const outcome = await posting.posts.send({ ...order, uncertainSince: posting.clock.now() });
    expect(outcome.kind).toBe('rejected');
    expect(channel.messages).toEqual([]);
  });
});
