import { GrammyError, HttpError } from 'grammy';
import { reasonOf } from '../../domain/errors.ts';

/** What went wrong with a call, by what has to be done about it. */
export type Failure =
  /** Telegram wants the chat left alone for a while. */
  | { readonly kind: 'wait'; readonly afterMs: number; readonly reason: string }
  | { readonly kind: 'moved'; readonly chatId: number }
  | { readonly kind: 'unreachable'; readonly reason: string }
  /** The message already looks like that. */
  | { readonly kind: 'unchanged'; readonly reason: string }
  /** The message to edit is gone or cannot be edited. */
  | { readonly kind: 'uneditable'; readonly reason: string }
  /** Telegram refuses the content. */
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'token'; readonly reason: string }
  /** No connection came about: certainly not carried out. */
  | { readonly kind: 'unsent'; readonly reason: string }
  /** It may have been carried out. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** As Telegram words it, and as its inner servers do, in capitals. */
const unreachable = new RegExp(
  [
    'chat not found|peer_id_invalid|channel_private',
    "bot was blocked|bot was kicked|not a member|can't initiate conversation",
    'user is deactivated|user_deactivated|chat was deleted|chat was deactivated',
    'need administrator rights|not enough rights|have no (?:write access|rights to send)',
    'chat_write_forbidden|chat_restricted|chat_send_plain_forbidden',
    'message thread not found|topic_closed|topic_deleted',
  ].join('|'),
  'i',
);

/** A chat that takes no photos may take texts. */
const noPhotos = /not enough rights to send photos/i;

/** Connections that never stood. */
const neverConnected = /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENETDOWN)$/;

/** Sorts whatever a call to Telegram has thrown. */
export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof GrammyError) return refusalOf(thrown);
  if (thrown instanceof HttpError && neverConnected.test(codeOf(thrown.error))) {
    return { kind: 'unsent', reason: reasonOf(thrown) };
  }
  return { kind: 'unknown', reason: reasonOf(thrown) };
}

function refusalOf({ error_code, description, parameters }: GrammyError): Failure {
  // An answer that is JSON but none of Telegram's says nothing about what was done.
  if (typeof description !== 'string') return { kind: 'unknown', reason: 'an answer that is not Telegram’s' };
  const reason = description.replace(/^(?:Bad Request|Forbidden): /, '');
  if (parameters.migrate_to_chat_id !== undefined) {
    return { kind: 'moved', chatId: parameters.migrate_to_chat_id };
  }
  if (error_code === 429) return { kind: 'wait', afterMs: (parameters.retry_after ?? 1) * 1000, reason };
  if (error_code === 401 || error_code === 404) return { kind: 'token', reason };
  if (error_code >= 500) return { kind: 'unknown', reason };
  if (noPhotos.test(reason)) return { kind: 'refused', reason };
  if (error_code === 403 || unreachable.test(reason)) return { kind: 'unreachable', reason };
  if (/message is not modified/i.test(reason)) return { kind: 'unchanged', reason };
  if (
    /message to edit not found|message can't be edited|message_id_invalid|there is no (?:text|caption)/i.test(
      reason,
    )
  ) {
    return { kind: 'uneditable', reason };
  }
  return { kind: 'refused', reason };
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return String(error.code);
}
