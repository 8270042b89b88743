import { MessageFlags, PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainLook } from '../../../src/domain/subscription.ts';
import type { Message } from '../../../src/domain/message.ts';
import { noticeMessage } from '../../../src/messages/notice-message.ts';
import type { FakeChannel } from '../../fakes/discord/world.ts';
import { editFor, openPosting, orderFor, type Posting } from './posting.ts';
import { storyPost } from './samples.ts';

let posting: Posting;

beforeEach(async () => {
  posting = await openPosting();
});

afterEach(async () => {
  await posting.close();
});

const minuteMs = 60_000;
const aForum = (changes: Partial<FakeChannel> = {}) =>
  posting.discord.addChannel(posting.guild, { type: 15, ...changes });
const threadsIn = (forum: FakeChannel) =>
  [...posting.discord.world.channels.values()].filter(({ parentId }) => parentId === forum.id);
const tag = (id: string, name: string, moderated = false) => ({
  id: `80000000000000000${id}`,
  name,
  moderated,
});
const ofCategory = (category: 'policy' | 'stablecoins'): Message => ({
  ...storyPost,
  story: storyPost.story && { ...storyPost.story, category },
});

describe('a forum', () => {
  it('gets a post of its own for each story, named after it', async () => {
    const forum = aForum();
    const outcome = await posting.posts.send(orderFor(forum));
    const [thread] = threadsIn(forum);
    expect(outcome).toEqual({ kind: 'sent', messageId: thread?.id, form: 'forum' });
    expect(thread?.name).toBe('Regulator clears *first* bank_token');
    expect(thread?.messages[0]?.embeds).toHaveLength(1);
  });

  it.each([
    ['policy' as const, 'policy'],
    ['policy' as const, 'Policy'],
    ['policy' as const, 'Policy & Regulation'],
    ['stablecoins' as const, 'Stablecoins & Paymen'],
    ['stablecoins' as const, 'stablecoins'],
  ])('tags a story of %s by the tag %j', async (category, name) => {
    const forum = aForum({ tags: [tag('1', 'Elsewhere'), tag('2', name)] });
    await posting.posts.send(orderFor(forum, { message: ofCategory(category) }));
    expect(threadsIn(forum)[0]?.appliedTags).toEqual([tag('2', '').id]);
  });

  it('gets a post of its own for a notice too, without a tag and without ringing', async () => {
    const forum = aForum({ tags: [tag('1', 'policy')] });
    const message = {
      ...noticeMessage('Example Wire cannot be read', ['It fails.']),
      buttons: storyPost.buttons,
    };
    const look = { ...plainLook, isSilent: true };
    expect(await posting.posts.send(orderFor(forum, { message, look }))).toMatchObject({ form: 'forum' });
    const [thread] = threadsIn(forum);
    expect(thread).toMatchObject({ name: 'Example Wire cannot be read', appliedTags: [] });
    expect(thread?.messages[0]?.flags).toBe(MessageFlags.SuppressNotifications);
  });

  it('leaves tags that only moderators may set', async () => {
    const forum = aForum({ tags: [tag('1', 'policy', true)] });
    expect((await posting.posts.send(orderFor(forum))).kind).toBe('sent');
    expect(threadsIn(forum)[0]?.appliedTags).toEqual([]);
  });

  it('that wants a tag gets one', async () => {
    const forum = aForum({ flags: 16, tags: [tag('1', 'Chat'), tag('2', 'News')] });
    expect((await posting.posts.send(orderFor(forum))).kind).toBe('sent');
    expect(threadsIn(forum)[0]?.appliedTags).toEqual([tag('2', '').id]);
  });

  it('whose tags changed meanwhile is read anew', async () => {
    const forum = aForum({ tags: [tag('1', 'policy')] });
    await posting.posts.send(orderFor(forum));
    forum.tags = [tag('3', 'policy')];
    expect((await posting.posts.send(orderFor(forum))).kind).toBe('sent');
    expect(threadsIn(forum).at(-1)?.appliedTags).toEqual([tag('3', '').id]);
  });

  it('has no second post after an answer that never came', async () => {
    const forum = aForum();
    posting.discord.fail({ on: '/threads', when: 'after', answer: 'cut' });
    const order = orderFor(forum);
    const uncertainSince = posting.clock.now();
    expect(await posting.posts.send(order)).toMatchObject({ kind: 'unknown', mayRepeat: true });
    expect(posting.discord.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
    await posting.posts.send(orderFor(forum));
    posting.clock.advance(30 * minuteMs);
    const again = await posting.posts.send({ ...order, uncertainSince });
    expect(again).toEqual({ kind: 'sent', messageId: threadsIn(forum)[0]?.id, form: 'forum' });
    expect(threadsIn(forum)).toHaveLength(2);
  });

  it('knows its post by the name where the bot may not read the history', async () => {
    const forum = aForum();
    posting.discord.deny(forum, PermissionFlagsBits.ReadMessageHistory);
    posting.discord.fail({ on: '/threads', when: 'after', answer: 'cut' });
    const order = orderFor(forum);
    const uncertainSince = posting.clock.now();
    await posting.posts.send(order);
    expect((await posting.posts.send({ ...order, uncertainSince })).kind).toBe('sent');
    expect(threadsIn(forum)).toHaveLength(1);
  });

  it('gets the post when it had not come', async () => {
    const forum = aForum();
    posting.discord.fail({ on: '/threads', answer: 'cut' });
    const order = orderFor(forum);
    const uncertainSince = posting.clock.now();
    await posting.posts.send(order);
    expect((await posting.posts.send({ ...order, uncertainSince })).kind).toBe('sent');
    expect(threadsIn(forum)).toHaveLength(1);
  });
});

describe('an edit', () => {
  const changed: Message = { ...storyPost, title: { text: 'A new @everyone headline' } };

  it('changes the post in place and rings nobody', async () => {
    const channel = posting.discord.addChannel(posting.guild);
    const order = orderFor(channel);
    const sent = await posting.posts.send(order);
    const messageId = sent.kind === 'sent' ? sent.messageId : '';
    const look = { ...plainLook, isSilent: true, mention: { role: '600000000000000001', categories: [] } };
    const outcome = await posting.posts.edit(editFor(order, messageId, { message: changed, look }));
    expect(outcome).toEqual({ kind: 'edited' });
    expect(channel.messages[0]?.embeds[0]?.title).toContain('headline');
    const patch = posting.discord.requests.find(({ method }) => method === 'PATCH');
    expect(patch?.body).toMatchObject({ allowed_mentions: { parse: [] } });
    expect(patch?.body).not.toHaveProperty('flags');
  });

  it('changes a forum post and its name', async () => {
    const forum = aForum();
    const order = orderFor(forum);
    const sent = await posting.posts.send(order);
    const messageId = sent.kind === 'sent' ? sent.messageId : '';
    expect(await posting.posts.edit(editFor(order, messageId, { message: changed }))).toEqual({
      kind: 'edited',
    });
    expect(threadsIn(forum)[0]?.name).toBe('A new @everyone headline');
  });

  it.each([
    [404, 10_008],
    [400, 50_083],
    [403, 50_005],
    [403, 50_013],
    [400, 50_035],
  ])('is refused for HTTP %i with code %i', async (status, code) => {
    const channel = posting.discord.addChannel(posting.guild);
    posting.discord.fail({ on: 'PATCH', answer: { status, body: { message: 'no', code } } });
    const outcome = await posting.posts.edit(editFor(orderFor(channel), '900000000000000001'));
    expect(outcome.kind).toBe('refused');
  });

  it('waits as long as Discord’s body says, however short its header is', async () => {
    const channel = posting.discord.addChannel(posting.guild);
    posting.discord.fail({
      on: 'PATCH',
      answer: { status: 429, headers: { 'Retry-After': '1' }, body: { retry_after: 1100, code: 30_046 } },
    });
    const outcome = await posting.posts.edit(editFor(orderFor(channel), '900000000000000001'));
    expect(outcome).toMatchObject({ kind: 'retry' });
    expect(outcome.kind === 'retry' && outcome.afterMs).toBeGreaterThan(1_000_000);
    expect((await posting.posts.send(orderFor(channel))).kind).toBe('sent');
  });

  it('is tried again after trouble', async () => {
    const channel = posting.discord.addChannel(posting.guild);
    posting.discord.fail({ on: 'PATCH', answer: { status: 500 } });
    expect((await posting.posts.edit(editFor(orderFor(channel), '900000000000000001'))).kind).toBe('retry');
  });
});
