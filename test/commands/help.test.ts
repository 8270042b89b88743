import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { openConversation } from '../support/conversation.ts';

describe('/help', () => {
  it('lists every command in order', async () => {
    const { ask } = await openConversation();
    expect(await ask('/help')).toMatchInlineSnapshot(`
      "== What you can ask
      - \`/help\` What you can ask, and how
      - \`/latest\` The newest stories, of all kinds or as you ask
      - \`/top\` The stories that most publishers report
      - \`/search\` Find stories by words in their title or text
      - \`/summarize\` A story, or the article at an address, in a few sentences of its own
      - \`/read\` The text of a story, page by page
      - \`/related\` Stories like one that you name
      - \`/subscribe\` Send news to a channel as it is reported
      - \`/unsubscribe\` End a subscription of a channel
      - \`/subscriptions\` What a channel gets, and how it goes
      - \`/digest\` All stories of the last digest that came here
      - \`/pause\` Hold the news of a channel, or one subscription of it
      - \`/resume\` Let paused news of a channel go on, and try again to reach it
      - \`/sources\` Where the news comes from
      - \`/status\` Whether all is well: platforms, sources, posts
      More about one of them: /help search
      ? Explain a command
        /latest: help latest
        /top: help top
        /search: help search
        /summarize: help summarize
        /read: help read
        /related: help related
        /subscribe: help subscribe
        /unsubscribe: help unsubscribe
        /subscriptions: help subscriptions
        /digest: help digest
        /pause: help pause
        /resume: help resume
        /sources: help sources
        /status: help status"
    `);
  });

  it('explains one command with its example and options', async () => {
    const { ask } = await openConversation();
    expect(await ask('/help search')).toMatchInlineSnapshot(`
      "== /search
      Find stories by words in their title or text
      Example: \`/search hong kong stablecoin since:7d\`
      - \`text\` Words; "exact words" in quotes, -word for none of it, OR between two; or an address (needed)
      - \`since\` How far back, such as 24h or 7d
      - \`category\` Only this kind of news (policy, markets, web3, defi, security, tech, stablecoins, nft, mining, other)
      - \`asset\` Only about this coin or token
      - \`source\` Only what this source reports
      - \`page\` The page to show
      [All commands] turn help"
    `);
    expect(await ask('/help /subscribe')).toMatchInlineSnapshot(`
      "== /subscribe
      Send news to a channel as it is reported
      Example: \`/subscribe policy btc exclude:casino\`
      For moderators.
      - \`categories\` Only these kinds of news (several, with commas between them; policy, markets, web3, defi, security, tech, stablecoins, nft, mining, other)
      - \`assets\` Only about these coins or tokens (several, with commas between them)
      - \`sources\` Only what these sources report (several, with commas between them)
      - \`include\` Only stories with these words (several, with commas between them)
      - \`exclude\` No stories with these words (several, with commas between them)
      - \`min_sources\` Only once so many sources report it
      - \`everything\` All news, where you choose nothing else
      - \`channel\` The channel that gets the news; this one unless told
      - \`silent\` Post without a notification
      - \`role\` The role to mention
      - \`role_categories\` Mention the role for these kinds of news only (several, with commas between them; policy, markets, web3, defi, security, tech, stablecoins, nft, mining, other)
      - \`publish\` Publish to followers, in announcement channels
      - \`digest\` Once a day at this time, such as 08:00, in place of at once; off ends that
      - \`zone\` The time zone of the digest, such as Europe/Berlin
      - \`last\` How many of the newest such stories to send at once
      [All commands] turn help"
    `);
  });

  it('explains each act of a command with several', async () => {
    const { ask } = await openConversation();
    expect(await ask('/help sources')).toMatchInlineSnapshot(`
      "== /sources
      Where the news comes from
      Example: \`/sources add https://example.com\`
      # /sources list
      All sources, with how reading them goes
      - \`page\` The page to show
      # /sources add
      Add a feed, found from any page of its site, for this server or chat
      Example: \`/sources add https://example.com\`
      For moderators.
      - \`url\` The address of the feed, or of the home page (needed)
      - \`name\` What to call it; its own title unless told
      - \`key\` A short name for typing: small letters, digits, hyphens
      - \`everywhere\` Add it for everybody; for owners of the bot
      - \`sure\` Add it without asking again
      # /sources test
      Read a source now, and show what it gives
      Example: \`/sources test example-wire\`
      For moderators.
      - \`source\` The source, by its short name or name (needed)
      # /sources remove
      Read a source no more; what it reported stays
      Example: \`/sources remove example-wire\`
      For moderators.
      - \`source\` The source, by its short name or name (needed)
      # /sources pause
      Read a source no more until it is resumed
      Example: \`/sources pause example-wire\`
      For moderators.
      - \`source\` The source, by its short name or name (needed)
      # /sources resume
      Read a paused source again
      Example: \`/sources resume example-wire\`
      For moderators.
      - \`source\` The source, by its short name or name (needed)
      # /sources import
      Add the feeds of an OPML list, as feed readers export it
      Example: \`/sources import https://example.com/feeds.opml\`
      For moderators.
      - \`list\` The address of the list, or its text
      - \`file\` The list as a file
      - \`everywhere\` Add them for everybody; for owners of the bot
      - \`sure\` Add them without asking again
      # /sources export
      All sources as an OPML list, for other feed readers
      Example: \`/sources export\`
      For moderators.
      [All commands] turn help"
    `);
  });

  it('leads from the list to each command and back', async () => {
    const { ask, reply } = await openConversation();
    const { menu } = await reply('/help');
    const names = commands.map(({ name }) => name).filter((name) => name !== 'help');
    expect(menu?.choices.map(({ label }) => label)).toEqual(names.map((name) => `/${name}`));
    for (const { label, action } of menu?.choices ?? []) expect(await ask(action)).toContain(`== ${label}`);
    const [back] = (await reply('/help top')).buttons;
    expect(back !== undefined && 'action' in back && (await ask(back.action))).toBe(await ask('/help'));
  });

  it('explains every command', async () => {
    const { ask } = await openConversation();
    for (const { name, example } of commands) expect(await ask(`/help ${name}`)).toContain(example);
  });

  it.each([
    ['/help serach', 'There is no command /serach. Did you mean /help search?'],
    ['/help weather', 'There is no command /weather. /help alone lists all of them.'],
  ])('%s gets a remedy', async (line, sentence) => {
    const { ask } = await openConversation();
    expect(await ask(line)).toBe(sentence);
  });
});
