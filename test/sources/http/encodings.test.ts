import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { feedOf, startReader } from '../../support/reader.ts';

const feed = feedOf(2);
const tenMiB = 10 * 1024 * 1024;

async function read(encoding: string | string[] | null, body: string | Uint8Array) {
  const { publisher, reader, at, lastHeaders } = await startReader();
  publisher.serve('/feed', { headers: encoding === null ? {} : { 'content-encoding': encoding }, body });
  return { outcome: await reader.read(at('/feed')), headers: lastHeaders() };
}

test('gzip and brotli are asked for, and nothing else', async () => {
  expect((await read(null, feed)).headers['accept-encoding']).toBe('gzip, br');
});

describe('a document is unpacked that is packed', () => {
  test.each<[string, string | string[] | null, string | Uint8Array]>([
    ['by gzip', 'gzip', gzipSync(feed)],
    ['by gzip under its old name', 'x-gzip', gzipSync(feed)],
    ['by gzip in capitals', 'GZIP', gzipSync(feed)],
    ['by brotli', 'br', brotliCompressSync(feed)],
    ['by deflate', 'deflate', deflateSync(feed)],
    ['by deflate without its frame', 'deflate', deflateRawSync(feed)],
    ['twice', 'gzip, br', brotliCompressSync(gzipSync(feed))],
    ['twice, said in two lines', ['gzip', 'br'], brotliCompressSync(gzipSync(feed))],
    ['twice, and said once', 'gzip', gzipSync(gzipSync(feed))],
    ['and does not say so', null, gzipSync(feed)],
    ['in parts', 'gzip', Buffer.concat([gzipSync(feed.slice(0, 90)), gzipSync(feed.slice(90))])],
  ])('%s', async (_, encoding, body) => {
    expect((await read(encoding, body)).outcome).toMatchObject({ kind: 'read', items: [{}, {}] });
  });
});

describe('a document is taken as it is that', () => {
  test.each([
    ['claims to be packed by gzip', 'gzip'],
    ['claims to be packed by deflate', 'deflate'],
    ['says "identity"', 'identity'],
    ['says something else', 'utf-8'],
    ['says nothing', ''],
  ])('%s', async (_, encoding) => {
    expect((await read(encoding, feed)).outcome).toMatchObject({ kind: 'read', items: [{}, {}] });
  });
});

test('of a packed document that was cut off the whole items are kept', async () => {
  const packed = gzipSync(feedOf(400), { level: 0 });
  const { outcome } = await read('gzip', packed.subarray(0, packed.length / 2));
  expect(outcome).toMatchObject({
    kind: 'read',
    defect: 'The document breaks off in the middle of an item; what came before it was kept.',
  });
});

describe('a document is refused', () => {
  const unpackable = 'The answer is packed in a way that cannot be unpacked.';
  const tooLarge = 'The document is larger than 10 MiB.';
  const bomb = Buffer.alloc(tenMiB + 1, 0x20);
  const whole = gzipSync(feed);
  const damaged = Buffer.concat([whole.subarray(0, 20), Buffer.alloc(50, 0xff)]);

  test.each<[string, string | null, () => Uint8Array, string]>([
    ['packed by what nobody asked for', 'zstd', () => whole, unpackable],
    ['packed more often than anybody does', 'gzip, gzip, gzip, gzip', () => whole, unpackable],
    ['damaged', 'gzip', () => damaged, unpackable],
    ['that only looks like brotli', 'br', () => Buffer.from(feed), unpackable],
    ['that unpacks from gzip to more than ten mebibytes', 'gzip', () => gzipSync(bomb), tooLarge],
    ['that unpacks from brotli to more than ten mebibytes', 'br', () => brotliCompressSync(bomb), tooLarge],
    ['that unpacks from deflate to more than ten mebibytes', 'deflate', () => deflateSync(bomb), tooLarge],
    ['packed twice to hide its size', 'gzip, gzip', () => gzipSync(gzipSync(bomb)), tooLarge],
    ['packed once more than it says to hide its size', 'gzip', () => gzipSync(gzipSync(bomb)), tooLarge],
    ['larger than ten mebibytes as it is', null, () => bomb, tooLarge],
  ])('%s', async (_, encoding, body, reason) => {
    expect((await read(encoding, body())).outcome).toMatchObject({ kind: 'failed', reason });
  });

  test('but not at ten mebibytes', async () => {
    const padded = feed.padEnd(tenMiB, ' ');
    expect((await read('gzip', gzipSync(padded))).outcome).toMatchObject({ kind: 'read' });
  });
});
