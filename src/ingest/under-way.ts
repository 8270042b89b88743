/** Work under way on several things at once: what takes long is not waited for. */
import type { Clock } from '../domain/clock.ts';
import { inParallel } from './in-parallel.ts';

export interface UnderWay<Item, Result> {
  /** Begins with each item; resolves when each has ended or has been waited for long enough. */
  begin(items: readonly Item[]): Promise<void>;
  /** How many more may be begun; resolves when that is at least one. */
  room(): Promise<number>;
  /** The results that came since the last call, in the order of their ends. */
  takeEnded(): readonly Result[];
  /** Resolves when nothing is under way any more. */
  settle(): Promise<void>;
}

export function createUnderWay<Item, Result>(options: {
  readonly clock: Clock;
  /** Must not throw. */
  readonly act: (item: Item) => Promise<Result>;
  /** So many are waited for at a time. */
  readonly waitedFor: number;
  /** For so long each. */
  readonly patienceMs: number;
  /** So many may be under way, with those that are not waited for any more. */
  readonly most: number;
}): UnderWay<Item, Result> {
  const { clock, act, waitedFor, patienceMs, most } = options;
  const running = new Set<Promise<void>>();
  let ended: Result[] = [];

  async function finish(item: Item): Promise<void> {
    const result = await act(item);
    ended.push(result);
  }

  async function waitFor(item: Item): Promise<void> {
    const work: Promise<void> = finish(item).finally(() => void running.delete(work));
    running.add(work);
    let stopWaiting = (): void => undefined;
    const impatience = new Promise<void>((resolve) => {
      stopWaiting = clock.after(patienceMs, resolve);
    });
    await Promise.race([work, impatience]).finally(stopWaiting);
  }

  return {
    async begin(items) {
      await inParallel(items, waitedFor, waitFor);
    },
    async room() {
      while (running.size >= most) await Promise.race(running);
      return most - running.size;
    },
    takeEnded() {
      const results = ended;
      ended = [];
      return results;
    },
    async settle() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
