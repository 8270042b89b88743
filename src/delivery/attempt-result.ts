import type { Delivery } from '../domain/delivery.ts';
import type { SendOutcome } from '../platforms/platform.ts';
import type { AttemptResult } from '../store/store.ts';
import { isGivenUp, paceAt, retryAt } from './retry.ts';

export interface Attempted {
  readonly delivery: Delivery;
  readonly startedAt: Date;
  readonly now: Date;
  readonly shownRevision: number;
  /** When the platform last accepted another message. */
  readonly othersAcceptedAt: Date | null;
}

/** What an attempt's outcome means for its delivery. Pure. */
export function attemptResult(outcome: SendOutcome, attempted: Attempted): AttemptResult {
  const { now, shownRevision } = attempted;
  if (outcome.kind === 'retry') return retryResult(outcome, attempted);
  if (outcome.kind === 'unknown') return unknownResult(outcome, attempted);
  if (outcome.kind === 'unreachable') {
    // The delivery waits for its channel; that this one is unreachable is written on the channel.
    return { kind: 'retry', dueAt: now, reason: outcome.reason, countsAsAttempt: false };
  }
  return outcome.kind === 'sent' ? { ...outcome, shownRevision } : outcome;
}

function retryResult(
  { afterMs, reason, isPace }: SendOutcome & { kind: 'retry' },
  attempted: Attempted,
): AttemptResult {
  const { now, delivery } = attempted;
  if (isPace === true) {
    return { kind: 'retry', dueAt: paceAt(now, afterMs), reason, countsAsAttempt: false };
  }
  if (isOver(attempted)) {
    // An earlier attempt may have arrived: then nobody can say that it was refused.
    return { kind: delivery.uncertainSince === null ? 'rejected' : 'unconfirmed', reason: gaveUp(reason) };
  }
  return { kind: 'retry', dueAt: retryAt(now, failures(delivery), afterMs), reason, countsAsAttempt: true };
}

function unknownResult(
  { mayRepeat, reason }: SendOutcome & { kind: 'unknown' },
  attempted: Attempted,
): AttemptResult {
  if (!mayRepeat) return { kind: 'unconfirmed', reason };
  if (isOver(attempted)) return { kind: 'unconfirmed', reason: gaveUp(reason) };
  return { kind: 'uncertain', dueAt: retryAt(attempted.now, failures(attempted.delivery)), reason };
}

const failures = (delivery: Delivery): number => delivery.attempts + 1;

const gaveUp = (reason: string): string => `gave up: ${reason}`;

function isOver({ delivery, startedAt, now, othersAcceptedAt }: Attempted): boolean {
  const firstAttemptAt = delivery.firstAttemptAt ?? startedAt;
  return isGivenUp({ failures: failures(delivery), firstAttemptAt, now, othersAcceptedAt });
}
