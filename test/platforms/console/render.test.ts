import { describe, expect, it } from 'vitest';
import { emptyMessage, textMessage, type Entry, type Message } from '../../../src/domain/message.ts';
import { storyMessage } from '../../../src/messages/story-message.ts';
import { createPaint } from '../../../src/platforms/console/paint.ts';
import { renderPost, renderUpdate } from '../../../src/platforms/console/render-post.ts';
import { renderReply } from '../../../src/platforms/console/render-reply.ts';
import type { RenderView } from '../../../src/platforms/console/render-view.ts';
import { textWidth } from '../../../src/platforms/console/text-width.ts';
import { english } from '../../../src/texts/english.ts';
import { aReport, aStory } from '../../support/stories.ts';

const view = (parts: Partial<RenderView> = {}): RenderView => ({
  width: 80,
  paint: createPaint(false),
  texts: english,
  now: new Date('2026-03-02T09:00:00Z'),
  timeZone: 'UTC',
  ...parts,
});
const policyDesk = { name: '#policy-desk', place: 0 };
const drawn = (lines: readonly string[]) => `\n${lines.join('\n')}`;
const esc = String.fromCodePoint(27);

const story = aStory({
  number: 12,
  title: 'Hong Kong grants first stablecoin licences to Jadeport, Lantau Pay and Peak Trust',
  lead: 'The authority has granted the first stablecoin licences to three issuers, which may begin next month with tokens pegged to the Hong Kong dollar.',
  category: 'policy',
  picture: { url: 'https://wire.example/desk.jpg', credit: 'Photo by Ann on Shutter' },
  reports: [aReport('Harbour Ledger'), aReport('Tideline Wire'), aReport('Block Courier')],
});

const entry = (parts: Partial<Entry> = {}): Entry => ({
  number: 9,
  title: 'Miner moves into a disused dam',
  url: 'https://wire.example/dam',
  category: 'mining',
  sources: ['Block Courier'],
  moment: { at: new Date('2026-03-02T08:48:00Z'), precision: 'minute' },
  excerpt: '',
  ...parts,
});

describe('renderPost', () => {
  it('draws a story along its channel', () => {
    expect(drawn(renderPost(storyMessage(story, english), policyDesk, view()))).toMatchInlineSnapshot(`
      "
      [#policy-desk] ⚖️ Policy & Regulation · story 12
       │ Hong Kong grants first stablecoin licences to Jadeport, Lantau Pay and Peak
       │ Trust
       │ The authority has granted the first stablecoin licences to three issuers,
       │ which may begin next month with tokens pegged to the Hong Kong dollar.
       │ Harbour Ledger · 08:15 · also reported by Tideline Wire, Block Courier · ETH
       │ Photo by Ann on Shutter
       │ https://wire.example/harbour-desk
       │ /summarize 12 · /read 12 · /related 12
      "
    `);
  });

  it('keeps every line within the width, wide characters included', () => {
    const wide = aStory({
      title: '香港金融管理局批准首批穩定幣發行人牌照,三家公司獲准發行與港元掛鈎的代幣並於下月開始運作 🚀🚀',
      lead: `${'暗号資産の規制が変わります。'.repeat(8)} ${'x'.repeat(130)}`,
    });
    for (const width of [30, 57, 80, 100]) {
      const lines = renderPost(storyMessage(wide, english), policyDesk, view({ width }));
      const long = lines.filter((line) => textWidth(line) > width && !line.includes('https://'));
      expect(long).toEqual([]);
    }
  });

  it('shows a date without a time where the publisher gives none, and marks a press release', () => {
    const published = { at: new Date('2026-03-01T00:00:00Z'), precision: 'day' } as const;
    const message = storyMessage(aStory({ published, isSponsored: true }), english);
    const text = renderPost(message, policyDesk, view()).join('\n');
    expect(text).toContain('Example Wire · 1 Mar · ETH');
    expect(text).toContain('Press release');
  });

  it('sets posts off in colour where the terminal has it', () => {
    const lines = renderPost(storyMessage(story, english), policyDesk, view({ paint: createPaint(true) }));
    expect(lines[0]).toContain(`${esc}[1;7;36m #policy-desk ${esc}[0m`);
    expect(lines[1]).toBe(
      ` ${esc}[36m│${esc}[0m ${esc}[1mHong Kong grants first stablecoin licences to Jadeport, Lantau Pay and Peak${esc}[0m`,
    );
  });

  it('lets no escape sequence of a text through', () => {
    const hostile = `${esc}[2J${esc}]52;c;aGk=${String.fromCodePoint(7)}Clean${esc}P1;2q${esc}\\ \u009B31mup\u202E!`;
    const lines = renderPost(
      storyMessage(aStory({ title: hostile, lead: hostile }), english),
      policyDesk,
      view(),
    );
    expect(lines[1]).toBe(' │ Clean up!');
    expect(lines.join('')).not.toMatch(/[\p{Cc}\u202E]/u);
  });
});

describe('renderUpdate', () => {
  it('tells who else reports a story by now', () => {
    expect(drawn(renderUpdate(storyMessage(story, english), policyDesk, view()))).toMatchInlineSnapshot(`
      "
      [#policy-desk] Story 12 is now told by Harbour Ledger, Tideline Wire and
       │ Block Courier: Hong Kong grants first stablecoin licences to Jadeport, Lantau
       │ Pay and Peak Trust
      "
    `);
  });
});

describe('renderReply', () => {
  it('draws a list of stories with numbers to type', () => {
    const message: Message = {
      ...emptyMessage,
      title: { text: 'Latest' },
      blocks: [
        { kind: 'entry', entry: entry() },
        {
          kind: 'entry',
          entry: entry({
            number: 112,
            title: 'A headline that is a good deal longer than what fits on one line of the terminal',
            sources: ['Block Courier', 'Tideline Wire'],
            moment: { at: new Date('2026-03-01T00:00:00Z'), precision: 'day' },
          }),
        },
      ],
      footer: 'Page 1 of 3',
      buttons: [{ label: 'Next', action: 'latest page:2', role: 'turn' }],
      menu: {
        prompt: 'Read one of these:',
        choices: [
          { label: '9', description: 'Miner moves into a disused dam', action: 'read 9' },
          { label: '112', action: 'read 112' },
        ],
      },
    };
    expect(drawn(renderReply(message, view({ width: 60 })))).toMatchInlineSnapshot(`
      "

        Latest

          9  Miner moves into a disused dam
             ⛏️ Mining & Energy · Block Courier · 12 min ago
        112  A headline that is a good deal longer than what fits
             on one line of the terminal
             ⛏️ Mining & Energy · Block Courier and 1 other ·
             yesterday

        Page 1 of 3

        1) Next

        Read one of these:
        2) 9 · Miner moves into a disused dam
        3) 112
      "
    `);
  });

  it('draws short choices beside each other, whole, and long ones below each other', () => {
    const menu = (labels: readonly string[]): Message => ({
      ...emptyMessage,
      menu: { prompt: 'Choose:', choices: labels.map((label) => ({ label, action: label })) },
    });
    const names = ['/latest', '/top', '/search', '/summarize', '/read'];
    expect(drawn(renderReply(menu(names), view({ width: 32 })))).toMatchInlineSnapshot(`
      "

        Choose:
        1) /latest   2) /top
        3) /search   4) /summarize
        5) /read
      "
    `);
    const long = ['Harbour Ledger', 'The Northlight Review of Markets'];
    expect(drawn(renderReply(menu(long), view({ width: 60 })))).toMatchInlineSnapshot(`
      "

        Choose:
        1) Harbour Ledger
        2) The Northlight Review of Markets
      "
    `);
  });

  it('draws a text with headings, lists, code and links', () => {
    const message: Message = {
      ...emptyMessage,
      title: { text: 'Help', url: 'https://wire.example/help' },
      blocks: [
        {
          kind: 'paragraph',
          spans: [
            'Type ',
            { text: '/search hong kong', code: true },
            ', or see ',
            { text: 'the guide', url: 'https://wire.example/guide' },
            '.',
          ],
        },
        { kind: 'heading', text: 'What there is' },
        {
          kind: 'list',
          items: [['one'], ['two, with a text that runs on for longer than the line is wide']],
        },
      ],
      buttons: [{ label: 'Open article', url: 'https://wire.example/a' }],
    };
    expect(drawn(renderReply(message, view({ width: 50 })))).toMatchInlineSnapshot(`
      "

        Help

        Type /search hong kong, or see the guide
        (https://wire.example/guide).

        What there is
        • one
        • two, with a text that runs on for longer than
          the line is wide

        https://wire.example/help
        Open article: https://wire.example/a
      "
    `);
  });

  it('keeps line breaks within a paragraph', () => {
    expect(renderReply(textMessage('one\ntwo'), view())).toEqual(['', '  one', '  two', '']);
  });

  it('prints an attachment as it is, so that it can be copied', () => {
    const attachment = { name: 'list.opml', text: `<opml>\n  ${'x'.repeat(100)}\u001b[31m\n</opml>` };
    const lines = renderReply({ ...textMessage('Here.'), attachment }, view());
    expect(lines.map((line) => line.trim())).toEqual([
      '',
      'Here.',
      '',
      expect.stringContaining('list.opml:'),
      '<opml>',
      expect.stringMatching(/^x{100}/),
      '</opml>',
      '',
    ]);
    expect(lines.join('\n')).not.toContain('\u001b[31m');
  });
});
