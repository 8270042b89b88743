/** Whole conversations, as a member and a moderator have them. */
import { expect, it } from 'vitest';
import { openConversation, type Conversation } from '../support/conversation.ts';

async function openNews(): Promise<Conversation> {
  const conversation = await openConversation();
  await conversation.tell(
    {
      title: 'Harbour city licenses two exchanges',
      text: 'The licence covers Bitcoin trading for everybody.',
      minutesAgo: 50,
      parts: { category: 'policy', assets: ['BTC'] },
    },
    { title: 'السوق يرتفع', source: 'Ledger Post', minutesAgo: 40, parts: { category: 'markets' } },
    { title: 'A rocket token 🚀 launches', minutesAgo: 5, parts: { category: 'markets' } },
  );
  return conversation;
}

async function converse(lines: readonly string[], as?: Parameters<Conversation['ask']>[1]): Promise<string> {
  const { ask } = await openNews();
  const said: string[] = [];
  for (const line of lines) said.push(`> ${line}`, await ask(line, as));
  return said.join('\n');
}

it('a moderator sets a channel up, changes it, and ends it', async () => {
  const lines = [
    '/subscriptions',
    '/subscribe policy btc',
    '/subscribe policy btc',
    '/subscribe policy btc silent:yes',
    '/subscribe markets last:2',
    '/subscribe nft last:1',
    '/subscribe sources:nowhere',
    '/subscribe role:123',
    '/subscribe everything:yes',
    '/subscriptions',
    '/pause 2',
    '/pause 9',
    '/pause',
    '/pause',
    '/resume 1',
    '/resume',
    '/resume',
    '/unsubscribe',
    '/unsubscribe 1',
    '/unsubscribe 1',
    '/unsubscribe 4',
    '/sources pause example-wire',
    '/subscriptions',
  ];
  expect(await converse(lines)).toMatchInlineSnapshot(`
    "> /subscriptions
    news has no subscription. /subscribe gives it one.
    > /subscribe policy btc
    news now gets Policy & Regulation about BTC. This is its subscription 1.
    Stories come from now on, as soon as they are reported.
    > /subscribe policy btc
    news already has exactly that: subscription 1 for Policy & Regulation about BTC. Nothing was changed.
    > /subscribe policy btc silent:yes
    news already had subscription 1 for Policy & Regulation about BTC; I changed how its posts look.
    > /subscribe markets last:2
    news now gets Markets. This is its subscription 2.
    The 2 newest such stories come now.
    > /subscribe nft last:1
    news now gets NFTs & Gaming. This is its subscription 3.
    There is no such story yet to begin with; the next one comes as soon as it is reported.
    > /subscribe sources:nowhere
    No source is called “nowhere”. /sources lists all of them.
    > /subscribe role:123
    Roles can be mentioned on Discord only. Leave out role and role_categories here.
    > /subscribe everything:yes
    news now gets all news. This is its subscription 4.
    Stories come from now on, as soon as they are reported.
    > /subscriptions
    == What news gets
    - *1*: Policy & Regulation about BTC; silent
    - *2*: Markets
    - *3*: NFTs & Gaming
    - *4*: all news
    -- /subscribe adds one, /unsubscribe ends one, /pause and /resume hold them.
    > /pause 2
    Subscription 2 of news (Markets) is paused. /resume 2 makes it go on.
    > /pause 9
    news has no subscription 9. It has 1, 2, 3 and 4; /subscriptions shows what they are.
    > /pause
    news gets nothing more: 4 subscriptions are paused. /resume makes it go on.
    > /pause
    Nothing to pause: news is already paused. /resume makes it go on.
    > /resume 1
    Subscription 1 of news (Policy & Regulation about BTC) goes on. Stories that came during the pause are not sent; /latest shows them.
    > /resume
    news gets its news again: 3 subscriptions are resumed. Stories that came during the pause are not sent; /latest shows them.
    > /resume
    Nothing to resume: no subscription of news is paused.
    > /unsubscribe
    == What news gets
    ? Which one should end?
      1: Policy & Regulation about BTC: unsubscribe number:1
      2: Markets: unsubscribe number:2
      3: NFTs & Gaming: unsubscribe number:3
      4: all news: unsubscribe number:4
    > /unsubscribe 1
    news no longer gets Policy & Regulation about BTC (that was subscription 1).
    > /unsubscribe 1
    news has no subscription 1. It has 2, 3 and 4; /subscriptions shows what they are.
    > /unsubscribe 4
    news no longer gets all news (that was subscription 4).
    > /sources pause example-wire
    Example Wire is read for everybody, so only the owners of this bot can change that. /unsubscribe ends what a channel gets.
    > /subscriptions
    == What news gets
    - *2*: Markets
    - *3*: NFTs & Gaming
    -- /subscribe adds one, /unsubscribe ends one, /pause and /resume hold them."
  `);
});

it('a member looks around, mistypes, and finds the way', async () => {
  const lines = [
    'hello',
    '/serch rocket',
    '/search rocket',
    '/search re: bitcoin',
    '/search 🚀',
    '/search السوق',
    '/search zeppelin',
    '/search rocket snice:7d',
    '/latest nft',
    '/latest policy page:4',
    '/latest policy,markets',
    '/top 1h policy',
    '/top seven',
    '/read 1 page:2',
    '/read 77',
    '/summarize',
    '/related 3',
    '/help sorces',
    '/sources',
    '/sources add https://example.com',
    '/pause',
  ];
  expect(await converse(lines, { isModerator: false })).toMatchInlineSnapshot(`
    "> hello
    There is no command /hello. /help lists all of them.
    [/help] open help
    > /serch rocket
    There is no command /serch. Did you mean /search rocket?
    [/search rocket] open search rocket
    > /search rocket
    == 1 story for “rocket”
    #3 📈 A rocket token 🚀 launches (Example Wire, 2026-03-02T08:55)
       A rocket token 🚀 launches, says Example Wire.
    > /search re: bitcoin
    == 1 story for “re: bitcoin”
    No story has all of these words. These have some of them:
    #1 ⚖️ Harbour city licenses two exchanges (Example Wire, 2026-03-02T08:10)
       The licence covers Bitcoin trading for everybody.
    > /search 🚀
    There is no word to look for in that. Give at least one, for example /search hong kong.
    > /search السوق
    == 1 story for “السوق”
    #2 📈 السوق يرتفع (Ledger Post, 2026-03-02T08:20)
       السوق يرتفع, says Ledger Post.
    > /search zeppelin
    I found nothing for “zeppelin”. Try fewer or other words, or a longer time.
    > /search rocket snice:7d
    /search has no option “snice”. Did you mean since? Put words in quotes if they are not an option, like "snice: …".
    > /latest nft
    There is no news in NFTs & Gaming yet. Ask for less, or for /latest alone.
    > /latest policy page:4
    There is no page 4: everything fits on page 1.
    > /latest policy,markets
    /latest does not know what “policy,markets” is: it may be misspelt, or one too many. It takes 5 options: category, asset, source, count and page.
    > /top 1h policy
    == Most reported in the last hour in Policy & Regulation
    #1 ⚖️ Harbour city licenses two exchanges (Example Wire, 2026-03-02T08:10)
       The licence covers Bitcoin trading for everybody.
    > /top seven
    /top does not know what “seven” is: it may be misspelt, or one too many. It takes 5 options: period, category, asset, source and page.
    > /read 1 page:2
    There is no page 2: everything fits on page 1.
    > /read 77
    There is no story 77 here. /latest and /search show stories with their numbers.
    > /summarize
    /summarize also needs “story”: the number of the story, or the address of an article. For example: /summarize 42
    ? Choose: story
      #3 A rocket token 🚀 launches: summarize story:3
      #2 السوق يرتفع: summarize story:2
      #1 Harbour city licenses two exchanges: summarize story:1
    > /related 3
    I know no story like story 3 yet. /search may find one by its words.
    > /help sorces
    There is no command /sorces. Did you mean /help sources?
    > /sources
    == 2 sources of news
    - *Example Wire* (\`example-wire\`, feed, address confirmed): not read yet
    - *Ledger Post* (\`ledger-post\`, feed, address confirmed): not read yet
    > /sources add https://example.com
    Only moderators of news can use /sources add. Ask one of them, or use it in a private chat with me.
    > /pause
    Only moderators of news can use /pause. Ask one of them, or use it in a private chat with me."
  `);
});
