import { createHash } from 'node:crypto';
import type { Id } from '../../domain/ids.ts';
import { limits } from './limits.ts';

/**
 * What a button or menu carries in its `custom_id`: how its answer is shown, the delivery that its post became,
 * its place (Discord wants each id once in a message), and the action.
 */
export interface CustomId {
  /** `open`: an answer of its own. `turn`: in place of the message. `menu`: the chosen value is the action. */
  readonly role: 'open' | 'turn' | 'menu';
  /** Whether the answer that it stands in was given to somebody whom Discord let use a moderators' command. */
  readonly isModerators: boolean;
  /** `deliveryMark` of a post; empty in answers. */
  readonly mark: string;
  /** The action, or what stands for it (see `shorten`); empty in a menu. */
  readonly action: string;
}

const roleLetters = { open: 'o', turn: 't', menu: 'm' } as const;
const tokenSign = '#';

/** Writes a custom id; `place` is the button's place in its message. */
export function formatCustomId(id: CustomId, place: number): string {
  const letter = id.isModerators ? roleLetters[id.role].toUpperCase() : roleLetters[id.role];
  return `${letter}~${id.mark}~${place}~${id.action}`;
}

/** Reads a custom id; null for one that this program did not write. */
export function parseCustomId(text: string): CustomId | null {
  const match = /^([otm])~([^~]*)~\d+~(.*)$/is.exec(text);
  if (match === null) return null;
  const [, letter = '', mark = '', action = ''] = match;
  const lower = letter.toLowerCase();
  const role = lower === 'o' ? 'open' : lower === 't' ? 'turn' : 'menu';
  return { role, isModerators: letter !== lower, mark, action };
}

/** By which a post is known again in the channel. */
export function deliveryMark(deliveryId: Id, part: number): string {
  return part === 0 ? deliveryId.toString(36) : `${deliveryId.toString(36)}.${part}`;
}

/** An action too long for its place, and the token under which it is kept. */
export interface LongAction {
  readonly token: string;
  readonly action: string;
}

/** The action itself where it fits into `max`, else a token for it: the same one for the same action. */
export function shorten(action: string, max: number): { readonly text: string; readonly long?: LongAction } {
  if (action.length <= max && !action.startsWith(tokenSign)) return { text: action };
  const token = createHash('sha256').update(action).digest('base64url').slice(0, 22);
  return { text: tokenSign + token, long: { token, action } };
}

/** The token that stands for an action; null where the text is the action itself. */
export function tokenIn(text: string): string | null {
  return text.startsWith(tokenSign) ? text.slice(tokenSign.length) : null;
}

/** How much of a custom id is left for the action. */
export function roomForAction(mark: string): number {
  return limits.customId - formatCustomId({ role: 'open', isModerators: false, mark, action: '' }, 99).length;
}
