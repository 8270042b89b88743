import { createServer as createTlsServer } from 'node:https';
import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { networkReason } from '../../../src/sources/http/failure-reasons.ts';
import { startRawPublisher } from '../../fakes/raw-publisher.ts';
import { createTestReader, feedOf, startReader } from '../../support/reader.ts';
import { exampleSource } from '../../support/source.ts';

const head = (...lines: readonly string[]): string => ['HTTP/1.1 200 OK', ...lines, '', ''].join('\r\n');
const closing = 'connection: close';

/** Reads a feed from a host that answers with these bytes. */
async function readFrom(answer: (socket: Socket) => void) {
  const host = await startRawPublisher(answer);
  const { reader, clock } = createTestReader();
  const reading = reader.read(exampleSource({ url: `${host.url}/feed`, etag: '"v1"' }));
  return { host, clock, reading };
}

async function outcomeOf(answer: (socket: Socket) => void) {
  return (await readFrom(answer)).reading;
}

describe('an answer is read that', () => {
  const feed = feedOf(2);
  test.each<[string, (socket: Socket) => void]>([
    ['is of HTTP/1.0 and ends with the connection', (socket) => socket.end(`HTTP/1.0 200 OK\r\n\r\n${feed}`)],
    ['says no length and ends with the connection', (socket) => socket.end(head(closing) + feed)],
    ['has no word beside its status', (socket) => socket.end(`HTTP/1.1 200\r\n${closing}\r\n\r\n${feed}`)],
    [
      'comes in pieces',
      (socket) => {
        socket.write(`${head('transfer-encoding: chunked')}${feed.length.toString(16)}\r\n`);
        socket.end(`${feed}\r\n0\r\n\r\n`);
      },
    ],
    [
      'has early hints before it',
      (socket) => socket.end(`HTTP/1.1 103 Early Hints\r\nlink: </a.css>\r\n\r\n${head(closing)}${feed}`),
    ],
    [
      'has forty thousand characters of headers',
      (socket) => socket.end(head(`x-policy: ${'a'.repeat(40_000)}`, closing) + feed),
    ],
  ])('%s', async (_, answer) => {
    expect(await outcomeOf(answer)).toMatchObject({ kind: 'read', items: [{}, {}], defect: null });
  });
});

describe('an answer fails, with its reason, that', () => {
  test.each<[string, (socket: Socket) => void, string]>([
    ['is not HTTP', (socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n'), 'something that is not HTTP'],
    ['has no status', (socket) => socket.end('HTTP/1.1 abc OK\r\n\r\n'), 'something that is not HTTP'],
    ['ends before it begins', (socket) => socket.end(), 'broke the connection off'],
    ['is a broken connection', (socket) => socket.resetAndDestroy(), 'broke the connection off'],
    [
      'ends within its head',
      (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-ty'),
      'broke the connection off',
    ],
    [
      'has a head without end',
      (socket) => {
        socket.write('HTTP/1.1 200 OK\r\n');
        for (let line = 0; line < 2000; line += 1) socket.write(`x-${line}: ${'a'.repeat(1000)}\r\n`);
      },
      'The head of the answer is too large.',
    ],
    [
      'begins with pieces that have no length',
      (socket) => socket.end(`${head('transfer-encoding: chunked')}zz\r\n`),
      'something that is not HTTP',
    ],
  ])('%s', async (_, answer, reason) => {
    expect(await outcomeOf(answer)).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining(reason),
    });
  });
});

describe('an answer that breaks off', () => {
  const whole = feedOf(3);
  const part = whole.slice(0, whole.indexOf('Story 3'));
  const kept = {
    kind: 'read',
    items: [{ title: 'Story 1' }, { title: 'Story 2' }],
    etag: null,
    lastModified: null,
    freshForMs: 0,
    defect: 'The host broke the connection off. What came before was kept.',
  };
  const remembered = [
    'etag: "v2"',
    'last-modified: Mon, 02 Mar 2026 08:00:00 GMT',
    'cache-control: max-age=600',
  ];

  test('before its length is kept as far as it came, and asked for again whole', async () => {
    const lines = [...remembered, `content-length: ${whole.length}`];
    expect(await outcomeOf((socket) => socket.end(head(...lines) + part))).toMatchObject(kept);
  });

  test('between its pieces is kept as far as it came', async () => {
    const lines = head(...remembered, 'transfer-encoding: chunked');
    const answer = `${lines}${part.length.toString(16)}\r\n${part}\r\n`;
    expect(await outcomeOf((socket) => socket.end(answer))).toMatchObject(kept);
  });

  test('while packed is kept as far as it can be unpacked', async () => {
    const packed = gzipSync(feedOf(400), { level: 0 });
    const lines = head(...remembered, 'content-encoding: gzip', `content-length: ${packed.length}`);
    const outcome = await outcomeOf((socket) => {
      socket.write(lines);
      socket.end(packed.subarray(0, packed.length / 2));
    });
    expect(outcome).toMatchObject({ kind: 'read', etag: null, defect: kept.defect });
    expect(outcome.kind === 'read' ? outcome.items.length : 0).toBeGreaterThan(0);
  });

  test('before anything is whole is a failure', async () => {
    const lines = head(`content-length: ${whole.length}`);
    for (const begun of ['', '<?xml ', whole.slice(0, whole.indexOf('Story 1'))]) {
      expect(await outcomeOf((socket) => socket.end(lines + begun))).toMatchObject({
        kind: 'failed',
        reason: 'The host broke the connection off.',
      });
    }
  });

  test('is a failure for a page, which is read only once', async () => {
    const host = await startRawPublisher((socket, asked) => {
      const isRobots = asked.startsWith('GET /robots.txt');
      socket.end(isRobots ? head('content-length: 0') : `${head('content-length: 900')}<h1>A</h1><p>B`);
    });
    expect(await createTestReader().reader.readPage(`${host.url}/a`, null)).toEqual({
      kind: 'failed',
      reason: 'The host broke the connection off.',
    });
  });
});

describe('an answer without end', () => {
  test('is given up after fifteen seconds, however busily it comes', async () => {
    let drip: (() => void) | undefined;
    const dripping = new Promise<void>((resolve) => {
      drip = resolve;
    });
    const { host, clock, reading } = await readFrom((socket) => {
      socket.write(`${head('transfer-encoding: chunked')}1\r\n<\r\n`, () => drip?.());
    });
    await dripping;
    clock.advance(15_000);
    expect(await reading).toMatchObject({ reason: 'The host did not answer within 15 seconds.' });
    await host.hungUp;
  });

  test('is given up after fifteen seconds also within its head', async () => {
    let began: (() => void) | undefined;
    const beginning = new Promise<void>((resolve) => {
      began = resolve;
    });
    const { host, clock, reading } = await readFrom((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nx-slow: a', () => began?.());
    });
    await beginning;
    clock.advance(15_000);
    expect(await reading).toMatchObject({ reason: 'The host did not answer within 15 seconds.' });
    await host.hungUp;
  });

  test('is given up after ten mebibytes', async () => {
    const piece = Buffer.alloc(64 * 1024, 0x20);
    const { host, reading } = await readFrom((socket) => {
      socket.write(head('transfer-encoding: chunked'));
      const write = (): void => {
        if (socket.destroyed) return;
        socket.write(`${piece.length.toString(16)}\r\n`);
        socket.write(piece);
        // Not at once, or nobody else in this program would have a turn.
        socket.write('\r\n', () => void setImmediate(write));
      };
      write();
    });
    expect(await reading).toMatchObject({ reason: 'The document is larger than 10 MiB.' });
    await host.hungUp;
  });
});

describe('a secure connection', () => {
  test('to a host with a certificate of its own making is refused in words', async () => {
    const pem = (name: string) => readFileSync(new URL(`../../fixtures/tls/${name}.pem`, import.meta.url));
    const server = createTlsServer({ key: pem('key'), cert: pem('certificate') }, (_, response) => {
      response.end(feedOf());
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => new Promise((resolve) => void server.close(() => resolve())));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const source = exampleSource({ url: `https://127.0.0.1:${port ?? 0}/feed` });
    expect(await createTestReader().reader.read(source)).toMatchObject({
      kind: 'failed',
      reason: "The host's certificate is not one that can be trusted.",
    });
  });

  test('to a host that speaks plain HTTP is refused in words', async () => {
    const { publisher, reader } = await startReader();
    const source = exampleSource({ url: publisher.url.replace('http:', 'https:') });
    expect(await reader.read(source)).toMatchObject({
      kind: 'failed',
      reason: 'The host does not speak https at this address; try http.',
    });
  });
});

test.each([
  ['CERT_HAS_EXPIRED', "The host's certificate has expired."],
  ['ERR_TLS_CERT_ALTNAME_INVALID', "The host's certificate is for another name."],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', "The host's certificate is not one that can be trusted."],
  ['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', 'No secure connection to the host could be made.'],
  ['ENOTFOUND', 'There is no host of this name; check the address.'],
  ['EAI_AGAIN', 'The name of the host could not be looked up; check the network connection.'],
  ['Z_DATA_ERROR', 'The answer is packed in a way that cannot be unpacked.'],
])('the failure %s is told as: %s', (code, reason) => {
  expect(networkReason(Object.assign(new Error('x'), { code }))).toBe(reason);
  expect(networkReason(new AggregateError([Object.assign(new Error('x'), { code })]))).toBe(reason);
});

test('a failure that nobody knows is told in its own words, on one line', () => {
  expect(networkReason(new Error('odd\n  thing'))).toBe('The host cannot be read: odd thing');
});
