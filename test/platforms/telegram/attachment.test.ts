import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { textMessage, type Message } from '../../../src/domain/message.ts';
import { startBotApi } from '../../fakes/telegram/bot-api.ts';
import { createFastClock } from '../../fakes/telegram/fast-clock.ts';
import { startTelegramBot, type TelegramBot } from '../../fakes/telegram/telegram-bot.ts';

const ann = 11;
const group = -1001;
const forum = -1002;

const list = { name: 'sources.opml', text: '<opml>\r\n<outline text="Börse — 行情"/>\r\n</opml>' };
const exported: Message = { ...textMessage('Two sources.'), attachment: list };

let bot: TelegramBot;
let message: Message;
beforeEach(async () => {
  message = exported;
  bot = await startTelegramBot({ answer: () => ({ kind: 'reply', message, isPrivate: true }) });
  bot.api.world.addPerson(ann, 'Ann');
  bot.api.world.addGroup(group, 'Traders').members.set(ann, { status: 'administrator' });
  bot.api.world.addGroup(forum, 'Forum', { is_forum: true }).topics.set(7, 'open');
});
afterEach(async () => {
  await bot.close();
});

async function ask(chat: number, more: { thread?: number } = {}) {
  const id = bot.people.say({ chat, from: ann, text: '/sources export', ...more });
  await bot.api.confirmed(id);
  return bot.api.world.inChat(chat);
}
const warnings = () => bot.log.lines.filter(({ level }) => level === 'warn');

describe('the attachment of an answer', () => {
  it('comes as a document below the text', async () => {
    expect(await ask(ann)).toMatchObject([
      { text: 'Two sources.', document: null },
      { text: '', document: list },
    ]);
    expect(warnings()).toEqual([]);
  });

  it('comes as a reply in a group, as the text does', async () => {
    const [text, file] = await ask(group);
    expect(file?.document).toEqual(list);
    expect(file?.payload['reply_parameters']).toEqual(text?.payload['reply_parameters']);
    expect(text?.payload['reply_parameters']).toBeDefined();
  });

  it('comes in the topic of the answer', async () => {
    const [, file] = await ask(forum, { thread: 7 });
    expect(file).toMatchObject({ document: list, payload: { message_thread_id: '7' } });
  });

  it('keeps to the pace of the chat', async () => {
    const clock = createFastClock();
    const botApi = await startBotApi({ hasLimits: true, now: () => clock.now().getTime() });
    botApi.world.addPerson(ann, 'Ann');
    const paced = await startTelegramBot({ botApi, clock, answer: () => exported });
    await botApi.confirmed(paced.people.say({ chat: ann, from: ann, text: '/sources export' }));
    const sends = botApi.calls.filter(({ method }) => method.startsWith('send'));
    expect(sends.map(({ method, outcome }) => [method, outcome])).toEqual([
      ['sendMessage', 'ok'],
      ['sendDocument', 'ok'],
    ]);
    await paced.close();
    await botApi.stop();
  });

  it('is sent again where Telegram wants the chat left alone', async () => {
    bot.api.refuseNext('sendDocument', 429, 'Too Many Requests: retry after 5', { retry_after: 5 });
    expect((await ask(ann)).map(({ document }) => document)).toEqual([null, list]);
  });

  it('has a name that the head of an upload can carry', async () => {
    message = { ...exported, attachment: { ...list, name: 'my "list"; of\r\nsources.opml' } };
    expect((await ask(ann))[1]?.document?.name).toBe('my-list-of-sources.opml');
  });

  it('is not sent where the text did not arrive', async () => {
    bot.api.failNext('sendMessage', { kind: 'page', status: 502 });
    expect(await ask(ann)).toEqual([]);
    expect(bot.api.callsOf('sendDocument')).toEqual([]);
    expect(warnings()).toHaveLength(1);
  });

  it('is missed in the log where the chat takes no documents', async () => {
    const rights = { can_send_messages: true };
    bot.api.world.chats.get(group)?.members.set(bot.api.world.bot.id, { status: 'restricted', rights });
    expect(await ask(group)).toMatchObject([{ text: 'Two sources.' }]);
    expect(warnings()).toMatchObject([
      {
        text: 'an answer did not arrive on Telegram',
        fields: { outcome: { kind: 'unreachable', reason: expect.stringContaining('documents') } },
      },
    ]);
  });
});

describe('the attachment of an answer to a button', () => {
  const withButton = (role: 'turn' | 'open'): Message => ({
    ...textMessage('Your sources.'),
    buttons: [{ label: 'Export', action: 'sources export', role }],
  });

  it.each([
    ['open', ['Your sources.', 'Two sources.', '']],
    ['turn', ['Two sources.', '']],
  ] as const)('comes below what is shown: %s', async (role, texts) => {
    message = withButton(role);
    const [asked] = await ask(group);
    if (asked === undefined) throw new Error('nothing was said');
    message = exported;
    await bot.people.press(asked, 'Export', ann);
    await bot.api.allConfirmed();
    const shown = bot.api.world.inChat(group);
    expect(shown.map(({ text }) => text)).toEqual(texts);
    expect(shown.at(-1)?.document).toEqual(list);
  });
});
