import { describe, expect, it } from 'vitest';
import { emptyMessage, textMessage, type Message } from '../../../src/domain/message.ts';
import { plainLook, type Look } from '../../../src/domain/subscription.ts';
import { renderMessage } from '../../../src/platforms/discord/render-message.ts';
import { english } from '../../../src/texts/english.ts';
import { sampleEntry, storyPost } from './samples.ts';

const render = (message: Message, look?: Look) =>
  renderMessage(message, { texts: english, mark: 'd1', isModerators: false, ...(look && { look }) });

describe('a story', () => {
  it('is one embed with three buttons', () => {
    expect(render(storyPost).body).toMatchInlineSnapshot(`
      {
        "allowed_mentions": {
          "parse": [],
        },
        "components": [
          {
            "components": [
              {
                "custom_id": "o~d1~0~summarize 42",
                "label": "Summarize",
                "style": 2,
                "type": 2,
              },
              {
                "custom_id": "o~d1~1~read 42",
                "label": "Read",
                "style": 2,
                "type": 2,
              },
              {
                "custom_id": "o~d1~2~related 42",
                "label": "Related",
                "style": 2,
                "type": 2,
              },
            ],
            "type": 1,
          },
        ],
        "content": "",
        "embeds": [
          {
            "author": {
              "name": "⚖️ Policy & Regulation · BTC, ETH",
            },
            "color": 5793266,
            "description": "The city’s regulator said \\<@1\\> that @​everyone may apply.

      **Ledger\\_Post** · <t:1772440200:f>
      Also reported by [Chain Courier](https://courier.example/a_%28b%29)",
            "footer": {
              "text": "#42 · Photo by A. Lens on Shots",
            },
            "image": {
              "url": "https://ledgerpost.example/a.png",
            },
            "title": "Regulator clears \\*first\\* bank\\_token",
            "url": "https://ledgerpost.example/clears",
          },
        ],
        "flags": 0,
      }
    `);
  });

  it('shows a date without a time as written, for every reader', () => {
    const story = storyPost.story && {
      ...storyPost.story,
      moment: { at: new Date('2026-03-02T00:00:00Z'), precision: 'day' as const },
    };
    const [embed] = render({ ...storyPost, story }).body.embeds;
    expect(embed?.description).toContain('**Ledger\\_Post** · March 2, 2026');
    expect(embed?.description).not.toContain('<t:');
  });

  it('marks what somebody paid for', () => {
    const story = storyPost.story && { ...storyPost.story, isSponsored: true };
    expect(render({ ...storyPost, story }).body.embeds[0]?.author?.name).toContain(english.stories.sponsored);
  });

  it('leaves out a picture and a link that Discord would refuse', () => {
    const [embed] = render({
      ...storyPost,
      title: { text: 'A', url: 'ftp://a.example' },
      image: { url: 'data:image/png;base64,x', credit: 'me' },
    }).body.embeds;
    expect(embed).not.toHaveProperty('url');
    expect(embed).not.toHaveProperty('image');
    expect(embed?.footer?.text).toBe('#42');
  });

  it('stays within every limit however long its parts are', () => {
    const long = 'wort_*[ '.repeat(2000);
    const reports = Array.from({ length: 60 }, (_, index) => ({
      name: `${index} ${long}`,
      url: `https://a.example/${index}?${'q'.repeat(300)}`,
    }));
    const { embeds, components } = render({
      ...storyPost,
      title: { text: long, url: `https://a.example/${'x'.repeat(3000)}` },
      story: storyPost.story && {
        ...storyPost.story,
        publisher: long,
        assets: Array.from({ length: 99 }, () => 'LONGTICKER'),
        alsoReportedBy: reports,
      },
      blocks: [{ kind: 'paragraph', spans: [long] }],
      image: { url: 'https://a.example/a.png', credit: long },
      footer: long,
      buttons: Array.from({ length: 40 }, (_, index) => ({
        label: long,
        action: `search ${index} ${long}`,
        role: 'open' as const,
      })),
      menu: {
        prompt: long,
        choices: Array.from({ length: 40 }, (_, index) => ({
          label: long,
          description: long,
          action: `${index}${long}`,
        })),
      },
    }).body;
    const [embed] = embeds;
    const lengths = [embed?.title, embed?.description, embed?.author?.name, embed?.footer?.text].map(
      (part) => part?.length ?? 0,
    );
    expect(lengths[0]).toBeLessThanOrEqual(256);
    expect(lengths[1]).toBeLessThanOrEqual(4096);
    expect(lengths[1]).toBeGreaterThan(3900);
    expect(lengths[2]).toBeLessThanOrEqual(256);
    expect(lengths[3]).toBeLessThanOrEqual(2048);
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBeLessThanOrEqual(6000);
    expect(embed?.description).toContain('and ');
    expect(components).toHaveLength(5);
    const ids = components.flatMap((row) =>
      row.components.flatMap((part) => ('custom_id' in part ? [part.custom_id] : [])),
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => id.length <= 100)).toBe(true);
  });
});

describe('mentions', () => {
  const role = '610000000000000001';
  const look = (categories: readonly 'policy'[] | readonly 'markets'[] | readonly never[]): Look => ({
    ...plainLook,
    mention: { role, categories },
  });

  it('are closed for everything in a text', () => {
    expect(render(storyPost).body.allowed_mentions).toEqual({ parse: [] });
  });

  it('open for the one role of the look', () => {
    const { body } = render(storyPost, look([]));
    expect(body.content).toBe(`<@&${role}>`);
    expect(body.allowed_mentions).toEqual({ parse: [], roles: [role] });
  });

  it('stand only under the chosen categories', () => {
    expect(render(storyPost, look(['policy'])).body.content).toBe(`<@&${role}>`);
    expect(render(storyPost, look(['markets'])).body.content).toBe('');
    expect(render(textMessage('a digest'), look(['policy'])).body.content).toBe('');
  });

  it('name no role where the kept text is none', () => {
    const odd: Look = { ...plainLook, mention: { role: '@everyone', categories: [] } };
    expect(render(storyPost, odd).body.content).toBe('');
  });
});

describe('an answer', () => {
  it('lists stories', () => {
    const message: Message = {
      ...emptyMessage,
      title: { text: 'Latest' },
      blocks: [
        { kind: 'entry', entry: sampleEntry() },
        { kind: 'entry', entry: sampleEntry({ number: 8, sources: ['One'], moment: null, excerpt: '' }) },
      ],
      footer: 'page 1 of 2',
      buttons: [{ label: 'Next', action: 'latest page:2', role: 'turn' }],
      menu: { prompt: 'Open a story', choices: [{ label: '7 · Exchange', action: 'read 7' }] },
    };
    const { body } = render(message);
    expect(body.embeds[0]?.description).toMatchInlineSnapshot(`
      "📈 **#7** [Exchange opens in Asia](https://courier.example/opens)
      Chain Courier and 1 other · <t:1772440200:R>
      It opened on Monday.

      📈 **#8** [Exchange opens in Asia](https://courier.example/opens)
      One"
    `);
    expect(body.components).toMatchInlineSnapshot(`
      [
        {
          "components": [
            {
              "custom_id": "m~d1~0~",
              "options": [
                {
                  "label": "7 · Exchange",
                  "value": "read 7",
                },
              ],
              "placeholder": "Open a story",
              "type": 3,
            },
          ],
          "type": 1,
        },
        {
          "components": [
            {
              "custom_id": "t~d1~0~latest page:2",
              "label": "Next",
              "style": 2,
              "type": 2,
            },
          ],
          "type": 1,
        },
      ]
    `);
  });

  it('drops excerpts before stories where a list is too long', () => {
    const blocks = Array.from({ length: 12 }, (_, index) => ({
      kind: 'entry' as const,
      entry: sampleEntry({ number: index, excerpt: 'so many words '.repeat(60) }),
    }));
    const description = render({ ...emptyMessage, blocks }).body.embeds[0]?.description ?? '';
    expect(description.length).toBeLessThanOrEqual(4096);
    expect(description).toContain('**#11**');
    expect(description).not.toContain('so many');
  });

  it('shows headings, lists, and styled spans', () => {
    const message: Message = {
      ...emptyMessage,
      blocks: [
        { kind: 'heading', text: 'What *now*' },
        {
          kind: 'list',
          items: [['one'], [{ text: 'two', bold: true }, ' and ', { text: 'a`b', code: true }]],
        },
        {
          kind: 'paragraph',
          spans: [
            { text: 'here', url: 'https://a.example/' },
            ' at ',
            { moment: { at: new Date('2026-03-02T08:30:00Z'), precision: 'minute' }, style: 'relative' },
          ],
        },
      ],
    };
    expect(render(message).body.embeds[0]?.description).toMatchInlineSnapshot(`
      "**What \\*now\\***

      - one
      - **two** and \`aˋb\`

      [here](https://a.example/) at <t:1772440200:R>"
    `);
  });

  it('never shows half a time at the cut', () => {
    const moment = { at: new Date('2026-03-02T08:30:00Z'), precision: 'minute' as const };
    for (let length = 4070; length < 4100; length += 1) {
      const message: Message = {
        ...emptyMessage,
        blocks: [{ kind: 'paragraph', spans: ['x'.repeat(length), { moment, style: 'full' }] }],
      };
      const description = render(message).body.embeds[0]?.description ?? '';
      expect(description.length).toBeLessThanOrEqual(4096);
      expect(description.includes('<')).toBe(description.includes('<t:1772440200:f>'));
    }
  });

  it('is never empty, which Discord would refuse', () => {
    expect(render(emptyMessage).body.embeds).toEqual([{ description: '…' }]);
  });

  it('has a link button only for an address of at most 512 characters', () => {
    const button = (length: number) => ({
      label: 'Open',
      url: `https://a.example/${'x'.repeat(length - 18)}`,
    });
    expect(render({ ...emptyMessage, buttons: [button(512)] }).body.components).toHaveLength(1);
    expect(render({ ...emptyMessage, buttons: [button(513)] }).body.components).toHaveLength(0);
  });
});

it('sends a silent post with the flag for it', () => {
  expect(render(storyPost, { ...plainLook, isSilent: true }).body.flags).toBe(4096);
  expect(render(storyPost).body.flags).toBe(0);
});
