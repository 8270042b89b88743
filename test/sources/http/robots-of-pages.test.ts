import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startPublisher, type PublisherPage } from '../../fakes/publisher.ts';
import { feedOf, startReader } from '../../support/reader.ts';

const page = { headers: { 'content-type': 'text/html' }, body: '<h1>Ledger opens</h1><p>Text.</p>' };
const refused = { kind: 'failed', reason: "The host's robots.txt asks programs not to read this page." };
const hourMs = 3_600_000;

/** A host with two pages, one of them private, and this for its robots.txt; without it, there is none. */
async function startHost(robots?: PublisherPage) {
  const world = await startReader();
  const { publisher, reader, paths } = world;
  publisher.serve('/a', page);
  publisher.serve('/private/a', page);
  if (robots !== undefined) publisher.serve('/robots.txt', robots);
  return {
    ...world,
    readPage: (path: string) => reader.readPage(`${publisher.url}${path}`, null),
    asked: () => paths().filter((path) => path === '/robots.txt').length,
  };
}

describe('before a page is read', () => {
  test('the host is asked whether it may be', async () => {
    const { readPage, paths } = await startHost({ body: 'User-agent: *\nDisallow: /private' });
    expect(await readPage('/a')).toMatchObject({ kind: 'read' });
    expect(await readPage('/private/a')).toEqual(refused);
    expect(paths()).toEqual(['/robots.txt', '/a']);
  });

  test('pages that are asked for together ask once', async () => {
    const { readPage, asked } = await startHost();
    await Promise.all(['/a', '/a', '/private/a'].map(readPage));
    expect(asked()).toBe(1);
  });

  test('the answer is kept for a day', async () => {
    const { readPage, clock, asked } = await startHost();
    await readPage('/a');
    clock.advance(24 * hourMs - 1);
    await readPage('/a');
    expect(asked()).toBe(1);
    clock.advance(1);
    await readPage('/a');
    expect(asked()).toBe(2);
  });

  test('a clock that was set back asks again', async () => {
    const { readPage, clock, asked } = await startHost();
    await readPage('/a');
    clock.set(new Date(clock.now().getTime() - 30 * 24 * hourMs));
    await readPage('/a');
    expect(asked()).toBe(2);
  });

  test('each origin is asked for its own rules', async () => {
    const { readPage, reader } = await startHost({ body: 'User-agent: *\nDisallow: /' });
    const other = await startPublisher();
    onTestFinished(() => other.close());
    other.serve('/a', page);
    expect(await readPage('/a')).toEqual(refused);
    expect(await reader.readPage(`${other.url}/a`, null)).toMatchObject({ kind: 'read' });
  });

  test('a redirect to a page that may not be read is not followed', async () => {
    const { publisher, readPage, paths } = await startHost({ body: 'User-agent: *\nDisallow: /private' });
    publisher.serve('/moved', { status: 301, headers: { location: '/private/a' } });
    expect(await readPage('/moved')).toEqual(refused);
    expect(paths()).toEqual(['/robots.txt', '/moved']);
  });

  test.each<[string, PublisherPage]>([
    ['is missing', { status: 404 }],
    ['is gone', { status: 410 }],
    ['is not for this program', { status: 403 }],
    ['says nothing', { body: '' }],
    ['is a page', page],
    ['is behind a redirect', { status: 302, headers: { location: '/none' } }],
  ])('everything may be read where the file %s', async (_, robots) => {
    const { readPage } = await startHost(robots);
    expect(await readPage('/private/a')).toMatchObject({ kind: 'read' });
  });

  test.each<[string, PublisherPage]>([
    ['is moved', { status: 301, headers: { location: '/elsewhere' } }],
    [
      'is packed',
      { headers: { 'content-encoding': 'gzip' }, body: gzipSync('User-agent: *\nDisallow: /private') },
    ],
    ['begins with a byte order mark', { body: '\ufeffUser-agent: *\nDisallow: /private' }],
  ])('the file is heeded that %s', async (_, robots) => {
    const { publisher, readPage } = await startHost(robots);
    publisher.serve('/elsewhere', { body: 'User-agent: *\nDisallow: /private' });
    expect(await readPage('/private/a')).toEqual(refused);
    expect(await readPage('/a')).toMatchObject({ kind: 'read' });
  });

  test.each<[string, PublisherPage]>([
    ['has a fault', { status: 500 }],
    ['is overloaded', { status: 503 }],
    ['asks to be asked less often', { status: 429 }],
    ['leads in a ring', { status: 302, headers: { location: '/robots.txt' } }],
    ['sends what cannot be unpacked', { headers: { 'content-encoding': 'zstd' }, body: 'x' }],
  ])('nothing may be read where the host %s, until it can tell', async (_, robots) => {
    const { publisher, readPage, clock, paths } = await startHost(robots);
    expect(await readPage('/a')).toEqual(refused);
    publisher.serve('/robots.txt', { status: 404 });
    clock.advance(15 * 60_000);
    expect(await readPage('/a')).toMatchObject({ kind: 'read' });
    expect(paths().filter((path) => path === '/a')).toHaveLength(1);
  });

  test('a host that cannot tell any more is believed what it said before', async () => {
    const { publisher, readPage, clock } = await startHost({ body: 'User-agent: *\nDisallow: /private' });
    await readPage('/a');
    publisher.serve('/robots.txt', { status: 500 });
    clock.advance(24 * hourMs);
    expect(await readPage('/a')).toMatchObject({ kind: 'read' });
    expect(await readPage('/private/a')).toEqual(refused);
  });
});

test('a feed is read whatever robots.txt says: it is meant for programs', async () => {
  const { publisher, reader, at, paths } = await startHost({ body: 'User-agent: *\nDisallow: /' });
  publisher.serve('/feed', { body: feedOf() });
  expect(await reader.read(at('/feed'))).toMatchObject({ kind: 'read' });
  expect(paths()).toEqual(['/feed']);
});

describe('a host that has enough', () => {
  const tooOften = 'The host asks to be read less often (HTTP 429).';

  test.each([
    ['for as long as it says', { 'retry-after': '600' }, 600_000],
    ['for a minute where it does not say', {}, 60_000],
    ['for a day at most', { 'retry-after': '99999999' }, 24 * hourMs],
  ])('has its pages left alone %s', async (_, headers, restMs) => {
    const { publisher, readPage, clock, paths } = await startHost();
    publisher.serve('/b', { status: 429, headers });
    expect(await readPage('/b')).toEqual({ kind: 'failed', reason: tooOften });
    const before = paths().length;
    clock.advance(restMs - 1);
    expect(await readPage('/a')).toEqual({ kind: 'failed', reason: tooOften });
    expect(paths()).toHaveLength(before);
    clock.advance(1);
    expect(await readPage('/a')).toMatchObject({ kind: 'read' });
  });

  test('is one that is overloaded and says for how long', async () => {
    const { publisher, readPage } = await startHost();
    publisher.serve('/b', { status: 503, headers: { 'retry-after': '60' } });
    publisher.serve('/c', { status: 503 });
    await readPage('/c');
    expect(await readPage('/a')).toMatchObject({ kind: 'read' });
    await readPage('/b');
    expect(await readPage('/a')).toMatchObject({ kind: 'failed' });
  });

  test('keeps no other host from being read, nor its own feeds', async () => {
    const { publisher, reader, readPage, at } = await startHost();
    const other = await startPublisher();
    onTestFinished(() => other.close());
    other.serve('/a', page);
    publisher.serve('/b', { status: 429 });
    publisher.serve('/feed', { body: feedOf() });
    await readPage('/b');
    expect(await reader.readPage(`${other.url}/a`, null)).toMatchObject({ kind: 'read' });
    expect(await reader.read(at('/feed'))).toMatchObject({ kind: 'read' });
  });
});
