import { describe, expect, it } from 'vitest';
import { emptyMessage, textMessage, type Message, type StoryFacts } from '../../../src/domain/message.ts';
import { captionLimit, renderMessage, textLimit } from '../../../src/platforms/telegram/render-message.ts';
import { english } from '../../../src/texts/english.ts';
import { parseHtml } from '../../fakes/telegram/parse-html.ts';

const facts: StoryFacts = {
  number: 42,
  category: 'policy',
  assets: ['BTC', 'ETH'],
  publisher: 'Example Wire',
  moment: { at: new Date('2026-03-02T08:15:00Z'), precision: 'minute' },
  alsoReportedBy: [
    { name: 'Ledger Post', url: 'https://ledger-post.example/a' },
    { name: 'Node & Daily', url: 'https://node-daily.example/b?x=1&y="2"' },
  ],
  isSponsored: false,
};

const post = (changes: Partial<Message> = {}): Message => ({
  ...emptyMessage,
  title: { text: 'Regulator opens <public> comment', url: 'https://wire.example/a' },
  story: facts,
  blocks: [{ kind: 'paragraph', spans: ['The regulator asks what a token is. Answers are due in May.'] }],
  image: { url: 'https://wire.example/a.jpg', credit: 'Photo by Ann on Shutter' },
  ...changes,
});

const render = (message: Message, limit = textLimit) => renderMessage(message, { texts: english, limit });

describe('the text of a post', () => {
  it('is title, category, lead, reports, publisher and time, credit and hashtags', () => {
    expect(render(post()).html).toMatchInlineSnapshot(`
      "<b><a href="https://wire.example/a">Regulator opens &lt;public&gt; comment</a></b>
      ⚖️ Policy &amp; Regulation · #42

      The regulator asks what a token is. Answers are due in May.

      Also reported by <a href="https://ledger-post.example/a">Ledger Post</a>, <a href="https://node-daily.example/b?x=1&amp;y=%222%22">Node &amp; Daily</a>
      <b>Example Wire</b> · <tg-time unix="1772439300" format="Dt">Mar 2, 2026, 08:15 UTC</tg-time>
      <i>Photo by Ann on Shutter</i>
      #policy #BTC #ETH"
    `);
  });

  it('has the same words without marks for when the HTML is refused', () => {
    expect(render(post()).plain).toMatchInlineSnapshot(`
      "Regulator opens <public> comment
      ⚖️ Policy & Regulation · #42

      The regulator asks what a token is. Answers are due in May.

      Also reported by Ledger Post, Node & Daily
      Example Wire · Mar 2, 2026, 08:15 UTC
      Photo by Ann on Shutter
      #policy #BTC #ETH

      https://wire.example/a"
    `);
  });

  it('shows a time in the reader’s own time', () => {
    const { entities } = parseHtml(render(post()).html);
    expect(entities.filter((entity) => entity.type === 'date_time')).toMatchObject([
      { unixTime: Date.parse('2026-03-02T08:15:00Z') / 1000 },
    ]);
  });

  it('keeps a time that is known to the day a date', () => {
    const moment = { at: new Date('2026-03-02T00:00:00Z'), precision: 'day' as const };
    const { html } = render(post({ story: { ...facts, moment } }));
    expect(html).toContain('Mar 2, 2026');
    expect(html).not.toContain('tg-time');
  });

  it('folds the longer part of a lead into a quotation that opens', () => {
    const sentence = 'A clerk counts every page of the filing and finds one of them missing. ';
    const { html } = render(post({ blocks: [{ kind: 'paragraph', spans: [sentence.repeat(8)] }] }));
    const { text, entities } = parseHtml(html);
    const quote = entities.find((entity) => entity.type === 'expandable_blockquote');
    const quoted = text.slice(quote?.offset, (quote?.offset ?? 0) + (quote?.length ?? 0));
    expect(quoted).toBe(sentence.repeat(5).trim());
    expect(text).toContain(`\n\n${sentence.repeat(3).trim()}\n${quoted}`);
  });

  it('marks a press release', () => {
    expect(render(post({ story: { ...facts, isSponsored: true } })).html).toContain(
      'Policy &amp; Regulation · Press release · #42',
    );
  });

  it('names eight other publishers and counts the rest', () => {
    const alsoReportedBy = Array.from({ length: 11 }, (_, index) => ({
      name: `Paper ${index + 1}`,
      url: `https://paper-${index + 1}.example/`,
    }));
    expect(parseHtml(render(post({ story: { ...facts, alsoReportedBy } })).html).text).toContain(
      'Paper 7, Paper 8 and 3 more',
    );
  });

  it('leaves out hashtags that Telegram does not know as such', () => {
    const { html } = render(post({ story: { ...facts, assets: ['BTC', '42', 'A-B', '1INCH'] } }));
    expect(html).toContain('#policy #BTC #1INCH');
  });

  it('ends with links where buttons are not wanted', () => {
    const links = [
      { label: 'Summarize', url: 'https://t.me/satwire_bot?start=summarize_42' },
      { label: 'Read', url: 'https://t.me/satwire_bot?start=read_42' },
    ];
    expect(renderMessage(post(), { texts: english, limit: textLimit, links }).html).toMatch(
      /\n\n<a href="[^"]+summarize_42">Summarize<\/a> · <a href="[^"]+read_42">Read<\/a>$/,
    );
  });
});

describe('text from outside', () => {
  const hostile = [
    ['markup', '<b>not bold</b> <script>x</script> </a>', '<b>not bold</b> <script>x</script> </a>'],
    ['entities', '&lt; &amp; &#0; &#xD800; &copy; &', '&lt; &amp; &#0; &#xD800; &copy; &'],
    ['half a surrogate pair', 'broken \uD83D and \uDE00 end', 'broken \uFFFD and \uFFFD end'],
    ['control characters', 'a\u0000b\u0007c\u001Bd', 'a b c d'],
    ['quotes', `"double" and 'single'`, `"double" and 'single'`],
    ['a change of direction', '\u202Eesrever\u202C', 'esrever'],
  ] as const;

  it.each(hostile)('is refused by nobody with %s', (_name, text, expected) => {
    const message = post({
      title: { text, url: `https://wire.example/?q=${text}` },
      blocks: [
        { kind: 'paragraph', spans: [text, { text, bold: true, url: 'https://a.example/"><b>' }] },
        { kind: 'heading', text },
        { kind: 'list', items: [[text], [{ text, code: true }]] },
      ],
      story: { ...facts, publisher: text, assets: [text], alsoReportedBy: [{ name: text, url: text }] },
      image: { url: 'https://wire.example/a.jpg', credit: text },
      footer: text,
      menu: { prompt: text, choices: [] },
    });
    const shown = parseHtml(render(message).html).text;
    expect(shown).not.toMatch(/[\p{Cs}\u202E]/u);
    expect(shown).toContain(`${expected}\n⚖️ Policy & Regulation · #42`);
  });

  it('mentions nobody and offers no commands', () => {
    const { html } = render(
      post({
        title: { text: '@someone says /start, mail a@b.example' },
        blocks: textMessage('By @someone').blocks,
      }),
    );
    expect(html).not.toMatch(/@someone|\/start/);
    expect(html).toContain('a@b.example');
  });

  it('keeps the text of a link whose address is no address', () => {
    const { html } = render(post({ title: { text: 'Title', url: 'javascript:alert(1)' } }));
    expect(html).toContain('<b>Title</b>');
  });
});

describe('a text that is too long', () => {
  const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index}`).join(' ');

  it.each([textLimit, captionLimit])('is cut at a word within %i characters', (limit) => {
    const message = post({ blocks: [{ kind: 'paragraph', spans: [words(2000)] }] });
    const rendered = render(message, limit);
    const { text } = parseHtml(rendered.html);
    expect(text.length).toBeLessThanOrEqual(limit);
    expect(text.length).toBeGreaterThan(limit - 20);
    expect(text).toMatch(/ word\d+…\n\n?Also reported by/);
    expect(text).toContain('#policy #BTC #ETH');
    expect(rendered.plain.length).toBeLessThanOrEqual(limit);
  });

  it('never ends inside a tag, wherever it is cut', () => {
    const message: Message = {
      ...emptyMessage,
      title: { text: `T${'i'.repeat(500)}tle`, url: 'https://wire.example/a' },
      blocks: [
        {
          kind: 'paragraph',
          spans: ['Plain ', { text: 'bold & <linked> words here', bold: true, url: 'https://a.example/' }],
        },
        {
          kind: 'paragraph',
          spans: [{ moment: facts.moment ?? { at: new Date(0), precision: 'day' }, style: 'relative' }],
        },
        {
          kind: 'list',
          items: [['😀😀😀😀😀😀 👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦'], [{ text: '香港稳定币牌照申请开始接受', code: true }]],
        },
      ],
      footer: 'page 1 of 2',
    };
    for (let limit = 310; limit <= 480; limit += 1) {
      const { text } = parseHtml(render(message, limit).html);
      expect(text.length).toBeLessThanOrEqual(limit);
      expect(text).not.toMatch(/\p{Cs}/u);
    }
  });

  it('cuts words that are not parted by spaces between characters', () => {
    const { text } = parseHtml(render(textMessage('香'.repeat(5000))).html);
    expect(text).toBe(`${'香'.repeat(4095)}…`);
  });

  it('gives up the end of an answer first', () => {
    const { text } = parseHtml(render(textMessage(words(500), words(500))).html);
    expect(text.startsWith(words(500))).toBe(true);
    expect(text.endsWith('…')).toBe(true);
  });
});

describe('an answer', () => {
  it('shows entries, lists, headings and the menu’s question', () => {
    const message: Message = {
      ...emptyMessage,
      title: { text: 'Latest' },
      blocks: [
        { kind: 'heading', text: 'Markets' },
        {
          kind: 'entry',
          entry: {
            number: 7,
            title: 'Harbour exchange opens a desk',
            url: 'https://wire.example/harbour',
            category: 'markets',
            sources: ['Example Wire', 'Ledger Post'],
            moment: { at: new Date('2026-03-02T08:15:00Z'), precision: 'minute' },
            excerpt: 'The desk trades bonds.',
          },
        },
        {
          kind: 'list',
          items: [['Type ', { text: '/latest', code: true }], [{ text: 'x = 1', code: true }]],
        },
      ],
      footer: 'page 1 of 2',
      menu: { prompt: 'Which category?', choices: [] },
    };
    expect(render(message).html).toMatchInlineSnapshot(`
      "<b>Latest</b>

      <b>Markets</b>

      <b>#7 </b>📈 <a href="https://wire.example/harbour">Harbour exchange opens a desk</a>
      <i>Example Wire and 1 other</i> · <tg-time unix="1772439300" format="r">Mar 2, 2026, 08:15 UTC</tg-time>
      The desk trades bonds.

      • Type <b>/latest</b>
      • <code>x = 1</code>

      <i>page 1 of 2</i>

      Which category?"
    `);
  });

  it('is never empty, as Telegram refuses that', () => {
    expect(render(emptyMessage).html).toBe('…');
    expect(render(textMessage('  ', '\n')).html).toBe('…');
  });
});
