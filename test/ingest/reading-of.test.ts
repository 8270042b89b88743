import { describe, expect, it } from 'vitest';
import { createPublishingMemory } from '../../src/ingest/publishing-memory.ts';
import { readingOf } from '../../src/ingest/reading-of.ts';
import type { SourceReadingOutcome } from '../../src/sources/source.ts';
import { readOutcome, sourceItem } from '../fakes/source-reader.ts';
import { exampleSource } from '../support/source.ts';

const at = new Date('2026-03-02T09:00:00Z');
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const endless = Number.POSITIVE_INFINITY;

function read(outcome: SourceReadingOutcome, parts = {}, longestIntervalMs = endless, added = 0) {
  const memory = createPublishingMemory();
  const reading = readingOf({ source: exampleSource(parts), outcome, added, at, longestIntervalMs, memory });
  return { reading, waitMs: reading.nextDueAt.getTime() - at.getTime() };
}

function failed(parts: Partial<Extract<SourceReadingOutcome, { readonly kind: 'failed' }>> = {}) {
  return { kind: 'failed', reason: 'HTTP 503', retryAfterMs: null, isGone: false, ...parts } as const;
}

/** An outcome with articles that came so many minutes apart, the last of them just now. */
function published(everyMinutes: number): SourceReadingOutcome {
  return readOutcome(
    Array.from({ length: 20 }, (_, index) =>
      sourceItem({
        title: `Note ${index}`,
        published: { at: new Date(at.getTime() - index * everyMinutes * minuteMs), precision: 'minute' },
      }),
    ),
  );
}

describe('a source whose hub brings its news', () => {
  const pushedFor = (minutes: number) => ({ pushedUntil: new Date(at.getTime() + minutes * minuteMs) });
  const fast = published(4);
  const waitMinutes = (...given: Parameters<typeof read>) => Math.round(read(...given).waitMs / minuteMs);

  it('is read once an hour, and as usual when the lease ends before', () => {
    const usual = waitMinutes(fast);
    expect(usual).toBeLessThan(5);
    expect(waitMinutes(fast, pushedFor(600))).toBe(60);
    expect(waitMinutes(fast, pushedFor(20))).toBe(20);
    expect(waitMinutes(fast, pushedFor(0))).toBe(usual);
    expect(waitMinutes(fast, pushedFor(-5))).toBe(usual);
  });

  it('is read no more often than it would be', () => {
    const sleepy = published(24 * 60);
    expect(waitMinutes(sleepy, pushedFor(6000))).toBe(waitMinutes(sleepy));
  });

  it('is read as usual once a reading has found what the hub should have brought', () => {
    const { reading, waitMs } = read(fast, pushedFor(600), endless, 1);
    expect(Math.round(waitMs / minuteMs)).toBe(waitMinutes(fast));
    expect(reading).toMatchObject({ isHubSilent: true });
    expect(read(fast, pushedFor(-5), endless, 1).reading).toMatchObject({ isHubSilent: false });
  });

  it('waits after a failure as any other', () => {
    expect(waitMinutes(failed(), pushedFor(600))).toBe(waitMinutes(failed()));
  });

  it('is not read more seldom than the longest interval allows', () => {
    expect(waitMinutes(fast, pushedFor(600), 10 * minuteMs)).toBe(10);
  });
});

describe('a reading', () => {
  it('keeps what the next request is to tell the publisher', () => {
    const outcome = { ...readOutcome([]), etag: '"7"', lastModified: 'Mon', movedTo: 'https://new.example/' };
    expect(read(outcome).reading).toMatchObject({
      at,
      outcome: 'read',
      etag: '"7"',
      lastModified: 'Mon',
      movedTo: 'https://new.example/',
    });
  });

  it('of a source that publishes often comes again sooner', () => {
    const often = read(published(2)).waitMs;
    const seldom = read(published(600)).waitMs;
    expect(often).toBeGreaterThan(0);
    expect(often).toBeLessThan(seldom);
  });

  it('waits no longer than the longest interval when it went well', () => {
    expect(read(published(600), {}, minuteMs).waitMs).toBe(minuteMs);
    expect(read(published(600), {}, 0).waitMs).toBe(1);
  });

  it('goes by the last article known where a source shows none', () => {
    const recent = read(readOutcome([]), { lastArticleAt: new Date(at.getTime() - minuteMs) }).waitMs;
    const ancient = read(readOutcome([]), { lastArticleAt: new Date(at.getTime() - 90 * dayMs) }).waitMs;
    expect(recent).toBeLessThan(ancient);
  });
});

describe('a failed reading', () => {
  it('says why', () => {
    expect(read(failed()).reading).toMatchObject({ outcome: 'failed', error: 'HTTP 503' });
  });

  it('comes again later each time', () => {
    const waits = [0, 2, 4, 6].map((failures) => read(failed(), { failures }).waitMs);
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(new Set(waits).size).toBeGreaterThan(1);
  });

  it('waits as long as the publisher asks, also beyond the longest interval', () => {
    const retryAfterMs = 3 * 60 * minuteMs;
    expect(read(failed({ retryAfterMs }), {}, minuteMs).waitMs).toBeGreaterThanOrEqual(retryAfterMs);
  });

  it.each([true, false])('says whether the source is gone for good: %s', (isGone) => {
    expect(read(failed({ isGone })).reading).toMatchObject({ outcome: 'failed', isGone });
  });
});
