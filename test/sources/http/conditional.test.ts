import { describe, expect, test } from 'vitest';
import { feedOf, startReader } from '../../support/reader.ts';

const monday = 'Mon, 02 Mar 2026 08:00:00 GMT';

describe('a conditional request', () => {
  test.each([
    ['both', { etag: '"v1"', lastModified: monday }, '"v1"', monday],
    ['an etag alone', { etag: '"v1"', lastModified: null }, '"v1"', undefined],
    ['a weak etag as it was written', { etag: 'W/"v1"', lastModified: null }, 'W/"v1"', undefined],
    ['an etag without quotes', { etag: 'v1', lastModified: null }, 'v1', undefined],
    ['a date alone', { etag: null, lastModified: monday }, undefined, monday],
    ['a date of its own kind as it was written', { etag: null, lastModified: 'today' }, undefined, 'today'],
    ['nothing', { etag: null, lastModified: null }, undefined, undefined],
  ])('sends back %s', async (_, remembered, etag, lastModified) => {
    const { publisher, reader, at, lastHeaders } = await startReader();
    publisher.serve('/feed', { status: 304 });
    expect(await reader.read(at('/feed', remembered))).toMatchObject({ kind: 'unchanged', ...remembered });
    expect(lastHeaders()['if-none-match']).toBe(etag);
    expect(lastHeaders()['if-modified-since']).toBe(lastModified);
  });

  test('is sent on through a redirect', async () => {
    const { publisher, reader, at, lastHeaders } = await startReader();
    publisher.serve('/feed', { status: 307, headers: { location: '/mirror' } });
    publisher.serve('/mirror', { status: 304 });
    expect(await reader.read(at('/feed', { etag: '"v1"' }))).toMatchObject({ kind: 'unchanged' });
    expect(lastHeaders()['if-none-match']).toBe('"v1"');
  });

  test('is not made for pages', async () => {
    const { publisher, reader, lastHeaders } = await startReader();
    publisher.serve('/a', { headers: { etag: '"p"', 'content-type': 'text/html' }, body: '<h1>A</h1>' });
    for (let time = 0; time < 2; time += 1) {
      await reader.readPage(`${publisher.url}/a`, null);
      expect(lastHeaders()['if-none-match']).toBeUndefined();
    }
  });
});

describe('what is remembered for the next request', () => {
  test('is what the newest answer says', async () => {
    const { publisher, reader, at } = await startReader();
    publisher.serve('/feed', { headers: { etag: 'W/"v2"', 'last-modified': monday }, body: feedOf() });
    const source = at('/feed', { etag: '"v1"', lastModified: 'Sun, 01 Mar 2026 08:00:00 GMT' });
    expect(await reader.read(source)).toMatchObject({ etag: 'W/"v2"', lastModified: monday });
  });

  test('is dropped when a new answer has none', async () => {
    const { publisher, reader, at } = await startReader();
    publisher.serve('/feed', { body: feedOf() });
    const source = at('/feed', { etag: '"v1"', lastModified: monday });
    expect(await reader.read(source)).toMatchObject({ kind: 'read', etag: null, lastModified: null });
  });

  test('is what "not modified" says where it says something else', async () => {
    const { publisher, reader, at } = await startReader();
    publisher.serve('/feed', { status: 304, headers: { etag: '"v3"', 'cache-control': 'max-age=90' } });
    expect(await reader.read(at('/feed', { etag: '"v1"', lastModified: monday }))).toEqual({
      kind: 'unchanged',
      etag: '"v3"',
      lastModified: monday,
      movedTo: null,
      freshForMs: 90_000,
    });
  });

  test('is read again when the same document comes whole', async () => {
    const { publisher, reader, at } = await startReader();
    publisher.serve('/feed', { headers: { etag: '"v1"' }, body: feedOf(2) });
    const first = await reader.read(at('/feed'));
    const second = await reader.read(at('/feed', { etag: '"v1"' }));
    expect(second).toEqual(first);
    expect(second).toMatchObject({ kind: 'read', items: [{}, {}] });
  });
});

describe('an answer asks to be left alone', () => {
  test.each([
    ['max-age', { 'cache-control': 'max-age=300' }, '', 300],
    ['the longer of header and feed', { 'cache-control': 'max-age=300' }, '<ttl>60</ttl>', 3600],
    ['the header, where the feed says less', { 'cache-control': 'max-age=7200' }, '<ttl>60</ttl>', 7200],
    ['a ttl', {}, '<ttl>45</ttl>', 2700],
    ['a ttl that is none', {}, '<ttl>soon</ttl>', 0],
    ['a ttl below nothing', {}, '<ttl>-5</ttl>', 0],
    ['a syndication period', {}, '<sy:updatePeriod>hourly</sy:updatePeriod>', 3600],
    [
      'a syndication period with its frequency',
      {},
      '<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>',
      900,
    ],
    ['a private answer', { 'cache-control': 'private, max-age=60' }, '', 60],
    ['an answer that must be asked for anew', { 'cache-control': 'no-cache' }, '', 0],
    ['an answer that must not be stored', { 'cache-control': 'no-store, max-age=60' }, '', 0],
    ['an answer from a shared cache', { 'cache-control': 's-maxage=9, max-age=60', age: '20' }, '', 40],
    ['an answer that is older than it may be', { 'cache-control': 'max-age=60', age: '600' }, '', 0],
    ['an age that is none', { 'cache-control': 'max-age=60', age: '-600' }, '', 60],
    ['an end', { expires: 'Mon, 02 Mar 2026 10:00:00 GMT', date: 'Mon, 02 Mar 2026 09:00:00 GMT' }, '', 3600],
    ['an end in the past', { expires: 'Thu, 01 Jan 1970 00:00:00 GMT' }, '', 0],
    ['an end that is none', { expires: '0' }, '', 0],
    ['an end beside a maximum age', { 'cache-control': 'max-age=60', expires: '-1' }, '', 60],
    ['a forbidden header', { 'cache-control': 'no-cache="set-cookie", max-age=60' }, '', 60],
  ])('for the time of %s', async (_, headers, channel, seconds) => {
    const { publisher, reader, at } = await startReader();
    publisher.serve('/feed', { headers, body: feedOf(1, channel) });
    expect(await reader.read(at('/feed'))).toMatchObject({ kind: 'read', freshForMs: seconds * 1000 });
  });

  test('in several lines of one header', async () => {
    const { publisher, reader, at } = await startReader();
    publisher.serve('/feed', {
      headers: { 'cache-control': ['public', 'max-age=120'] },
      body: feedOf(),
    });
    expect(await reader.read(at('/feed'))).toMatchObject({ freshForMs: 120_000 });
  });
});

describe('Retry-After', () => {
  test.each([
    [429, '30', 30],
    [429, 'Mon, 02 Mar 2026 09:30:00 GMT', 1800],
    [429, '4000000000', 24 * 3600],
    [429, 'Fri, 02 Mar 2096 09:30:00 GMT', 24 * 3600],
    [503, '-7', null],
    [503, '1e9', null],
    [503, 'Sun, 01 Mar 2026 09:30:00 GMT', 0],
    [500, '60', 60],
  ])('of HTTP %d with "%s" is %s s', async (status, written, seconds) => {
    const { publisher, reader, at } = await startReader();
    publisher.serve('/feed', { status, headers: { 'retry-after': written } });
    expect(await reader.read(at('/feed'))).toMatchObject({
      kind: 'failed',
      retryAfterMs: seconds === null ? null : seconds * 1000,
    });
  });

  test.each([200, 304])('of HTTP %d says nothing', async (status) => {
    const { publisher, reader, at } = await startReader();
    publisher.serve('/feed', {
      status,
      headers: { 'retry-after': '9000' },
      ...(status === 200 ? { body: feedOf() } : {}),
    });
    expect(await reader.read(at('/feed'))).toMatchObject({ freshForMs: 0 });
  });
});
