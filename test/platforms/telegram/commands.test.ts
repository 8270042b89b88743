import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { textMessage } from '../../../src/domain/message.ts';
import { english } from '../../../src/texts/english.ts';
import { isPayload, listIn, textIn } from '../../fakes/telegram/payload.ts';
import { startTelegramBot, type TelegramBot } from '../../fakes/telegram/telegram-bot.ts';

const owner = 1;
const ann = 11;
const bob = 12;
const group = -1001;
const forum = -1002;
const channel = -1003;

let bot: TelegramBot;
beforeEach(async () => {
  bot = await startTelegramBot({ answer: (line) => textMessage(`Answer to ${line}.`) });
  const { world } = bot.api;
  world.addPerson(owner, 'Olga');
  world.addPerson(ann, 'Ann', 'de');
  world.addPerson(bob, 'Bob');
  world
    .addGroup(group, 'Traders')
    .members.set(ann, { status: 'administrator' })
    .set(bob, { status: 'member' });
  world.addGroup(forum, 'Forum', { is_forum: true }).topics.set(7, 'open');
  world.addChannel(channel, 'News').members.set(ann, { status: 'creator' });
});
afterEach(async () => {
  await bot.close();
});

/** Says it and waits until the bot is done with it. */
async function say(
  chat: number,
  from: number | null,
  text?: string,
  more: Parameters<TelegramBot['people']['say']>[0]['more'] = {},
) {
  const thread = typeof more['thread'] === 'number' ? more['thread'] : undefined;
  const id = bot.people.say({ chat, from, text, thread, more: { ...more, thread: undefined } });
  await bot.api.confirmed(id);
  return bot.lines();
}
const shownIn = (chat: number) => bot.api.world.inChat(chat);

describe('a typed command', () => {
  it.each([
    ['/latest', 'latest'],
    ['/Latest', 'latest'],
    ['/LATEST policy BTC 5', 'latest policy BTC 5'],
    ['/latest@satwire_bot policy', 'latest policy'],
    ['/latest@Satwire_Bot', 'latest'],
    ['/search hong kong\nsince:7d', 'search hong kong\nsince:7d'],
    ['  /latest', 'latest'],
  ])('is heard in any case, with and without the bot’s name: %j', async (text, line) => {
    expect(await say(ann, ann, text)).toEqual([line]);
  });

  it('is left to another bot that is named', async () => {
    expect(await say(group, ann, '/latest@other_bot')).toEqual([]);
  });

  it('is left to other bots in a group where it is unknown, and not in private', async () => {
    expect(await say(group, ann, '/ban @bob')).toEqual([]);
    expect(await say(group, ann, '/lates@satwire_bot')).toEqual(['lates']);
    expect(await say(ann, ann, '/lates')).toEqual(['lates', 'lates']);
  });

  it('is heard in the caption of a picture', async () => {
    expect(await say(ann, ann, undefined, { caption: '/latest', photo: [] })).toEqual(['latest']);
  });

  it('is not heard from bots', async () => {
    const from = { id: 99, is_bot: true, first_name: 'Other' };
    expect(await say(group, ann, '/latest', { from })).toEqual([]);
  });

  it('is answered as a reply in a group, and plainly in private', async () => {
    await say(group, ann, '/latest');
    await say(ann, ann, '/latest');
    expect(shownIn(group)[0]?.payload).toMatchObject({
      reply_parameters: { message_id: expect.any(Number), allow_sending_without_reply: true },
    });
    expect(shownIn(ann)[0]?.payload['reply_parameters']).toBeUndefined();
    expect(shownIn(ann)[0]?.text).toBe('Answer to latest.');
  });

  it('is answered in its own topic', async () => {
    await say(forum, ann, '/latest', { thread: 7 });
    expect(shownIn(forum)[0]?.payload).toMatchObject({ message_thread_id: 7 });
    expect(bot.requests[0]?.asker.channel).toMatchObject({
      address: `${forum}/7`,
      kind: 'topic',
      scope: `telegram:${forum}`,
    });
  });

  it('is answered in a group whose thread is no topic, without one', async () => {
    await say(group, ann, '/latest', { message_thread_id: 5 });
    expect(shownIn(group)[0]?.payload['message_thread_id']).toBeUndefined();
    expect(bot.requests[0]?.asker.channel).toMatchObject({ address: String(group), kind: 'group' });
  });

  it('is answered later where Telegram wants the chat left alone', async () => {
    bot.api.refuseNext('sendMessage', 429, 'Too Many Requests: retry after 5', { retry_after: 5 });
    await say(ann, ann, '/latest');
    expect(shownIn(ann)).toHaveLength(1);
  });

  it('goes on after an answer that did not arrive', async () => {
    bot.api.failNext('sendMessage', { kind: 'page', status: 502 });
    await say(ann, ann, '/latest');
    await say(ann, ann, '/latest');
    expect(shownIn(ann)).toHaveLength(1);
    expect(bot.log.lines.map(({ text }) => text)).toContain('an answer did not arrive on Telegram');
  });
});

describe('who asks', () => {
  const asker = () => bot.requests.at(-1)?.asker;

  it('is told with name, language and place', async () => {
    await say(ann, ann, '/latest');
    expect(asker()).toEqual({
      personId: String(ann),
      personName: 'Ann',
      channel: {
        platform: 'telegram',
        address: String(ann),
        name: 'Ann',
        kind: 'direct',
        scope: `telegram:${ann}`,
      },
      isModerator: true,
      isOwner: false,
      language: 'de',
    });
  });

  it('moderates a group as its administrator, and not as its member', async () => {
    await say(group, ann, '/latest');
    expect(asker()?.isModerator).toBe(true);
    await say(group, bob, '/latest');
    expect(asker()?.isModerator).toBe(false);
  });

  it('is looked up once for a while', async () => {
    for (let count = 0; count < 3; count += 1) await say(group, ann, '/latest');
    expect(bot.api.callsOf('getChatAdministrators')).toHaveLength(1);
  });

  it('moderates a group also where the list of administrators leaves them out', async () => {
    const rights = { is_anonymous: true, isHidden: true };
    bot.api.world.chats.get(group)?.members.set(bob, { status: 'administrator', rights });
    await say(group, bob, '/latest');
    expect(asker()?.isModerator).toBe(true);
  });

  it('moderates a group as an anonymous administrator', async () => {
    const from = { id: 1_087_968_824, is_bot: true, first_name: 'Group' };
    await say(group, ann, '/latest', {
      from,
      sender_chat: { id: group, type: 'supergroup', title: 'Traders' },
    });
    expect(asker()).toMatchObject({ isModerator: true, personId: String(group), personName: 'Traders' });
  });

  it('does not moderate a group in the name of another chat', async () => {
    const from = { id: 136_817_688, is_bot: true, first_name: 'Channel' };
    await say(group, ann, '/latest', { from, sender_chat: { id: channel, type: 'channel', title: 'News' } });
    expect(bot.requests.filter(({ asker }) => asker.isModerator)).toEqual([]);
  });

  it('moderates a channel by being able to write in it', async () => {
    await say(channel, null, '/latest');
    expect(asker()).toMatchObject({ isModerator: true, channel: { kind: 'broadcast', name: 'News' } });
    expect(shownIn(channel)).toHaveLength(1);
  });

  it('is nobody special where Telegram does not say', async () => {
    bot.api.refuseNext('getChatAdministrators', 500, 'Internal Server Error');
    bot.api.refuseNext('getChatMember', 500, 'Internal Server Error');
    await say(group, bob, '/latest');
    expect(asker()?.isModerator).toBe(false);
  });

  it('owns the bot where the settings name them', async () => {
    await say(group, owner, '/latest');
    expect(asker()).toMatchObject({ isOwner: true, isModerator: false });
  });
});

describe('a channel that is named', () => {
  const find = async (named: string, from = ann) => {
    await say(from, from, '/latest');
    return bot.requests.at(-1)?.findChannel(named);
  };

  beforeEach(() => {
    bot.api.world
      .addChannel(-1009, 'Open', { username: 'open_news' })
      .members.set(ann, { status: 'creator' });
  });

  it.each(['@open_news', 'open_news', 'https://t.me/open_news', 't.me/Open_News', '-1009'])(
    'is found by %s, with what the person may do there',
    async (named) => {
      expect(await find(named)).toEqual({
        channel: expect.objectContaining({ address: '-1009', name: 'Open', kind: 'broadcast' }),
        isModerator: true,
        missingPermissions: [],
      });
      expect(await find(named, bob)).toMatchObject({ isModerator: false });
    },
  );

  it('says what the bot lacks there', async () => {
    const { members } = bot.api.world.chats.get(-1009) ?? { members: new Map() };
    members.set(700, { status: 'administrator', rights: { can_post_messages: false } });
    expect(await find('@open_news')).toMatchObject({
      missingPermissions: [english.telegram.permissions.post],
    });
  });

  it('is found as one topic of a group', async () => {
    expect(await find(`${group}/7`)).toMatchObject({
      channel: { address: `${group}/7`, kind: 'topic', scope: `telegram:${group}` },
      isModerator: true,
    });
  });

  it.each(['@nobody_here', '-10077'])('is unknown as %s', async (named) => {
    expect(await find(named)).toEqual({ problem: english.telegram.findChannel.unknown });
  });

  it.each(['', 'two words', String(bob)])('is no channel as %j', async (named) => {
    expect(await find(named)).toEqual({ problem: english.telegram.findChannel.wrongName });
  });

  it('is looked for later where Telegram does not answer', async () => {
    bot.api.failNext('getChat', { kind: 'page', status: 502 });
    expect(await find('@open_news')).toEqual({ problem: english.telegram.findChannel.later });
  });

  it('tells what the bot lacks where it is asked', async () => {
    bot.api.world.chats
      .get(group)
      ?.members.set(700, { status: 'restricted', rights: { can_send_messages: false } });
    bot.api.refuseNext('sendMessage', 400, 'Bad Request: not enough rights');
    await say(group, ann, '/latest');
    expect(bot.requests[0]?.missingPermissions).toEqual([english.telegram.permissions.send]);
  });
});

describe('the menu of commands', () => {
  const menus = () =>
    Object.fromEntries(
      bot.api.callsOf('setMyCommands').map(({ payload }) => [
        JSON.stringify(payload['scope']).replace(/["{}]/g, ''),
        listIn(payload, 'commands')
          .filter(isPayload)
          .map((entry) => textIn(entry, 'command'))
          .join(' '),
      ]),
    );

  it('shows everyone what they may use', () => {
    expect(menus()).toEqual({
      'type:all_private_chats': 'start latest search summarize subscribe',
      'type:all_group_chats': 'start latest search summarize',
      'type:all_chat_administrators': 'start latest search summarize subscribe',
      'type:chat,chat_id:1': 'start latest search summarize subscribe sources',
    });
  });

  it('is set anew only where it changed', async () => {
    const again = await startTelegramBot({ botApi: bot.api, memory: bot.memory });
    const before = bot.api.callsOf('setMyCommands').length;
    await again.platform.stop();
    const changed = await startTelegramBot({ botApi: bot.api, memory: bot.memory, commands: [] });
    await changed.platform.stop();
    expect(before).toBe(4);
    expect(bot.api.callsOf('setMyCommands')).toHaveLength(8);
  });
});
