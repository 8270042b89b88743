import { dispatch } from './english/dispatch.ts';
import { discord } from './english/discord.ts';
import { help } from './english/help.ts';
import { news } from './english/news.ts';
import { notices } from './english/notices.ts';
import { options } from './english/options.ts';
import { consoleTexts } from './english/console.ts';
import { sources } from './english/sources.ts';
import { status } from './english/status.ts';
import { start } from './english/start.ts';
import { stories } from './english/stories.ts';
import { subscriptions } from './english/subscriptions.ts';
import { telegram } from './english/telegram.ts';

/**
 * The bot's sentences in English. Functions take what they name; nothing here is markup: platforms escape it all.
 */
export const english = {
  /** BCP 47. */
  language: 'en',
  discord,
  dispatch,
  help,
  news,
  notices,
  options,
  console: consoleTexts,
  sources,
  status,
  start,
  stories,
  subscriptions,
  telegram,
};
