/** What the commands that add sources share. */
import type { CommandContext } from '../src/dispatch/command.ts';
import { MendableError } from '../src/domain/errors.ts';
import type { Scope } from '../src/domain/scope.ts';
import type { Source } from '../src/domain/source.ts';

export const longestKey = 40;

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

/** A short name from a host, such as `example-com`. */
export function keyOf(address: string): string {
  const { hostname } = new URL(address);
  const letters = hostname.replace(/^www\./, '').replaceAll(/[^a-z0-9]+/g, '-');
  return letters.slice(0, longestKey).replaceAll(/^-|-$/g, '');
}
