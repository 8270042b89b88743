/** Two copies of the program on one PostgreSQL database. */
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Push } from '../../src/domain/push.ts';
import { openStore } from '../../src/store/open-store.ts';
import { createTestClock } from '../support/clock.ts';
import { createTestLog } from '../support/log.ts';
import { startTestPostgres, type TestPostgres } from '../support/postgres.ts';
import { defined, putSources, start } from '../support/stored.ts';

const names = Array.from({ length: 20 }, (_, at) => `source-${at}`);
const publicUrl = 'https://bot.example';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startTestPostgres();
});
afterAll(() => postgres.stop());

/** Twenty sources, each of which names a hub. */
async function openTwo() {
  const url = await postgres.createStoreDatabase();
  const open = async () => {
    const store = await openStore({ url, clock: createTestClock(), log: createTestLog() });
    onTestFinished(() => store.close());
    return store;
  };
  const copies = [await open(), await open()];
  const [store] = copies;
  const sources = await putSources(defined(store), ...names);
  await defined(store).sources.recordReadings(
    sources.map(({ id: sourceId, key }) => ({
      sourceId,
      reading: {
        at: start,
        nextDueAt: start,
        outcome: 'read',
        etag: null,
        lastModified: null,
        movedTo: null,
        hub: { hubs: ['https://hub.example/'], topic: `https://${key}.example/feed` },
      },
    })),
  );
  const inBoth = <Result>(act: (copy: (typeof copies)[number]) => Promise<Result>) =>
    Promise.all([...copies, ...copies].map(act));
  return { copies, inBoth };
}

describe('copies of the program', () => {
  it('begin one push for each source, and ask each hub once', async () => {
    const { inBoth } = await openTwo();
    await inBoth((copy) => copy.pushes.follow({ now: start, publicUrl }));
    const claims = await inBoth((copy) => copy.pushes.claimDue({ now: start, retryMs: 1000, limit: 15 }));
    const rest = await inBoth((copy) => copy.pushes.claimDue({ now: start, retryMs: 1000, limit: 15 }));
    const topics = [...claims, ...rest].flat().map(({ offer }) => offer.topic);
    expect(topics.sort()).toEqual(names.map((name) => `https://${name}.example/feed`).sort());
  });

  it('take each document in once', async () => {
    const { copies, inBoth } = await openTwo();
    const [store] = copies.map((copy) => copy.pushes);
    await defined(store).follow({ now: start, publicUrl });
    const pushes = await defined(store).claimDue({ now: start, retryMs: 1000, limit: 50 });
    expect(pushes).toHaveLength(20);
    const document = (push: Push) => ({ body: Buffer.from(push.offer.topic), contentType: null });
    await Promise.all(pushes.map((push) => defined(store).receive(push, document(push), start)));
    const taken: string[] = [];
    const takeAll = async () => {
      const claimed = await inBoth((copy) =>
        copy.pushes.claimDocuments({ now: start, leaseMs: 1000, limit: 3 }),
      );
      taken.push(...claimed.flat().map(({ body }) => Buffer.from(body).toString()));
      return claimed.flat().length;
    };
    let rounds = 0;
    while ((await takeAll()) > 0 && rounds < 20) rounds += 1;
    expect(taken.sort()).toEqual(names.map((name) => `https://${name}.example/feed`).sort());
  });
});
