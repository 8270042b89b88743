import type { Clock } from '../../domain/clock.ts';
import type { PlatformMemory } from '../platform.ts';
import { tokenIn, type LongAction } from './custom-id.ts';

const keptMs = 30 * 24 * 60 * 60 * 1000;

/** Keeps the actions that do not fit into a button, for 30 days after they were last shown. */
export interface LongActions {
  keep(actions: readonly LongAction[]): Promise<void>;
  /** The action that a text stands for; null when it has been forgotten. */
  find(text: string): Promise<string | null>;
}

/** Keeps long actions in the platform's memory. */
export function createLongActions(memory: PlatformMemory, clock: Clock): LongActions {
  return {
    async keep(actions) {
      const expiresAt = new Date(clock.now().getTime() + keptMs);
      await Promise.all(actions.map(({ token, action }) => memory.put(keyOf(token), action, expiresAt)));
    },
    async find(text) {
      const token = tokenIn(text);
      return token === null ? text : memory.get(keyOf(token));
    },
  };
}

const keyOf = (token: string) => `action:${token}`;
