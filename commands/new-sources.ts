/** What the commands that add sources share. */
import type { CommandContext } from '../src/dispatch/command.ts';
import { MendableError } from '../src/domain/errors.ts';
import type { Scope } from '../src/domain/scope.ts';
import type { Source } from '../src/domain/source.ts';
import { shorten } from '../src/messages/shorten.ts';

export const longestKey = 40;
export const longestName = 80;

/** Whose sources are added: those of the channel's server or chat, or everybody's, for owners alone. */
export function scopeOf(everywhere: boolean | undefined, { asker, target, texts }: CommandContext): Scope {
  if (everywhere !== true) return target.scope;
  if (asker.isOwner) return 'global';
  throw new MendableError(texts.sources.everywhereForOwners);
}

/** How many more may be added; owners may add as many as they like for everybody. */
export function roomIn(scope: Scope, seen: readonly Source[], { sourceRules }: CommandContext): number {
  if (scope === 'global') return Number.POSITIVE_INFINITY;
  return Math.max(0, sourceRules.mostPerScope - seen.filter((source) => source.scope === scope).length);
}

/** A short name from a host, such as `example-com`, or `example-com-2` where that is taken. */
export function freeKey(address: string, taken: ReadonlySet<string>): string {
  const base = keyOf(address);
  let key = base;
  for (let number = 2; taken.has(key); number += 1) {
    key = `${base.slice(0, longestKey - 1 - String(number).length)}-${number}`;
  }
  return key;
}

function keyOf(address: string): string {
  const { hostname } = new URL(address);
  const letters = hostname.replace(/^www\./, '').replaceAll(/[^a-z0-9]+/g, '-');
  const key = letters.slice(0, longestKey).replaceAll(/^-|-$/g, '');
  return key.length < 2 ? 'feed' : key;
}

/** As publishers call themselves, shortened to what fits. */
export function nameOf(title: string, address: string): string {
  const name = shorten(title.replaceAll(/\s+/g, ' ').trim(), longestName);
  return name === '' ? new URL(address).hostname : name;
}
