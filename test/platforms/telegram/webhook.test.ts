import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { textMessage } from '../../../src/domain/message.ts';
import { webhookSecret } from '../../../src/platforms/telegram/webhook.ts';
import { startBotApi, testToken, type BotApi } from '../../fakes/telegram/bot-api.ts';
import { createTestMemory } from '../../support/memory.ts';
import { createPeople } from '../../fakes/telegram/people.ts';
import {
  startTelegramBot,
  type TelegramBot,
  type TelegramBotOptions,
} from '../../fakes/telegram/telegram-bot.ts';
import { createTestClock } from '../../support/clock.ts';

const ann = 11;
const secret = webhookSecret(testToken);

let api: BotApi;
let bots: TelegramBot[];
beforeEach(async () => {
  api = await startBotApi();
  api.world.addPerson(ann, 'Ann');
  bots = [];
});
afterEach(async () => {
  await Promise.all(bots.map((bot) => bot.platform.stop()));
  await api.stop();
});

async function start(options: TelegramBotOptions = {}): Promise<TelegramBot> {
  const webhook = { url: 'https://satwire.example/telegram' };
  const bot = await startTelegramBot({ botApi: api, webhook, isNotStarted: true, ...options });
  bots.push(bot);
  const from = api.calls.length;
  await bot.start();
  await api.called('setWebhook', undefined, from);
  return bot;
}

const anUpdate = (update_id = 77) => ({
  update_id,
  message: {
    message_id: 5,
    date: 1_772_442_000,
    chat: { id: ann, type: 'private', first_name: 'Ann' },
    from: { id: ann, is_bot: false, first_name: 'Ann' },
    text: '/latest',
  },
});

const request = (update: unknown = anUpdate(), given = secret) => ({
  headers: { 'x-telegram-bot-api-secret-token': given },
  body: typeof update === 'string' ? update : JSON.stringify(update),
});

describe('the webhook', () => {
  it('is told to Telegram with a secret and the kinds of updates that are wanted', async () => {
    await start();
    expect((await api.called('setWebhook')).payload).toEqual({
      url: 'https://satwire.example/telegram',
      secret_token: secret,
      allowed_updates: ['message', 'channel_post', 'callback_query', 'inline_query', 'my_chat_member'],
    });
    expect(secret).toMatch(/^[A-Za-z0-9_-]{1,256}$/);
    expect(secret).not.toContain(testToken.slice(4));
  });

  it('answers 200 once the update was handled', async () => {
    const bot = await start();
    expect(await bot.platform.handleWebhook(request())).toEqual({ status: 200 });
    expect(bot.lines()).toEqual(['latest']);
    expect(api.world.inChat(ann)).toHaveLength(1);
  });

  it.each([
    ['', 401],
    ['wrong', 401],
    ['x'.repeat(64), 401],
  ] as const)('refuses the secret %j', async (given, status) => {
    const bot = await start();
    expect(await bot.platform.handleWebhook(request(anUpdate(), given))).toEqual({ status });
    expect(await bot.platform.handleWebhook({ headers: {}, body: '{}' })).toEqual({ status });
    expect(bot.requests).toEqual([]);
  });

  it.each(['', 'no JSON', '[]', '{}', '{"update_id":"1"}'])(
    'refuses a body that is no update: %j',
    async (body) => {
      const bot = await start();
      expect(await bot.platform.handleWebhook(request(body))).toEqual({ status: 400 });
    },
  );

  it('ignores repeats, also after a restart', async () => {
    const memory = createTestMemory(createTestClock());
    const bot = await start({ memory });
    await Promise.all([bot.platform.handleWebhook(request()), bot.platform.handleWebhook(request())]);
    await bot.platform.handleWebhook(request());
    const later = await start({ memory });
    expect(await later.platform.handleWebhook(request())).toEqual({ status: 200 });
    await later.platform.handleWebhook(request(anUpdate(78)));
    expect([bot.requests.length, later.requests.length]).toEqual([1, 1]);
  });

  it('answers in time also where the answer to the person takes long', async () => {
    const clock = createTestClock();
    let end = () => {};
    const slow = new Promise<void>((resolve) => {
      end = resolve;
    });
    const bot = await start({
      clock,
      answer: async () => {
        await slow;
        return textMessage('At last.');
      },
    });
    const replying = bot.platform.handleWebhook(request());
    await bot.until(() => bot.requests.length === 1);
    clock.advance(9000);
    expect(await replying).toEqual({ status: 200 });
    end();
    await api.called('sendMessage');
    expect(api.world.inChat(ann).map(({ text }) => text)).toEqual(['At last.']);
  });

  it('asks Telegram to come again until the bot knows its name', async () => {
    const bot = await startTelegramBot({
      botApi: api,
      isNotStarted: true,
      webhook: { url: 'https://a.example/' },
    });
    bots.push(bot);
    expect(await bot.platform.handleWebhook(request())).toEqual({ status: 503 });
  });

  it('can have a web server of its own, at the path of its address', async () => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}/telegram`;
    const bot = await start({ webhook: { url, port } });
    createPeople(api).say({ chat: ann, from: ann, text: '/latest' });
    await bot.until(() => bot.requests.length === 1);
    await api.called('sendMessage');
    const statusOf = async (path: string, init: RequestInit) =>
      (await fetch(`http://127.0.0.1:${port}${path}`, init)).status;
    expect(await statusOf('/telegram', { method: 'POST', body: '{}' })).toBe(401);
    expect(await statusOf('/telegram', { method: 'GET' })).toBe(404);
    expect(await statusOf('/other', { method: 'POST', body: '{}' })).toBe(404);
  });
});

it('a webhook whose port is taken says what to set', async () => {
  const { port } = api;
  const bot = await startTelegramBot({
    botApi: api,
    isNotStarted: true,
    webhook: { url: 'https://satwire.example/telegram', port },
  });
  await expect(bot.start()).rejects.toThrow(/port \d+ .*TELEGRAM_WEBHOOK_PORT/);
});

/** A port that nobody listens on: that of a server which has just ended. */
async function freePort(): Promise<number> {
  const other = await startBotApi();
  await other.stop();
  return other.port;
}
