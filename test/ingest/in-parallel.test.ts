import { describe, expect, it } from 'vitest';
import { inParallel } from '../../src/ingest/in-parallel.ts';

/** Acts that end when they are told to. */
function createActs() {
  const open = new Map<string, (result: string) => void>();
  let most = 0;
  return {
    act: (item: string) =>
      new Promise<string>((resolve) => {
        open.set(item, resolve);
        most = Math.max(most, open.size);
      }),
    end(item: string) {
      open.get(item)?.(item.toUpperCase());
      open.delete(item);
    },
    begun: () => [...open.keys()],
    most: () => most,
  };
}

/** Lets everything that is ready go on. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('inParallel', () => {
  it('gives the results in the order of the items, whichever ends first', async () => {
    const acts = createActs();
    const done = inParallel(['a', 'b', 'c'], 3, acts.act);
    for (const item of ['c', 'a', 'b']) acts.end(item);
    expect(await done).toEqual(['A', 'B', 'C']);
  });

  it('begins no more than the limit, and the next when one ends', async () => {
    const acts = createActs();
    const done = inParallel(['a', 'b', 'c', 'd'], 2, acts.act);
    expect(acts.begun()).toEqual(['a', 'b']);
    acts.end('b');
    await settle();
    expect(acts.begun()).toEqual(['a', 'c']);
    for (const item of ['a', 'c']) acts.end(item);
    await settle();
    acts.end('d');
    expect(await done).toEqual(['A', 'B', 'C', 'D']);
    expect(acts.most()).toBe(2);
  });

  it('does each of many items once', async () => {
    const items = Array.from({ length: 200 }, (_, index) => index);
    const seen: number[] = [];
    const results = await inParallel(items, 7, async (item) => {
      seen.push(item);
      if (item % 3 === 0) await settle();
      return item * 2;
    });
    expect(results).toEqual(items.map((item) => item * 2));
    expect(seen.toSorted((a, b) => a - b)).toEqual(items);
  });

  it('has nothing to do for no items', async () => {
    const acts = createActs();
    expect(await inParallel([], 4, acts.act)).toEqual([]);
    expect(acts.most()).toBe(0);
  });

  it('fails when one fails', async () => {
    const failing = inParallel(['a', 'b'], 1, () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
  });
});
