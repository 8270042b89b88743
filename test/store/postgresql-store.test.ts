import { afterAll, beforeAll, describe, onTestFinished } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { describeStore } from '../contracts/store.ts';
import { createTestClock } from '../support/clock.ts';
import { createTestLog } from '../support/log.ts';
import { startTestPostgres, type TestPostgres } from '../support/postgres.ts';

describe('the store on PostgreSQL', () => {
  let postgres: TestPostgres;
  beforeAll(async () => {
    postgres = await startTestPostgres();
  });
  afterAll(() => postgres.stop());

  describeStore(async () => {
    const url = await postgres.createStoreDatabase();
    const store = await openStore({ url, clock: createTestClock(), log: createTestLog() });
    onTestFinished(() => store.close());
    return store;
  });
});
