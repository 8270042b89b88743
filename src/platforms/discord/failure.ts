import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { reasonOf } from '../../domain/errors.ts';
import type { Texts } from '../../texts/texts.ts';
import { StrangeAnswer } from './api-shapes.ts';
import type { SendOutcome } from '../platform.ts';

/** What a failed request to Discord means for the message that it was to bring. */
export type Failure = Exclude<SendOutcome, { kind: 'sent' }>;

const secondMs = 1000;
const minuteMs = 60 * secondMs;

/** Reads what a request threw. `unknown` means that Discord may have done what it was asked. */
export function readFailure(thrown: unknown, texts: Texts): Failure {
  const { sending } = texts.discord;
  if (thrown instanceof RateLimitError) {
    const afterMs = Math.max(thrown.retryAfter, secondMs);
    return { kind: 'retry', afterMs, reason: sending.limited, isPace: true };
  }
  if (thrown instanceof DiscordAPIError) return readRefusal(thrown, texts);
  if (thrown instanceof StrangeAnswer)
    return { kind: 'unknown', reason: sending.strangeAnswer, mayRepeat: true };
  const reason = reasonOf(thrown);
  if (thrown instanceof HTTPError) return unknown(sending.trouble({ reason }), texts);
  if (isTokenRefused(thrown)) return { kind: 'retry', afterMs: 5 * minuteMs, reason: sending.tokenRefused };
  if (neverReached(thrown))
    return { kind: 'retry', afterMs: 10 * secondMs, reason: sending.notReached({ reason }) };
  return unknown(reason, texts);
}

/** After a 401 the library forgets the token and refuses by itself. */
export function isTokenRefused(thrown: unknown): boolean {
  if (thrown instanceof DiscordAPIError) return thrown.status === 401;
  return thrown instanceof Error && thrown.message.startsWith('Expected token to be set');
}

export function isDiscordCode(thrown: unknown, ...codes: readonly number[]): boolean {
  return thrown instanceof DiscordAPIError && codes.includes(Number(thrown.code));
}

function unknown(reason: string, texts: Texts): Failure {
  return { kind: 'unknown', reason: texts.discord.sending.noAnswer({ reason }), mayRepeat: true };
}

const goneCodes = [10_003, 10_004];
const directCodes = [50_007, 50_278];
const laterCodes = [130_000, 40_004, 40_006, 40_333];
const paceCodes = [40_003, 20_016, 20_028, 20_029, 40_062];

/** Discord's own codes, as its documentation lists them. */
function readRefusal(error: DiscordAPIError, { discord }: Texts): Failure {
  const { sending, unreachable } = discord;
  const code = Number(error.code);
  const reason = error.message;
  if (error.status === 401) return { kind: 'retry', afterMs: 5 * minuteMs, reason: sending.tokenRefused };
  if (goneCodes.includes(code)) return { kind: 'unreachable', reason: unreachable.gone };
  if (code === 50_001) return { kind: 'unreachable', reason: unreachable.hidden };
  if (code === 50_013) return { kind: 'unreachable', reason: unreachable.forbidden({ missing: [] }) };
  if (directCodes.includes(code)) return { kind: 'unreachable', reason: unreachable.refusesDirect };
  if (code === 160_005) return { kind: 'unreachable', reason: unreachable.locked };
  if (code === 40_058) return { kind: 'unreachable', reason: unreachable.becameForum };
  if (code === 10_008) return { kind: 'rejected', reason: sending.deletedSince };
  if (paceCodes.includes(code)) {
    return { kind: 'retry', afterMs: minuteMs, reason: sending.limited, isPace: true };
  }
  if (code === 160_006) {
    return { kind: 'retry', afterMs: 10 * minuteMs, reason: sending.tooManyThreads, isPace: true };
  }
  // A page instead of Discord's JSON: something between the bot and Discord refuses, not the channel.
  const isPage = Number.isNaN(code);
  if (isPage || laterCodes.includes(code)) {
    return { kind: 'retry', afterMs: minuteMs, reason: sending.trouble({ reason }) };
  }
  if (error.status === 403) return { kind: 'unreachable', reason: unreachable.forbidden({ missing: [] }) };
  if (error.status === 404) return { kind: 'unreachable', reason: unreachable.gone };
  return { kind: 'rejected', reason: sending.refused({ reason }) };
}

const connectCodes = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT', 'ENETUNREACH'];

/** Whether the connection was never made, so that nothing can have been sent. */
function neverReached(thrown: unknown): boolean {
  return (
    typeof thrown === 'object' &&
    thrown !== null &&
    'code' in thrown &&
    typeof thrown.code === 'string' &&
    connectCodes.includes(thrown.code)
  );
}
