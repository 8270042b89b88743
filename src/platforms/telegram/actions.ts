/**
 * How an action (a command line) travels in a button: as it is where it fits, else under a token that is kept for
 * 30 days. A post's own actions are short, so its buttons work for as long as the story exists.
 */
import { createHash } from 'node:crypto';
import type { Clock } from '../../domain/clock.ts';
import type { Action } from '../../domain/message.ts';
import type { PlatformMemory } from '../platform.ts';

export type Role = 'turn' | 'open';

export interface Actions {
  /** At most 64 bytes, for `callback_data`. */
  toCallbackData(action: Action, role: Role): Promise<string>;
  /** Null when the token is unknown or too old, or the text is none of ours. */
  fromCallbackData(data: string): Promise<{ readonly action: Action; readonly role: Role } | null>;
  /** At most 64 of `A–Z a–z 0–9 _ -`, for the `start` of a deep link. */
  toStartPayload(action: Action): Promise<string>;
  fromStartPayload(payload: string): Promise<Action | null>;
}

const tokenDays = 30;
const maxBytes = 64;
const dayMs = 86_400_000;

export function createActions(options: { readonly memory: PlatformMemory; readonly clock: Clock }): Actions {
  const { memory, clock } = options;

  /** The same action gets the same token, so that paging back and forth stores nothing anew. */
  async function keep(action: Action): Promise<string> {
    const token = createHash('sha256').update(action).digest('base64url').slice(0, 16);
    const expiresAt = new Date(clock.now().getTime() + tokenDays * dayMs);
    await memory.put(tokenKey(token), action, expiresAt);
    return token;
  }

  const recall = (token: string) => memory.get(tokenKey(token));

  return {
    async toCallbackData(action, role) {
      const mark = role === 'turn' ? 't' : 'o';
      const data = `${mark}:${action}`;
      if (Buffer.byteLength(data) <= maxBytes) return data;
      return `${mark}#${await keep(action)}`;
    },
    async fromCallbackData(data) {
      const parts = /^([to])([:#])([^]+)$/.exec(data);
      const [, mark, kind, rest] = parts ?? [];
      if (rest === undefined) return null;
      const action = kind === ':' ? rest : await recall(rest);
      return action === null ? null : { action, role: mark === 't' ? 'turn' : 'open' };
    },
    async toStartPayload(action) {
      if (/^[a-z]+(?: [a-z0-9]+)*$/.test(action) && action.length <= maxBytes) {
        return action.replaceAll(' ', '_');
      }
      const coded = `x-${Buffer.from(action).toString('base64url')}`;
      return coded.length <= maxBytes ? coded : `t-${await keep(action)}`;
    },
    async fromStartPayload(payload) {
      if (payload.startsWith('x-')) return Buffer.from(payload.slice(2), 'base64url').toString();
      if (payload.startsWith('t-')) return recall(payload.slice(2));
      return /^[a-z]+(?:_[a-z0-9]+)*$/.test(payload) ? payload.replaceAll('_', ' ') : null;
    },
  };
}

const tokenKey = (token: string) => `action:${token}`;
