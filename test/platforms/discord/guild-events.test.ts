import { PermissionFlagsBits } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import { english } from '../../../src/texts/english.ts';
import type { FakeChannel, FakeGuild } from '../../fakes/discord/world.ts';
import { createTestMemory } from '../../support/memory.ts';
import { openChatting, textIn, until, type Chatting } from './chatting.ts';

let chat: Chatting;

afterEach(async () => {
  await chat.close();
});

const errorsTold = () => chat.log.lines.filter(({ level }) => level === 'error');

const scope = (guild: FakeGuild) => `discord:${guild.id}` as const;
const told = () => chat.events.map((event) => JSON.stringify(event));
const heard = (event: unknown) => until(() => told().includes(JSON.stringify(event)));
const address = (channel: FakeChannel) => ({ platform: 'discord' as const, address: channel.id });
const { unreachable } = english.discord;

describe('a server that invites the bot', () => {
  const invite = (systemDenied = 0n, joinedAt = chat.clock.now()): [FakeGuild, FakeChannel] => {
    const guild = chat.discord.addGuild('Trading Floor', { joinedAt });
    const channel = chat.discord.addChannel(guild, { name: 'welcome', denied: systemDenied });
    guild.systemChannelId = channel.id;
    chat.discord.join(guild);
    return [guild, channel];
  };

  it('is greeted once, in its system channel', async () => {
    chat = await openChatting();
    const [guild, channel] = invite();
    await until(() => channel.messages.length === 1);
    expect(textIn(channel.messages[0])).toContain('/subscribe');
    expect(channel.messages[0]?.pinged).toEqual([]);
    await heard({ kind: 'scopeReachable', scope: scope(guild) });
  });

  it('is greeted through its owner where the bot may not write', async () => {
    chat = await openChatting();
    const owner = '700000000000000077';
    const direct = chat.discord.addChannel(null, { name: owner });
    const guild = chat.discord.addGuild('Trading Floor', { ownerId: owner });
    chat.discord.join(guild);
    await until(() => direct.messages.length === 1);
    expect(textIn(direct.messages[0])).toContain('Trading Floor');
  });

  it('whose owner takes no messages is left in peace', async () => {
    chat = await openChatting();
    invite(PermissionFlagsBits.SendMessages);
    await until(() => chat.log.lines.some(({ text }) => text.includes('could not be greeted')));
    expect(chat.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('while the bot was off is greeted at the next start, and only then', async () => {
    const memory = createTestMemory();
    let system: FakeChannel | undefined;
    const prepare: NonNullable<Parameters<typeof openChatting>[0]>['prepare'] = (discord) => {
      const guild = discord.addGuild('Trading Floor', { joinedAt: new Date() });
      system = discord.addChannel(guild);
      guild.systemChannelId = system.id;
    };
    chat = await openChatting({ memory, prepare });
    await until(() => system?.messages.length === 1);
    const known = (await memory.get('guilds')) ?? '';
    expect(known.split(' ')).toHaveLength(2);
  });

  it('is not greeted when a bot of many servers starts with a new database', async () => {
    const channels: FakeChannel[] = [];
    chat = await openChatting({
      prepare: (discord) => {
        for (let count = 0; count < 5; count += 1) {
          const guild = discord.addGuild('Trading Floor', { joinedAt: new Date() });
          const channel = discord.addChannel(guild);
          guild.systemChannelId = channel.id;
          channels.push(channel);
        }
      },
    });
    await until(() => chat.events.length === 6);
    const [guild, channel] = invite();
    await until(() => channel.messages.length === 1);
    expect(guild.name).toBe('Trading Floor');
    expect(channels.flatMap(({ messages }) => messages)).toEqual([]);
  });

  it('long ago is not greeted, also when it is new to the database', async () => {
    chat = await openChatting();
    const [guild, channel] = invite(0n, new Date(chat.clock.now().getTime() - 48 * 3_600_000));
    await heard({ kind: 'scopeReachable', scope: scope(guild) });
    expect(channel.messages).toEqual([]);
  });
});

describe('a server that is lost', () => {
  it('by a kick waits for a new invitation', async () => {
    chat = await openChatting();
    chat.discord.kick(chat.guild);
    await heard({ kind: 'scopeUnreachable', scope: scope(chat.guild), reason: unreachable.removed });
    expect(errorsTold()).toEqual([]);
  });

  it('by a kick while the bot was off is noticed at the start', async () => {
    const memory = createTestMemory();
    await memory.put('guilds', '400000000000000042');
    chat = await openChatting({ memory });
    await heard({
      kind: 'scopeUnreachable',
      scope: 'discord:400000000000000042',
      reason: unreachable.removed,
    });
    await heard({ kind: 'scopeReachable', scope: scope(chat.guild) });
    expect(errorsTold()).toEqual([]);
  });

  it('at the start, by an outage, is neither gone nor greeted before it is back', async () => {
    let away: FakeGuild | undefined;
    chat = await openChatting({
      prepare: (discord) => {
        away = discord.addGuild('Away', { isUnavailable: true, joinedAt: new Date() });
        away.systemChannelId = discord.addChannel(away).id;
      },
    });
    await heard({ kind: 'scopeReachable', scope: scope(chat.guild) });
    if (away === undefined) throw new Error('no server');
    const system = chat.discord.world.channels.get(away.systemChannelId ?? '');
    expect(system?.messages).toEqual([]);
    chat.discord.setUnavailable(away, false);
    await until(() => system?.messages.length === 1);
    expect(told().filter((event) => event.includes('Unreachable'))).toEqual([]);
  });

  it('for a while, by an outage, forgets nothing', async () => {
    chat = await openChatting();
    await heard({ kind: 'scopeReachable', scope: scope(chat.guild) });
    chat.discord.setUnavailable(chat.guild, true);
    chat.discord.setUnavailable(chat.guild, false);
    chat.discord.deleteChannel(chat.channel);
    await heard({ kind: 'unreachable', channel: address(chat.channel), reason: unreachable.gone });
    expect(chat.events.map(({ kind }) => kind)).toEqual(['scopeReachable', 'scopeReachable', 'unreachable']);
    expect(chat.channel.messages).toEqual([]);
  });
});

describe('a channel', () => {
  it('that is deleted is gone, threads too', async () => {
    chat = await openChatting();
    const thread = chat.discord.addChannel(chat.guild, { type: 11, parentId: chat.channel.id });
    for (const channel of [thread, chat.channel]) {
      chat.discord.deleteChannel(channel);
      await heard({ kind: 'unreachable', channel: address(channel), reason: unreachable.gone });
    }
    expect(errorsTold()).toEqual([]);
  });

  it('that takes a permission away and gives it back says which', async () => {
    chat = await openChatting();
    chat.discord.deny(chat.channel, PermissionFlagsBits.EmbedLinks);
    await heard({
      kind: 'unreachable',
      channel: address(chat.channel),
      reason: unreachable.forbidden({ missing: ['Embed Links'] }),
    });
    chat.discord.deny(chat.channel, 0n);
    await heard({ kind: 'reachable', channel: address(chat.channel) });
    expect(errorsTold()).toEqual([]);
  });

  it('that only changes its name is no news', async () => {
    chat = await openChatting();
    chat.channel.name = 'renamed';
    chat.discord.deny(chat.channel, 0n);
    chat.discord.deleteChannel(chat.channel);
    await heard({ kind: 'unreachable', channel: address(chat.channel), reason: unreachable.gone });
    expect(chat.events.map(({ kind }) => kind)).toEqual(['scopeReachable', 'unreachable']);
  });

  it('follows the roles of the bot', async () => {
    chat = await openChatting();
    const [everyone] = chat.guild.roles;
    if (everyone === undefined) throw new Error('no role');
    const all = everyone.permissions;
    chat.discord.setRolePermissions(chat.guild, everyone, PermissionFlagsBits.ViewChannel);
    await until(() => told().some((event) => event.includes('Send Messages')));
    const writer = chat.discord.addRole(chat.guild, { permissions: all });
    chat.discord.setBotRoles(chat.guild, [writer]);
    await heard({ kind: 'reachable', channel: address(chat.channel) });
    expect(errorsTold()).toEqual([]);
  });
});
