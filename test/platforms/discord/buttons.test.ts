import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyMessage, textMessage, type Message } from '../../../src/domain/message.ts';
import { english } from '../../../src/texts/english.ts';
import { moderator, reader } from '../../fakes/discord/people.ts';
import { orderFor } from './posting.ts';
import {
  customIdOf,
  ephemeral,
  firstAnswer,
  openChatting,
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

const post = async () => {
  await chat.platform.send(orderFor(chat.channel));
  const message = chat.channel.messages.at(-1);
  if (message === undefined) throw new Error('no post');
  return { ...message };
};

const pages: Message = {
  ...textMessage('Page one.'),
  buttons: [{ label: 'Next', action: 'latest page:2', role: 'turn' }],
};

/** An answer as it then stands in the channel. */
const answered = async (message: Message, isPrivate = false): Promise<Record<string, unknown>> => {
  chat.answer = async () => reply(message, isPrivate);
  const shown = await firstAnswer(chat.discord.useCommand({ channel: chat.channel, name: 'latest' }));
  const id = chat.discord.world.nextId();
  const interaction_metadata = {
    id: chat.discord.world.nextId(),
    type: 2,
    user: { id: reader, username: 'reader', discriminator: '0', avatar: null },
    authorizing_integration_owners: {},
  };
  return { ...shown, id, interaction_metadata };
};

describe('a button of a post', () => {
  it('answers whoever presses it, and only them', async () => {
    const message = await post();
    chat.answer = async () => reply(textMessage('In short.'));
    for (const userId of [reader, moderator]) {
      const press = chat.discord.press({
        channel: chat.channel,
        message,
        customId: customIdOf(message, 'Summarize'),
        userId,
      });
      const answer = await firstAnswer(press);
      expect(answer).toMatchObject({ answerType: 4, flags: ephemeral });
      expect(textIn(answer)).toContain('In short.');
    }
    expect(chat.requests.map(({ ask }) => ask)).toEqual([
      { kind: 'line', line: 'summarize 42' },
      { kind: 'line', line: 'summarize 42' },
    ]);
  });

  it('works after a restart', async () => {
    const message = await post();
    await chat.platform.stop();
    const again = await openChatting({ memory: chat.memory });
    try {
      const press = again.discord.press({
        channel: again.channel,
        message,
        customId: customIdOf(message, 'Read'),
      });
      expect(await firstAnswer(press)).toMatchObject({ answerType: 4 });
      expect(again.requests[0]?.ask).toEqual({ kind: 'line', line: 'read 42' });
    } finally {
      await again.close();
    }
  });

  it('that somebody else’s program made is not touched', async () => {
    const press = { channel: chat.channel, message: { id: '1'.repeat(18) }, customId: 'vote:1' };
    chat.discord.press(press);
    await firstAnswer(chat.discord.useCommand({ channel: chat.channel, name: 'latest' }));
    expect(chat.requests).toHaveLength(1);
  });
});

describe('a page', () => {
  it('is turned in place for the person who asked', async () => {
    const message = await answered(pages);
    chat.answer = async () => reply(textMessage('Page two.'));
    const press = chat.discord.press({
      channel: chat.channel,
      message,
      customId: customIdOf(message, 'Next'),
    });
    const answer = await firstAnswer(press);
    expect(answer['answerType']).toBe(7);
    expect(textIn(answer)).toContain('Page two.');
    expect(answer['components']).toEqual([]);
  });

  it('of somebody else opens beside it', async () => {
    const message = await answered(pages);
    const press = chat.discord.press({
      channel: chat.channel,
      message,
      customId: customIdOf(message, 'Next'),
      userId: moderator,
    });
    expect(await firstAnswer(press)).toMatchObject({ answerType: 4, flags: ephemeral });
  });

  it('that takes long is deferred in place', async () => {
    const message = await answered(pages);
    let give = () => {};
    chat.answer = () =>
      new Promise((resolve) => {
        give = () => resolve(reply(textMessage('Page two.')));
      });
    const press = chat.discord.press({
      channel: chat.channel,
      message,
      customId: customIdOf(message, 'Next'),
    });
    await until(() => chat.requests.length === 2);
    chat.clock.advance(1500);
    expect(await press.next()).toMatchObject({ kind: 'callback', type: 6 });
    give();
    expect(textIn((await press.next()) && press.shown)).toContain('Page two.');
  });

  it('that cannot be shown is told beside the public one', async () => {
    const message = await answered(pages);
    chat.answer = async () => reply(textMessage('There is no page 9.'), true);
    const press = chat.discord.press({
      channel: chat.channel,
      message,
      customId: customIdOf(message, 'Next'),
    });
    expect(await firstAnswer(press)).toMatchObject({ answerType: 4, flags: ephemeral });
  });

  it('with a question too long for a button is turned for 30 days', async () => {
    const action = `search ${'long words '.repeat(12).trim()} page:2`;
    const message = await answered({ ...pages, buttons: [{ label: 'Next', action, role: 'turn' }] });
    const press = { channel: chat.channel, message, customId: customIdOf(message, 'Next') };
    await firstAnswer(chat.discord.press(press));
    expect(chat.requests.at(-1)?.ask).toEqual({ kind: 'line', line: action });
    chat.clock.advance(31 * 24 * 3_600_000);
    const answer = await firstAnswer(chat.discord.press(press));
    expect(textIn(answer)).toContain(english.discord.forgotten);
    expect(chat.requests).toHaveLength(2);
  });
});

describe('a menu', () => {
  it('opens what is chosen, for the person who chose', async () => {
    const long = `search ${'long words '.repeat(12).trim()}`;
    const message = await answered({
      ...emptyMessage,
      menu: {
        prompt: 'Open a story',
        choices: [
          { label: 'One', action: 'read 1' },
          { label: 'Two', action: long },
        ],
      },
    });
    const options = JSON.stringify(message['components']);
    const values = [...options.matchAll(/"value":"([^"]+)"/g)].map(([, value = '']) => value);
    for (const value of values) {
      const press = chat.discord.press({
        channel: chat.channel,
        message,
        customId: customIdOf(message, 'Open a story'),
        values: [value],
      });
      expect(await firstAnswer(press)).toMatchObject({ answerType: 4, flags: ephemeral });
    }
    expect(chat.requests.slice(1).map(({ ask }) => ask)).toEqual([
      { kind: 'line', line: 'read 1' },
      { kind: 'line', line: long },
    ]);
  });
});

describe('"Summarize link" on a message', () => {
  const use = (content: string) =>
    chat.discord.useMessageCommand({
      channel: chat.channel,
      name: english.discord.summarizeLink,
      content,
    });

  it.each([
    ['see https://a.example/story, it is new', 'https://a.example/story'],
    ['(https://a.example/x)', 'https://a.example/x'],
    ['[text](https://a.example/a_(b))', 'https://a.example/a_(b))'],
    ['**https://a.example/x**', 'https://a.example/x'],
    ['<https://a.example/x>', 'https://a.example/x'],
  ])('summarizes the address in %j', async (content, url) => {
    const answer = await firstAnswer(use(content));
    expect(answer).toMatchObject({ answerType: 4, flags: ephemeral });
    expect(chat.requests.map(({ ask }) => ask)).toEqual([{ kind: 'line', line: `summarize ${url}` }]);
  });

  it('says so where there is none', async () => {
    expect(textIn(await firstAnswer(use('no link here')))).toContain(english.discord.noLink);
    expect(chat.requests).toEqual([]);
  });
});

describe('installed by a person for themselves', () => {
  it('answers what they may use anywhere, and says where the rest works', async () => {
    const elsewhere = { ...chat.channel, guildId: '400000000000000055' };
    const use = (name: string) =>
      firstAnswer(chat.discord.useCommand({ channel: elsewhere, name, isForeign: true }));
    expect(textIn(await use('latest'))).toContain('Fine.');
    expect(chat.requests[0]?.asker).toMatchObject({ isModerator: false });
    const refused = await use('subscribe');
    expect(textIn(refused)).toContain(english.discord.notHere);
    expect(refused['flags']).toBe(ephemeral);
    expect(chat.requests).toHaveLength(1);
  });

  it('answers in a chat between people', async () => {
    const group = chat.discord.addChannel(null, { type: 3, name: 'friends' });
    const use = chat.discord.useCommand({ channel: group, name: 'search', isForeign: true });
    await firstAnswer(use);
    expect(chat.requests[0]?.asker).toMatchObject({ isModerator: false, channel: { kind: 'direct' } });
  });
});
