import type { Clock } from '../../domain/clock.ts';
import type { Log } from '../../domain/log.ts';
import type { PlatformMemory } from '../platform.ts';

/** Which updates were handled, also before a restart: Telegram gives them again until they are confirmed. */
export interface HandledUpdates {
  has(id: number): Promise<boolean>;
  add(id: number): Promise<void>;
}

/** More than Telegram gives at once. */
const mostRemembered = 300;
/** Telegram keeps updates for a day; and after a quiet week it may count anew. */
const rememberedMs = 26 * 3_600_000;
const memoryKey = 'updates';

export function createHandledUpdates(options: {
  readonly memory: PlatformMemory;
  readonly clock: Clock;
  readonly log: Log;
}): HandledUpdates {
  const { memory, clock, log } = options;
  let loading: Promise<Set<number>> | null = null;
  let writing = Promise.resolve();

  const load = () => (loading ??= readIds(memory, log).then((ids) => new Set(ids)));

  async function write(ids: ReadonlySet<number>): Promise<void> {
    try {
      const expiresAt = new Date(clock.now().getTime() + rememberedMs);
      await memory.put(memoryKey, [...ids].join(' '), expiresAt);
    } catch (error) {
      log.warn(
        { error },
        'a handled Telegram update could not be remembered; after a restart it may come again',
      );
    }
  }

  return {
    has: async (id) => (await load()).has(id),
    async add(id) {
      const ids = await load();
      ids.add(id);
      for (const oldest of ids) {
        if (ids.size <= mostRemembered) break;
        ids.delete(oldest);
      }
      writing = writing.then(() => write(ids));
      await writing;
    },
  };
}

async function readIds(memory: PlatformMemory, log: Log): Promise<readonly number[]> {
  try {
    return ((await memory.get(memoryKey)) ?? '').split(' ').filter(Boolean).map(Number);
  } catch (error) {
    log.warn({ error }, 'which Telegram updates were handled could not be read; some may be answered again');
    return [];
  }
}
