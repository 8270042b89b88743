/** One question to a host: in its turn, with a limit of time, every fault of the network a value. */
import type { Dispatcher } from 'undici';
import type { Clock } from '../../domain/clock.ts';
import { ReaderClosed } from '../source.ts';
import { networkReason } from './failure-reasons.ts';
import type { HostTurns } from './host-turns.ts';

/** What everything that asks hosts shares. */
export interface Connections {
  readonly dispatcher: Dispatcher;
  readonly turns: HostTurns;
  readonly clock: Clock;
  readonly allowPrivateAddresses: boolean;
  readonly userAgent: string;
  /** Once aborted, nothing is fetched any more: what asks, or waits for its answer, gets a {@link ReaderClosed}. */
  readonly closing: AbortSignal;
}

export interface AskFailure {
  readonly kind: 'failed';
  readonly reason: string;
  readonly retryAfterMs: number | null;
  readonly isGone: boolean;
  /** What the host answered with; null when it gave no answer or was not asked. */
  readonly status: number | null;
  /** Where that was. */
  readonly url: string;
}

/** The time that several questions share; waiting for a turn does not count. */
export interface TimeLimit {
  leftMs: number;
}

export const newTimeLimit = (): TimeLimit => ({ leftMs: 15_000 });

/** The address must have passed `refusedAddress`. */
export async function askInTurn<Answer>(
  url: string,
  uses: Connections & { readonly timeLimit?: TimeLimit },
  ask: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer | AskFailure> {
  if (uses.closing.aborted) throw new ReaderClosed();
  const leave = await uses.turns.enter(new URL(url).host);
  const { clock, timeLimit = newTimeLimit() } = uses;
  const abort = new AbortController();
  const cancel = clock.after(timeLimit.leftMs, () => abort.abort());
  const startMs = clock.now().getTime();
  try {
    return await ask(abort.signal);
  } catch (thrown) {
    if (uses.closing.aborted) throw new ReaderClosed();
    return failed(url, networkReason(abort.signal.aborted ? { code: 'TIMEOUT' } : thrown));
  } finally {
    cancel();
    // A clock that is set back meanwhile does not lengthen the time.
    timeLimit.leftMs -= Math.max(clock.now().getTime() - startMs, 0);
    leave();
  }
}

export function failed(url: string, reason: string): AskFailure {
  return { kind: 'failed', reason, retryAfterMs: null, isGone: false, status: null, url };
}
