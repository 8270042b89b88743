/** Goes on trying what Telegram or the network refuses, with growing pauses, and tells the owner what is wrong. */
import { GrammyError } from 'grammy';
import type { Clock } from '../../domain/clock.ts';
import type { Log } from '../../domain/log.ts';
import type { Texts } from '../../texts/texts.ts';
import type { ConnectionState } from './connection-state.ts';
import { failureOf } from './failure.ts';

export interface RetryTools {
  readonly state: ConnectionState;
  readonly texts: Texts;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
}

export type Retrying<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  /** Stopped, or the token is wrong: nothing more can be done. */
  | { readonly kind: 'over' };

const firstPauseMs = 1000;
const longestPauseMs = 60_000;

/** Repeats `attempt` until it succeeds, is stopped, or the token turns out to be wrong. Never rejects. */
export async function retrying<Value>(
  attempt: () => Promise<Value>,
  tools: RetryTools,
): Promise<Retrying<Value>> {
  const { state, texts, log, signal, clock } = tools;
  for (let pauseMs = firstPauseMs; !signal.aborted; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    try {
      return { kind: 'done', value: await attempt() };
    } catch (thrown) {
      if (signal.aborted) break;
      const failure = failureOf(thrown);
      const sentence = sentenceOf(thrown, texts);
      if (state.troubled(sentence)) {
        const level = failure.kind === 'token' ? 'error' : 'warn';
        log[level]({ error: thrown }, sentence);
      }
      if (failure.kind === 'token') return { kind: 'over' };
      await pause(failure.kind === 'wait' ? failure.afterMs : pauseMs, { clock, signal });
    }
  }
  return { kind: 'over' };
}

function sentenceOf(thrown: unknown, { telegram }: Texts): string {
  if (failureOf(thrown).kind === 'token') return telegram.status.wrongToken;
  if (!(thrown instanceof GrammyError)) return telegram.status.noNetwork;
  if (thrown.error_code !== 409) return telegram.status.refusing({ reason: thrown.description });
  return isWebhookConflict(thrown) ? telegram.status.webhook : telegram.status.otherCopy;
}

/** Polling is refused while a webhook is set. */
export function isWebhookConflict(thrown: unknown): boolean {
  return (
    thrown instanceof GrammyError &&
    thrown.error_code === 409 &&
    /webhook is active/i.test(thrown.description)
  );
}

/** Resolves after `ms`, or as soon as the signal says that all is over. */
export async function pause(
  ms: number,
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    const cancel = clock.after(ms, end);
    signal.addEventListener('abort', end);
    function end(): void {
      cancel();
      signal.removeEventListener('abort', end);
      resolve();
    }
  });
}
