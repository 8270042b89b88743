import { describe, expect, it } from 'vitest';
import type { Id } from '../../src/domain/ids.ts';
import { createReadingRecord } from '../../src/ingest/reading-record.ts';
import type { RecordedReading, Store } from '../../src/store/store.ts';
import { createTestClock } from '../support/clock.ts';
import { createTestLog } from '../support/log.ts';
import { openTestStore } from '../support/store.ts';
import { defined, putSources } from '../support/stored.ts';

/** A record over a real store that notes how many readings came at once, and refuses those of one source. */
async function setUp() {
  const clock = createTestClock();
  const log = createTestLog();
  const inner = await openTestStore({ clock, log });
  const [a, b, c] = await putSources(inner, 'a', 'b', 'c');
  const written: number[] = [];
  const refused = new Set<Id>();
  const recordReadings = async (readings: readonly RecordedReading[]) => {
    written.push(readings.length);
    if (readings.some(({ sourceId }) => refused.has(sourceId))) throw new Error('the disk is full');
    await inner.sources.recordReadings(readings);
  };
  const store: Store = { ...inner, sources: { ...inner.sources, recordReadings } };
  const record = createReadingRecord({ store, clock, log });
  const read = ({ id: sourceId }: { readonly id: Id }) =>
    record.add({
      sourceId,
      reading: {
        at: clock.now(),
        nextDueAt: clock.now(),
        outcome: 'unchanged',
        etag: '"1"',
        lastModified: null,
        movedTo: null,
      },
    });
  const etags = async () => (await inner.sources.list(['global'])).map(({ etag }) => etag);
  const sources = { a: defined(a), b: defined(b), c: defined(c) };
  return { clock, log, record, read, refused, written, etags, ...sources };
}

describe('readings', () => {
  it('of a moment are written down together', async () => {
    const { clock, record, read, written, etags, a, b, c } = await setUp();
    read(a);
    clock.advance(20);
    read(b);
    clock.advance(30);
    read(c);
    await record.settle();
    expect(written).toEqual([2, 1]);
    expect(await etags()).toEqual(['"1"', '"1"', '"1"']);
    expect(clock.waiting).toBe(0);
  });

  it('wait for nobody when the round ends', async () => {
    const { record, read, written, etags, a, b } = await setUp();
    read(a);
    read(b);
    await record.settle();
    await record.settle();
    expect(written).toEqual([2]);
    expect(await etags()).toEqual(['"1"', '"1"', null]);
  });

  it('are written down one by one when one of them cannot be, and the owner is told of that one', async () => {
    const { log, record, read, refused, etags, a, b, c } = await setUp();
    refused.add(b.id);
    for (const source of [a, b, c]) read(source);
    await record.settle();
    expect(await etags()).toEqual(['"1"', null, '"1"']);
    expect(log.lines).toMatchObject([
      { level: 'error', text: 'reading not recorded', fields: { sourceId: String(b.id) } },
    ]);
  });
});
