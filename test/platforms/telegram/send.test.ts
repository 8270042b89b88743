import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyMessage, textMessage } from '../../../src/domain/message.ts';
import { plainLook } from '../../../src/domain/subscription.ts';
import { storyMessage } from '../../../src/messages/story-message.ts';
import { english } from '../../../src/texts/english.ts';
import { startBotApi } from '../../fakes/telegram/bot-api.ts';
import { aChannel, anOrder, startTelegramBot, type TelegramBot } from '../../fakes/telegram/telegram-bot.ts';
import { createTestClock } from '../../support/clock.ts';
import { aReport, aStory } from '../../support/stories.ts';

const ann = 11;
const group = -1001;
const forum = -1002;
const open = -1003;
const commented = -1004;

let bot: TelegramBot;
beforeEach(async () => {
  bot = await startTelegramBot();
  addChats(bot);
});
afterEach(async () => {
  await bot.close();
});

function addChats({ api }: TelegramBot): void {
  api.world.addPerson(ann, 'Ann');
  api.world.addGroup(group, 'Traders');
  api.world.addGroup(forum, 'Forum', { is_forum: true }).topics.set(7, 'open').set(8, 'closed');
  api.world.addChannel(open, 'Open news');
  api.world.addChannel(commented, 'Discussed news', { linkedChatId: group });
}

const picture = { url: 'https://wire.example/desk.jpg', credit: 'Photo by Ann on Shutter' };
const story = aStory({ number: 42, picture, reports: [aReport('Example Wire'), aReport('Ledger Post')] });
const post = storyMessage(story, english);
const hello = textMessage('Hello.');

const send = (address: string, message = hello, kind: Parameters<typeof aChannel>[1] = 'direct') =>
  bot.platform.send(anOrder(aChannel(address, kind), message));
const shownIn = (chat: number) => bot.api.world.inChat(chat);

describe('a post', () => {
  it('has its picture above the text by a link preview of its own', async () => {
    expect(await send('11', post)).toEqual({ kind: 'sent', messageId: expect.any(String), form: 'text' });
    expect(shownIn(ann)[0]?.payload).toMatchObject({
      parse_mode: 'HTML',
      link_preview_options: { url: picture.url, prefer_large_media: true, show_above_text: true },
    });
  });

  it('has no preview where it has no picture', async () => {
    await send('11', storyMessage(aStory({ picture: null }), english));
    expect(shownIn(ann)[0]?.payload['link_preview_options']).toEqual({ is_disabled: true });
  });

  it('is a photo with a caption where there is nothing but a headline', async () => {
    const sent = await send('11', storyMessage(aStory({ picture, lead: '' }), english));
    expect(sent).toMatchObject({ kind: 'sent', form: 'photo' });
    expect(shownIn(ann)[0]).toMatchObject({ photo: picture.url, text: expect.stringContaining(story.title) });
  });

  it.each([
    'wrong type of the web page content',
    'failed to get HTTP URL content',
    'not enough rights to send photos to the chat',
  ])('is a text where Telegram takes no photo: %s', async (description) => {
    bot.api.refuseNext('sendPhoto', 400, `Bad Request: ${description}`);
    const sent = await send('11', storyMessage(aStory({ picture, lead: '' }), english));
    expect(sent).toMatchObject({ kind: 'sent', form: 'text' });
  });

  it('answers in place in private chats and groups, and can be shared', async () => {
    await send(String(group), post, 'group');
    expect(shownIn(group)[0]?.keyboard.flat()).toEqual([
      { text: 'Summarize', callback_data: 'o:summarize 42' },
      { text: 'Read', callback_data: 'o:read 42' },
      { text: 'Related', callback_data: 'o:related 42' },
      { text: 'Share', switch_inline_query: '#42' },
    ]);
  });

  it('opens the bot from a channel, so that its readers are not disturbed', async () => {
    await send(String(open), post, 'broadcast');
    expect(shownIn(open)[0]?.keyboard.flat()).toEqual([
      { text: 'Summarize', url: 'https://t.me/satwire_bot?start=summarize_42' },
      { text: 'Read', url: 'https://t.me/satwire_bot?start=read_42' },
      { text: 'Related', url: 'https://t.me/satwire_bot?start=related_42' },
    ]);
  });

  it('has links in its text in a channel with comments, which a keyboard would remove', async () => {
    await send(String(commented), post, 'broadcast');
    const [shown] = shownIn(commented);
    expect(shown?.payload['reply_markup']).toBeUndefined();
    expect(shown?.html).toContain('<a href="https://t.me/satwire_bot?start=summarize_42">Summarize</a>');
  });

  it('keeps the comments where it is not known whether there are any', async () => {
    bot.api.refuseNext('getChat', 500, 'Internal Server Error');
    await send(String(open), post, 'broadcast');
    expect(shownIn(open)[0]?.payload['reply_markup']).toBeUndefined();
  });

  it('goes to its topic, and makes no sound where that is wanted', async () => {
    const channel = aChannel(`${forum}/7`, 'topic');
    await bot.platform.send(anOrder(channel, post, { look: { ...plainLook, isSilent: true } }));
    expect(shownIn(forum)[0]?.payload).toMatchObject({ message_thread_id: 7, disable_notification: true });
  });
});

describe('what becomes of a send', () => {
  it.each([
    [403, 'Forbidden: bot was blocked by the user'],
    [403, 'Forbidden: user is deactivated'],
    [403, 'Forbidden: bot was kicked from the supergroup chat'],
    [403, 'Forbidden: bot is not a member of the channel chat'],
    [403, 'Forbidden: the group chat was deleted'],
    [403, "Forbidden: bot can't initiate conversation with a user"],
    [400, 'Bad Request: chat not found'],
    [400, 'Bad Request: need administrator rights in the channel chat'],
    [400, 'Bad Request: not enough rights to send text messages to the chat'],
    [400, 'Bad Request: have no write access to the chat'],
    [400, 'Bad Request: message thread not found'],
    [400, 'Bad Request: TOPIC_CLOSED'],
    [400, 'Bad Request: CHAT_SEND_PLAIN_FORBIDDEN'],
    [400, 'Bad Request: have no rights to send a message'],
  ])('is unreachable after %i %s', async (code, description) => {
    bot.api.refuseNext('sendMessage', code, description);
    expect(await send('11')).toEqual({ kind: 'unreachable', reason: description.replace(/^[^:]+: /, '') });
    expect(bot.api.callsOf('sendMessage')).toHaveLength(1);
  });

  it('is told once to those moderators who can be written to', async () => {
    const { members } = bot.api.world.chats.get(forum) ?? { members: new Map() };
    bot.api.world.people.set(99, { id: 99, first_name: 'Stranger', is_bot: false });
    members.set(99, { status: 'creator' }).set(ann, { status: 'administrator' });
    await send(`${forum}/8`, hello, 'topic');
    await bot.api.called('sendMessage', ({ payload }) => payload['chat_id'] === ann);
    await send(`${forum}/8`, hello, 'topic');
    await bot.platform.stop();
    expect(shownIn(ann).map(({ text }) => text)).toEqual([
      english.telegram.cannotPost({ name: `${forum}/8`, reason: 'TOPIC_CLOSED' }),
    ]);
  });

  it('is unreachable for a closed topic alone', async () => {
    expect(await send(`${forum}/8`, hello, 'topic')).toMatchObject({ kind: 'unreachable' });
    expect(await send(`${forum}/9`, hello, 'topic')).toMatchObject({ kind: 'unreachable' });
    expect(await send(`${forum}/7`, hello, 'topic')).toMatchObject({ kind: 'sent' });
  });

  it.each([
    ['a 500', { kind: 'refuse' }],
    ['a page instead of JSON', { kind: 'page', status: 502 }],
    ['a page after the message was posted', { kind: 'page', status: 504, after: true }],
    ['a broken connection', { kind: 'break' }],
    ['a connection that breaks after the message was posted', { kind: 'break', after: true }],
  ] as const)('is unknown after %s, and nothing repeats it unasked', async (_name, failure) => {
    if (failure.kind === 'refuse') bot.api.refuseNext('sendMessage', 500, 'Internal Server Error');
    else bot.api.failNext('sendMessage', failure);
    expect(await send('11')).toEqual({ kind: 'unknown', reason: expect.any(String), mayRepeat: true });
    expect(bot.api.callsOf('sendMessage')).toHaveLength(1);
  });

  it('is unknown where Telegram does not answer in time', async () => {
    const impatient = await startTelegramBot({ botApi: bot.api, timeoutSeconds: 0.2 });
    bot.api.failNext('sendMessage', { kind: 'hang' });
    expect(await impatient.platform.send(anOrder(aChannel('11'), hello))).toMatchObject({ kind: 'unknown' });
    await impatient.platform.stop();
  });

  it('is unknown and not to be repeated where that is the setting', async () => {
    const careful = await startTelegramBot({ botApi: bot.api, unknownPolicy: 'unconfirmed' });
    bot.api.failNext('sendMessage', { kind: 'break' });
    expect(await careful.platform.send(anOrder(aChannel('11'), hello))).toMatchObject({
      kind: 'unknown',
      mayRepeat: false,
    });
    await careful.platform.stop();
  });

  it('is not made again after an attempt that was cut off, where that is the setting', async () => {
    const careful = await startTelegramBot({ botApi: bot.api, unknownPolicy: 'unconfirmed' });
    const again = { uncertainSince: new Date() };
    expect(await careful.platform.send(anOrder(aChannel('11'), hello, again))).toMatchObject({
      kind: 'unknown',
      mayRepeat: false,
    });
    expect(await bot.platform.send(anOrder(aChannel('11'), hello, again))).toMatchObject({ kind: 'sent' });
    expect(shownIn(ann)).toHaveLength(1);
    await careful.platform.stop();
  });

  it('is a retry where no connection came about', async () => {
    const gone = await startBotApi();
    await gone.stop();
    const away = await startTelegramBot({ botApi: gone, isNotStarted: true });
    expect(await away.platform.send(anOrder(aChannel('11'), hello))).toMatchObject({
      kind: 'retry',
      reason: expect.stringContaining('sendMessage'),
    });
  });

  it('is once more plain text where the HTML is refused', async () => {
    bot.api.refuseNext('sendMessage', 400, "Bad Request: can't parse entities: Unsupported start tag");
    expect(await send('11', post)).toMatchObject({ kind: 'sent', form: 'text' });
    const [shown] = shownIn(ann);
    expect(shown?.payload['parse_mode']).toBeUndefined();
    expect(shown?.text).toContain(`${story.title}\n`);
    expect(shown?.text).toContain(story.url);
  });

  it('is rejected where the plain text is refused too, and the next one goes', async () => {
    bot.api.refuseNext('sendMessage', 400, 'Bad Request: BUTTON_DATA_INVALID');
    bot.api.refuseNext('sendMessage', 400, 'Bad Request: message is too long');
    expect(await send('11')).toEqual({ kind: 'rejected', reason: 'message is too long' });
    expect(await send('11')).toMatchObject({ kind: 'sent' });
  });

  it('waits where the token is wrong, as another token mends it', async () => {
    bot.api.setToken('700:another');
    expect(await send('11')).toMatchObject({ kind: 'retry', isPace: true, reason: 'Unauthorized' });
  });

  it('moves the channel where the group became a supergroup, and is sent there next', async () => {
    const old = bot.api.world.addGroup(-55, 'Traders', { type: 'group' });
    old.migratedTo = group;
    expect(await send('-55', hello, 'group')).toMatchObject({ kind: 'retry', isPace: true });
    expect(bot.events).toEqual([
      {
        kind: 'moved',
        from: { platform: 'telegram', address: '-55' },
        to: { platform: 'telegram', address: String(group) },
      },
    ]);
    expect(await send(String(group), hello, 'group')).toMatchObject({ kind: 'sent' });
  });
});

describe('Telegram’s own pace', () => {
  it('holds the whole chat for as long as a 429 says, and no other', async () => {
    const clock = createTestClock();
    const still = await startTelegramBot({ botApi: bot.api, clock });
    const order = (address: string) => anOrder(aChannel(address, 'group'), hello);
    bot.api.refuseNext('sendMessage', 429, 'Too Many Requests: retry after 35', { retry_after: 35 });
    expect(await still.platform.send(order('11'))).toMatchObject({
      kind: 'retry',
      afterMs: 35_000,
      isPace: true,
    });
    clock.advance(10_000);
    expect(await still.platform.send(order('11'))).toMatchObject({
      kind: 'retry',
      afterMs: 25_000,
      isPace: true,
    });
    expect(await still.platform.send(order(String(group)))).toMatchObject({ kind: 'sent' });
    clock.advance(25_000);
    expect(await still.platform.send(order('11'))).toMatchObject({ kind: 'sent' });
    expect(bot.api.callsOf('sendMessage')).toHaveLength(3);
    await still.platform.stop();
  });

  it('is kept for edits too', async () => {
    const clock = createTestClock();
    const still = await startTelegramBot({ botApi: bot.api, clock });
    const channel = aChannel(String(group), 'group');
    for (let count = 0; count < 20; count += 1) {
      await still.platform.send(anOrder(channel, hello));
      clock.advance(1000);
    }
    const [first] = shownIn(group);
    const edit = await still.platform.edit({
      ...anOrder(channel, post),
      messageId: String(first?.message_id),
      form: 'text',
    });
    expect(edit).toMatchObject({ kind: 'retry', afterMs: 40_000 });
    await still.platform.stop();
  });
});

describe('an edit', () => {
  const edit = (message = post, changes: Partial<Parameters<TelegramBot['platform']['edit']>[0]> = {}) =>
    bot.platform.edit({
      ...anOrder(aChannel('11'), message),
      messageId: String(shownIn(ann)[0]?.message_id ?? 1),
      form: 'text',
      ...changes,
    });

  it('changes text, picture and buttons in place', async () => {
    await send('11');
    expect(await edit()).toEqual({ kind: 'edited' });
    expect(shownIn(ann)).toMatchObject([{ edits: 1, text: expect.stringContaining('Ledger Post') }]);
    expect(shownIn(ann)[0]?.payload).toMatchObject({ link_preview_options: { url: picture.url } });
  });

  it('changes the caption of what was sent as a photo, also when the text has grown', async () => {
    await send('11', storyMessage(aStory({ picture, lead: '' }), english));
    const grown = storyMessage(aStory({ picture, lead: 'A word and another. '.repeat(200) }), english);
    expect(await edit(grown, { form: 'photo' })).toEqual({ kind: 'edited' });
    const [shown] = shownIn(ann);
    expect(shown?.photo).toBe(picture.url);
    expect(shown?.text.length).toBeLessThanOrEqual(1024);
  });

  it('is done where the message already looks like that', async () => {
    await send('11', post);
    expect(await edit()).toEqual({ kind: 'edited' });
    expect(shownIn(ann)[0]?.edits).toBe(0);
  });

  it('is refused where the message is gone', async () => {
    expect(await edit()).toEqual({ kind: 'refused', reason: 'message to edit not found' });
  });

  it.each(['photo', 'text'] as const)(
    'of a %s is once more plain where the HTML is refused',
    async (form) => {
      await send('11', form === 'photo' ? storyMessage(aStory({ picture, lead: '' }), english) : hello);
      const method = form === 'photo' ? 'editMessageCaption' : 'editMessageText';
      bot.api.refuseNext(method, 400, "Bad Request: can't parse entities: anything");
      expect(await edit(post, { form })).toEqual({ kind: 'edited' });
      expect(shownIn(ann)[0]?.payload['parse_mode']).toBeUndefined();
    },
  );

  it('is tried again where its outcome is unknown, as that does no harm', async () => {
    await send('11');
    bot.api.failNext('editMessageText', { kind: 'page', status: 502, after: true });
    expect(await edit()).toMatchObject({ kind: 'retry' });
    expect(await edit()).toEqual({ kind: 'edited' });
  });
});

describe('a stop', () => {
  it('lets what is on its way end', async () => {
    const sending = send('11');
    await bot.api.called('sendMessage');
    await bot.platform.stop();
    expect(await sending).toMatchObject({ kind: 'sent' });
    expect(await send('11', emptyMessage)).toMatchObject({ kind: 'retry' });
  });
});
