// A copy of the bot on Telegram, over the compiled code and a real database, that answers every command but those
// with the word `stuck`, which it never answers where it is told so. It says what it does, a word a line.
// Plain JavaScript: it is run as it is. Argument: JSON with apiUrl, databaseUrl, token and isStuck.
import { createTelegramPlatform } from '../../dist/src/platforms/telegram/create-telegram-platform.js';
import { openStore } from '../../dist/src/store/open-store.js';
import { english } from '../../dist/src/texts/english.js';
import { textMessage } from '../../dist/src/domain/message.js';

const { apiUrl, databaseUrl, token, isStuck } = JSON.parse(process.argv[2]);
const tell = (word) => process.stdout.write(`${word}\n`);
const clock = {
  now: () => new Date(),
  after(delayMs, act) {
    const timer = setTimeout(() => act(), delayMs);
    return () => clearTimeout(timer);
  },
};
const say = (fields, text) => process.stderr.write(`${text}\n`);
const log = { debug: () => undefined, info: () => undefined, warn: say, error: say };
const { notes } = await openStore({ url: databaseUrl, clock, log });
const memory = {
  get: (key) => notes.get(key),
  remove: (key) => notes.remove(key),
  async put(key, value, expiresAt) {
    await notes.put(key, value, expiresAt);
    if (key === 'updates') tell('remembered');
  },
};
const platform = createTelegramPlatform({
  token,
  apiUrl,
  commands: [],
  ownerIds: [],
  memory,
  texts: english,
  clock,
  log,
});
await platform.start({
  onChannelEvent: async () => undefined,
  async onCommand({ ask }) {
    if (isStuck && ask.line.includes('stuck')) {
      tell('stuck');
      await new Promise(() => undefined);
    }
    return { kind: 'reply', message: textMessage(`Answer to ${ask.line}.`), isPrivate: false };
  },
});
