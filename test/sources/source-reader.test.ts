import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Source } from '../../src/domain/source.ts';
import { createSourceReader } from '../../src/sources/source-reader.ts';
import { ReaderClosed, type SourceReader } from '../../src/sources/source.ts';
import { startPublisher, type Publisher } from '../fakes/publisher.ts';
import { createTestClock, type TestClock } from '../support/clock.ts';
import { createTestLog } from '../support/log.ts';
import { exampleSource } from '../support/source.ts';

const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Wire</title><language>en</language>
<item><title>Port opens a ledger</title><link>/a/1</link><guid isPermaLink="false">w-1</guid></item></channel></rss>`;

let publisher: Publisher;
let reader: SourceReader;
let clock: TestClock;

beforeEach(async () => {
  publisher = await startPublisher();
  clock = createTestClock();
  reader = createSourceReader({
    clock,
    log: createTestLog(),
    allowPrivateAddresses: true,
    contact: 'https://bot.example/about',
  });
});
afterEach(async () => {
  // First the server, so that a request that it never answers does not hold the reader open.
  await publisher.close();
  await reader.close();
});

const at = (path: string, parts: Partial<Source> = {}): Source =>
  exampleSource({ url: `${publisher.url}${path}`, ...parts });

describe('a reader that is closed', () => {
  test('breaks off what it waits for, and begins nothing more', async () => {
    publisher.serve('/silent', 'never');
    const asked = publisher.nextRequest('/silent');
    const reading = reader.read(at('/silent')).catch((thrown: unknown) => thrown);
    await asked;
    await reader.close();
    expect(await reading).toBeInstanceOf(ReaderClosed);
    await expect(reader.read(at('/feed'))).rejects.toThrow(ReaderClosed);
    await expect(reader.readPage(`${publisher.url}/a/1`, null)).rejects.toThrow(ReaderClosed);
    expect(publisher.requests.map(({ path }) => path)).toEqual(['/silent']);
  });
});

describe('a reading', () => {
  test('gives the items with absolute addresses, and what to send back next time', async () => {
    publisher.serve('/feed', {
      headers: {
        etag: '"v1"',
        'last-modified': 'Mon, 02 Mar 2026 08:00:00 GMT',
        'cache-control': 'max-age=600',
      },
      body: feed,
    });
    expect(await reader.read(at('/feed'))).toMatchObject({
      kind: 'read',
      title: 'Harbour Wire',
      language: 'en',
      items: [{ url: `${publisher.url}/a/1`, guid: 'w-1', title: 'Port opens a ledger' }],
      etag: '"v1"',
      lastModified: 'Mon, 02 Mar 2026 08:00:00 GMT',
      freshForMs: 600_000,
      movedTo: null,
      defect: null,
    });
  });

  test('says who reads and where to complain', async () => {
    publisher.serve('/feed', { body: feed });
    await reader.read(at('/feed'));
    expect(publisher.requests[0]?.headers['user-agent']).toBe(
      'Satwire/0.1 (news reader; +https://bot.example/about)',
    );
  });

  test('sends the remembered headers and takes "not modified" for an answer', async () => {
    publisher.serve('/feed', ({ headers }) => ({
      status: headers['if-none-match'] === '"v1"' && headers['if-modified-since'] !== undefined ? 304 : 200,
      headers: { etag: '"v1"' },
    }));
    const source = at('/feed', { etag: '"v1"', lastModified: 'Mon, 02 Mar 2026 08:00:00 GMT' });
    expect(await reader.read(source)).toMatchObject({ kind: 'unchanged', etag: '"v1"', movedTo: null });
  });

  test('keeps the remembered headers where "not modified" does not repeat them', async () => {
    publisher.serve('/feed', { status: 304 });
    const remembered = { etag: '"v1"', lastModified: 'Mon, 02 Mar 2026 08:00:00 GMT' };
    expect(await reader.read(at('/feed', remembered))).toMatchObject({ kind: 'unchanged', ...remembered });
  });

  test('unpacks a file that is packed without a header that says so', async () => {
    publisher.serve('/feed.xml.gz', {
      headers: { 'content-type': 'application/gzip' },
      body: gzipSync(feed),
    });
    expect(await reader.read(at('/feed.xml.gz'))).toMatchObject({ kind: 'read', title: 'Harbour Wire' });
  });

  test.each([
    ['gzip', gzipSync(feed)],
    ['br', brotliCompressSync(feed)],
  ])('unpacks %s', async (encoding, body) => {
    publisher.serve('/feed', { headers: { 'content-encoding': encoding }, body });
    expect(await reader.read(at('/feed'))).toMatchObject({ kind: 'read', title: 'Harbour Wire' });
    expect(publisher.requests[0]?.headers['accept-encoding']).toBe('gzip, br');
  });

  test('keeps what is whole of a feed that was cut off', async () => {
    const item = (number: number): string =>
      `<item><title>Story ${number}</title><link>/a/${number}</link></item>`;
    publisher.serve('/feed', { body: `<rss><channel><title>W</title>${item(1)}${item(2)}<item><title>Sto` });
    expect(await reader.read(at('/feed'))).toMatchObject({
      kind: 'read',
      items: [{ title: 'Story 1' }, { title: 'Story 2' }],
      defect: 'The document breaks off in the middle of an item; what came before it was kept.',
    });
  });
});

describe('a redirect', () => {
  test('that is permanent is reported as the new address', async () => {
    publisher.serve('/old', { status: 301, headers: { location: '/new' } });
    publisher.serve('/new', { status: 308, headers: { location: '/newest' } });
    publisher.serve('/newest', { body: feed });
    expect(await reader.read(at('/old'))).toMatchObject({ kind: 'read', movedTo: `${publisher.url}/newest` });
  });

  test('that is not permanent is followed and forgotten', async () => {
    publisher.serve('/old', { status: 302, headers: { location: '/new' } });
    publisher.serve('/new', { status: 301, headers: { location: '/newest' } });
    publisher.serve('/newest', { body: feed });
    expect(await reader.read(at('/old'))).toMatchObject({ kind: 'read', movedTo: null });
  });

  test('behind a permanent one does not take the permanent part away', async () => {
    publisher.serve('/old', { status: 301, headers: { location: '/new' } });
    publisher.serve('/new', { status: 307, headers: { location: '/mirror' } });
    publisher.serve('/mirror', { body: feed });
    expect(await reader.read(at('/old'))).toMatchObject({ kind: 'read', movedTo: `${publisher.url}/new` });
  });

  test('is followed five times and no more', async () => {
    for (let step = 0; step < 6; step += 1) {
      publisher.serve(`/${step}`, { status: 302, headers: { location: `/${step + 1}` } });
    }
    publisher.serve('/6', { body: feed });
    expect(await reader.read(at('/1'))).toMatchObject({ kind: 'read' });
    expect(await reader.read(at('/0'))).toMatchObject({
      kind: 'failed',
      reason: 'The address leads on through more than 5 redirects.',
    });
  });

  test('to another scheme is refused', async () => {
    publisher.serve('/feed', { status: 302, headers: { location: 'file:///etc/passwd' } });
    expect(await reader.read(at('/feed'))).toMatchObject({
      kind: 'failed',
      reason: 'Only http and https addresses are read, not file.',
    });
  });
});

describe('a failure is told with its reason', () => {
  test.each([
    [{ status: 404 }, 'There is nothing at this address (HTTP 404); check it.', null, false],
    [{ status: 403 }, 'The host does not let this program read it (HTTP 403).', null, false],
    [{ status: 410 }, 'The host says that this address is gone for good (HTTP 410).', null, true],
    [
      { status: 429, headers: { 'retry-after': '120' } },
      'The host asks to be read less often (HTTP 429).',
      120_000,
      false,
    ],
    [
      { status: 503, headers: { 'retry-after': 'Mon, 02 Mar 2026 09:10:00 GMT' } },
      'The host has a fault of its own (HTTP 503).',
      600_000,
      false,
    ],
    [
      { headers: { 'content-encoding': 'br' }, body: 'not packed' },
      'The answer is packed in a way that cannot be unpacked.',
      null,
      false,
    ],
    [
      { body: '<!doctype html><html><body>Hello</body></html>' },
      'The address leads to an HTML page instead of a feed.',
      null,
      false,
    ],
    [
      { body: '{"error": "no"}' },
      'The address leads to JSON of another kind instead of a feed.',
      null,
      false,
    ],
    [{ body: '' }, 'The address leads to nothing (the answer is empty) instead of a feed.', null, false],
    [{ body: 'Hello' }, 'The address leads to plain text instead of a feed.', null, false],
    [
      { body: '<opml version="2.0"><body/></opml>' },
      'The address leads to an OPML list of feeds instead of a feed.',
      null,
      false,
    ],
  ])('%o', async (page, reason, retryAfterMs, isGone) => {
    publisher.serve('/feed', page);
    expect(await reader.read(at('/feed'))).toEqual({ kind: 'failed', reason, retryAfterMs, isGone });
  });

  test('when the host does not answer in time', async () => {
    publisher.serve('/feed', 'never');
    const asked = publisher.nextRequest('/feed');
    const reading = reader.read(at('/feed'));
    await asked;
    clock.advance(15_000);
    expect(await reading).toMatchObject({
      kind: 'failed',
      reason: 'The host did not answer within 15 seconds.',
    });
  });

  test('when nobody listens there', async () => {
    const gone = await startPublisher();
    await gone.close();
    expect(await reader.read(exampleSource({ url: `${gone.url}/feed` }))).toMatchObject({
      kind: 'failed',
      reason: 'The host refuses the connection.',
    });
  });

  test('when the answer unpacks to more than 10 MiB', async () => {
    const body = gzipSync(Buffer.alloc(11 * 1024 * 1024, 0x20));
    publisher.serve('/feed', { headers: { 'content-encoding': 'gzip' }, body });
    publisher.serve('/feed.gz', { body });
    const tooLarge = { kind: 'failed', reason: 'The document is larger than 10 MiB.' };
    expect(await reader.read(at('/feed'))).toMatchObject(tooLarge);
    expect(await reader.read(at('/feed.gz'))).toMatchObject(tooLarge);
  });
});

test('leaves no timer behind after a reading', async () => {
  publisher.serve('/feed', { body: feed });
  await reader.read(at('/feed'));
  expect(clock.waiting).toBe(0);
});
