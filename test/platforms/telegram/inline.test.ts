import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyMessage, textMessage, type Entry, type Message } from '../../../src/domain/message.ts';
import { isPayload, listIn, textIn, type Payload } from '../../fakes/telegram/payload.ts';
import { parseHtml } from '../../fakes/telegram/parse-html.ts';
import { startTelegramBot, type TelegramBot } from '../../fakes/telegram/telegram-bot.ts';

const ann = 11;

const entry = (number: number, changes: Partial<Entry> = {}): Entry => ({
  number,
  title: `Story ${number} & more`,
  url: `https://wire.example/${number}`,
  category: 'markets',
  sources: ['Example Wire', 'Ledger Post'],
  moment: { at: new Date('2026-03-02T08:15:00Z'), precision: 'minute' },
  excerpt: 'What was found.',
  ...changes,
});

const listOf = (entries: readonly Entry[], next?: number): Message => ({
  ...emptyMessage,
  title: { text: 'Found' },
  blocks: entries.map((entry) => ({ kind: 'entry', entry })),
  footer: 'page 1 of 2',
  buttons: next === undefined ? [] : [{ label: 'Next', action: `search btc page:${next}`, role: 'turn' }],
});

let bot: TelegramBot;
let answer: (line: string) => Message;
beforeEach(async () => {
  answer = () => listOf([entry(7), entry(8)], 2);
  bot = await startTelegramBot({ answer: (line) => answer(line) });
  bot.api.world.addPerson(ann, 'Ann');
});
afterEach(async () => {
  await bot.close();
});

const type = async (query: string, offset?: string): Promise<Payload> => {
  const call = await bot.people.typeInline(query, ann, offset);
  expect(call.outcome).toBe('ok');
  return call.payload;
};
const resultsOf = (payload: Payload) => listIn(payload, 'results').filter(isPayload);

describe('inline mode', () => {
  it('offers the stories that a search finds', async () => {
    const payload = await type('hong kong stablecoin');
    expect(bot.lines()).toEqual(['search hong kong stablecoin']);
    expect(resultsOf(payload).map((result) => textIn(result, 'title'))).toEqual([
      'Story 7 & more',
      'Story 8 & more',
    ]);
    expect(textIn(resultsOf(payload)[0] ?? {}, 'description')).toBe(
      'Example Wire and 1 other · What was found.',
    );
  });

  it('offers the latest where nothing is typed', async () => {
    await type('  ');
    expect(bot.lines()).toEqual(['latest']);
  });

  it('shares a story with its link and a button that opens the bot', async () => {
    const [result] = resultsOf(await type('btc'));
    const content = result?.['input_message_content'];
    const { text, entities } = parseHtml(textIn(isPayload(content) ? content : {}, 'message_text'));
    expect(text).toMatchInlineSnapshot(`
      "#7 📈 Story 7 & more
      Example Wire and 1 other · Mar 2, 2026, 08:15 UTC
      What was found."
    `);
    expect(entities).toContainEqual(expect.objectContaining({ url: 'https://wire.example/7' }));
    expect(result?.['reply_markup']).toEqual({
      inline_keyboard: [
        [{ text: 'Read more in the bot', url: 'https://t.me/satwire_bot?start=summarize_7' }],
      ],
    });
  });

  it('has pages for as long as there are any', async () => {
    expect(await type('btc')).toMatchObject({ next_offset: '2' });
    answer = () => listOf([entry(9)], 1);
    expect(await type('btc', '2')).toMatchObject({ next_offset: '' });
    expect(bot.lines()).toEqual(['search btc', 'search btc page:2']);
  });

  it('is kept for a short time, and for one person', async () => {
    const payload = await type('btc');
    expect(payload).toMatchObject({ is_personal: true });
    expect(payload['cache_time']).toBeLessThanOrEqual(60);
  });

  it('asks as the person alone does', async () => {
    await type('btc');
    expect(bot.requests[0]?.asker).toMatchObject({
      personId: String(ann),
      channel: { address: String(ann), kind: 'direct', scope: `telegram:${ann}` },
    });
  });

  it('offers nothing where nothing is found', async () => {
    answer = () => textMessage('Nothing was found.');
    expect(await type('nothing')).toMatchObject({ results: [], next_offset: '' });
  });

  it('shares the one story that a share button names', async () => {
    answer = () => ({
      ...textMessage('First point.', 'Second point.'),
      title: { text: 'Harbour exchange', url: 'https://wire.example/7' },
    });
    const payload = await type('#7');
    expect(bot.lines()).toEqual(['summarize 7']);
    expect(resultsOf(payload)).toMatchObject([
      {
        id: 'story-7',
        title: 'Harbour exchange',
        input_message_content: { link_preview_options: { url: 'https://wire.example/7' } },
      },
    ]);
  });

  it('takes a story without a title or with a wrong address', async () => {
    answer = () => listOf([entry(7, { title: '', url: 'nowhere' })]);
    expect(resultsOf(await type('btc'))).toHaveLength(1);
  });

  it('offers fifty at most, as Telegram takes no more', async () => {
    answer = () => listOf(Array.from({ length: 70 }, (_, index) => entry(index + 1)));
    expect(resultsOf(await type('btc'))).toHaveLength(50);
  });

  it('goes on where the person has typed on in the meantime', async () => {
    bot.api.refuseNext('answerInlineQuery', 400, 'Bad Request: query is too old');
    const call = await bot.people.typeInline('bt', ann);
    expect(call.outcome).toContain('query is too old');
    expect(resultsOf(await type('btc'))).toHaveLength(2);
    expect(bot.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
