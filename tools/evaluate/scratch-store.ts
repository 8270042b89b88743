import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../../src/domain/clock.ts';
import type { Log } from '../../src/domain/log.ts';
import type { SourceDescription } from '../../src/domain/source.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';

/** Runs `use` with a real store in a folder of its own, both gone afterwards. */
export async function* withScratchStore<Line>(
  clock: Clock,
  use: (store: Store) => AsyncIterable<Line>,
): AsyncIterable<Line> {
  const folder = await mkdtemp(join(tmpdir(), 'satwire-evaluate-'));
  try {
    const store = await openStore({ url: `file:${join(folder, 'evaluate.db')}`, clock, log: silent });
    try {
      yield* use(store);
    } finally {
      await store.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const nothing = () => undefined;
export const silent: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };

/** A clock that is set by the articles that arrive; nothing waits for it. */
export function createArrivalClock(start: Date): Clock & { set(now: Date): void } {
  let now = start;
  return {
    now: () => now,
    after: () => nothing,
    set: (time) => {
      now = time;
    },
  };
}

export function scratchSource(key: string, name: string): SourceDescription {
  return {
    key,
    name,
    kind: 'feed',
    url: `https://${key}.invalid/feed`,
    home: null,
    language: 'en',
    address: 'unconfirmed',
    settings: {},
  };
}
