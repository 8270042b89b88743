import { describe, expect, it } from 'vitest';
import type { PageArticle, Sources } from '../../src/sources/source.ts';
import { openConversation, unreachableNet, type Conversation } from '../support/conversation.ts';

const longText = Array.from(
  { length: 60 },
  (_, index) => `Sentence ${index} tells what happened next in full.`,
);

async function open(): Promise<Conversation> {
  const conversation = await openConversation();
  await conversation.tell(
    {
      title: 'A miner buys a wind farm',
      text: 'The farm will power machines that secure Bitcoin.',
      minutesAgo: 60,
      parts: {
        category: 'mining',
        assets: ['BTC'],
        authors: ['Ann Lee'],
        blocks: [
          { kind: 'paragraph', text: 'The farm will power machines that secure Bitcoin.' },
          { kind: 'heading', text: 'Why wind' },
          { kind: 'list', items: ['It is cheap', 'It is near'] },
          { kind: 'paragraph', text: longText.join(' ') },
        ],
      },
    },
    { title: 'A headline alone', minutesAgo: 30, parts: { lead: '', blocks: [] } },
    {
      title: 'Wind farms attract miners',
      text: 'A second miner buys a wind farm.',
      minutesAgo: 10,
      parts: { category: 'mining', assets: ['BTC'] },
    },
  );
  return conversation;
}

/** A reader of one page, whatever address leads to it. */
function readerOf(url: string): Sources {
  const article: PageArticle = {
    url,
    title: 'A chain launches',
    authors: [],
    published: null,
    label: null,
    picture: null,
    lead: 'The chain went live on Monday.',
    blocks: [],
    language: 'en',
  };
  return {
    ...unreachableNet,
    readPage: async () => ({ kind: 'read', article }),
  };
}

describe('/summarize', () => {
  it('gives the points with where they come from', async () => {
    const { ask } = await open();
    expect(await ask('/summarize 1')).toMatchInlineSnapshot(`
      "== A miner buys a wind farm <https://example-wire.example/a-miner-buys-a-wind-farm>
      *#1* · ⛏️ Mining & Energy · Example Wire <https://example-wire.example/a-miner-buys-a-wind-farm> · 2026-03-02T08:00
      - The farm will power machines that secure Bitcoin.
      -- From the article in Example Wire, in its own words.
      [Read] open read 1
      [Related] open related 1
      [Open article] <https://example-wire.example/a-miner-buys-a-wind-farm>"
    `);
  });

  it('says where there is too little text, and leads to the article', async () => {
    const { ask } = await open();
    expect(await ask('/summarize #2')).toMatchInlineSnapshot(`
      "== A headline alone <https://example-wire.example/a-headline-alone>
      *#2* · 📰 Other · Example Wire <https://example-wire.example/a-headline-alone> · 2026-03-02T08:30
      Example Wire gives too little text to summarize. Open the article to read all of it.
      [Read] open read 2
      [Related] open related 2
      [Open article] <https://example-wire.example/a-headline-alone>"
    `);
  });

  it('takes the address of an article', async () => {
    const { ask } = await open();
    const address = 'https://example-wire.example/a-miner-buys-a-wind-farm';
    expect(await ask(`/summarize ${address}`)).toContain('#1');
    expect(await ask(`/summarize ${address}?utm_source=chat#comments`)).toContain('#1');
  });

  it('reads the page of an address that no story has', async () => {
    const { ask } = await openConversation({ sources: readerOf('https://far.example/launch') });
    expect(await ask('/summarize https://far.example/launch?utm_source=x')).toMatchInlineSnapshot(`
      "== A chain launches <https://far.example/launch>
      - The chain went live on Monday.
      -- From the article in far.example, in its own words.
      [Open article] <https://far.example/launch>"
    `);
  });

  it('knows a story by the canonical address of its page', async () => {
    const url = 'https://example-wire.example/alone';
    const { ask, tell } = await openConversation({ sources: readerOf(url) });
    await tell({ title: 'Alone' });
    expect(await ask(`/summarize ${url}?utm_source=x`)).toContain('*#1* · 📰 Other · Example Wire');
  });

  it('says why a page cannot be read', async () => {
    const { ask } = await open();
    expect(await ask('/summarize https://nowhere.example/x')).toBe(
      'I could not read https://nowhere.example/x. No network in tests. Check the address, or try again later.',
    );
  });

  it('without a number offers the newest stories', async () => {
    const { ask } = await open();
    expect(await ask('/summarize')).toMatchInlineSnapshot(`
      "/summarize also needs “story”: the number of the story, or the address of an article. For example: /summarize 42
      ? Choose: story
        #3 Wind farms attract miners: summarize story:3
        #2 A headline alone: summarize story:2
        #1 A miner buys a wind farm: summarize story:1"
    `);
  });
});

describe('/read', () => {
  it('shows the text page by page, with headings and bullets', async () => {
    const { ask } = await open();
    expect(await ask('/read 1')).toMatchInlineSnapshot(`
      "== A miner buys a wind farm <https://example-wire.example/a-miner-buys-a-wind-farm>
      *#1* · ⛏️ Mining & Energy · Example Wire, by Ann Lee <https://example-wire.example/a-miner-buys-a-wind-farm> · 2026-03-02T08:00
      The farm will power machines that secure Bitcoin.
      # Why wind
      - It is cheap
      - It is near
      Sentence 0 tells what happened next in full. Sentence 1 tells what happened next in full. Sentence 2 tells what happened next in full. Sentence 3 tells what happened next in full. Sentence 4 tells what happened next in full. Sentence 5 tells what happened next in full. Sentence 6 tells what happened next in full. Sentence 7 tells what happened next in full. Sentence 8 tells what happened next in full. Sentence 9 tells what happened next in full. Sentence 10 tells what happened next in full. Sentence 11 tells what happened next in full. Sentence 12 tells what happened next in full. Sentence 13 tells what happened next in full. Sentence 14 tells what happened next in full. Sentence 15 tells what happened next in full. Sentence 16 tells what happened next in full. Sentence 17 tells what happened next in full. Sentence 18 tells what happened next in full. Sentence 19 tells what happened next in full. Sentence 20 tells what happened next in full. Sentence 21 tells what happened next in full. Sentence 22 tells what happened next in full. Sentence 23 tells what happened next in full. Sentence 24 tells what happened next in full. Sentence 25 tells what happened next in full. Sentence 26 tells what happened next in full. Sentence 27 tells what happened next in full. Sentence 28 tells what happened next in full. Sentence 29 tells what happened next in full. Sentence 30 tells what happened next in full. Sentence 31 tells what happened next in full. Sentence 32 tells what happened next in full. Sentence 33 tells what happened next in full. Sentence 34 tells what happened next in full. Sentence 35 tells what happened next in full. Sentence 36 tells what happened next in full.
      -- page 1 of 2
      [Next] turn read story:1 page:2
      [Summarize] open summarize 1
      [Related] open related 1
      [Open article] <https://example-wire.example/a-miner-buys-a-wind-farm>"
    `);
    expect(await ask('/read story:1 page:2')).toContain('-- page 2 of 2');
  });

  it('says where there is no more text than the lead', async () => {
    const { ask } = await open();
    expect(await ask('/read 2')).toMatchInlineSnapshot(`
      "== A headline alone <https://example-wire.example/a-headline-alone>
      *#2* · 📰 Other · Example Wire <https://example-wire.example/a-headline-alone> · 2026-03-02T08:30
      Example Wire gives no more text than this. Open the article to read all of it.
      [Summarize] open summarize 2
      [Related] open related 2
      [Open article] <https://example-wire.example/a-headline-alone>"
    `);
  });

  it('says which page is the last', async () => {
    const { ask } = await open();
    expect(await ask('/read 1 page:7')).toBe('There is no page 7: the last one is page 2.');
    expect(await ask('/read 2 page:2')).toBe('There is no page 2: everything fits on page 1.');
  });
});

describe('/related', () => {
  it('shows stories like it', async () => {
    const { ask } = await open();
    const answer = await ask('/related 1');
    expect(answer).toContain('== Related to: A miner buys a wind farm');
    expect(answer).toContain('#3 ⛏️ Wind farms attract miners');
    expect(answer).not.toContain('#1 ');
  });

  it('says where there is none', async () => {
    const { ask } = await openConversation().then(async (conversation) => {
      await conversation.tell({ title: 'Alone' });
      return conversation;
    });
    expect(await ask('/related 1')).toBe(
      'I know no story like story 1 yet. /search may find one by its words.',
    );
  });
});

describe.each(['summarize', 'read', 'related'])('/%s', (name) => {
  it('says where a story’s number is wrong', async () => {
    const { ask } = await open();
    expect(await ask(`/${name} 99`)).toBe(
      'There is no story 99 here. /latest and /search show stories with their numbers.',
    );
    expect(await ask(`/${name} first`)).toContain("“first” is no story's number.");
    expect(await ask(`/${name} 1 2`)).toContain("“1 2” is no story's number.");
  });

  it('leads from a merged story’s number to the survivor', async () => {
    const { ask, store } = await open();
    const [survivor, other] = await Promise.all(
      [1, 2].map((number) => store.stories.byNumber(number, ['global'])),
    );
    await store.stories.merge(survivor?.id ?? 0n, other?.id ?? 0n);
    expect(await ask(`/${name} 2`)).toContain('A miner buys a wind farm');
  });

  it('says where there is no story at all', async () => {
    const { ask } = await openConversation();
    expect(await ask(`/${name}`)).toContain(`/${name} also needs “story”`);
    expect(await ask(`/${name} 1`)).toContain('There is no story 1 here.');
  });
});

describe.each(['read', 'related'])('/%s', (name) => {
  it('says where no story is told at an address', async () => {
    const { ask } = await open();
    expect(await ask(`/${name} https://nowhere.example/x`)).toContain('I have no story from that address');
  });
});
