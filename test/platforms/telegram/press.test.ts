import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/dispatch/command.ts';
import { emptyMessage, textMessage, type Message } from '../../../src/domain/message.ts';
import { storyMessage } from '../../../src/messages/story-message.ts';
import { english } from '../../../src/texts/english.ts';
import { aChannel, anOrder, startTelegramBot, type TelegramBot } from '../../fakes/telegram/telegram-bot.ts';
import type { FakeMessage } from '../../fakes/telegram/world.ts';
import { aStory } from '../../support/stories.ts';

const ann = 11;
const bob = 12;
const group = -1001;
const forum = -1002;

const page = (number: number): Message => ({
  ...textMessage(`Page ${number}.`),
  buttons: [
    { label: 'Next', action: `latest page:${number + 1}`, role: 'turn' },
    { label: 'Read', action: 'read 42', role: 'open' },
  ],
});

let bot: TelegramBot;
let answer: (line: string) => Message | Answer;
beforeEach(async () => {
  answer = (line) => page(Number(/page:(\d+)/.exec(line)?.[1] ?? 1));
  bot = await startTelegramBot({ answer: (line) => answer(line) });
  bot.api.world.addPerson(ann, 'Ann');
  bot.api.world.addPerson(bob, 'Bob');
  bot.api.world.addGroup(group, 'Traders').members.set(ann, { status: 'administrator' });
  bot.api.world.addGroup(forum, 'Forum', { is_forum: true }).topics.set(7, 'open');
});
afterEach(async () => {
  await bot.close();
});

const shownIn = (chat: number) => bot.api.world.inChat(chat);

function firstIn(chat: number): FakeMessage {
  const [first] = shownIn(chat);
  if (first === undefined) throw new Error('nothing was said');
  return first;
}

async function ask(chat: number, text = '/latest'): Promise<FakeMessage> {
  const id = bot.people.say({ chat, from: ann, text });
  await bot.api.confirmed(id);
  return firstIn(chat);
}

/** Presses and waits until the bot is done with it. */
async function press(message: FakeMessage, label: string, from = ann, more = {}) {
  const pressed = await bot.people.press(message, label, from, more);
  await bot.api.allConfirmed();
  return pressed.payload;
}

describe('a button', () => {
  it('turns a page in place', async () => {
    const message = await ask(ann);
    await press(message, 'Next');
    await press(message, 'Next');
    expect(shownIn(ann)).toMatchObject([{ text: 'Page 3.', edits: 2 }]);
    expect(bot.lines()).toEqual(['latest', 'latest page:2', 'latest page:3']);
  });

  it('opens an answer of its own, as a reply in a group', async () => {
    const message = await ask(group);
    answer = () => textMessage('The text.');
    await press(message, 'Read', bob);
    expect(shownIn(group).map(({ text }) => text)).toEqual(['Page 1.', 'The text.']);
    expect(shownIn(group)[1]?.payload).toMatchObject({
      reply_parameters: { message_id: message.message_id },
    });
  });

  it('asks for whoever pressed it', async () => {
    const message = await ask(group);
    await press(message, 'Next', bob);
    expect(bot.requests.at(-1)?.asker).toMatchObject({ personId: String(bob), isModerator: false });
    expect(bot.requests.at(-1)?.asker.channel.address).toBe(String(group));
  });

  it('asks in the topic that it stands in', async () => {
    await bot.platform.send(anOrder(aChannel(`${forum}/7`, 'topic'), page(1)));
    await press(firstIn(forum), 'Next', ann, { message_thread_id: 7, is_topic_message: true });
    expect(bot.requests.at(-1)?.asker.channel.address).toBe(`${forum}/7`);
  });

  it('works on a post for as long as the post stands, also after a restart', async () => {
    await bot.platform.send(anOrder(aChannel(String(ann)), storyMessage(aStory({ number: 42 }), english)));
    const later = await startTelegramBot({ botApi: bot.api, answer: () => textMessage('A summary.') });
    await bot.platform.stop();
    const before = bot.api.calls.length;
    await later.people.press(firstIn(ann), 'Summarize', ann);
    await bot.api.answered(before);
    expect(later.lines()).toEqual(['summarize 42']);
    expect(shownIn(ann).at(-1)?.text).toBe('A summary.');
    await later.platform.stop();
  });

  it('turns the caption of a photo', async () => {
    const message = { ...page(1), story: storyMessage(aStory(), english).story, blocks: [], image: picture };
    await bot.platform.send(anOrder(aChannel(String(ann)), message));
    await press(firstIn(ann), 'Next');
    expect(shownIn(ann)).toMatchObject([{ text: 'Page 2.', photo: picture.url, edits: 1 }]);
  });

  it('answers below where its message cannot be changed any more', async () => {
    const message = await ask(ann);
    bot.api.refuseNext('editMessageText', 400, "Bad Request: message can't be edited");
    await press(message, 'Next');
    expect(shownIn(ann).map(({ text }) => text)).toEqual(['Page 1.', 'Page 2.']);
  });

  it('answers below where its message is too old to be told of', async () => {
    const message = await ask(ann);
    await press({ ...message, date: 0 }, 'Next');
    expect(shownIn(ann).map(({ text }) => text)).toEqual(['Page 1.', 'Page 2.']);
  });

  it('is done where the page already looks like that', async () => {
    const message = await ask(ann);
    answer = () => page(1);
    await press(message, 'Next');
    expect(shownIn(ann)).toMatchObject([{ edits: 0 }]);
    expect(bot.log.lines.filter(({ level }) => level !== 'debug')).toEqual([]);
  });

  it('says that it is too old where nobody knows any more what it meant', async () => {
    const message = await ask(ann);
    const forged = await bot.people.pressData(message, 't#gone', { from: ann });
    expect(forged.payload).toMatchObject({ text: english.telegram.ask.outdated, show_alert: true });
    expect(bot.requests).toHaveLength(1);
  });

  it('goes on where the press was acknowledged too late', async () => {
    const message = await ask(ann);
    bot.api.refuseNext(
      'answerCallbackQuery',
      400,
      'Bad Request: query is too old and response timeout expired',
    );
    await press(message, 'Next');
    expect(shownIn(ann)).toMatchObject([{ text: 'Page 2.' }]);
  });
});

describe('a short word for one person alone', () => {
  const privately = (message: Message): Answer => ({ kind: 'reply', message, isPrivate: true });

  it('is shown over the group, to whoever pressed', async () => {
    const message = await ask(group);
    answer = () => privately(textMessage('Only moderators may do that.'));
    const acknowledged = await press(message, 'Read', bob);
    expect(acknowledged).toMatchObject({ text: 'Only moderators may do that.', show_alert: true });
    expect(shownIn(group)).toHaveLength(1);
  });

  it.each([
    ['long', textMessage('word '.repeat(60))],
    ['with buttons', { ...textMessage('Short.'), buttons: page(1).buttons }],
    ['with a title', { ...textMessage('Short.'), title: { text: 'Title' } }],
    ['with a list', { ...emptyMessage, blocks: [{ kind: 'list' as const, items: [['One']] }] }],
  ])('is a message where it is %s', async (_name, told) => {
    const message = await ask(group);
    answer = () => privately(told);
    expect(await press(message, 'Read', bob)).not.toHaveProperty('text');
    expect(shownIn(group)).toHaveLength(2);
  });

  it('is a message in a private chat, where nobody else reads it', async () => {
    const message = await ask(ann);
    answer = () => privately(textMessage('Only owners may do that.'));
    expect(await press(message, 'Read')).not.toHaveProperty('text');
    expect(shownIn(ann)).toHaveLength(2);
  });
});

const picture = { url: 'https://wire.example/desk.jpg', credit: null };
