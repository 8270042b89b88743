import { describe, expect, it } from 'vitest';
import { openConversation, type Conversation, type Told } from '../support/conversation.ts';

const told: readonly Told[] = [
  {
    title: 'Harbour exchange opens a desk for tokenized bonds',
    text: 'The exchange said its desk in Hong Kong will trade bonds on a public chain.',
    minutesAgo: 180,
    parts: { category: 'markets', assets: ['ETH'] },
  },
  {
    source: 'Ledger Post',
    title: 'Parliament passes a stablecoin rule',
    text: 'Issuers must hold reserves in cash, the rule says.',
    minutesAgo: 120,
    parts: { category: 'policy', assets: ['USDC'] },
  },
  {
    source: 'Node Daily',
    title: 'A miner buys a wind farm',
    text: 'The farm in the north will power machines that secure Bitcoin.',
    minutesAgo: 60,
    parts: { category: 'mining', assets: ['BTC'] },
  },
];

async function open(): Promise<Conversation> {
  const conversation = await openConversation();
  await conversation.tell(...told);
  await joinStory(conversation, {
    source: 'Node Daily',
    title: 'New stablecoin law passes',
    minutesAgo: 90,
    number: 2,
    parts: { category: 'policy', assets: ['USDC'] },
  });
  return conversation;
}

/** One more report of a story that is there. */
async function joinStory(
  { store, tell }: Conversation,
  { number, parts, ...report }: Told & { number: number },
) {
  const story = await store.stories.byNumber(number, ['global']);
  if (story === null) throw new Error(`no story ${number}`);
  await tell({ ...report, parts: { ...parts, joins: { storyId: story.id } } });
}

describe('/latest', () => {
  it('shows the newest stories first', async () => {
    const { ask } = await open();
    expect(await ask('/latest')).toMatchInlineSnapshot(`
      "== Latest news
      #3 ⛏️ A miner buys a wind farm (Node Daily, 2026-03-02T08:00)
         The farm in the north will power machines that secure Bitcoin.
      #2 ⚖️ Parliament passes a stablecoin rule (Ledger Post, Node Daily, 2026-03-02T07:00)
         Issuers must hold reserves in cash, the rule says.
      #1 📈 Harbour exchange opens a desk for tokenized bonds (Example Wire, 2026-03-02T06:00)
         The exchange said its desk in Hong Kong will trade bonds on a public chain."
    `);
  });

  it.each([
    ['/latest policy', '#2'],
    ['/latest btc', '#3'],
    ['/latest bitcoin', '#3'],
    ['/latest source:example-wire', '#1'],
    ['/latest Example Wire', '#1'],
    ['/latest markets eth example wire', '#1'],
  ])('%s shows %s alone', async (line, number) => {
    const { ask } = await open();
    expect((await ask(line)).match(/^#\d+/gm)).toEqual([number]);
  });

  it('turns pages with the same wishes', async () => {
    const { ask } = await open();
    expect(await ask('/latest 2')).toMatchInlineSnapshot(`
      "== Latest news
      #3 ⛏️ A miner buys a wind farm (Node Daily, 2026-03-02T08:00)
         The farm in the north will power machines that secure Bitcoin.
      #2 ⚖️ Parliament passes a stablecoin rule (Ledger Post, Node Daily, 2026-03-02T07:00)
         Issuers must hold reserves in cash, the rule says.
      -- page 1 of 2
      [Next] turn latest count:2 page:2"
    `);
    expect(await ask('/latest count:2 page:2')).toMatchInlineSnapshot(`
      "== Latest news
      #1 📈 Harbour exchange opens a desk for tokenized bonds (Example Wire, 2026-03-02T06:00)
         The exchange said its desk in Hong Kong will trade bonds on a public chain.
      -- page 2 of 2
      [Previous] turn latest count:2 page:1"
    `);
  });

  it.each([
    ['/latest page:9', 'There is no page 9: everything fits on page 1.'],
    ['/latest 2 page:9', 'There is no page 9: the last one is page 2.'],
    ['/latest nft', 'There is no news in NFTs & Gaming yet. Ask for less, or for /latest alone.'],
    [
      '/latest nft btc',
      'There is no news in NFTs & Gaming about Bitcoin yet. Ask for less, or for /latest alone.',
    ],
    ['/latest 11', '“count” is a whole number from 1 to 10, not “11”.'],
    [
      '/latest policy sports',
      '/latest does not know what “sports” is: it may be misspelt, or one too many. It takes 5 options: category, asset, source, count and page.',
    ],
    ['/latest count:11', '“count” is a whole number from 1 to 10, not “11”.'],
  ])('%s gets a remedy', async (line, sentence) => {
    const { ask } = await open();
    expect(await ask(line)).toBe(sentence);
  });

  it('says what is going on where there are no stories at all', async () => {
    const { ask } = await openConversation();
    expect(await ask('/latest')).toBe(
      'There are no stories yet: the sources are being read. Ask again in a minute; /sources shows how the reading goes.',
    );
  });
});

describe('/top', () => {
  it('shows the stories that most publishers report first', async () => {
    const { ask } = await open();
    expect(await ask('/top')).toMatchInlineSnapshot(`
      "== Most reported in the last 24 hours
      #2 ⚖️ Parliament passes a stablecoin rule (Ledger Post, Node Daily, 2026-03-02T07:00)
         Issuers must hold reserves in cash, the rule says.
      #3 ⛏️ A miner buys a wind farm (Node Daily, 2026-03-02T08:00)
         The farm in the north will power machines that secure Bitcoin.
      #1 📈 Harbour exchange opens a desk for tokenized bonds (Example Wire, 2026-03-02T06:00)
         The exchange said its desk in Hong Kong will trade bonds on a public chain."
    `);
  });

  it('counts the stories of the period alone', async () => {
    const { ask, clock } = await open();
    clock.advance(3 * 3_600_000);
    expect(await ask('/top 1h')).toBe(
      'There was no news in the last hour. Try a longer time, such as /top 7d.',
    );
    expect(await ask('/top 7d policy')).toContain('Most reported in the last 7 days in Policy & Regulation');
  });

  it('needs a length of time', async () => {
    const { ask } = await open();
    expect(await ask('/top period:soon')).toBe(
      '“period” is a length of time such as 90m, 24h, 7d or 2w, not “soon”.',
    );
  });
});

describe('/search', () => {
  it('shows the stories with all the words, and the place found', async () => {
    const { ask } = await open();
    expect(await ask('/search hong kong bonds')).toMatchInlineSnapshot(`
      "== 1 story for “hong kong bonds”
      #1 📈 Harbour exchange opens a desk for tokenized bonds (Example Wire, 2026-03-02T06:00)
         The exchange said its desk in Hong Kong will trade bonds on a public chain."
    `);
  });

  it('falls back to some of the words, and says so', async () => {
    const { ask } = await open();
    expect(await ask('/search hong kong reserves')).toMatchInlineSnapshot(`
      "== 2 stories for “hong kong reserves”
      No story has all of these words. These have some of them:
      #1 📈 Harbour exchange opens a desk for tokenized bonds (Example Wire, 2026-03-02T06:00)
         The exchange said its desk in Hong Kong will trade bonds on a public chain.
      #2 ⚖️ Parliament passes a stablecoin rule (Ledger Post, Node Daily, 2026-03-02T07:00)
         Issuers must hold reserves in cash, the rule says."
    `);
  });

  it.each([
    ['/search rules category:policy', ['#2']],
    ['/search stablecoin source:node-daily', ['#2']],
    ['/search "wind farm"', ['#3']],
    ['/search farm asset:btc since:1d', ['#3']],
  ])('%s finds %j', async (line, numbers) => {
    const { ask } = await open();
    expect((await ask(line)).match(/^#\d+/gm)).toEqual(numbers);
  });

  it.each([
    'https://ledger-post.example/parliament-passes-a-stablecoin-rule',
    'http://www.ledger-post.example/parliament-passes-a-stablecoin-rule/?utm_source=telegram&fbclid=1#top',
    'https://m.ledger-post.example/parliament-passes-a-stablecoin-rule',
    'HTTPS://LEDGER-POST.EXAMPLE/amp/parliament-passes-a-stablecoin-rule',
    'https://ledger-post.example/parliament-passes-a-stablecoin-rule/amp',
  ])('finds the story at %s', async (address) => {
    const { ask } = await open();
    expect(await ask(`/search ${address}`)).toBe(await ask(`/search text:"${address}"`));
    expect((await ask(`/search ${address}`)).split('\n').slice(0, 2)).toEqual([
      '== The story with that address',
      '#2 ⚖️ Parliament passes a stablecoin rule (Ledger Post, Node Daily, 2026-03-02T07:00)',
    ]);
  });

  it.each([
    [
      '/search',
      '/search also needs “text”: words; "exact words" in quotes, -word for none of it, OR between two; or an address. For example: /search hong kong stablecoin since:7d',
    ],
    ['/search …', 'There is no word to look for in that. Give at least one, for example /search hong kong.'],
    [
      '/search https://ledger-post.example/elsewhere?utm_source=x',
      'I have no story from that address (https://ledger-post.example/elsewhere?utm_source=x). /search with words of its headline may find it, and /summarize with the address reads the page itself.',
    ],
    ['/search zeppelin', 'I found nothing for “zeppelin”. Try fewer or other words, or a longer time.'],
    [
      '/search farm category:nft',
      'I found nothing for “farm” in NFTs & Gaming. Try fewer or other words, or a longer time.',
    ],
    ['/search farm page:2', 'There is no page 2: everything fits on page 1.'],
    [
      '/search farm snice:7d',
      '/search has no option “snice”. Did you mean since? Put words in quotes if they are not an option, like "snice: …".',
    ],
  ])('%s gets a remedy', async (line, sentence) => {
    const { ask } = await open();
    expect(await ask(line)).toBe(sentence);
  });

  it('asks nothing of an empty database', async () => {
    const { ask } = await openConversation();
    expect(await ask('/search farm')).toContain('I found nothing for “farm”.');
  });
});
