import { PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyMessage, textMessage, type Message } from '../../../src/domain/message.ts';
import type { Answer } from '../../../src/dispatch/command.ts';
import { english } from '../../../src/texts/english.ts';
import { moderator, moderatorPermissions, reader } from '../../fakes/discord/people.ts';
import {
  customIdOf,
  ephemeral,
  firstAnswer,
  openChatting,
  ownerId,
  reply,
  textIn,
  until,
  type Chatting,
} from './chatting.ts';

let chat: Chatting;

beforeEach(async () => {
  chat = await openChatting();
});

afterEach(async () => {
  await chat.close();
});

const text = (name: string, value: string) => ({ name, type: 3, value });

describe('a slash command', () => {
  it('is taken apart, with who asks and where', async () => {
    const { discord, channel, guild } = chat;
    const use = discord.useCommand({
      channel,
      name: 'latest',
      options: [text('category', 'policy'), { name: 'publish', type: 5, value: true }],
      locale: 'de',
    });
    await firstAnswer(use);
    expect(chat.requests).toMatchObject([
      {
        ask: { kind: 'parts', command: 'latest', act: '', options: { category: 'policy', publish: 'true' } },
        asker: {
          personId: reader,
          isModerator: false,
          isOwner: false,
          language: 'de',
          channel: {
            platform: 'discord',
            address: channel.id,
            name: '#news',
            kind: 'text',
            scope: `discord:${guild.id}`,
          },
        },
        missingPermissions: [],
      },
    ]);
  });

  it('is taken apart by its subcommand', async () => {
    const use = chat.discord.useCommand({
      channel: chat.channel,
      name: 'sources',
      options: [{ name: 'list', type: 1, options: [{ name: 'page', type: 4, value: 2 }] }],
    });
    await firstAnswer(use);
    expect(chat.requests[0]?.ask).toEqual({
      kind: 'parts',
      command: 'sources',
      act: 'list',
      options: { page: '2' },
    });
  });

  it.each([
    [true, ephemeral],
    [false, undefined],
  ])('is answered to the asker alone: %s', async (isPrivate, flags) => {
    chat.answer = async () => reply(textMessage('Here.'), isPrivate);
    const answer = await firstAnswer(chat.discord.useCommand({ channel: chat.channel, name: 'latest' }));
    expect(answer['answerType']).toBe(4);
    expect(answer['flags']).toBe(flags);
    expect(textIn(answer)).toContain('Here.');
    expect(answer['allowed_mentions']).toMatchObject({ parse: [] });
  });

  it('knows the bot’s owner', async () => {
    await firstAnswer(chat.discord.useCommand({ channel: chat.channel, name: 'latest', userId: ownerId }));
    expect(chat.requests[0]?.asker.isOwner).toBe(true);
  });

  it('names what the bot lacks where it is used', async () => {
    chat.discord.deny(chat.channel, PermissionFlagsBits.EmbedLinks | PermissionFlagsBits.ReadMessageHistory);
    await firstAnswer(chat.discord.useCommand({ channel: chat.channel, name: 'latest' }));
    expect(chat.requests[0]?.missingPermissions).toEqual(['Embed Links', 'Read Message History']);
  });

  it('is answered in public and private chats', async () => {
    const channel = chat.discord.addChannel(null, { name: reader });
    await firstAnswer(chat.discord.useCommand({ channel, name: 'latest' }));
    expect(chat.requests[0]?.asker).toMatchObject({
      isModerator: true,
      channel: { kind: 'direct', address: channel.id, scope: `discord:${channel.id}` },
    });
  });
});

describe('a slow answer', () => {
  const slow = (): { readonly give: (answer: Answer) => void } => {
    let give: (answer: Answer) => void = () => {};
    const work = new Promise<Answer>((resolve) => {
      give = resolve;
    });
    chat.answer = () => work;
    return { give: (answer) => give(answer) };
  };

  it('is deferred in time and comes later', async () => {
    const { give } = slow();
    const use = chat.discord.useCommand({ channel: chat.channel, name: 'search' });
    await until(() => chat.requests.length === 1);
    chat.clock.advance(1500);
    expect(await use.next()).toMatchObject({ kind: 'callback', type: 5 });
    give(reply(textMessage('At last.')));
    expect(textIn((await use.next()) && use.shown)).toContain('At last.');
  });

  it('is deferred to the asker alone where the command says so', async () => {
    const { give } = slow();
    const use = chat.discord.useCommand({ channel: chat.channel, name: 'summarize' });
    await until(() => chat.requests.length === 1);
    chat.clock.advance(1500);
    expect(await use.next()).toMatchObject({ type: 5, data: { flags: ephemeral } });
    give(reply(textMessage('Short.'), true));
    expect(await use.next()).toMatchObject({ kind: 'edit' });
  });

  it('that turns out to be private takes the place of the public deferral', async () => {
    const { give } = slow();
    const use = chat.discord.useCommand({ channel: chat.channel, name: 'latest' });
    await until(() => chat.requests.length === 1);
    chat.clock.advance(1500);
    await use.next();
    give(reply(textMessage('There is no such category.'), true));
    expect(await use.next()).toEqual({ kind: 'delete' });
    expect(await use.next()).toMatchObject({ kind: 'followup', data: { flags: ephemeral } });
  });

  it('to an interaction that is gone already is let go', async () => {
    const { give } = slow();
    const use = chat.discord.useCommand({ channel: chat.channel, name: 'latest' });
    await until(() => chat.requests.length === 1);
    use.expire();
    give(reply(textMessage('Too late.')));
    await until(() => chat.log.lines.some((line) => line.text.includes('gone')));
    expect(chat.log.lines.filter((line) => line.level === 'error')).toEqual([]);
  });
});

describe('rights', () => {
  const use = (name: string, permissions?: bigint) =>
    firstAnswer(
      chat.discord.useCommand({
        channel: chat.channel,
        name,
        userId: moderator,
        options: [text('subscription', '1')],
        ...(permissions !== undefined && { permissions }),
      }),
    );

  it('to a moderators’ command are what Discord and the server say', async () => {
    await use('pause', PermissionFlagsBits.ViewChannel);
    expect(chat.requests[0]?.asker.isModerator).toBe(true);
  });

  it('to a command for anyone are Manage Server', async () => {
    await use('latest', PermissionFlagsBits.ViewChannel);
    await use('latest', moderatorPermissions);
    expect(chat.requests.map(({ asker }) => asker.isModerator)).toEqual([false, true]);
  });

  it('are checked anew on the button of a public message', async () => {
    const message = {
      id: chat.discord.world.nextId(),
      components: [
        { type: 1, components: [{ type: 2, style: 2, label: 'Pause', custom_id: 'O~~0~pause 1' }] },
      ],
    };
    const press = { channel: chat.channel, message, customId: 'O~~0~pause 1', userId: moderator };
    await firstAnswer(chat.discord.press(press));
    await firstAnswer(chat.discord.press({ ...press, permissions: moderatorPermissions }));
    expect(chat.requests.map(({ asker }) => asker.isModerator)).toEqual([false, true]);
  });

  it('stay with the person who was let in, in an answer that only they see', async () => {
    const withButton: Message = {
      ...textMessage('Paused?'),
      buttons: [{ label: 'Pause', action: 'pause 1', role: 'turn' }],
    };
    chat.answer = async () => reply(withButton, true);
    const shown = await use('pause', PermissionFlagsBits.ViewChannel);
    const press = {
      channel: chat.channel,
      message: { ...shown, id: chat.discord.world.nextId() },
      customId: customIdOf(shown, 'Pause'),
      userId: moderator,
    };
    await firstAnswer(chat.discord.press(press));
    expect(chat.requests.at(-1)?.asker.isModerator).toBe(true);
  });
});

describe('the channel that a command names', () => {
  const find = async (named: string) => {
    await firstAnswer(
      chat.discord.useCommand({ channel: chat.channel, name: 'latest', permissions: moderatorPermissions }),
    );
    return chat.requests.at(-1)?.findChannel(named);
  };

  it('is found by id, mention and name, with what the bot lacks there', async () => {
    const other = chat.discord.addChannel(chat.guild, { name: 'forum', type: 15 });
    chat.discord.deny(other, PermissionFlagsBits.SendMessages);
    await until(() => chat.events.length > 0);
    for (const named of [other.id, `<#${other.id}>`, '#forum', 'Forum']) {
      expect(await find(named)).toEqual({
        channel: {
          platform: 'discord',
          address: other.id,
          name: '#forum',
          kind: 'forum',
          scope: `discord:${chat.guild.id}`,
        },
        isModerator: true,
        missingPermissions: ['Send Messages'],
      });
    }
  });

  it('is told with its remedy when it cannot take posts', async () => {
    const folder = chat.discord.addChannel(chat.guild, { name: 'folder', type: 4 });
    const elsewhere = chat.discord.addChannel(chat.discord.addGuild('Elsewhere'));
    chat.discord.join([...chat.discord.world.guilds.values()].at(-1) ?? chat.guild);
    const { findChannel } = english.discord;
    expect(await find(folder.id)).toEqual({ problem: findChannel.notText });
    expect(await find(elsewhere.id)).toEqual({ problem: findChannel.elsewhere });
    expect(await find('999999999999999999')).toEqual({
      problem: findChannel.unknown({ named: '999999999999999999' }),
    });
  });

  it('tells when its role can be mentioned by few only', async () => {
    const role = chat.discord.addRole(chat.guild);
    const open = chat.discord.addRole(chat.guild, { isMentionable: true });
    for (const { id } of [role, open]) {
      await firstAnswer(
        chat.discord.useCommand({
          channel: chat.channel,
          name: 'subscribe',
          options: [text('categories', 'policy'), { name: 'role', type: 8, value: id }],
        }),
      );
    }
    expect(chat.requests[0]?.missingPermissions).toEqual([english.discord.permissions.MentionEveryone]);
    expect(chat.requests[1]?.missingPermissions).toEqual([]);
  });
});

describe('typing an option', () => {
  const typing = (name: string, option: string, value: string) =>
    firstAnswer(
      chat.discord.type({
        channel: chat.channel,
        name,
        options: [{ name: option, type: 3, value, focused: true }],
      }),
    );

  beforeEach(() => {
    chat.answer = async ({ ask }) =>
      ask.kind === 'complete'
        ? { kind: 'choices', choices: [{ name: `${ask.type} ${ask.text}`, value: ask.text.toUpperCase() }] }
        : reply(emptyMessage);
  });

  it('offers choices', async () => {
    const answer = await typing('summarize', 'story', 'bank');
    expect(answer).toMatchObject({ answerType: 8, choices: [{ name: 'story bank', value: 'BANK' }] });
  });

  it('of several values offers the last one', async () => {
    const answer = await typing('subscribe', 'assets', 'BTC, et');
    expect(answer).toMatchObject({ choices: [{ name: 'BTC, asset et', value: 'BTC, ET' }] });
  });

  it('offers nothing rather than failing Discord’s three seconds', async () => {
    chat.answer = () => new Promise(() => {});
    const use = chat.discord.type({
      channel: chat.channel,
      name: 'summarize',
      options: [{ name: 'story', type: 3, value: 'x', focused: true }],
    });
    await until(() => chat.requests.length === 1);
    chat.clock.advance(2000);
    expect(await firstAnswer(use)).toMatchObject({ answerType: 8, choices: [] });
  });

  it('of a command that is gone offers nothing', async () => {
    expect(await typing('vanished', 'story', 'x')).toMatchObject({ choices: [] });
  });

  it('leaves out what Discord would refuse', async () => {
    chat.answer = async () => ({
      kind: 'choices',
      choices: [
        { name: 'n'.repeat(300), value: 'fits' },
        { name: 'too long', value: 'v'.repeat(101) },
      ],
    });
    const { choices } = await typing('summarize', 'story', 'x');
    expect(choices).toEqual([{ name: `${'n'.repeat(99)}…`, value: 'fits' }]);
  });
});
