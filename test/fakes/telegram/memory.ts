import type { Clock } from '../../../src/domain/clock.ts';
import type { PlatformMemory } from '../../../src/platforms/platform.ts';

/** What a platform remembers, kept by the test, so that it can outlive a platform. */
export function createTestMemory(clock: Clock): PlatformMemory & { readonly keys: () => readonly string[] } {
  const notes = new Map<string, { readonly value: string; readonly expiresAt: Date | undefined }>();
  return {
    keys: () => [...notes.keys()],
    get: (key) => {
      const note = notes.get(key);
      const isOver = note?.expiresAt !== undefined && note.expiresAt <= clock.now();
      return Promise.resolve(note === undefined || isOver ? null : note.value);
    },
    put: (key, value, expiresAt) => {
      notes.set(key, { value, expiresAt });
      return Promise.resolve();
    },
    remove: (key) => {
      notes.delete(key);
      return Promise.resolve();
    },
  };
}
