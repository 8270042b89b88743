import { onTestFinished } from 'vitest';
import type { Source } from '../../src/domain/source.ts';
import { createIngest } from '../../src/ingest/create-ingest.ts';
import { startPublisher } from '../fakes/publisher.ts';
import { sourceDescription } from '../fakes/source-reader.ts';
import { createTestLog } from './log.ts';
import { createTestReader } from './reader.ts';
import { openTestStore } from './store.ts';

const minuteMs = 60_000;

/** One source at `/feed` of a publisher, read by an ingest that keeps what it learns in a real store. */
export async function openOneSource() {
  const publisher = await startPublisher();
  const { reader, clock } = createTestReader();
  onTestFinished(() => publisher.close());
  const log = createTestLog();
  const store = await openTestStore({ clock, log });
  await store.sources.putGlobal([sourceDescription('wire', { url: `${publisher.url}/feed` })], clock.now());
  const ingest = createIngest({ store, sources: reader, clock, log, onSaved: () => undefined });
  const source = async (): Promise<Source> => {
    const [only] = await store.sources.list(['global']);
    if (only === undefined) throw new Error('the source is gone');
    return only;
  };
  return {
    publisher,
    clock,
    ingest,
    source,
    /** Turns the clock to when the source is due, and reads it. */
    read: async (): Promise<void> => {
      clock.set((await source()).nextDueAt);
      await ingest.runRound();
    },
    minutesUntilDue: async () => ((await source()).nextDueAt.getTime() - clock.now().getTime()) / minuteMs,
  };
}
