import { describe, expect, it } from 'vitest';
import {
  callbackOf,
  hubAfter,
  isLive,
  isSameOffer,
  leaseFrom,
  newPushKeys,
  pauseAfterDenialMs,
  pauseAfterRefusalMs,
  readAgainAt,
} from '../../src/domain/push.ts';

const now = new Date('2026-03-02T09:00:00Z');
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const offerOf = (...hubs: readonly string[]) => ({ hubs, topic: 'https://wire.example/feed' });

describe('hubs', () => {
  it('are asked one after another, and from the first again', () => {
    const offer = offerOf('a', 'b', 'c');
    expect(['a', 'b', 'c'].map((hub) => hubAfter({ offer, hub }))).toEqual(['b', 'c', 'a']);
    expect(hubAfter({ offer: offerOf('a'), hub: 'a' })).toBe('a');
  });

  it.each([
    ['a single hub', ['a'], 'a', [5, 10, 20, 40, 80]],
    ['the last of two, after each round', ['a', 'b'], 'b', [5, 5, 10, 10, 20]],
    ['the first of two, not at all', ['a', 'b'], 'a', [0, 0, 0, 0, 0]],
  ])('are left alone for longer and longer: %s', (_, hubs, hub, minutes) => {
    const pauses = [1, 2, 3, 4, 5].map((attempts) =>
      pauseAfterRefusalMs({ offer: offerOf(...hubs), hub, attempts }),
    );
    expect(pauses.map((ms) => ms / minuteMs)).toEqual(minutes);
  });

  it('are asked again after a day at the latest', () => {
    const asked = (attempts: number) => pauseAfterRefusalMs({ offer: offerOf('a'), hub: 'a', attempts });
    expect([asked(10), asked(1e6)]).toEqual([dayMs, dayMs]);
  });

  it('rest a week after they said no, unless another was not asked yet', () => {
    const offer = offerOf('a', 'b');
    expect(['a', 'b'].map((hub) => pauseAfterDenialMs({ offer, hub }))).toEqual([0, 7 * dayMs]);
  });
});

describe('a lease', () => {
  it.each([
    ['what the hub grants', 86_400, dayMs, 0.8 * dayMs],
    ['ten days where it does not say', null, 10 * dayMs, 8 * dayMs],
    ['a month at most', 999_999_999, 30 * dayMs, 24 * dayMs],
    ['a moment, renewed after a minute', 10, 10_000, minuteMs],
  ])('lasts for %s', (_, seconds, endsInMs, renewInMs) => {
    const { endsAt, renewAt } = leaseFrom(now, seconds);
    expect([endsAt.getTime() - now.getTime(), renewAt.getTime() - now.getTime()]).toEqual([
      endsInMs,
      renewInMs,
    ]);
  });

  it.each([
    ['active', 1, true],
    ['active', 0, false],
    ['denied', 1, false],
    ['wanted', 1, false],
    ['ending', 1, false],
  ] as const)('of a push that is %s, with %i ms left, is live: %s', (state, leftMs, expected) => {
    expect(isLive({ state, leaseEndsAt: new Date(now.getTime() + leftMs) }, now)).toBe(expected);
  });

  it('is not live before a hub confirms', () => {
    expect(isLive({ state: 'active', leaseEndsAt: null }, now)).toBe(false);
  });
});

describe('keys', () => {
  it('are long, and other ones each time', () => {
    const [one, other] = [newPushKeys(), newPushKeys()];
    expect(one.token).toMatch(/^[\w-]{32}$/);
    expect(one.secret).toMatch(/^[\da-f]{64}$/);
    expect([one.token, one.secret]).not.toEqual([other.token, other.secret]);
    expect(Buffer.byteLength(one.secret)).toBeLessThan(200);
  });

  it('make the address of a callback', () => {
    expect(callbackOf({ publicUrl: 'https://bot.example/news', token: 'abc' })).toBe(
      'https://bot.example/news/websub/abc',
    );
  });
});

describe('offers', () => {
  it.each([
    [offerOf('a', 'b'), offerOf('a', 'b'), true],
    [null, null, true],
    [offerOf('a'), null, false],
    [null, offerOf('a'), false],
    [offerOf('a'), offerOf('a', 'b'), false],
    [offerOf('a', 'b'), offerOf('b', 'a'), false],
    [offerOf('a'), { ...offerOf('a'), topic: 'https://wire.example/other' }, false],
  ])('%j and %j are the same: %s', (one, other, expected) => {
    expect(isSameOffer(one, other)).toBe(expected);
  });
});

describe('a source whose hub brings what cannot be taken in', () => {
  it.each([
    ['never read', null, 0],
    ['read a minute ago', -60_000, 0],
    ['read just now', 0, 60_000],
    ['read, by a clock that was ahead', 1, 0],
  ])('that was %s is read at once, or a minute after', (_, readMs, expected) => {
    const lastReadAt = readMs === null ? null : new Date(now.getTime() + readMs);
    expect(readAgainAt({ lastReadAt }, now).getTime() - now.getTime()).toBe(expected);
  });
});
