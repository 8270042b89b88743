import type { Clock } from '../domain/clock.ts';

/** Something that one waiter waits for; raised while nobody waits, it ends the next wait at once. */
export interface Signal {
  readonly isRaised: boolean;
  raise(): void;
  /** Resolves when raised, and after `timeoutMs` in any case. */
  wait(clock: Clock, timeoutMs: number): Promise<void>;
}

export function createSignal(): Signal {
  let isRaised = false;
  let wake: (() => void) | null = null;
  return {
    get isRaised() {
      return isRaised;
    },
    raise() {
      isRaised = true;
      wake?.();
    },
    async wait(clock, timeoutMs) {
      if (!isRaised) {
        await new Promise<void>((resolve) => {
          const takeBack = clock.after(timeoutMs, resolve);
          wake = () => {
            takeBack();
            resolve();
          };
        });
      }
      wake = null;
      isRaised = false;
    },
  };
}

/** Resolves to what `work` gives, or to `late` when that takes longer than `timeoutMs`. */
export async function within<T, Late>(
  work: Promise<T>,
  limit: { readonly clock: Clock; readonly timeoutMs: number; readonly late: Late },
): Promise<T | Late> {
  let takeBack: () => void = () => undefined;
  const timeout = new Promise<Late>((resolve) => {
    takeBack = limit.clock.after(limit.timeoutMs, () => resolve(limit.late));
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    takeBack();
  }
}
