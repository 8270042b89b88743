import { counted, enumerated } from './wording.ts';

/** What is said on Discord alone: to its members and moderators, and to the bot's owner about it. */
export const discord = {
  openStory: 'Read one of these stories',
  unreachable: {
    gone: 'the channel does not exist any more',
    hidden: 'the bot may not see this channel: give it View Channel there',
    forbidden: (given: { readonly missing: readonly string[] }) =>
      given.missing.length > 0
        ? `the bot lacks ${enumerated(given.missing)} in this channel`
        : 'the bot may not write there: give it View Channel, Send Messages and Embed Links in this channel',
    refusesDirect: 'this person takes no private messages from the bot',
    locked: 'the thread is locked: unlock it or choose another channel',
    becameForum: 'the channel became a forum: subscribe it anew',
    notDiscord: 'this is no Discord channel',
    removed: 'the bot was removed from the server: invite it again',
  },
  sending: {
    stopped: 'the bot is stopping',
    tokenRefused: 'Discord refuses the bot’s token',
    limited: 'Discord asks to wait',
    trouble: (given: { readonly reason: string }) => `Discord has trouble: ${given.reason}`,
    notReached: (given: { readonly reason: string }) => `Discord was not reached: ${given.reason}`,
    noAnswer: (given: { readonly reason: string }) => `no answer whether it was posted: ${given.reason}`,
    strangeAnswer: 'the answer to the post was none of Discord’s',
    deletedSince: 'it was posted before and has been deleted since',
    tooManyThreads: 'the server has too many active threads: archive some',
    historyUnread:
      'it may have been posted, and the bot cannot look: give it Read Message History in this channel',
    refused: (given: { readonly reason: string }) => `Discord refuses this message: ${given.reason}`,
  },
  remarks: {
    connecting: 'Discord: connecting.',
    wrongToken:
      'Discord refuses the token. Copy it anew from https://discord.com/developers/applications (your application, Bot, Reset Token) into DISCORD_TOKEN and start again.',
    noIdentifies: (given: { readonly minutes: number }) =>
      `Discord lets the bot connect again in ${counted(given.minutes, 'minute', 'minutes')}: it connected too often in a day. Posts go out meanwhile, commands wait.`,
    intents:
      'Discord refuses the events that the bot asks for. Open https://discord.com/developers/applications, your application, Bot, and look at the intents there.',
    sharding: 'Discord asks for more shards; the bot connects anew with as many as it should have.',
    oldVersion: 'Discord does not know this version of its gateway any more: update Satwire.',
    offline: (given: { readonly reason: string; readonly seconds: number }) =>
      `Discord is not connected (${given.reason}); the next try is in ${counted(given.seconds, 'second', 'seconds')}.`,
    commandsRefused: (given: { readonly reason: string }) =>
      `Discord did not take the commands (${given.reason}); the earlier ones stay.`,
  },
  findChannel: {
    unknown: (given: { readonly named: string }) =>
      `There is no channel "${given.named}" here that the bot can see. Choose one from the list, or give the bot View Channel there.`,
    elsewhere: 'That channel belongs to another server. Use the command in that server.',
    notText: 'Nothing can be posted there. Choose a text, announcement or forum channel, or a thread.',
  },
  summarizeLink: 'Summarize link',
  noLink: 'That message has no web address. Choose a message with a link to an article.',
  forgotten: 'This button is from long ago. Use the command again.',
  notHere: 'That works only where the bot is a member. Invite it to the server, or write to it in private.',
  greeting: (given: { readonly server: string }) =>
    `Thanks for having me in ${given.server}. Whoever may manage the server types /subscribe in a channel to choose its news; /help shows the rest.`,
  setUp: {
    title: 'What should this channel get?',
    explanation:
      'Choose below, then press Subscribe. Whatever you leave out is not narrowed: with no choice at all, every story comes.',
    channel: 'Channel (this one, unless you choose)',
    category: 'Categories (all, unless you choose)',
    role: 'A role to mention (none, unless you choose)',
    words: 'Words, assets, sources …',
    wordsTitle: 'Narrow it down',
    confirm: 'Subscribe',
    chosen: (given: { readonly name: string; readonly value: string }) => `${given.name}: ${given.value}`,
  },
  permissions: {
    ViewChannel: 'View Channel',
    SendMessages: 'Send Messages',
    SendMessagesInThreads: 'Send Messages in Threads',
    EmbedLinks: 'Embed Links',
    ReadMessageHistory: 'Read Message History',
    MentionEveryone: 'Mention @everyone, @here and All Roles (or make the role mentionable)',
  },
};
