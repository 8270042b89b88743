import { describe, expect, it, onTestFinished } from 'vitest';
import { createIngest } from '../../src/ingest/create-ingest.ts';
import { startPublisher } from '../fakes/publisher.ts';
import { sourceDescription } from '../fakes/source-reader.ts';
import { createTestLog } from '../support/log.ts';
import { createTestReader, feedOf } from '../support/reader.ts';
import { openTestStore } from '../support/store.ts';

const patienceMs = 3_000;

/** An ingest that reads over HTTP: so many sources whose hosts never answer, then a wire that does. */
async function setUp(silent: number) {
  const publisher = await startPublisher();
  const { port } = new URL(publisher.url);
  const { reader, clock } = createTestReader({
    resolve: (_host, done) => done(null, [{ address: '127.0.0.1', family: 4 }]),
  });
  onTestFinished(() => publisher.close());
  const log = createTestLog();
  const store = await openTestStore({ clock, log });
  const keys = Array.from({ length: silent }, (_, index) => `silent${index}`);
  const describe = (key: string) => sourceDescription(key, { url: `http://${key}.example:${port}/${key}` });
  await store.sources.putGlobal([...keys, 'wire'].map(describe), clock.now());
  for (const key of keys) publisher.serve(`/${key}`, 'never');
  publisher.serve('/wire', { body: feedOf(1, '<ttl>1</ttl>') });
  let onSaved = (): void => undefined;
  /** Resolves when the wire's article is in the store and the reading is over. */
  const wireIsRead = new Promise<void>((resolve) => {
    onSaved = () => void setImmediate(resolve);
  });
  const ingest = createIngest({ store, sources: reader, clock, log, onSaved });
  const asked = (some: readonly string[]) => Promise.all(some.map((key) => publisher.nextRequest(`/${key}`)));
  return { publisher, reader, clock, store, keys, ingest, asked, wireIsRead };
}

describe('a round with hosts that do not answer', () => {
  it('reads the others without them, and tells of them in a later round', async () => {
    const { clock, keys, ingest, asked, wireIsRead } = await setUp(10);
    let waited = asked(keys.slice(0, 8));
    const round = ingest.runRound();
    await waited;
    waited = asked([...keys.slice(8), 'wire']);
    clock.advance(patienceMs);
    await waited;
    await wireIsRead;
    clock.advance(patienceMs);
    expect(await round).toMatchObject({ sourcesRead: 1, sourcesFailed: 0 });
    clock.advance(15_000);
    await ingest.settle();
    expect(await ingest.runRound()).toMatchObject({ sourcesRead: 0, sourcesFailed: 10 });
    expect(await ingest.runRound()).toMatchObject({ sourcesRead: 0, sourcesFailed: 0 });
  });

  it('does not ask one of them twice at a time', async () => {
    const { publisher, clock, ingest, asked, wireIsRead } = await setUp(1);
    const waited = asked(['silent0', 'wire']);
    const round = ingest.runRound();
    await waited;
    await wireIsRead;
    clock.advance(patienceMs);
    await round;
    expect(await ingest.runRound()).toMatchObject({ sourcesRead: 0, sourcesFailed: 0 });
    expect(publisher.requests.filter(({ path }) => path === '/silent0')).toHaveLength(1);
  });

  it('gives them back when the program ends', async () => {
    const { reader, clock, store, ingest, asked, wireIsRead } = await setUp(1);
    const waited = asked(['silent0', 'wire']);
    const round = ingest.runRound();
    await waited;
    await wireIsRead;
    clock.advance(patienceMs);
    await round;
    await reader.close();
    await ingest.settle();
    const [source] = await store.sources.list(['global']);
    expect(source).toMatchObject({ key: 'silent0', failures: 0, firstReadAt: null });
    const due = await store.sources.claimDue({ now: clock.now(), leaseMs: 1000, limit: 9 });
    expect(due.map(({ key }) => key)).toEqual(['silent0']);
  });
});
