import { describe, expect, test } from 'vitest';
import { attemptResult, type Attempted } from '../../src/delivery/attempt-result.ts';
import type { Delivery } from '../../src/domain/delivery.ts';
import type { SendOutcome } from '../../src/platforms/platform.ts';

const now = new Date('2026-03-02T09:00:00Z');
const before = (ms: number) => new Date(now.getTime() - ms);
const after = (ms: number) => new Date(now.getTime() + ms);

const fresh: Delivery = {
  id: 1n,
  channelId: 10n,
  key: 'story:100',
  storyId: 100n,
  subscriptionIds: [1n],
  state: 'sending',
  dueAt: now,
  attempts: 0,
  firstAttemptAt: null,
  uncertainSince: null,
  reason: null,
};
const worn: Delivery = { ...fresh, attempts: 11, firstAttemptAt: before(700_000) };
const attempted = (delivery: Delivery, parts: Partial<Attempted> = {}): Attempted => ({
  delivery,
  startedAt: before(1_000),
  now,
  shownRevision: 3,
  othersAcceptedAt: before(1_000),
  ...parts,
});

describe('what an outcome means for its delivery', () => {
  test('a sent message is recorded with the revision that it shows', () => {
    const outcome: SendOutcome = { kind: 'sent', messageId: 'm1', form: 'text' };
    expect(attemptResult(outcome, attempted(worn))).toEqual({ ...outcome, shownRevision: 3 });
  });

  test('a refused message is rejected at once', () => {
    const outcome: SendOutcome = { kind: 'rejected', reason: 'too odd' };
    expect(attemptResult(outcome, attempted(fresh))).toEqual(outcome);
  });

  test('an unreachable channel keeps its delivery, at no cost', () => {
    expect(attemptResult({ kind: 'unreachable', reason: 'kicked' }, attempted(worn))).toEqual({
      kind: 'retry',
      dueAt: now,
      reason: 'kicked',
      countsAsAttempt: false,
    });
  });

  test('pacing is no failed attempt, however often', () => {
    const outcome: SendOutcome = { kind: 'retry', afterMs: 300, reason: 'pace', isPace: true };
    expect(attemptResult(outcome, attempted(worn))).toEqual({
      kind: 'retry',
      dueAt: after(300),
      reason: 'pace',
      countsAsAttempt: false,
    });
  });

  test('a failure is tried again, later each time', () => {
    const outcome: SendOutcome = { kind: 'retry', afterMs: 0, reason: 'busy' };
    const retry = { kind: 'retry', reason: 'busy', countsAsAttempt: true };
    expect(attemptResult(outcome, attempted(fresh))).toEqual({ ...retry, dueAt: after(1_000) });
    expect(attemptResult(outcome, attempted({ ...fresh, attempts: 3 }))).toEqual({
      ...retry,
      dueAt: after(8_000),
    });
  });

  test('a failure is tried again no sooner than the platform asks', () => {
    const result = attemptResult({ kind: 'retry', afterMs: 90_000, reason: 'flood' }, attempted(fresh));
    expect(result).toMatchObject({ kind: 'retry', dueAt: after(90_000) });
  });

  test.each<{
    readonly says: string;
    readonly outcome: SendOutcome;
    readonly delivery: Delivery;
    kind: string;
  }>([
    {
      says: 'that certainly never arrived is rejected',
      outcome: { kind: 'retry', afterMs: 0, reason: 'busy' },
      delivery: worn,
      kind: 'rejected',
    },
    {
      says: 'that may have arrived earlier is unconfirmed',
      outcome: { kind: 'retry', afterMs: 0, reason: 'busy' },
      delivery: { ...worn, uncertainSince: before(5_000) },
      kind: 'unconfirmed',
    },
    {
      says: 'that may have arrived now is unconfirmed',
      outcome: { kind: 'unknown', reason: 'busy', mayRepeat: true },
      delivery: worn,
      kind: 'unconfirmed',
    },
  ])('a message given up $says', ({ outcome, delivery, kind }) => {
    expect(attemptResult(outcome, attempted(delivery))).toEqual({ kind, reason: 'gave up: busy' });
  });

  test('nothing is given up while the platform accepts nothing', () => {
    const outcome: SendOutcome = { kind: 'retry', afterMs: 0, reason: 'down' };
    expect(attemptResult(outcome, attempted(worn, { othersAcceptedAt: null }))).toMatchObject({
      kind: 'retry',
    });
  });

  test('an unknown outcome is repeated where that is allowed', () => {
    const outcome: SendOutcome = { kind: 'unknown', reason: 'no answer', mayRepeat: true };
    expect(attemptResult(outcome, attempted(fresh))).toEqual({
      kind: 'uncertain',
      dueAt: after(1_000),
      reason: 'no answer',
    });
  });

  test('an unknown outcome that must not be repeated is unconfirmed', () => {
    const outcome: SendOutcome = { kind: 'unknown', reason: 'no answer', mayRepeat: false };
    expect(attemptResult(outcome, attempted(fresh))).toEqual({ kind: 'unconfirmed', reason: 'no answer' });
  });
});
