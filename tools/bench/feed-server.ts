/** The publishers of the ingest benchmark, in a process of their own. */
import { createServer } from 'node:http';
import { renderFeed } from './render-feed.ts';

const itemsOfFeed = 50;
let edition = 0;
let host = '';
const documents = new Map<string, string>();

const server = createServer((request, response) => {
  const [, kind = '', number = '0'] = (request.url ?? '').split('/');
  if (kind === 'same' && request.headers['if-none-match'] === '"same"') response.writeHead(304).end();
  else if (kind === 'same')
    send(renderFeed({ host, feed: 0, edition: 0, count: 1, newest: startOf(0) }), '"same"');
  else send(feedOf(Number(number)), `"${edition}"`);

  function send(text: string, etag: string): void {
    response.writeHead(200, { 'content-type': 'application/rss+xml; charset=utf-8', etag }).end(text);
  }
});

/** Rendered before it is asked for, so that only the reader's work is measured. */
function feedOf(feed: number): string {
  return documents.get(`${edition} ${feed}`) ?? '';
}

function startOf(ofEdition: number): Date {
  return new Date(Date.UTC(2026, 2, 2) + ofEdition * 7 * 3_600_000);
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  host = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  process.send?.({ kind: 'ready', url: host });
});

process.on('message', (wanted: unknown) => {
  if (wanted === 'stop') process.exit(0);
  const [word, count] = String(wanted).split(' ');
  if (word !== 'next') return;
  edition += 1;
  documents.clear();
  for (let feed = 0; feed < Number(count); feed += 1)
    documents.set(
      `${edition} ${feed}`,
      renderFeed({ host, feed, edition, count: itemsOfFeed, newest: startOf(edition) }),
    );
  process.send?.({ kind: 'ready', url: host });
});

/** The server lives no longer than the benchmark that asks it. */
process.on('disconnect', () => process.exit(0));
