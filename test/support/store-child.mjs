// A copy of the program's store over the compiled code, beside others on one database. Plain JavaScript: it is run
// as it is. Arguments: the database, the name of the copy, how many rounds. A line on standard input lets it begin.
import { once } from 'node:events';
import { openStore } from '../../dist/src/store/open-store.js';

const [, , url, name, rounds] = process.argv;
const now = new Date('2026-03-02T09:00:00Z');
const say = (fields, text) => process.stderr.write(`${text}\n`);
const log = { debug: () => undefined, info: () => undefined, warn: say, error: say };
const clock = { now: () => new Date(), after: () => () => undefined };

await once(process.stdin, 'data');
const store = await openStore({ url, clock, log });
const described = { name: 'A', kind: 'feed', home: null, language: 'en', address: 'seen', settings: {} };
await store.sources.putGlobal([{ ...described, key: 'a', url: 'https://a.example/feed' }], now);
const [source] = await store.sources.list(['global']);
for (let round = 0; round < Number(rounds); round += 1) {
  await store.articles.save(source.id, [article(`shared-${round}`), article(`${name}-${round}`)], now);
  await store.notes.put(`${name}-${round}`, 'kept');
}
await store.close();
process.stdin.destroy();

function article(page) {
  return {
    url: `https://news.example/${page}`,
    guid: page,
    title: page,
    lead: '',
    blocks: [],
    authors: [],
    published: null,
    picture: null,
    label: null,
    category: 'other',
    assets: ['BTC'],
    isSponsored: false,
    language: 'en',
    isBacklog: false,
    joins: null,
    tokens: { title: ['word'], text: [page] },
  };
}
