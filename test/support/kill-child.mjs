// A copy of the program that owes notices, routes and delivers once, over the compiled code, and dies where it is told to.
// Plain JavaScript: it is run as it is. Argument: JSON with databaseUrl, postsPath, now, and one of
// killAtWrite (before the nth write to the database) and killAtPost (after the nth post, before it is recorded).
import { appendFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createDelivery } from '../../dist/src/delivery/create-delivery.js';
import { createNotices } from '../../dist/src/routing/notices.js';
import { createRouting } from '../../dist/src/routing/route.js';
import { openStore } from '../../dist/src/store/open-store.js';
import { english } from '../../dist/src/texts/english.js';

const { databaseUrl, postsPath, now, killAtWrite, killAtPost } = JSON.parse(process.argv[2]);
const die = () => process.kill(process.pid, 'SIGKILL');

const counts = { writes: 0, posts: 0, isCounting: false };
watchWrites();

const clock = {
  now: () => new Date(now),
  after(delayMs, act) {
    const timer = setTimeout(() => act(), delayMs);
    return () => clearTimeout(timer);
  },
};
const say = (fields, text) => process.stderr.write(`${text}\n`);
const log = { debug: () => undefined, info: () => undefined, warn: say, error: say };

const platform = {
  id: 'console',
  start: async () => undefined,
  stop: async () => undefined,
  status: () => ({ isConnected: true, remarks: [] }),
  edit: async () => ({ kind: 'edited' }),
  async send({ channel, message, uncertainSince }) {
    const post = { channel: channel.name, title: message.title.text, isRepeat: uncertainSince !== null };
    appendFileSync(postsPath, `${JSON.stringify(post)}\n`);
    counts.posts += 1;
    if (counts.posts === killAtPost) die();
    return { kind: 'sent', messageId: String(counts.posts), form: 'text' };
  },
};

const store = await openStore({ url: databaseUrl, clock, log });
counts.isCounting = true;
await createNotices({ store, clock, log, onOwed: () => undefined }).runRound();
await createRouting({ store, clock, log, onRouted: () => undefined }).runRound();
await createDelivery({ store, platforms: [platform], texts: english, clock, log }).runRound();
counts.isCounting = false;
await store.close();
process.stdout.write(String(counts.writes));

/** Counts what is written to SQLite, the begin and end of transactions included, under Prisma's own driver. */
function watchWrites() {
  const require = createRequire(import.meta.url);
  const Database = createRequire(require.resolve('@prisma/adapter-better-sqlite3'))('better-sqlite3');
  const probe = new Database(':memory:');
  const statement = Object.getPrototypeOf(probe.prepare('SELECT 1'));
  for (const name of ['run', 'get', 'all', 'iterate']) watch(statement, name, (query) => !query.readonly);
  watch(Object.getPrototypeOf(probe), 'exec', () => true);
  probe.close();
}

function watch(owner, name, isWrite) {
  const original = owner[name];
  owner[name] = function (...given) {
    if (counts.isCounting && isWrite(this)) {
      counts.writes += 1;
      if (counts.writes === killAtWrite) die();
    }
    return original.apply(this, given);
  };
}
