import { describe, expect, it } from 'vitest';
import { feedOf } from '../support/reader.ts';
import { openOneSource } from '../support/one-source.ts';

const minuteMs = 60_000;
const monday = 'Mon, 02 Mar 2026 08:00:00 GMT';

async function setUp() {
  const { read, ...one } = await openOneSource();
  return {
    ...one,
    /** Reads the source when it is due; the requests for feeds that this took. */
    round: async () => {
      const before = one.publisher.requests.length;
      await read();
      return one.publisher.requests.slice(before).filter(({ path }) => /^\/(?:feed|new)/.test(path));
    },
  };
}

describe('from one reading to the next', () => {
  it('goes back what the publisher said of its document, until it says nothing', async () => {
    const { publisher, round } = await setUp();
    publisher.serve('/feed', { headers: { etag: 'W/"1"', 'last-modified': monday }, body: feedOf(1) });
    const [first] = await round();
    expect(first?.headers).not.toHaveProperty('if-none-match');
    publisher.serve('/feed', { status: 304 });
    for (let time = 0; time < 2; time += 1) {
      const [again] = await round();
      expect(again?.headers).toMatchObject({ 'if-none-match': 'W/"1"', 'if-modified-since': monday });
    }
    publisher.serve('/feed', { body: feedOf(2) });
    await round();
    const [last] = await round();
    expect(last?.headers).not.toHaveProperty('if-none-match');
    expect(last?.headers).not.toHaveProperty('if-modified-since');
  });

  it('an address that moved for good is not asked again', async () => {
    const { publisher, round } = await setUp();
    publisher.serve('/feed', { status: 301, headers: { location: '/new' } });
    publisher.serve('/new', { body: feedOf(1) });
    expect((await round()).map(({ path }) => path)).toEqual(['/feed', '/new']);
    expect((await round()).map(({ path }) => path)).toEqual(['/new']);
  });

  it('an address that leads elsewhere for now, or to no feed, is asked again', async () => {
    const { publisher, round } = await setUp();
    publisher.serve('/feed', { status: 302, headers: { location: '/new' } });
    publisher.serve('/new', { body: feedOf(1) });
    await round();
    publisher.serve('/feed', { status: 301, headers: { location: '/new' } });
    publisher.serve('/new', { body: '<!doctype html><title>Parked</title>' });
    await round();
    expect((await round()).map(({ path }) => path)).toEqual(['/feed', '/new']);
  });
});

describe('a source that fails', () => {
  it('is asked ever more rarely, four times a day at least, and never dropped', async () => {
    const { publisher, round, source, minutesUntilDue } = await setUp();
    publisher.serve('/feed', { status: 500 });
    const waits: number[] = [];
    for (let time = 0; time < 14; time += 1) {
      expect(await round()).toHaveLength(1);
      waits.push(await minutesUntilDue());
    }
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(waits[0]).toBeLessThan(3);
    expect(waits.at(-1)).toBeGreaterThanOrEqual(360);
    expect(waits.at(-1)).toBeLessThanOrEqual(432);
    publisher.serve('/feed', { body: feedOf(1) });
    await round();
    expect(await source()).toMatchObject({ failures: 0, failingSince: null, lastError: null });
    expect(await minutesUntilDue()).toBeLessThanOrEqual(360);
  });

  it.each([
    ['1800', 30],
    ['Mon, 02 Mar 2026 11:00:00 GMT', 120],
    ['999999999', 24 * 60],
  ])('and asks to be left alone (%s) is, a day at most', async (written, minutes) => {
    const { publisher, round, minutesUntilDue } = await setUp();
    publisher.serve('/feed', { status: 429, headers: { 'retry-after': written } });
    await round();
    expect(await minutesUntilDue()).toBeGreaterThanOrEqual(minutes);
    expect(await minutesUntilDue()).toBeLessThanOrEqual(minutes * 1.2);
  });

  it('is read once when the clock jumps ahead by a year, not for each time it missed', async () => {
    const { publisher, round, clock, ingest } = await setUp();
    publisher.serve('/feed', { body: feedOf(1) });
    await round();
    clock.advance(365 * 24 * 60 * minuteMs);
    expect(await ingest.runRound()).toMatchObject({ sourcesRead: 1 });
    expect(await ingest.runRound()).toMatchObject({ sourcesRead: 0 });
  });
});
