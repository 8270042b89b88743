import { describe, expect, it } from 'vitest';
import { loopTurn } from '../../src/domain/loop-turn.ts';

const nextTimeAround = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('a turn of the event loop', () => {
  it('is had by one of all that wait, in the order in which they came', async () => {
    const had: string[] = [];
    const takeTwo = async (name: string) => {
      for (const turn of [1, 2]) {
        await loopTurn();
        had.push(`${name}${turn}`);
      }
    };
    const all = Promise.all([takeTwo('a'), takeTwo('b')]);
    const counts: number[] = [];
    while (had.length < 4) {
      await nextTimeAround();
      counts.push(had.length);
    }
    await all;
    expect(had).toEqual(['a1', 'b1', 'a2', 'b2']);
    expect(counts.map((count, at) => count - (counts[at - 1] ?? 0)).every((more) => more <= 1)).toBe(true);
  });

  it('comes after what already waits for the loop', async () => {
    const order: string[] = [];
    setImmediate(() => order.push('a timer of others'));
    await loopTurn();
    order.push('the turn');
    expect(order).toEqual(['a timer of others', 'the turn']);
  });
});
