import { counted } from './wording.ts';

/** What is said when the bot starts, and when reading sources fails altogether. */
export const start = {
  title: 'Satwire runs on this console',
  noTokens:
    'Neither Discord nor Telegram is on: set DISCORD_TOKEN or TELEGRAM_TOKEN (in the environment or in .env) to turn them on.',
  sources: (given: { readonly count: number; readonly unconfirmed: number }) =>
    `It reads ${counted(given.count, 'source', 'sources')}` +
    (given.unconfirmed === 0
      ? '.'
      : `, ${given.unconfirmed} of them at addresses that are not confirmed yet. /sources shows which.`),
  firstSteps:
    'Type /subscribe to have new stories posted here, /latest for the newest, /help for everything.',
  noneReachable: (given: { readonly sources: number }) =>
    given.sources === 1
      ? 'The one source could not be reached. Satwire keeps trying; /sources shows why.'
      : `None of the ${given.sources} sources asked could be reached. Check the network of this machine. Satwire keeps trying; /sources shows why for each.`,
  reachableAgain: 'Sources can be reached again.',
};
