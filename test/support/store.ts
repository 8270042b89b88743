import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
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
  const path = join(await makeTestFolder(), 'test.db');
  await writeFile(path, await (emptyDatabase ??= makeEmptyDatabase()));
  const { clock = createTestClock(), log = createTestLog() } = options;
  const store = await openStore({ url: `file:${path}`, clock, log });
  onTestFinished(() => store.close());
  return store;
}

/** Making the tables takes most of the time of opening a new file, so each test begins with a copy of one. */
let emptyDatabase: Promise<Buffer> | null = null;

async function makeEmptyDatabase(): Promise<Buffer> {
  const path = join(await makeTestFolder(), 'empty.db');
  const store = await openStore({ url: `file:${path}`, clock: createTestClock(), log: createTestLog() });
  await store.close();
  return readFile(path);
}
