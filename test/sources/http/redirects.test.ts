import { Agent, buildConnector } from 'undici';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createFetchDocument, type FetchDocument } from '../../../src/sources/http/fetch-document.ts';
import { createHostTurns } from '../../../src/sources/http/host-turns.ts';
import type { Source } from '../../../src/domain/source.ts';
import type { SourceReadingOutcome } from '../../../src/sources/source.ts';
import { startPublisher } from '../../fakes/publisher.ts';
import { createTestClock } from '../../support/clock.ts';
import { feedOf, startReader } from '../../support/reader.ts';

/** Reads `/1` of a publisher whose paths lead on with these statuses, to a feed at the end. */
async function readThrough(statuses: readonly number[], end: { status?: number; body?: string } = {}) {
  const { publisher, reader, at, paths } = await startReader();
  for (const [index, status] of statuses.entries()) {
    publisher.serve(`/${index + 1}`, { status, headers: { location: `/${index + 2}` } });
  }
  publisher.serve(`/${statuses.length + 1}`, { body: feedOf(), ...end });
  const outcome = await reader.read(at('/1', { etag: '"v1"' }));
  return { outcome, paths: paths(), movedTo: pathMovedTo(outcome) };
}

function pathMovedTo(outcome: SourceReadingOutcome): string | null {
  if (outcome.kind === 'failed' || outcome.movedTo === null) return null;
  return new URL(outcome.movedTo).pathname;
}

describe('of a chain of redirects is remembered', () => {
  test.each([
    [[301], '/2'],
    [[308], '/2'],
    [[302], null],
    [[303], null],
    [[307], null],
    [[301, 308, 301], '/4'],
    [[301, 302], '/2'],
    [[308, 301, 307, 301], '/3'],
    [[302, 301], null],
    [[303, 308], null],
  ])('%o up to %s', async (statuses, movedTo) => {
    const { outcome, ...rest } = await readThrough(statuses);
    expect(outcome.kind).toBe('read');
    expect(rest.movedTo).toBe(movedTo);
  });

  test('what leads to "not modified"', async () => {
    expect(await readThrough([301], { status: 304, body: '' })).toMatchObject({
      outcome: { kind: 'unchanged' },
      movedTo: '/2',
    });
  });

  test.each([
    ['a page that is no feed', { body: '<!doctype html><title>Parked</title>' }],
    ['nothing', { body: '' }],
    ['a fault', { status: 500 }],
    ['a page that is missing', { status: 404 }],
  ])('nothing that leads to %s', async (_, end) => {
    expect(await readThrough([301], end)).toMatchObject({ outcome: { kind: 'failed' }, movedTo: null });
  });
});

describe('redirects', () => {
  test('in a ring end after the fifth', async () => {
    const { publisher, reader, at, paths } = await startReader();
    publisher.serve('/a', { status: 301, headers: { location: '/b' } });
    publisher.serve('/b', { status: 301, headers: { location: '/a' } });
    expect(await reader.read(at('/a'))).toMatchObject({
      kind: 'failed',
      reason: 'The address leads on through more than 5 redirects.',
    });
    expect(paths()).toHaveLength(6);
  });

  test.each([
    ['without an address', {}],
    ['with an address that is none', { location: 'http://[' }],
  ])('%s are failures', async (_, headers) => {
    const { publisher, reader, at } = await startReader();
    publisher.serve('/feed', { status: 302, headers });
    expect(await reader.read(at('/feed'))).toMatchObject({
      kind: 'failed',
      reason: 'The host answers with HTTP 302.',
    });
  });

  test.each(['file:///etc/passwd', 'data:text/xml,<rss/>', 'ftp://x.example/', 'javascript:alert(1)'])(
    'to %s are refused',
    async (location) => {
      const { publisher, reader, at } = await startReader();
      publisher.serve('/feed', { status: 301, headers: { location } });
      expect(await reader.read(at('/feed'))).toMatchObject({
        kind: 'failed',
        reason: `Only http and https addresses are read, not ${location.split(':', 1)[0] ?? ''}.`,
      });
    },
  );

  test('share fifteen seconds with the document', async () => {
    const { publisher, clock, reader, at } = await startReader();
    for (const [path, location] of [
      ['/1', '/2'],
      ['/2', '/3'],
    ] as const) {
      publisher.serve(path, () => {
        clock.advance(7_000);
        return { status: 302, headers: { location } };
      });
    }
    publisher.serve('/3', 'never');
    const last = publisher.nextRequest('/3');
    const reading = reader.read(at('/1'));
    await last;
    clock.advance(1_000);
    expect(await reading).toMatchObject({ reason: 'The host did not answer within 15 seconds.' });
  });
});

/** Every name leads to one publisher, as if it were a public host: only the checks of addresses stand in the way. */
async function startPublicWeb() {
  const publisher = await startPublisher();
  const connect = buildConnector({});
  const { port } = new URL(publisher.url);
  const dispatcher = new Agent({
    connect: (options, done) => connect({ ...options, protocol: 'http:', hostname: '127.0.0.1', port }, done),
  });
  onTestFinished(async () => {
    await publisher.close();
    await dispatcher.destroy();
  });
  const clock = createTestClock();
  const fetchDocument: FetchDocument = createFetchDocument({
    dispatcher,
    turns: createHostTurns({ clock, pauseMs: 0 }),
    clock,
    allowPrivateAddresses: false,
    userAgent: 'Test',
    closing: new AbortController().signal,
  });
  return { publisher, fetch: (url: string, parts = {}) => fetchDocument({ url, accept: '*/*', ...parts }) };
}

describe('a redirect from a public host', () => {
  test.each([
    ['http://127.0.0.1/', '127.0.0.1 is not a public address'],
    ['http://2130706433/', '127.0.0.1 is not a public address'],
    ['//169.254.169.254/latest/meta-data/', '169.254.169.254 is not a public address'],
    ['http://[::ffff:10.0.0.1]/', '::ffff:a00:1 is not a public address'],
    ['http://localhost:8080/', 'localhost is not a public address'],
    ['http://other.example:6379/', 'Port 6379 is not an ordinary port of the web.'],
    ['http://ann:secret@other.example/', 'An address with a user name in it is not read.'],
  ])('to %s is refused, also as the second', async (location, reason) => {
    const { publisher, fetch } = await startPublicWeb();
    publisher.serve('/feed', { status: 302, headers: { location: '/second' } });
    publisher.serve('/second', { status: 302, headers: { location } });
    expect(await fetch('http://news.example/feed')).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining(reason),
      status: null,
    });
    expect(publisher.requests).toHaveLength(2);
  });

  test('to another public one is followed, without the keys of the first', async () => {
    const { publisher, fetch } = await startPublicWeb();
    publisher.serve('/feed', { status: 301, headers: { location: 'http://other.example/feed2' } });
    publisher.serve('/feed2', { status: 301, headers: { location: 'http://news.example/feed3' } });
    publisher.serve('/feed3', { body: 'x' });
    const headers = { 'x-key': 'k1' };
    expect(await fetch('http://news.example/feed', { headers })).toMatchObject({
      kind: 'document',
      movedTo: 'http://news.example/feed3',
    });
    expect(publisher.requests.map((request) => request.headers['x-key'])).toEqual(['k1', undefined, 'k1']);
  });

  test('to https takes the keys along, and the way back does not', async () => {
    const { publisher, fetch } = await startPublicWeb();
    publisher.serve('/up', { status: 301, headers: { location: 'https://news.example/document' } });
    publisher.serve('/down', { status: 301, headers: { location: 'http://news.example/document' } });
    publisher.serve('/document', { body: 'x' });
    const headers = { 'x-key': 'k1' };
    expect(await fetch('http://news.example/up', { headers })).toMatchObject({ kind: 'document' });
    expect(await fetch('https://news.example/down', { headers })).toMatchObject({ kind: 'document' });
    expect(publisher.requests.map((request) => request.headers['x-key'])).toEqual([
      'k1',
      'k1',
      'k1',
      undefined,
    ]);
  });
});

describe('the new address of a source with a key', () => {
  const fields = { title: 't', url: 'u' };
  const list = JSON.stringify({ items: [{ t: 'A', u: '/a' }] });
  const apiSource = (url: string, headers: Readonly<Record<string, string>> = {}): Partial<Source> => ({
    kind: 'api',
    url,
    settings: { items: 'items', fields, headers },
  });

  test.each([
    [200, 'read'],
    [304, 'unchanged'],
  ])('is not remembered where the key stands in it (HTTP %d)', async (status, kind) => {
    const { publisher, reader, at } = await startReader({ secrets: { KEY: 's3cret' } });
    publisher.serve('/v1?k=s3cret', { status: 301, headers: { location: '/v2?k=s3cret' } });
    publisher.serve('/v2?k=s3cret', { status, ...(status === 200 ? { body: list } : {}) });
    const outcome = await reader.read(at('', apiSource(`${publisher.url}/v1?k=\${KEY}`)));
    expect(outcome).toMatchObject({ kind, movedTo: null });
    expect(JSON.stringify(outcome)).not.toContain('s3cret');
  });

  test('is remembered on the same host, and not on another', async () => {
    const { publisher, reader, at } = await startReader({ secrets: { KEY: 's3cret' } });
    const other = await startPublisher();
    onTestFinished(() => other.close());
    publisher.serve('/near', { status: 301, headers: { location: '/list' } });
    publisher.serve('/far', { status: 301, headers: { location: `${other.url}/list` } });
    for (const host of [publisher, other]) host.serve('/list', { body: list });
    const headers = { 'x-key': '${KEY}' };
    expect(await reader.read(at('', apiSource(`${publisher.url}/near`, headers)))).toMatchObject({
      movedTo: `${publisher.url}/list`,
    });
    expect(await reader.read(at('', apiSource(`${publisher.url}/far`, headers)))).toMatchObject({
      kind: 'read',
      movedTo: null,
    });
    expect(other.requests.map((request) => request.headers['x-key'])).toEqual([undefined]);
  });
});
