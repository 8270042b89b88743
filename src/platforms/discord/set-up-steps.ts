import { limits } from './limits.ts';
import { shorten, type LongAction } from './custom-id.ts';
import type { LongActions } from './long-actions.ts';
import type { Wish } from './set-up-form.ts';

/** What a part of the set-up does: `menu` chooses an option, `form` opens the form, `filled` is its answer. */
export type Step =
  | { readonly kind: 'menu'; readonly option: string }
  | { readonly kind: 'form' }
  | { readonly kind: 'filled' }
  | { readonly kind: 'confirm'; readonly wish: string };

export function formatStep(step: Step): string {
  const rest = step.kind === 'menu' ? step.option : step.kind === 'confirm' ? step.wish : '';
  return `s~${step.kind}~${rest}`;
}

/** Reads a custom id; null for one that is no step of a set-up. */
export function parseStep(customId: string): Step | null {
  const [, kind, rest = ''] = /^s~(menu|form|filled|confirm)~(.*)$/s.exec(customId) ?? [];
  if (kind === 'menu') return { kind, option: rest };
  if (kind === 'confirm') return { kind, wish: rest };
  return kind === 'form' || kind === 'filled' ? { kind } : null;
}

/** A wish as text for the last button, or a token for it. */
export function writeWish(wish: Wish): { readonly text: string; readonly long?: LongAction } {
  const room = limits.customId - formatStep({ kind: 'confirm', wish: '' }).length;
  return shorten(new URLSearchParams(wish).toString(), room);
}

/** The wish that stands among a message's custom ids; null when it has been forgotten. */
export async function readWish(customIds: readonly string[], longActions: LongActions): Promise<Wish | null> {
  for (const id of customIds) {
    const step = parseStep(id);
    if (step?.kind !== 'confirm') continue;
    const text = await longActions.find(step.wish);
    return text === null ? null : Object.fromEntries(new URLSearchParams(text));
  }
  return null;
}
