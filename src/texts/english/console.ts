/** What the console says of its own accord. */
export const consoleTexts = {
  noChannel: (given: { readonly named: string; readonly channels: readonly string[] }) =>
    `There is no channel ${given.named} on this console. There is ${given.channels.join(', ')}.`,
  nothingToChoose:
    'There is nothing to choose from now. Type a command, such as /latest, or /help for all of them.',
  noSuchChoice: (given: { readonly count: number }) =>
    given.count === 1
      ? 'There is one choice: type 1, or a command such as /help.'
      : `Type a number from 1 to ${given.count}, or a command such as /help.`,
  movedTo: (given: { readonly channel: string }) => `Commands now act on ${given.channel}.`,
  closed: 'The console is closed.',
  writeFailed: (given: { readonly reason: string }) => `Writing to the console failed: ${given.reason}.`,
  gone: (given: { readonly name: string }) => `This console has no channel ${given.name} any more.`,
  broken: 'Something went wrong here. The log has the details.',
  failed: (given: { readonly what: string }) =>
    `Something failed: ${given.what}. Satwire goes on; LOG_LEVEL=error shows more.`,
  story: (given: { readonly number: number }) => `story ${given.number}`,
  justNow: 'just now',
  minutesAgo: (given: { readonly minutes: number }) => `${given.minutes} min ago`,
  today: 'today',
  yesterday: 'yesterday',
};
