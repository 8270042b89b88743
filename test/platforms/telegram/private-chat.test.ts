import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { textMessage } from '../../../src/domain/message.ts';
import { createActions } from '../../../src/platforms/telegram/actions.ts';
import { english } from '../../../src/texts/english.ts';
import { startTelegramBot, type TelegramBot } from '../../fakes/telegram/telegram-bot.ts';
import type { FakeMessage } from '../../fakes/telegram/world.ts';

const ann = 11;
const group = -1001;

let bot: TelegramBot;
beforeEach(async () => {
  bot = await startTelegramBot({ answer: (line) => textMessage(`Answer to ${line}.`) });
  bot.api.world.addPerson(ann, 'Ann');
  bot.api.world.addGroup(group, 'Traders');
});
afterEach(async () => {
  await bot.close();
});

async function say(text?: string, more = {}, chat = ann) {
  const id = bot.people.say({ chat, from: ann, text, more });
  await bot.api.confirmed(id);
  return bot.lines();
}

function lastIn(chat: number): FakeMessage {
  const last = bot.api.world.inChat(chat).at(-1);
  if (last === undefined) throw new Error('nothing was said');
  return last;
}

describe('/start', () => {
  it('says in four lines what to do next, with buttons for it', async () => {
    await say('/start');
    expect(lastIn(ann).text).toMatchInlineSnapshot(`
      "I deliver crypto news here, each story once, and answer when you ask.
      /latest shows the newest stories, /search finds one, /help lists everything.
      /subscribe brings you what you choose as soon as it is reported.
      To bring news to a channel or group of yours, press the button below."
    `);
    expect(
      lastIn(ann)
        .keyboard.flat()
        .map(({ text }) => text),
    ).toEqual(['Latest news', 'Subscribe', 'My channels and groups']);
    expect(bot.requests).toEqual([]);
  });

  it('offers no set-up of channels in a group', async () => {
    await say('/start@satwire_bot subscribe-me', {}, group);
    expect(lastIn(group).text.split('\n')).toHaveLength(3);
    expect(lastIn(group).keyboard.flat()).toHaveLength(2);
  });

  it.each([
    ['/start summarize_42', 'summarize 42'],
    ['/start help', 'help'],
    ['/start related_7', 'related 7'],
  ])('carries out what a deep link carries: %s', async (text, line) => {
    expect(await say(text)).toEqual([line]);
  });

  it.each(['subscribe', 'subscribe everything:yes channel:@open_news'])(
    'asks before it carries out a deep link that changes something: %s',
    async (action) => {
      const payload = await createActions(bot).toStartPayload(action);
      expect(await say(`/start ${payload}`)).toEqual([]);
      expect(lastIn(ann).text).toContain(`/${action}`);
      await bot.people.press(lastIn(ann), `/${action}`, ann);
      expect(bot.lines()).toEqual([action]);
    },
  );

  it('carries out a long deep link from memory', async () => {
    const action = `search "${'hong kong '.repeat(8)}" page:2`;
    const payload = await createActions(bot).toStartPayload(action);
    expect(await say(`/start ${payload}`)).toEqual([action]);
  });

  it('greets where the deep link says nothing to it', async () => {
    expect(await say('/start Ref-77')).toEqual([]);
    expect(lastIn(ann).text).toContain('/latest');
  });
});

describe('a private chat', () => {
  it.each([
    ['https://wire.example/desk?a=1', 'summarize https://wire.example/desk?a=1'],
    ['Look: https://wire.example/desk', 'summarize https://wire.example/desk'],
    ['wire.example/desk', 'summarize https://wire.example/desk'],
  ])('gets a summary of a link: %s', async (text, line) => {
    expect(await say(text)).toEqual([line]);
  });

  it('gets a summary of a link behind words', async () => {
    const entities = [{ type: 'text_link', offset: 0, length: 4, url: 'https://wire.example/b' }];
    expect(await say('This', { entities })).toEqual(['summarize https://wire.example/b']);
  });

  it('is searched for words', async () => {
    expect(await say('hong kong stablecoin')).toEqual(['search hong kong stablecoin']);
  });

  it.each([
    ['a sticker', undefined, { sticker: {} }],
    ['a long text', 'word '.repeat(100), {}],
  ])('does not answer %s', async (_name, text, more) => {
    expect(await say(text, more)).toEqual([]);
    expect(bot.api.world.inChat(ann)).toEqual([]);
  });
});

describe('a text that no button can offer', () => {
  it('is asked for, and the reply makes the command', async () => {
    expect(await say('/search', {}, group)).toEqual([]);
    const question = lastIn(group);
    expect(question.payload['reply_markup']).toMatchObject({ force_reply: true, selective: true });
    expect(question.text).toContain('/search: Words to look for');
    const reply_to_message = {
      message_id: question.message_id,
      date: 1,
      chat: { id: group, type: 'supergroup', title: 'Traders' },
      from: bot.api.world.bot,
      text: question.text,
    };
    expect(await say('hong kong', { reply_to_message }, group)).toEqual(['search hong kong']);
  });

  it('is not taken from a reply to somebody else', async () => {
    const chat = { id: group, type: 'supergroup', title: 'Traders' };
    const question = {
      message_id: 3,
      date: 1,
      chat,
      from: { id: 99, is_bot: false },
      text: '/search: what?',
    };
    expect(await say('hong kong', { reply_to_message: question }, group)).toEqual([]);
  });

  it('is not asked for where it was given', async () => {
    expect(await say('/search btc')).toEqual(['search btc']);
  });
});

describe('setting up a channel from the private chat', () => {
  it('offers the person’s channels, links to add the bot, and other ways', async () => {
    await say('/start');
    await bot.people.press(lastIn(ann), english.telegram.start.channelsButton, ann);
    await bot.api.called('sendMessage', ({ payload }) => JSON.stringify(payload).includes('request_chat'));
    const { payload, html } = lastIn(ann);
    expect(payload['reply_markup']).toMatchObject({
      one_time_keyboard: true,
      keyboard: [
        [
          {
            text: 'Choose a channel',
            request_chat: {
              request_id: 1,
              chat_is_channel: true,
              user_administrator_rights: {
                can_post_messages: true,
                can_edit_messages: true,
                can_promote_members: true,
              },
              bot_administrator_rights: {
                can_post_messages: true,
                can_edit_messages: true,
                can_promote_members: false,
              },
            },
          },
        ],
      ],
    });
    expect(html).toContain('https://t.me/satwire_bot?startchannel&amp;admin=post_messages+edit_messages');
    expect(html).toContain('https://t.me/satwire_bot?startgroup=subscribe');
  });

  it.each([
    [
      'a chosen chat',
      undefined,
      { chat_shared: { request_id: 1, chat_id: -1009 } },
      'subscribe channel:-1009',
    ],
    [
      'a forwarded post',
      'A post',
      {
        forward_origin: {
          type: 'channel',
          date: 1,
          message_id: 2,
          chat: { id: -1009, type: 'channel', title: 'Open' },
        },
      },
      'subscribe channel:-1009',
    ],
    ['a name', '@open_news', {}, 'subscribe channel:@open_news'],
  ])('goes on with %s', async (_name, text, more, line) => {
    expect(await say(text, more)).toEqual([line]);
  });

  it('is verified: the number alone proves nothing', async () => {
    bot.api.world.addChannel(-1009, 'Open');
    await say(undefined, { chat_shared: { request_id: 1, chat_id: -1009 } });
    expect(await bot.requests[0]?.findChannel('-1009')).toMatchObject({ isModerator: false });
  });

  it('does not take a forwarded message in a group for a set-up', async () => {
    const forward_origin = { type: 'channel', date: 1, message_id: 2, chat: { id: -1009, type: 'channel' } };
    expect(await say('A post', { forward_origin }, group)).toEqual([]);
  });
});
