import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Clock } from '../../src/domain/clock.ts';
import type { Log } from '../../src/domain/log.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { createTestClock } from './clock.ts';
import { createTestLog } from './log.ts';

/** A folder of the test's own, removed after it. */
export async function makeTestFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'satwire-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A real SQLite store in a folder of its own; both end with the test that asked for it. */
export async function openTestStore(
  options: { readonly clock?: Clock; readonly log?: Log } = {},
): Promise<Store> {
  const folder = await makeTestFolder();
  const { clock = createTestClock(), log = createTestLog() } = options;
  const store = await openStore({ url: `file:${join(folder, 'test.db')}`, clock, log });
  onTestFinished(() => store.close());
  return store;
}
