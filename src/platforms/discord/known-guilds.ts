import type { PlatformMemory } from '../platform.ts';

/** The servers that the bot was in when it last looked, kept over restarts. */
export interface KnownGuilds {
  /** Null when it never looked. */
  all(): Promise<readonly string[] | null>;
  /** Whether it is new. */
  add(id: string): Promise<boolean>;
  remove(id: string): Promise<void>;
}

const key = 'guilds';

/** Keeps the list in the platform's memory; changes go one after another, so that none is lost. */
export function createKnownGuilds(memory: PlatformMemory): KnownGuilds {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const next = last.then(work, work);
    last = next;
    return next;
  };
  const read = async (): Promise<readonly string[]> => {
    const kept = (await memory.get(key)) ?? '';
    return kept.split(' ').filter((id) => id !== '');
  };
  return {
    all: () => inTurn(async () => ((await memory.get(key)) === null ? null : read())),
    add: (id) =>
      inTurn(async () => {
        const known = await read();
        if (known.includes(id)) return false;
        await memory.put(key, [...known, id].join(' '));
        return true;
      }),
    remove: (id) =>
      inTurn(async () => {
        const known = await read();
        await memory.put(key, known.filter((other) => other !== id).join(' '));
      }),
  };
}
