import { describe, expect, it } from 'vitest';
import { newsChannel, openConversation } from '../support/conversation.ts';

const announcements = {
  ...newsChannel,
  platform: 'discord',
  address: '42',
  name: '#announcements',
  kind: 'announcement',
  scope: 'discord:1',
} as const;
const onDiscord = { channel: announcements };

describe('/subscribe', () => {
  it('keeps the filter, and says it in words', async () => {
    const { ask, store, woken, addSources } = await openConversation();
    await addSources(['Example Wire', 'Ledger Post']);
    const line =
      '/subscribe policy, defi btc example wire include:"hong kong,etf" exclude:casino min_sources:2 silent:yes';
    expect(await ask(line)).toMatchInlineSnapshot(`
      "news now gets Policy & Regulation and DeFi about BTC from Example Wire with “hong kong” or “etf” without “casino” once 2 sources report it. This is its subscription 1.
      Stories come from now on, as soon as they are reported."
    `);
    const channel = await store.channels.find(newsChannel);
    const [subscription] = await store.subscriptions.ofChannel(channel?.id ?? 0n);
    expect(subscription).toMatchObject({
      number: 1,
      filter: {
        categories: ['policy', 'defi'],
        assets: ['BTC'],
        sources: ['example-wire'],
        include: ['hong kong', 'etf'],
        exclude: ['casino'],
        minSources: 2,
      },
      cadence: { kind: 'instant' },
      look: { isSilent: true, mention: null, isPublished: false },
      isPaused: false,
    });
    expect(woken()).toBe(1);
  });

  it('offers kinds of news where nothing is chosen, and keeps what was', async () => {
    const { ask } = await openConversation();
    expect(await ask('/subscribe silent:yes')).toMatchInlineSnapshot(`
      "== What should news get?
      Choose below, or say it at once, for example: /subscribe policy btc exclude:casino. /help subscribe shows all options.
      ? Choose a kind of news
        Everything: subscribe silent:yes everything:yes
        ⚖️ Policy & Regulation: subscribe silent:yes categories:policy
        📈 Markets: subscribe silent:yes categories:markets
        🏢 Web3 & Enterprise: subscribe silent:yes categories:web3
        🏦 DeFi: subscribe silent:yes categories:defi
        🚨 Security & Crime: subscribe silent:yes categories:security
        🔧 Technology & Protocols: subscribe silent:yes categories:tech
        💵 Stablecoins & Payments: subscribe silent:yes categories:stablecoins
        🎮 NFTs & Gaming: subscribe silent:yes categories:nft
        ⛏️ Mining & Energy: subscribe silent:yes categories:mining
        📰 Other: subscribe silent:yes categories:other"
    `);
  });

  it('takes everything where that is said', async () => {
    const { ask } = await openConversation();
    expect(await ask('/subscribe everything:yes')).toMatchInlineSnapshot(`
      "news now gets all news. This is its subscription 1.
      Stories come from now on, as soon as they are reported."
    `);
  });

  it('names each missing permission, and does not subscribe', async () => {
    const { ask } = await openConversation({ missingPermissions: ['Send messages', 'Embed links'] });
    expect(await ask('/subscribe policy')).toMatchInlineSnapshot(`
      "I cannot do everything that is needed in news, so I have not subscribed it yet. I still need:
      - Send messages
      - Embed links
      Allow that in the settings of the channel or the server, then try again.
      [Try again] turn subscribe categories:policy"
    `);
    expect(await ask('/subscriptions')).toContain('has no subscription');
  });

  it('tells an identical one, in whatever order it was said', async () => {
    const { ask, store } = await openConversation();
    await ask('/subscribe policy defi btc');
    expect(await ask('/subscribe btc defi policy')).toMatchInlineSnapshot(
      `"news already has exactly that: subscription 1 for DeFi and Policy & Regulation about BTC. Nothing was changed."`,
    );
    await ask('/pause 1');
    expect(await ask('/subscribe btc defi policy')).toContain('It is paused: /resume 1 makes it go on.');
    const channel = await store.channels.find(newsChannel);
    expect(await store.subscriptions.ofChannel(channel?.id ?? 0n)).toHaveLength(1);
  });

  it('changes the look of one that lets the same through', async () => {
    const { ask } = await openConversation();
    await ask('/subscribe policy');
    expect(await ask('/subscribe policy silent:yes')).toBe(
      'news already had subscription 1 for Policy & Regulation; I changed how its posts look.',
    );
    expect(await ask('/subscriptions')).toContain('*1*: Policy & Regulation; silent');
  });

  it('mentions a role for chosen kinds of news, on Discord', async () => {
    const { ask } = await openConversation();
    const line = '/subscribe policy security role:<@&77> role_categories:security publish:yes';
    expect(await ask(line, onDiscord)).toContain(
      '#announcements now gets Policy & Regulation and Security & Crime.',
    );
    expect(await ask('/subscriptions', onDiscord)).toMatchInlineSnapshot(`
      "== What #announcements gets
      - *1*: Policy & Regulation and Security & Crime; published to followers, mentions a role for Security & Crime
      -- /subscribe adds one, /unsubscribe ends one, /pause and /resume hold them."
    `);
  });

  it.each([
    [
      '/subscribe policy role:77',
      'Roles can be mentioned on Discord only. Leave out role and role_categories here.',
    ],
    [
      '/subscribe policy role_categories:defi',
      'role_categories says for which news a role is mentioned, so it also needs the option role.',
    ],
    [
      '/subscribe policy publish:yes',
      'Only announcement channels on Discord can publish posts to followers, and news is none. Leave out publish.',
    ],
    [
      '/subscribe include:"…"',
      '“…” has no word that I could look for. Give at least one, such as include:etf.',
    ],
    ['/subscribe policy last:9', '“last” is a whole number from 0 to 3, not “9”.'],
    [
      '/subscribe poliy',
      '/subscribe does not know what “poliy” is: it may be misspelt, or one too many. It takes 15 options: categories, assets, sources, include, exclude, min_sources, everything, channel, silent, role, role_categories, publish, digest, zone and last.',
    ],
    [
      '/subscribe categories:sports',
      'There is no category “sports”. The categories are policy, markets, web3, defi, security, tech, stablecoins, nft, mining and other.',
    ],
    ['/subscribe policy channel:nowhere', 'I see no channel nowhere.'],
  ])('%s gets a remedy, and nothing is changed', async (line, sentence) => {
    const { ask } = await openConversation();
    expect(await ask(line)).toBe(sentence);
    expect(await ask('/subscriptions')).toContain('has no subscription');
  });

  it('ends at the most that a channel may have, and still tells an identical one', async () => {
    const { ask } = await openConversation();
    for (let count = 0; count < 25; count += 1) await ask(`/subscribe include:word${count}`);
    expect(await ask('/subscribe include:another')).toBe(
      'news already has 25 subscriptions, which is the most. /unsubscribe ends one.',
    );
    expect(await ask('/subscribe include:word7')).toContain('news already has exactly that: subscription 8');
  });

  it('is for moderators', async () => {
    const { ask } = await openConversation();
    expect(await ask('/subscribe policy', { isModerator: false })).toContain('Only moderators of news');
  });

  it('subscribes another channel where it is named', async () => {
    const other = { ...newsChannel, address: 'other', name: 'other' };
    const { ask } = await openConversation({
      findChannel: async () => ({ channel: other, isModerator: true, missingPermissions: [] }),
    });
    expect(await ask('/subscribe policy channel:other')).toContain('other now gets Policy & Regulation.');
    expect(await ask('/subscriptions channel:other')).toContain('== What other gets');
    expect(await ask('/subscriptions')).toContain('news has no subscription');
  });
});

describe('/subscribe with last', () => {
  it('owes the channel the newest matching stories at once, the oldest first', async () => {
    const { ask, tell, store } = await openConversation();
    await tell(
      { title: 'First rule', minutesAgo: 50, parts: { category: 'policy' } },
      { title: 'Second rule', minutesAgo: 40, parts: { category: 'policy' } },
      { title: 'Third rule of a casino', minutesAgo: 30, parts: { category: 'policy' } },
      { title: 'A price', minutesAgo: 20, parts: { category: 'markets' } },
      { title: 'Fourth rule', minutesAgo: 10, parts: { category: 'policy' } },
    );
    expect(await ask('/subscribe policy include:rule exclude:casino last:2')).toMatchInlineSnapshot(`
      "news now gets Policy & Regulation with “rule” without “casino”. This is its subscription 1.
      The 2 newest such stories come now."
    `);
    const channel = await store.channels.find(newsChannel);
    const owed = await store.deliveries.ofChannel(channel?.id ?? 0n, 10);
    const inOrder = [...owed].sort((a, b) => Number(a.id - b.id));
    const stories = await store.stories.byIds(inOrder.flatMap(({ storyId }) => storyId ?? []));
    const titles = inOrder.map(({ storyId }) => stories.find(({ id }) => id === storyId)?.title);
    expect(titles).toEqual(['Second rule', 'Fourth rule']);
    expect(inOrder.every(({ state }) => state === 'pending')).toBe(true);
  });

  it('says where there is none', async () => {
    const { ask } = await openConversation();
    expect(await ask('/subscribe policy last:3')).toContain('There is no such story yet to begin with');
  });
});
