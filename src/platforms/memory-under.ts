import type { PlatformMemory } from './platform.ts';

/** One platform's part of a memory that several share. */
export function memoryUnder(platform: string, memory: PlatformMemory): PlatformMemory {
  const under = (key: string) => `${platform}/${key}`;
  return {
    get: (key) => memory.get(under(key)),
    put: (key, value, expiresAt) => memory.put(under(key), value, expiresAt),
    remove: (key) => memory.remove(under(key)),
    async keysUnder(prefix) {
      const keys = await memory.keysUnder(under(prefix));
      return keys.map((key) => key.slice(under('').length));
    },
  };
}
