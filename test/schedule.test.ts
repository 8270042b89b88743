import { describe, expect, it } from 'vitest';
import { createStage, pauseAfterFailureMs, startTicks } from '../src/schedule.ts';
import { createTestClock } from './support/clock.ts';

/** A stage whose rounds begin and end when the test says so. */
function openStage(answers: readonly (number | null | Error)[]) {
  const clock = createTestClock();
  const failures: unknown[] = [];
  const begun: { end: () => void }[] = [];
  const stage = createStage({
    clock,
    onFailure: (thrown) => failures.push(thrown),
    round: async () => {
      const answer = answers[begun.length] ?? null;
      await new Promise<void>((resolve) => void begun.push({ end: resolve }));
      if (answer instanceof Error) throw answer;
      return answer === null ? null : new Date(clock.now().getTime() + answer);
    },
  });
  const settle = () => new Promise<void>((resolve) => void setImmediate(resolve));
  return {
    stage,
    clock,
    failures,
    begun,
    settle,
    endRound: async () => {
      begun.at(-1)?.end();
      await settle();
    },
  };
}

describe('a stage', () => {
  it('does nothing before it is woken', () => {
    const { begun, clock } = openStage([null]);
    clock.advance(60_000);
    expect(begun).toHaveLength(0);
  });

  it('sleeps until the next due time that its round names', async () => {
    const { stage, clock, begun, endRound } = openStage([10_000, null]);
    stage.wake();
    await endRound();
    clock.advance(9_999);
    expect(begun).toHaveLength(1);
    clock.advance(1);
    expect(begun).toHaveLength(2);
  });

  it('is woken before its due time by a hint, and then forgets that time', async () => {
    const { stage, clock, begun, endRound } = openStage([10_000, null]);
    stage.wake();
    await endRound();
    stage.wake();
    expect(begun).toHaveLength(2);
    await endRound();
    clock.advance(20_000);
    expect(begun).toHaveLength(2);
  });

  it('never runs beside itself: hints during a round lead to one more round', async () => {
    const { stage, begun, endRound } = openStage([null, null]);
    stage.wake();
    stage.wake();
    stage.wake();
    expect(begun).toHaveLength(1);
    await endRound();
    expect(begun).toHaveLength(2);
    await endRound();
    expect(begun).toHaveLength(2);
  });

  it('goes on after a round that threw, with a pause', async () => {
    const { stage, clock, begun, failures, endRound } = openStage([new Error('disk'), null]);
    stage.wake();
    await endRound();
    expect(failures).toEqual([new Error('disk')]);
    clock.advance(pauseAfterFailureMs);
    expect(begun).toHaveLength(2);
  });

  it('does not spin when a due time lies in the past', async () => {
    const { stage, clock, begun, endRound } = openStage([-5_000, null]);
    stage.wake();
    await endRound();
    expect(begun).toHaveLength(1);
    clock.advance(50);
    expect(begun).toHaveLength(2);
  });

  it('ends the round that runs before it has stopped, and starts no other', async () => {
    const { stage, clock, begun, settle, endRound } = openStage([1_000, null]);
    stage.wake();
    let hasStopped = false;
    const stopped = stage.stop().then(() => (hasStopped = true));
    await settle();
    expect(hasStopped).toBe(false);
    await endRound();
    await stopped;
    stage.wake();
    clock.advance(60_000);
    expect(begun).toHaveLength(1);
    expect(clock.waiting).toBe(0);
  });

  it('stops at once when it sleeps', async () => {
    const { stage, clock, endRound } = openStage([1_000]);
    stage.wake();
    await endRound();
    await stage.stop();
    expect(clock.waiting).toBe(0);
  });
});

describe('ticks', () => {
  it('refuse a pattern that is none', () => {
    expect(() => startTicks({ sweep: { pattern: 'now and then', act: () => {} } }, () => {})).toThrow(
      /fields/,
    );
  });

  it('end when stopped', async () => {
    const ticks = startTicks({ sweep: { pattern: '* * * * * *', act: () => {} } }, () => {});
    await expect(ticks.stop()).resolves.toBeUndefined();
  });
});
