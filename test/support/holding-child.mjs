// A copy of the program's store over the compiled code that takes what is due and holds it until it is killed.
// Plain JavaScript: it is run as it is. Arguments: the database, the time. It says `held` once it holds everything.
import { openStore } from '../../dist/src/store/open-store.js';

const [, , url, time] = process.argv;
const now = new Date(time);
const say = (fields, text) => process.stderr.write(`${text}\n`);
const log = { debug: () => undefined, info: () => undefined, warn: say, error: say };
const clock = { now: () => now, after: () => () => undefined };

const store = await openStore({ url, clock, log });
const sources = await store.sources.claimDue({ now, leaseMs: 15 * 60_000, limit: 10 });
const platforms = ['console'];
const deliveries = await store.deliveries.claim({ now, leaseMs: 3 * 60_000, limit: 10, platforms });
process.stdout.write(`held ${sources.length} ${deliveries.length}\n`);
setInterval(() => undefined, 60_000);
