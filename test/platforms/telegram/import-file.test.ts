/** Moderators who send a list of feeds as a file, with the real commands, dispatch and database behind the bot. */
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { createSourceReader } from '../../../src/sources/source-reader.ts';
import { testToken } from '../../fakes/telegram/bot-api.ts';
import type { FakeStoredFile } from '../../fakes/telegram/files.ts';
import { startTelegramBot, type TelegramBot } from '../../fakes/telegram/telegram-bot.ts';
import { createTestClock } from '../../support/clock.ts';
import { openConversation, type Conversation } from '../../support/conversation.ts';
import { createTestLog } from '../../support/log.ts';
import { createTestMemory } from '../../support/memory.ts';

const ann = 11;
const bob = 12;
const group = -1001;

const opml = (...names: readonly string[]) =>
  `<?xml version="1.0"?><opml version="2.0"><body>${names
    .map((name) => `<outline type="rss" text="${name}" xmlUrl="https://${name.toLowerCase()}.example/feed"/>`)
    .join('')}</body></opml>`;
const fileId = `BQACAgIAAxkBAAIC${'x'.repeat(60)}`;
const document = { file_id: fileId, file_unique_id: 'u', file_name: 'my feeds.opml' };

let desk: Conversation;
let bot: TelegramBot;
const kept = new Map<string, string>();

beforeEach(async () => {
  const [clock, log] = [createTestClock(), createTestLog()];
  const sources = createSourceReader({ clock, log, allowPrivateAddresses: false });
  onTestFinished(() => sources.close());
  desk = await openConversation({ sources });
  const memory = createTestMemory(clock);
  kept.clear();
  bot = await startTelegramBot({
    commands,
    answer: (_, request) => desk.dispatch(request),
    memory: {
      ...memory,
      async put(key, value, expiresAt) {
        kept.set(key, value);
        await memory.put(key, value, expiresAt);
      },
    },
  });
  bot.api.world.addPerson(ann, 'Ann');
  bot.api.world.addPerson(bob, 'Bob');
  const { members } = bot.api.world.addGroup(group, 'Traders');
  members.set(ann, { status: 'administrator' }).set(bob, { status: 'member' });
});
afterEach(async () => {
  await bot.close();
});

const store = (file: Partial<FakeStoredFile>) =>
  bot.api.world.files.set(fileId, {
    path: 'documents/file 1.opml',
    bytes: Buffer.from(opml('Harbour', 'Ledger')),
    ...file,
  });

/** Sends a message and gives the text that is shown last. */
async function send(
  more: Readonly<Record<string, unknown>>,
  { chat = ann, from = ann, text }: { chat?: number; from?: number; text?: string } = {},
): Promise<string> {
  await bot.api.confirmed(bot.people.say({ chat, from, text, more }));
  return bot.api.world.inChat(chat).at(-1)?.text ?? '';
}
const sendFile = () => send({ document, caption: '/sources import' });
const added = async (scope: 'telegram:11' | 'telegram:-1001') =>
  (await desk.store.sources.list([scope])).map(({ url }) => url);

describe('a list of feeds as a file', () => {
  it('is shown where the command is its caption, and added by the button', async () => {
    store({});
    expect(await sendFile()).toMatchInlineSnapshot(`
      "2 feeds in the list

      • Harbour
      • Ledger

      Shall I add these 2? Their news is then seen in the server or chat of Ann alone."
    `);
    const shown = bot.api.world.inChat(ann).at(-1);
    if (shown === undefined) throw new Error('nothing was said');
    await bot.people.press(shown, 'Add 2', ann);
    await bot.api.allConfirmed();
    expect(await added('telegram:11')).toEqual([
      'https://harbour.example/feed',
      'https://ledger.example/feed',
    ]);
  });

  it('is found in the message that the command replies to', async () => {
    store({});
    const answered = { message_id: 5, date: 0, chat: { id: group }, document };
    const text = '/sources import sure:yes';
    expect(await send({ reply_to_message: answered }, { chat: group, text })).toContain(
      '2 sources are added.',
    );
    expect(await added('telegram:-1001')).toHaveLength(2);
  });

  it('is found in the message of another chat that the command replies to', async () => {
    store({});
    const more = { external_reply: { origin: { type: 'hidden_user' }, document } };
    expect(await send(more, { text: '/sources import' })).toContain('2 feeds in the list');
  });

  it('needs no command in the private chat, where its name says what it is', async () => {
    store({});
    expect(await send({ document })).toContain('2 feeds in the list');
    const before = bot.requests.length;
    await send({ document: { ...document, file_name: 'holiday.pdf' } });
    await send({ document }, { chat: group });
    expect(bot.requests).toHaveLength(before);
  });

  it('is read in the encoding that it declares', async () => {
    const text = opml('Harbour').replace('version="1.0"', 'version="1.0" encoding="utf-16"');
    store({ bytes: Buffer.from(`\ufeff${text}`, 'utf16le') });
    expect(await sendFile()).toContain('1 feed in the list');
  });

  it('stands below a command that takes no file, and is not fetched', async () => {
    store({});
    expect(await send({ document, caption: '/status' })).toContain('How I am doing');
    expect(bot.api.callsOf('getFile')).toEqual([]);
  });

  it('is not fetched for somebody who may not add sources', async () => {
    store({});
    const caption = '/sources import';
    expect(await send({ document, caption }, { chat: group, from: bob })).toContain('Only moderators of');
    expect(bot.api.callsOf('getFile')).toEqual([]);
    expect(bot.api.callsOf('file')).toEqual([]);
  });

  it('is asked for where it is missing', async () => {
    expect(await send({}, { text: '/sources import' })).toMatchInlineSnapshot(
      `"Give the list of feeds: its file, with /sources import as the caption or in reply to it; or its address or its text behind the command. For example: /sources import https://example.com/feeds.opml"`,
    );
  });
});

describe('a file that cannot be taken', () => {
  const tooLarge = 'That file is larger than 10 MB';
  const gone = 'Telegram does not have that file any more. Send it once more';
  const unavailable = 'Telegram did not hand over that file. Try again in a minute';

  it.each<[string, Partial<FakeStoredFile>, string]>([
    ['larger than is read', { size: 11 * 1024 * 1024 }, tooLarge],
    ['larger than a bot may download', { size: 21 * 1024 * 1024 }, tooLarge],
    ['larger than was told', { size: 10, bytes: Buffer.alloc(11 * 1024 * 1024, 32) }, tooLarge],
    ['on the disk of a server of one’s own', { path: '/var/lib/bot/documents/1.opml' }, 'runs with --local'],
    ['no list of feeds', { bytes: Buffer.from('%PDF-1.7') }, 'This file is not an OPML list'],
    ['empty', { bytes: Buffer.alloc(0) }, 'This file is not an OPML list'],
  ])('%s gets a remedy', async (_, file, sentence) => {
    store(file);
    expect(await sendFile()).toContain(sentence);
    expect(await added('telegram:11')).toEqual([]);
  });

  it('unknown to Telegram gets a remedy', async () => {
    expect(await sendFile()).toContain(gone);
  });

  it.each([
    ['getFile', { kind: 'page', status: 502 }, unavailable],
    ['getFile', { kind: 'break' }, unavailable],
    ['file', { kind: 'page', status: 404 }, gone],
    ['file', { kind: 'page', status: 500 }, unavailable],
    ['file', { kind: 'break' }, unavailable],
  ] as const)(
    'a failing %s (%o) gets a remedy, and the file is taken when sent again',
    async (at, failure, sentence) => {
      store({});
      bot.api.failNext(at, failure);
      expect(await sendFile()).toContain(sentence);
      expect(await sendFile()).toContain('2 feeds in the list');
    },
  );

  it('by a button is gone when Telegram has it no more', async () => {
    store({});
    await sendFile();
    const shown = bot.api.world.inChat(ann).at(-1);
    if (shown === undefined) throw new Error('nothing was said');
    bot.api.world.files.clear();
    await bot.people.press(shown, 'Add 2', ann);
    await bot.api.allConfirmed();
    expect(bot.api.world.inChat(ann).at(-1)?.text).toContain(gone);
  });
});

describe('the address of a file', () => {
  it('with the token in it is never shown, kept or logged', async () => {
    store({});
    await sendFile();
    for (const failure of [{ kind: 'break' }, { kind: 'page', status: 500 }] as const) {
      bot.api.failNext('file', failure);
      await sendFile();
    }
    expect(bot.api.callsOf('file')).toHaveLength(3);
    const shown = bot.api.world.messages.map(({ payload }) => payload);
    const everything = JSON.stringify([shown, [...kept], bot.requests, bot.log.lines, desk.log.lines]);
    expect(everything).toContain(fileId);
    expect(everything).not.toContain(testToken);
    expect(everything).not.toContain('documents/');
  });

  it('is not taken from a person: a mark of ours with any name leads nowhere', async () => {
    const line = '/sources import file:telegram-file:../../getMe';
    expect(await send({}, { text: line })).toContain('Telegram does not have that file any more.');
  });
});
