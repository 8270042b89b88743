import { describe, expect, it } from 'vitest';
import { createTurns } from '../../src/ingest/turns.ts';

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('turns', () => {
  it('come one after another, in the order given', async () => {
    const inTurn = createTurns();
    const told: string[] = [];
    const slow = inTurn(async () => {
      told.push('slow begins');
      await settle();
      told.push('slow ends');
      return 1;
    });
    const quick = inTurn(() => {
      told.push('quick');
      return Promise.resolve(2);
    });
    expect(await Promise.all([quick, slow])).toEqual([2, 1]);
    expect(told).toEqual(['slow begins', 'slow ends', 'quick']);
  });

  it('go on after one that failed, which says so to its own caller', async () => {
    const inTurn = createTurns();
    const failing = inTurn(() => Promise.reject(new Error('broken')));
    const next = inTurn(() => Promise.resolve('fine'));
    await expect(failing).rejects.toThrow('broken');
    expect(await next).toBe('fine');
  });

  it('of different makers do not wait for each other', async () => {
    const one = createTurns();
    const other = createTurns();
    const never = one(() => new Promise<never>(() => {}));
    expect(await Promise.race([never, other(() => Promise.resolve('free'))])).toBe('free');
  });
});
