import { expect, test } from 'vitest';
import { freshForMs, retryAfterMs } from '../../../src/sources/http/http-headers.ts';

const now = new Date('2026-03-02T09:00:00Z');

test.each([
  [{ 'cache-control': 'public, max-age=600' }, 600],
  [{ 'cache-control': 'max-age=600', age: '100' }, 500],
  [{ 'cache-control': 'max-age="60"' }, 60],
  [{ 'cache-control': 's-maxage=9, max-age=60' }, 60],
  [{ 'cache-control': 'no-cache, max-age=600' }, 0],
  [{ 'cache-control': 'max-age=999999999' }, 6 * 3600],
  [{ 'cache-control': 'private' }, 0],
  [{ expires: 'Mon, 02 Mar 2026 09:05:00 GMT' }, 300],
  [{ expires: 'Mon, 02 Mar 2026 09:05:00 GMT', date: 'Mon, 02 Mar 2026 09:04:00 GMT' }, 60],
  [{ expires: 'Mon, 02 Mar 2026 08:00:00 GMT' }, 0],
  [{ expires: '0' }, 0],
  [{}, 0],
])('%o is fresh for %d s', (headers, seconds) => {
  expect(freshForMs(headers, now)).toBe(seconds * 1000);
});

test.each([
  ['120', 120],
  [' 5 ', 5],
  ['99999999', 24 * 3600],
  ['Mon, 02 Mar 2026 09:01:00 GMT', 60],
  ['Mon, 02 Mar 2026 08:00:00 GMT', 0],
  ['later', null],
])('Retry-After: %s', (written, seconds) => {
  expect(retryAfterMs({ 'retry-after': written }, now)).toBe(seconds === null ? null : seconds * 1000);
});

test('nothing is asked for where the header is missing', () => {
  expect(retryAfterMs({}, now)).toBeNull();
});
