import type { Clock } from '../../domain/clock.ts';
import type { Log } from '../../domain/log.ts';

/** Facts that are asked for once and kept for a while, by key; asking at the same time asks once. */
export interface Kept<Value> {
  get(key: string): Promise<Value>;
  forget(key: string): void;
}

const mostKept = 10_000;

/**
 * What `ask` gives is kept for `forMs`. When it throws, `otherwise` is given, and kept for a short time alone, so
 * that a platform in trouble is not asked for every message.
 */
export function createKept<Value>(options: {
  readonly ask: (key: string) => Promise<Value>;
  readonly otherwise: (thrown: unknown) => Value;
  readonly forMs: number;
  readonly clock: Clock;
  readonly log: Log;
}): Kept<Value> {
  const { ask, otherwise, forMs, clock, log } = options;
  const kept = new Map<string, { readonly value: Promise<Value>; untilMs: number }>();
  const nowMs = () => clock.now().getTime();
  const shortMs = Math.min(forMs, 30_000);

  return {
    get(key) {
      const known = kept.get(key);
      if (known !== undefined && known.untilMs > nowMs()) return known.value;
      if (kept.size >= mostKept) kept.clear();
      const value = ask(key).catch((thrown: unknown) => {
        entry.untilMs = nowMs() + shortMs;
        log.debug({ chat: key, error: thrown }, 'Telegram did not say what was asked about a chat');
        return otherwise(thrown);
      });
      const entry = { value, untilMs: nowMs() + forMs };
      kept.set(key, entry);
      return value;
    },
    forget(key) {
      kept.delete(key);
    },
  };
}
