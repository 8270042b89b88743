/** The server of the tests refuses what Discord refuses, and answers as it does. */
import { PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startFakeDiscord, type FakeDiscord } from './fake-discord.ts';
import type { FakeChannel } from './world.ts';

let discord: FakeDiscord;
let channel: FakeChannel;

beforeEach(async () => {
  discord = await startFakeDiscord();
  channel = discord.addChannel(discord.addGuild());
});

afterEach(async () => {
  await discord.close();
});

async function request(method: string, path: string, body?: unknown, token = discord.token) {
  const response = await fetch(`${discord.apiUrl}/v10${path}`, {
    method,
    headers: { Authorization: `Bot ${token}`, 'Content-Type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const answer: unknown = text === '' ? null : JSON.parse(text);
  return { status: response.status, answer, headers: response.headers };
}

const post = (body: unknown) => request('POST', `/channels/${channel.id}/messages`, body);
const button = (changes: object) => ({
  components: [{ type: 1, components: [{ type: 2, style: 2, label: 'a', custom_id: 'a', ...changes }] }],
  content: 'x',
});

describe('a message', () => {
  it.each([
    ['too long a content', { content: 'x'.repeat(2001) }],
    ['too long a title', { embeds: [{ title: 'x'.repeat(257) }] }],
    ['too long a description', { embeds: [{ description: 'x'.repeat(4097) }] }],
    ['more than 6000 characters in all', { embeds: [1, 2].map(() => ({ description: 'x'.repeat(3001) })) }],
    ['a picture that is no web address', { embeds: [{ title: 'x', image: { url: 'data:x' } }] }],
    ['a field that there is not', { content: 'x', colour: 1 }],
    ['a nonce of more than 25 characters', { content: 'x', nonce: 'x'.repeat(26) }],
    ['an enforced nonce that is missing', { content: 'x', enforce_nonce: true }],
    ['too long a custom id', button({ custom_id: 'x'.repeat(101) })],
    ['too long a label', button({ label: 'x'.repeat(81) })],
    ['a link of more than 512 characters', button({ style: 5, url: `https://a.example/${'x'.repeat(500)}` })],
    ['parse and roles at once', { content: 'x', allowed_mentions: { parse: ['roles'], roles: [] } }],
  ])('is refused for %s', async (_, body) => {
    expect(await post(body)).toMatchObject({ status: 400, answer: { code: 50_035 } });
    expect(channel.messages).toEqual([]);
  });

  it('is refused when there is nothing in it', async () => {
    expect(await post({ content: '' })).toMatchObject({ status: 400, answer: { code: 50_006 } });
  });

  it('rings everybody that its content names, unless that is closed', async () => {
    const role = discord.addRole(discord.world.guilds.get(channel.guildId ?? '') ?? discord.addGuild(), {
      isMentionable: true,
    });
    await post({ content: `<@&${role.id}> <@700000000000000001>` });
    await post({ content: `<@&${role.id}>`, allowed_mentions: { parse: [] } });
    expect(channel.messages.map(({ pinged }) => pinged)).toEqual([[role.id, '700000000000000001'], []]);
  });

  it('with a repeated nonce is the earlier one, as it was', async () => {
    const first = await post({ content: 'one', nonce: '1', enforce_nonce: true });
    const second = await post({ content: 'two', nonce: '1', enforce_nonce: true });
    expect(second.answer).toEqual(first.answer);
    expect(channel.messages.map(({ content }) => content)).toEqual(['one']);
  });

  it.each([
    ['an unknown channel', 404, 10_003, undefined],
    ['a channel that the bot may not see', 403, 50_001, PermissionFlagsBits.ViewChannel],
    ['a channel where it may not write', 403, 50_013, PermissionFlagsBits.SendMessages],
    ['embeds where it may not', 403, 50_013, PermissionFlagsBits.EmbedLinks],
  ])('is refused for %s', async (_, status, code, denied) => {
    if (denied === undefined) discord.deleteChannel(channel);
    else discord.deny(channel, denied);
    expect(await post({ embeds: [{ title: 'x' }] })).toMatchObject({ status, answer: { code } });
  });
});

describe('the history', () => {
  it('gives the newest first, in pages', async () => {
    for (const content of ['1', '2', '3']) await post({ content });
    const [first, , last] = channel.messages;
    const path = `/channels/${channel.id}/messages`;
    expect((await request('GET', path)).answer).toMatchObject([
      { content: '3' },
      { content: '2' },
      { content: '1' },
    ]);
    expect((await request('GET', `${path}?limit=1&after=${first?.id}`)).answer).toMatchObject([
      { content: '2' },
    ]);
    expect((await request('GET', `${path}?limit=1&before=${last?.id}`)).answer).toMatchObject([
      { content: '2' },
    ]);
  });

  it('is empty without the permission, and no error', async () => {
    await post({ content: '1' });
    discord.deny(channel, PermissionFlagsBits.ReadMessageHistory);
    expect(await request('GET', `/channels/${channel.id}/messages`)).toMatchObject({
      status: 200,
      answer: [],
    });
  });
});

it('refuses a wrong token, and an address that it does not know', async () => {
  expect((await request('GET', '/users/@me', undefined, 'x')).status).toBe(401);
  expect((await request('GET', '/nothing')).status).toBe(404);
});

it('lets five messages into a channel in five seconds, and says so in its headers', async () => {
  const strict = await startFakeDiscord({ hasLimits: true });
  try {
    channel = strict.addChannel(strict.addGuild());
    [discord] = [strict, await discord.close()];
    const answers = [];
    for (let count = 0; count < 6; count += 1) answers.push(await post({ content: 'x' }));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
    expect(answers[4]?.headers.get('X-RateLimit-Remaining')).toBe('0');
    expect(Number(answers[5]?.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(answers[5]?.answer).toMatchObject({ global: false });
  } finally {
    discord = strict;
  }
});
