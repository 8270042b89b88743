import { describe, expect, it } from 'vitest';
import { createPublishingMemory } from '../../src/ingest/publishing-memory.ts';
import type { PublisherPage } from '../fakes/publisher.ts';
import { readOutcome, sourceItem } from '../fakes/source-reader.ts';
import { exampleSource } from '../support/source.ts';
import { openOneSource } from '../support/one-source.ts';

/** 2026-03-02T09:00Z, a Monday, is when the source is first read. */
async function setUp() {
  const { publisher, clock, source, read, minutesUntilDue } = await openOneSource();
  return {
    clock,
    source,
    serve: (page: PublisherPage) => publisher.serve('/feed', page),
    /** Reads when it is due; how many minutes later it is due again. */
    minutes: async (): Promise<number> => {
      await read();
      return minutesUntilDue();
    },
  };
}

/** Articles of so many hours ago, whole, so that no page is read. */
function feedOf(hoursAgo: readonly number[], channel = ''): string {
  const from = Date.parse('2026-03-02T09:00:00Z');
  const items = hoursAgo.map((hours) => {
    const date = new Date(from - hours * 3_600_000).toUTCString();
    return `<item><title>Story of ${hours} hours ago</title><link>/a/${hours}</link><pubDate>${date}</pubDate>
      <description>${'Told in full. '.repeat(80)}</description></item>`;
  });
  return `<rss version="2.0"><channel><title>T</title>${channel}${items.join('')}</channel></rss>`;
}

const isUnchanged = { status: 304 };

describe('when a source is read again', () => {
  it('after "not modified" goes by how it published before', async () => {
    const { serve, minutes } = await setUp();
    serve({ headers: { etag: '"1"' }, body: feedOf([0, 8, 16, 24, 32]) });
    const whole = await minutes();
    expect(whole).toBeGreaterThan(100);
    serve(isUnchanged);
    expect(await minutes()).toBeCloseTo(whole, 5);
  });

  it('after "not modified" minds what the feed and its headers asked for', async () => {
    const { serve, minutes } = await setUp();
    serve({ headers: { etag: '"1"' }, body: feedOf([0, 0.1, 0.2], '<ttl>90</ttl>') });
    expect(await minutes()).toBeGreaterThanOrEqual(90);
    serve(isUnchanged);
    expect(await minutes()).toBeGreaterThanOrEqual(90);
    serve({ ...isUnchanged, headers: { 'cache-control': 'max-age=7200' } });
    expect(await minutes()).toBeGreaterThanOrEqual(120);
  });

  it('leaves out the hours that the feed names, also after "not modified"', async () => {
    const { serve, minutes, source } = await setUp();
    const hours = [9, 10, 11, 13].map((hour) => `<hour>${hour}</hour>`).join('');
    const channel = `<ttl>70</ttl><skipHours>${hours}</skipHours>`;
    serve({ headers: { etag: '"1"' }, body: feedOf([0, 0.1, 0.2], channel) });
    await minutes();
    expect((await source()).nextDueAt).toEqual(new Date('2026-03-02T12:00:00Z'));
    serve(isUnchanged);
    await minutes();
    expect((await source()).nextDueAt).toEqual(new Date('2026-03-02T14:00:00Z'));
  });

  it('leaves out the days that the feed names', async () => {
    const { serve, minutes, source } = await setUp();
    const days = '<skipDays><day>Monday</day><day>tuesday</day><day>Someday</day></skipDays>';
    serve({ body: feedOf([0, 0.1, 0.2], days) });
    await minutes();
    expect((await source()).nextDueAt).toEqual(new Date('2026-03-04T00:00:00Z'));
  });

  it('minds no hours that are none', async () => {
    const { serve, minutes } = await setUp();
    const odd = '<skipHours><hour>noon</hour><hour>-1</hour><hour>25</hour><hour/></skipHours>';
    serve({ body: feedOf([0, 0.1, 0.2], odd) });
    expect(await minutes()).toBeLessThan(5);
  });

  it('never waits less than a minute or more than six hours by itself', async () => {
    const fast = await setUp();
    fast.serve({ body: feedOf([0, 0.001, 0.002, 0.003]) });
    expect(await fast.minutes()).toBeCloseTo(1, 0);
    const slow = await setUp();
    slow.serve({ body: feedOf([0, 2000, 4000, 6000]) });
    expect(await slow.minutes()).toBeGreaterThan(300);
    expect(await slow.minutes()).toBeLessThanOrEqual(360);
  });
});

describe('what is known of how a source publishes', () => {
  const source = exampleSource({ lastArticleAt: new Date('2026-03-01T00:00:00Z') });
  const unchanged = {
    kind: 'unchanged',
    etag: null,
    lastModified: null,
    movedTo: null,
    freshForMs: 0,
  } as const;
  const at = (hour: number): Date => new Date(Date.UTC(2026, 2, 2, hour));

  it('is when something new came, where it gives no dates', () => {
    const memory = createPublishingMemory();
    const undated = readOutcome([sourceItem({ title: 'A' })]);
    for (const [hour, added] of [
      [1, 1],
      [2, 0],
      [5, 3],
    ] as const) {
      memory.after(source, undated, { added, at: at(hour) });
    }
    const { articlesAt } = memory.after(source, unchanged, { added: 0, at: at(6) });
    expect(articlesAt).toEqual([at(5), at(1), source.lastArticleAt]);
  });

  it('is when the last article came, where nothing else is known', () => {
    const memory = createPublishingMemory();
    const known = memory.after(source, unchanged, { added: 0, at: at(1) });
    expect(known).toEqual({ articlesAt: [source.lastArticleAt], freshForMs: 0, rests: null });
  });

  it('is the newest of many dates, each once', () => {
    const items = Array.from({ length: 300 }, (_, index) =>
      sourceItem({ title: `${index}`, published: { at: at(index % 150), precision: 'minute' } }),
    );
    const { articlesAt } = createPublishingMemory().after(source, readOutcome(items), {
      added: 0,
      at: at(1),
    });
    expect([articlesAt.length, articlesAt[0], articlesAt.at(-1)]).toEqual([21, at(149), at(129)]);
  });
});
