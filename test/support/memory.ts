import type { Clock } from '../../src/domain/clock.ts';
import type { PlatformMemory } from '../../src/platforms/platform.ts';
import { createTestClock } from './clock.ts';

/** A platform's memory that lives as long as the test; it can be handed to a second platform as over a restart. */
export function createTestMemory(clock: Clock = createTestClock()): PlatformMemory {
  const kept = new Map<string, { readonly value: string; readonly expiresAt: Date | undefined }>();
  const find = (key: string) => {
    const found = kept.get(key);
    const isOver = found?.expiresAt !== undefined && found.expiresAt <= clock.now();
    return found === undefined || isOver ? null : found.value;
  };
  return {
    get: async (key) => find(key),
    async put(key, value, expiresAt) {
      kept.set(key, { value, expiresAt });
    },
    async remove(key) {
      kept.delete(key);
    },
    keysUnder: async (prefix) =>
      [...kept.keys()].filter((key) => key.startsWith(prefix) && find(key) !== null),
  };
}
