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
}

const timeoutMs = 15_000;

/** The address must have passed `refusedAddress`. */
export async function askInTurn<Answer>(
  url: string,
  uses: Connections,
  ask: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer | AskFailure> {
  if (uses.closing.aborted) throw new ReaderClosed();
  const leave = await uses.turns.enter(new URL(url).host);
  const abort = new AbortController();
  const cancel = uses.clock.after(timeoutMs, () => abort.abort());
  try {
    return await ask(abort.signal);
  } catch (thrown) {
    if (uses.closing.aborted) throw new ReaderClosed();
    return failed(networkReason(abort.signal.aborted ? { code: 'TIMEOUT' } : thrown));
  } finally {
    cancel();
    leave();
  }
}

export function failed(reason: string): AskFailure {
  return { kind: 'failed', reason, retryAfterMs: null, isGone: false };
}
