import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { english } from '../../../src/texts/english.ts';
import { startTelegramBot, type TelegramBot } from '../../fakes/telegram/telegram-bot.ts';
import type { FakeMember } from '../../fakes/telegram/world.ts';

const ann = 11;
const group = -1001;
const channel = -1003;
const { reasons, lostRights } = english.telegram;

let bot: TelegramBot;
beforeEach(async () => {
  bot = await startTelegramBot();
  bot.api.world.addPerson(ann, 'Ann');
  bot.api.world.addGroup(group, 'Traders');
  bot.api.world.addChannel(channel, 'News');
});
afterEach(async () => {
  await bot.close();
});

const admin = (rights: Readonly<Record<string, boolean>> = {}): FakeMember => ({
  status: 'administrator',
  rights,
});

async function change(chat: number, now: FakeMember) {
  const id = bot.people.changeBot(chat, now, ann);
  await bot.api.confirmed(id);
  return bot.events;
}

describe('the bot’s membership', () => {
  it('makes a private chat unreachable when the person blocks the bot, and reachable again', async () => {
    const of = { platform: 'telegram', address: String(ann) };
    expect(await change(ann, { status: 'kicked' })).toEqual([
      { kind: 'unreachable', channel: of, reason: reasons.blocked },
    ]);
    expect((await change(ann, { status: 'member' })).at(-1)).toEqual({ kind: 'reachable', channel: of });
  });

  it.each([
    ['removed from a group', group, { status: 'left' }, reasons.removed],
    ['kicked from a group', group, { status: 'kicked' }, reasons.removed],
    [
      'silenced in a group',
      group,
      { status: 'restricted', rights: { can_send_messages: false } },
      reasons.mayNotSend,
    ],
    ['removed from a channel', channel, { status: 'kicked' }, reasons.removed],
    ['left without the right to post', channel, admin({ can_post_messages: false }), reasons.mayNotPost],
  ] as const)('makes all of a chat unreachable when it is %s', async (_name, chat, now, reason) => {
    expect(await change(chat, now)).toEqual([
      { kind: 'scopeUnreachable', scope: `telegram:${chat}`, reason },
    ]);
  });

  it.each([
    [group, { status: 'member' }, 'group', 'Traders'],
    [group, { status: 'restricted', rights: { can_send_messages: true } }, 'group', 'Traders'],
    [channel, admin({ can_post_messages: true }), 'broadcast', 'News'],
  ] as const)('makes a chat known and reachable: %i %j', async (chat, now, kind, name) => {
    const scope = `telegram:${chat}`;
    expect(await change(chat, now)).toEqual([
      { kind: 'seen', channel: { platform: 'telegram', address: String(chat), name, kind, scope } },
      { kind: 'scopeReachable', scope },
    ]);
  });

  it('tells whoever took its rights once what that means', async () => {
    await change(channel, admin({ can_post_messages: false }));
    await change(channel, { status: 'kicked' });
    expect(bot.api.world.inChat(ann).map(({ text }) => text)).toEqual([lostRights({ name: 'News' })]);
  });

  it('leads whoever added it to a channel on to what it receives', async () => {
    await change(channel, { status: 'left' });
    await change(channel, admin({ can_post_messages: true }));
    const told = bot.api.world.inChat(ann).at(-1);
    expect(told?.text).toBe('I can post in News now.');
    expect(told?.keyboard.flat()).toEqual([
      { text: 'Choose what it receives', callback_data: `o:subscribe channel:${channel}` },
    ]);
  });

  it('does not mind where that person cannot be written to', async () => {
    bot.api.refuseNext('sendMessage', 403, "Forbidden: bot can't initiate conversation with a user");
    await change(group, { status: 'left' });
    expect(await change(group, { status: 'member' })).toHaveLength(3);
    expect(bot.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('what a chat says about itself', () => {
  const say = async (chat: number, more: Readonly<Record<string, unknown>>) => {
    const id = bot.people.say({ chat, from: ann, more });
    await bot.api.confirmed(id);
    return bot.events;
  };

  it('moves the channel of a group that became a supergroup', async () => {
    expect(await say(group, { migrate_to_chat_id: -100_500 })).toEqual([
      {
        kind: 'moved',
        from: { platform: 'telegram', address: String(group) },
        to: { platform: 'telegram', address: '-100500' },
      },
    ]);
  });

  it('makes a topic reachable when it is opened again', async () => {
    const more = { forum_topic_reopened: {}, message_thread_id: 7, is_topic_message: true };
    expect(await say(group, more)).toEqual([
      { kind: 'reachable', channel: { platform: 'telegram', address: `${group}/7` } },
    ]);
  });

  it('tells a new name', async () => {
    expect(await say(group, { new_chat_title: 'Traders' })).toMatchObject([
      { kind: 'seen', channel: { name: 'Traders' } },
    ]);
  });
});
