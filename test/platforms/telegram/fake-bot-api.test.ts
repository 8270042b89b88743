import { Api, GrammyError, HttpError, InputFile } from 'grammy';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startBotApi, testToken, type BotApi } from '../../fakes/telegram/bot-api.ts';

const ann = 11;
const group = -1001;

let nowMs = 0;
let server: BotApi;
let api: Api;
beforeEach(async () => {
  nowMs = 1_772_442_000_000;
  server = await startBotApi({ hasLimits: true, now: () => nowMs });
  api = new Api(testToken, { apiRoot: server.url });
  server.world.addPerson(ann, 'Ann');
  server.world.addGroup(group, 'Traders');
});
afterEach(async () => {
  await server.stop();
});

const descriptionOf = async (call: Promise<unknown>): Promise<string> => {
  const thrown = await call.then(
    () => null,
    (error: unknown) => error,
  );
  return thrown instanceof GrammyError ? thrown.description : String(thrown);
};
/** What grammY's types do not let through. */
async function send(more: object): Promise<never> {
  const response = await fetch(`${server.url}/bot${testToken}/sendMessage`, {
    method: 'POST',
    body: JSON.stringify({ chat_id: ann, text: 'x', ...more }),
  });
  throw new Error(await response.text());
}
const sendFile = (text: string, name: string, chat = ann) =>
  api.sendDocument(chat, new InputFile(Buffer.from(text), name));
const sendButton = (more: object) => send({ reply_markup: { inline_keyboard: [[{ text: 'x', ...more }]] } });

describe('the fake Bot API refuses', () => {
  it.each([
    ['a text that is too long', () => api.sendMessage(ann, 'x'.repeat(4097)), 'message is too long'],
    ['a text of spaces', () => api.sendMessage(ann, ' \n '), 'message text is empty'],
    ['a tag alone', () => api.sendMessage(ann, '<b></b>', { parse_mode: 'HTML' }), 'message text is empty'],
    [
      'wrong HTML',
      () => api.sendMessage(ann, 'a <b', { parse_mode: 'HTML' }),
      "can't parse entities: Unclosed",
    ],
    [
      'a long caption',
      () => api.sendPhoto(ann, 'https://a.example/p.jpg', { caption: 'x'.repeat(1025) }),
      'message caption is too long',
    ],
    ['an unknown chat', () => api.sendMessage(99, 'x'), 'chat not found'],
    ['65 bytes in a button', () => sendButton({ callback_data: 'x'.repeat(65) }), 'BUTTON_DATA'],
    ['a button without an act', () => sendButton({}), 'BUTTON_TYPE_INVALID'],
    ['a button to nowhere', () => sendButton({ url: 'nowhere' }), 'URL'],
    ['an unknown field', () => send({ text_mode: 'HTML' }), 'no parameter'],
    [
      'a command in capitals',
      () => api.setMyCommands([{ command: 'Latest', description: 'x' }]),
      'COMMAND_INVALID',
    ],
    [
      'a command without words',
      () => api.setMyCommands([{ command: 'latest', description: '' }]),
      'DESCRIPTION',
    ],
    ['another token', () => new Api('700:other', { apiRoot: server.url }).getMe(), 'Unauthorized'],
    ['an empty file', () => sendFile('', 'a.txt'), 'file must be non-empty'],
    ['a file without a name', () => sendFile('x', '.'), 'file name'],
    ['a file in an unknown chat', () => sendFile('x', 'a.txt', 99), 'chat not found'],
    ['a file that is not sent along', () => api.sendDocument(ann, 'attach://a'), 'wrong file identifier'],
    ['a file above 50 MB', () => sendFile('x'.repeat(50 * 1024 * 1024 + 1), 'a.txt'), 'Too Large'],
    [
      'an unknown topic',
      () => api.sendMessage(group, 'x', { message_thread_id: 7 }),
      'message thread not found',
    ],
  ] as const)('%s', async (_name, call, description) => {
    expect(await descriptionOf(call())).toContain(description);
  });

  it('counts code points, and only after parsing', async () => {
    await api.sendMessage(ann, `<b>${'😀'.repeat(4096)}</b>`, { parse_mode: 'HTML' });
    expect(server.world.inChat(ann)).toHaveLength(1);
  });
});

describe('the fake Bot API takes', () => {
  it('a file with its name and fields', async () => {
    const file = new InputFile(Buffer.from('Kurs: 5 €\r\n--'), 'kurse.txt');
    const sent = await api.sendDocument(ann, file, { reply_parameters: { message_id: 5 } });
    expect(sent.document.file_name).toBe('kurse.txt');
    expect(server.world.inChat(ann)).toMatchObject([
      {
        document: { name: 'kurse.txt', text: 'Kurs: 5 €\r\n--' },
        payload: { reply_parameters: { message_id: 5 } },
      },
    ]);
  });
});

describe('the fake’s limits', () => {
  it('are one message a second to a chat', async () => {
    await api.sendMessage(ann, 'one');
    nowMs += 999;
    expect(await descriptionOf(api.sendMessage(ann, 'two'))).toBe('Too Many Requests: retry after 1');
    nowMs += 1;
    await api.sendMessage(ann, 'three');
  });

  it('are twenty a minute to a group, edits counted', async () => {
    const first = await api.sendMessage(group, 'first');
    for (let count = 1; count < 20; count += 1) {
      nowMs += 1000;
      await api.editMessageText(group, first.message_id, `edit ${count}`);
    }
    nowMs += 1000;
    expect(await descriptionOf(api.sendMessage(group, 'more'))).toBe('Too Many Requests: retry after 40');
    nowMs += 40_000;
    await api.sendMessage(group, 'more');
  });

  it('are thirty a second overall', async () => {
    for (let id = 100; id < 131; id += 1) server.world.addPerson(id, `Person ${id}`);
    for (let id = 100; id < 130; id += 1) await api.sendMessage(id, 'x');
    expect(await descriptionOf(api.sendMessage(130, 'x'))).toContain('Too Many Requests');
  });
});

describe('the fake’s updates', () => {
  it('are held until there is one, and given again until they are confirmed', async () => {
    const polling = api.getUpdates({ timeout: 30 });
    await server.polled();
    const update = server.updates.push('message', { text: 'hello' });
    expect(await polling).toMatchObject([{ update_id: update?.update_id }]);
    expect(await api.getUpdates({ timeout: 30 })).toHaveLength(1);
    expect(await api.getUpdates({ offset: (update?.update_id ?? 0) + 1, timeout: 0 })).toEqual([]);
    expect(server.updates.confirmed).toEqual([update?.update_id]);
  });

  it('go to the newer of two programs; the older gets a 409', async () => {
    const older = descriptionOf(api.getUpdates({ timeout: 30 }));
    await server.polled();
    const newer = api.getUpdates({ timeout: 30 });
    expect(await older).toContain('Conflict: terminated by other getUpdates request');
    server.updates.push('message', { text: 'hello' });
    expect(await newer).toHaveLength(1);
  });

  it('are of the kinds that were asked for', async () => {
    await api.getUpdates({ timeout: 0, allowed_updates: ['callback_query'] });
    expect(server.updates.push('message', { text: 'hello' })).toBeNull();
  });

  it('are not polled while a webhook is set', async () => {
    await api.setWebhook('https://a.example/hook');
    expect(await descriptionOf(api.getUpdates())).toContain('webhook is active');
    await api.deleteWebhook();
    expect(await api.getUpdates({ timeout: 0 })).toEqual([]);
  });
});

describe('the fake’s failures', () => {
  it.each([
    [{ kind: 'page', status: 502 }, 0],
    [{ kind: 'page', status: 502, after: true }, 1],
    [{ kind: 'break' }, 0],
    [{ kind: 'break', after: true }, 1],
  ] as const)('are errors of HTTP: %j, with %i messages posted', async (failure, posted) => {
    server.failNext('sendMessage', failure);
    await expect(api.sendMessage(ann, 'x')).rejects.toThrow(HttpError);
    expect(server.world.inChat(ann)).toHaveLength(posted);
  });
});
