/** What is said on Telegram alone: how the bot is set up there, and what stands in its way. */
export const telegram = {
  start: {
    news: 'I deliver crypto news here, each story once, and answer when you ask.',
    read: '/latest shows the newest stories, /search finds one, /help lists everything.',
    subscribe: '/subscribe brings you what you choose as soon as it is reported.',
    channels: 'To bring news to a channel or group of yours, press the button below.',
    latestButton: 'Latest news',
    subscribeButton: 'Subscribe',
    channelsButton: 'My channels and groups',
    confirm: 'The link that brought you here asks for this command. Press the button only if you want it:',
    description: 'What to do next',
  },
  setUp: {
    choose:
      'Choose your channel or group with the buttons below. You can also send me its @name, or forward me one of its posts.',
    chooseChannel: 'Choose a channel',
    addToChannel: 'Add me to a channel',
    addToGroup: 'Add me to a group',
    ready: (given: { readonly name: string }) => `I can post in ${given.name} now.`,
    subscribeButton: 'Choose what it receives',
  },
  permissions: {
    member: 'being a member',
    send: 'the right to send messages',
    post: 'the administrator right "Post messages"',
  },
  findChannel: {
    unknown:
      'I cannot find that channel. Check its name, and add me to it as an administrator who may post messages.',
    wrongName: 'Name the channel by its @name, or choose it with the button that /start shows.',
    later: 'Telegram does not answer right now. Try again in a minute.',
  },
  ask: {
    reply: (given: { readonly command: string; readonly description: string }) =>
      `/${given.command}: ${given.description}. Reply to this message with your answer.`,
    outdated: 'This button is too old. Send the command once more.',
  },
  file: {
    tooLarge:
      'That file is larger than 10 MB, the most that I read. Split it and send the parts, or give the address at which it can be read.',
    gone: 'Telegram does not have that file any more. Send it once more, with the command as its caption.',
    unavailable:
      'Telegram did not hand over that file. Try again in a minute, or put its text behind the command.',
    localServer:
      'The Bot API server of this bot hands out no files, because it runs with --local. Put the text of the file behind the command, or give an address at which it can be read.',
  },
  shareButton: 'Share',
  openButton: 'Read more in the bot',
  lostRights: (given: { readonly name: string }) =>
    `I can no longer post in ${given.name}. What is due there waits until I may post again.`,
  cannotPost: (given: { readonly name: string; readonly reason: string }) =>
    `I cannot post in ${given.name} any more; Telegram says: ${given.reason}. What is due there waits until I can.`,
  reasons: {
    removed: 'The bot was removed from the chat. Add it again.',
    mayNotSend: 'The bot may not send messages in the chat. Give it that right.',
    mayNotPost:
      'The bot may not post in the channel. Make it an administrator with the right to post messages.',
    blocked: 'The person blocked the bot.',
  },
  status: {
    connecting: 'Telegram is being connected.',
    malformedToken:
      'TELEGRAM_TOKEN is not a token: ask @BotFather for it (/token); it looks like 123456789:AAF…, digits, a colon and letters.',
    wrongToken:
      'Telegram does not know this token: ask @BotFather for the right one, set TELEGRAM_TOKEN, and start again.',
    noPort: (given: { readonly port: number; readonly reason: string }) =>
      `Telegram's webhook cannot listen on port ${given.port} (${given.reason}). Set TELEGRAM_WEBHOOK_PORT to a free one.`,
    noNetwork: 'Telegram cannot be reached; trying again.',
    refusing: (given: { readonly reason: string }) => `Telegram refuses: ${given.reason}. Trying again.`,
    otherCopy:
      'Another program fetches the updates of this bot: stop it, or give it a token of its own. Trying again.',
    webhook:
      'A webhook is set for this bot elsewhere. Remove it (deleteWebhook), or set TELEGRAM_WEBHOOK_URL here.',
    inlineOff: 'Inline mode is off: send /setinline to @BotFather to let people search from any chat.',
  },
};
