import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MendableError } from '../../../src/domain/errors.ts';
import { textMessage } from '../../../src/domain/message.ts';
import { english } from '../../../src/texts/english.ts';
import { startBotApi, type BotApi } from '../../fakes/telegram/bot-api.ts';
import { createTestMemory } from '../../support/memory.ts';
import { createPeople, type People } from '../../fakes/telegram/people.ts';
import {
  startTelegramBot,
  type TelegramBot,
  type TelegramBotOptions,
} from '../../fakes/telegram/telegram-bot.ts';
import { createTestClock } from '../../support/clock.ts';

const ann = 11;
const bob = 12;
const { status } = english.telegram;

let api: BotApi;
let people: People;
let bots: TelegramBot[];
beforeEach(async () => {
  api = await startBotApi();
  api.world.addPerson(ann, 'Ann');
  api.world.addPerson(bob, 'Bob');
  people = createPeople(api);
  bots = [];
});
afterEach(async () => {
  await Promise.all(bots.map((bot) => bot.platform.stop()));
  await api.stop();
});

async function start(options: TelegramBotOptions = {}): Promise<TelegramBot> {
  const bot = await startTelegramBot({ botApi: api, ...options });
  bots.push(bot);
  return bot;
}

/** A promise that the test ends by hand. */
function byHand() {
  let end = () => {};
  const promise = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { promise, end };
}

const ask = (from: number, text: string) => people.say({ chat: from, from, text });
const repliesTo = (chat: number) => api.world.inChat(chat).map((message) => message.text);

describe('long polling', () => {
  it('names the kinds of updates that it wants', async () => {
    await start();
    expect(api.callsOf('getUpdates').length + Number(api.updates.isPolled)).toBeGreaterThan(0);
    ask(ann, '/latest');
    const { payload } = await api.called('getUpdates');
    expect(payload).toMatchObject({
      allowed_updates: ['message', 'channel_post', 'callback_query', 'inline_query', 'my_chat_member'],
    });
  });

  it('confirms an update only after it was handled', async () => {
    const handling = byHand();
    const bot = await start({
      answer: async () => {
        await handling.promise;
        return textMessage('Done.');
      },
    });
    const id = ask(ann, '/latest');
    await bot.until(() => bot.requests.length === 1);
    // Further polls go out meanwhile, as other chats go on.
    const polls = api.callsOf('getUpdates').length;
    await api.called('getUpdates', () => true, polls);
    expect(api.updates.confirmed).not.toContain(id);
    handling.end();
    await api.called('sendMessage');
    await api.confirmed(id);
    expect(bot.requests).toHaveLength(1);
  });

  it('loses no update in a crash and answers none twice', async () => {
    const memory = createTestMemory(createTestClock());
    const stuck = byHand();
    const crashed = await start({
      memory,
      answer: async (line) => {
        if (line === 'search slow') await stuck.promise;
        return textMessage('Done.');
      },
    });
    ask(ann, '/search slow');
    ask(bob, '/latest');
    await crashed.until(() => crashed.requests.length === 2);
    await api.called('sendMessage');
    const second = await start({ memory });
    await second.until(() => second.requests.length === 1);
    expect(second.lines()).toEqual(['search slow']);
    stuck.end();
  });

  it('handles chats beside each other and each chat in order', async () => {
    const first = byHand();
    const bot = await start({
      answer: async (line) => {
        if (line === 'search first') await first.promise;
        return textMessage(`Found: ${line}`);
      },
    });
    ask(ann, '/search first');
    ask(ann, '/search second');
    ask(bob, '/search other');
    await api.called('sendMessage', ({ payload }) => payload['chat_id'] === bob);
    expect(bot.lines()).toEqual(['search first', 'search other']);
    first.end();
    await api.called('sendMessage', ({ payload }) => String(payload['text']).includes('second'));
    expect(repliesTo(ann)).toEqual(['Found: search first', 'Found: search second']);
  });

  it('goes on when an update cannot be handled', async () => {
    const bot = await start({ answer: () => Promise.reject(new Error('a bug')) });
    const id = ask(ann, '/latest');
    await api.confirmed(id);
    expect(bot.log.lines.filter(({ level }) => level === 'error').map(({ text }) => text)).toEqual([
      'a Telegram update could not be handled',
    ]);
  });

  it('waits while another program polls, and goes on when it can', async () => {
    const bot = await start();
    api.refuseNext('getUpdates', 409, 'Conflict: terminated by other getUpdates request');
    ask(ann, '/latest');
    await bot.until(() => bot.requests.length === 1);
    await api.called('getUpdates', ({ outcome }) => outcome.startsWith('Conflict'));
    ask(ann, '/latest again');
    await bot.until(() => bot.requests.length === 2);
    expect(bot.platform.status().isConnected).toBe(true);
    expect(bot.log.lines.map(({ text }) => text)).toContain(status.otherCopy);
  });

  it('takes turns with a real second program', async () => {
    const memory = createTestMemory(createTestClock());
    const one = await start({ memory });
    const two = await start({ memory });
    ask(ann, '/latest');
    await Promise.race([one.until(() => one.requests.length > 0), two.until(() => two.requests.length > 0)]);
    expect(one.requests.length + two.requests.length).toBe(1);
  });

  it('leaves a webhook alone that it did not set, and says what to do', async () => {
    api.updates.setWebhook({ url: 'https://elsewhere.example/hook' });
    const bot = await startTelegramBot({ botApi: api, isNotStarted: true });
    bots.push(bot);
    await bot.start();
    await api.called('getUpdates');
    await bot.log.said(status.webhook);
    expect(bot.platform.status()).toMatchObject({ isConnected: false, remarks: [status.webhook] });
    expect(api.callsOf('deleteWebhook')).toEqual([]);
  });

  it('takes back a webhook of its own when polling is wanted again', async () => {
    const memory = createTestMemory(createTestClock());
    api.updates.setWebhook({ url: 'https://satwire.example/hook' });
    await memory.put('webhook', 'https://satwire.example/hook');
    await start({ memory });
    expect(api.callsOf('deleteWebhook')).toHaveLength(1);
  });
});

describe('the start', () => {
  const startAlone = async (options: TelegramBotOptions = {}) => {
    const bot = await startTelegramBot({ botApi: api, isNotStarted: true, ...options });
    bots.push(bot);
    return bot;
  };

  it('says that the token is wrong, and names BotFather', async () => {
    api.setToken('700:another');
    const bot = await startAlone();
    await bot.start();
    await bot.log.said(status.wrongToken);
    expect(bot.platform.status()).toEqual({ isConnected: false, remarks: [status.wrongToken] });
    expect(status.wrongToken).toContain('@BotFather');
    expect(api.callsOf('getMe')).toHaveLength(1);
  });

  it('takes a 404 for a wrong token too', async () => {
    api.refuseNext('getMe', 404, 'Not Found');
    const bot = await startAlone();
    await bot.start();
    await bot.log.said(status.wrongToken);
    expect(bot.platform.status().isConnected).toBe(false);
  });

  it.each(['', 'token', '123:a b', '123'])('refuses what is no token: %j', async (token) => {
    const bot = await startAlone({ token });
    await expect(bot.start()).rejects.toThrow(MendableError);
  });

  it('is not held up by a dead network, and connects when it is back', async () => {
    const { port } = api;
    await api.stop();
    const bot = await startAlone();
    await bot.start();
    await bot.log.said(status.noNetwork);
    expect(bot.platform.status()).toEqual({ isConnected: false, remarks: [status.noNetwork] });
    api = await startBotApi({ port });
    api.world.addPerson(ann, 'Ann');
    people = createPeople(api);
    await api.polled();
    ask(ann, '/latest');
    await bot.until(() => bot.requests.length === 1);
    expect(bot.platform.status()).toEqual({ isConnected: true, remarks: [] });
  });

  it('says once what is wrong, however often it is tried', async () => {
    for (let count = 0; count < 4; count += 1) api.failNext('getMe', { kind: 'page', status: 502 });
    const bot = await startAlone();
    await bot.start();
    await api.polled();
    expect(bot.log.lines.filter(({ level }) => level === 'warn').map(({ text }) => text)).toEqual([
      status.noNetwork,
    ]);
  });

  it('can be stopped while it is still trying', async () => {
    await api.stop();
    const bot = await startAlone({ clock: createTestClock() });
    await bot.start();
    await bot.log.said(status.noNetwork);
    await bot.platform.stop();
    expect(bot.platform.status().isConnected).toBe(false);
    api = await startBotApi();
  });

  it('tells the owner that inline mode is switched off', async () => {
    api.setInline(false);
    const bot = await start();
    expect(bot.platform.status()).toEqual({ isConnected: true, remarks: [status.inlineOff] });
    expect(status.inlineOff).toContain('/setinline');
  });
});
