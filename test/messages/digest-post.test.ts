import { describe, expect, it } from 'vitest';
import type { Story } from '../../src/domain/story.ts';
import { digestPost } from '../../src/messages/digest-message.ts';
import { createPaint } from '../../src/platforms/console/paint.ts';
import { renderPost } from '../../src/platforms/console/render-post.ts';
import { renderMessage as renderOnDiscord } from '../../src/platforms/discord/render-message.ts';
import { renderMessage as renderOnTelegram, textLimit } from '../../src/platforms/telegram/render-message.ts';
import { english } from '../../src/texts/english.ts';
import { parseHtml } from '../fakes/telegram/parse-html.ts';
import { aReport, aStory } from '../support/stories.ts';

const window = new Date('2026-03-02T07:00:00Z');
const post = (stories: readonly Story[]) => digestPost(stories, { number: 2, window }, english);

const onDiscord = (stories: readonly Story[]) =>
  renderOnDiscord(post(stories), { texts: english, mark: 'd1', isModerators: false }).body;
const onTelegram = (stories: readonly Story[]) =>
  renderOnTelegram(post(stories), { texts: english, limit: textLimit }).html;
const onConsole = (stories: readonly Story[]) =>
  renderPost(
    post(stories),
    { name: '#desk', place: 0 },
    {
      width: 80,
      paint: createPaint(false),
      texts: english,
      now: new Date('2026-03-02T09:00:00Z'),
      timeZone: 'UTC',
    },
  ).join('\n');

const told = (number: number, parts: Partial<Story> = {}) =>
  aStory({ id: BigInt(number), number, title: `Story number ${number}`, ...parts });
const few = [
  told(3, { category: 'markets', reports: [aReport('Alpha Wire')] }),
  told(4, { category: 'policy', reports: [aReport('Alpha Wire'), aReport('Beta Post')] }),
  told(5, { category: 'markets', reports: [aReport('Beta Post')], title: 'A *bold* <claim>' }),
];

describe('a digest', () => {
  it('is one embed on Discord', () => {
    const { embeds, components } = onDiscord(few);
    expect(components).toEqual([]);
    expect(embeds).toMatchInlineSnapshot(`
      [
        {
          "description": "**⚖️ Policy & Regulation**

      ⚖️ **#4** [Story number 4](https://wire.example/harbour-desk)
      Alpha Wire and 1 other · <t:1772439300:R>

      **📈 Markets**

      📈 **#3** [Story number 3](https://wire.example/harbour-desk)
      Alpha Wire · <t:1772439300:R>

      📈 **#5** [A \\*bold\\* \\<claim\\>](https://wire.example/harbour-desk)
      Beta Post · <t:1772439300:R>",
          "title": "3 stories for you",
        },
      ]
    `);
  });

  it('is one text on Telegram', () => {
    expect(onTelegram(few)).toMatchInlineSnapshot(`
      "<b>3 stories for you</b>

      <b>⚖️ Policy &amp; Regulation</b>

      <b>#4 </b>⚖️ <a href="https://wire.example/harbour-desk">Story number 4</a>
      <i>Alpha Wire and 1 other</i> · <tg-time unix="1772439300" format="r">Mar 2, 2026, 08:15 UTC</tg-time>

      <b>📈 Markets</b>

      <b>#3 </b>📈 <a href="https://wire.example/harbour-desk">Story number 3</a>
      <i>Alpha Wire</i> · <tg-time unix="1772439300" format="r">Mar 2, 2026, 08:15 UTC</tg-time>

      <b>#5 </b>📈 <a href="https://wire.example/harbour-desk">A *bold* &lt;claim&gt;</a>
      <i>Beta Post</i> · <tg-time unix="1772439300" format="r">Mar 2, 2026, 08:15 UTC</tg-time>"
    `);
  });

  it('is drawn along its channel on the console', () => {
    expect(`\n${onConsole(few)}`).toMatchInlineSnapshot(`
      "
      [#desk]
       │ 3 stories for you
       │ ⚖️ Policy & Regulation
       │ 4  Story number 4
       │    ⚖️ Policy & Regulation · Alpha Wire and 1 other · 45 min ago
       │
       │ 📈 Markets
       │ 3  Story number 3
       │    📈 Markets · Alpha Wire · 45 min ago
       │ 5  A *bold* <claim>
       │    📈 Markets · Beta Post · 45 min ago
      "
    `);
  });

  const long = (number: number): Story =>
    told(number, {
      title: `Story ${number} with [brackets] and *stars* ${'and words that go on '.repeat(number % 9)}`,
      url: `https://news.example/${'a_long-path/'.repeat(number % 17)}${number}_(b)`,
      reports: [aReport('A_Publisher of *great* renown')],
    });

  it.each([1, 14, 15, 16, 40])('of %i long stories shows or counts each of them everywhere', (count) => {
    const stories = Array.from({ length: count }, (_, at) => long(at + 1));
    const message = post(stories);
    const shown = message.blocks.flatMap((block) => (block.kind === 'entry' ? [block.entry.number] : []));
    const counted = Number(/^\d+/.exec(message.footer ?? '0')?.[0]);
    expect(shown.length + counted).toBe(count);
    expect(message.buttons.length).toBe(counted === 0 ? 0 : 1);
    const [embed] = onDiscord(stories).embeds;
    const texts = [embed?.description ?? '', parseHtml(onTelegram(stories)).text, onConsole(stories)];
    const missing = texts.flatMap((text) => shown.filter((number) => !text.includes(`Story ${number} `)));
    const missingOnDiscord = shown.filter((number) => !texts[0]?.includes(`Story ${number} `));
    expect({ missing, missingOnDiscord }).toEqual({ missing: [], missingOnDiscord: [] });
    expect(texts[0]?.length).toBeLessThanOrEqual(4096);
  });
});
