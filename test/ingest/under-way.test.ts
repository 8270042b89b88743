import { describe, expect, it } from 'vitest';
import { createUnderWay } from '../../src/ingest/under-way.ts';
import { createTestClock } from '../support/clock.ts';

/** Acts that end when they are told to; two are waited for at a time, for a second each, and four may run. */
function setUp() {
  const clock = createTestClock();
  const open = new Map<string, () => void>();
  const begun: string[] = [];
  const act = (item: string) =>
    new Promise<string>((resolve) => {
      begun.push(item);
      open.set(item, () => resolve(item.toUpperCase()));
    });
  const underWay = createUnderWay({ clock, act, waitedFor: 2, patienceMs: 1000, most: 4 });
  const end = async (item: string) => {
    open.get(item)?.();
    await settled();
  };
  const wait = async (ms: number) => {
    clock.advance(ms);
    await settled();
  };
  return { clock, underWay, begun, end, wait };
}

/** Lets everything run that waits for nothing but promises. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

async function isOver(promise: Promise<unknown>): Promise<boolean> {
  let over = false;
  void promise.then(() => (over = true));
  await settled();
  return over;
}

describe('work under way', () => {
  it('is waited for while it is quick', async () => {
    const { clock, underWay, end } = setUp();
    const beginning = underWay.begin(['a', 'b']);
    await end('a');
    expect(await isOver(beginning)).toBe(false);
    await end('b');
    expect(await isOver(beginning)).toBe(true);
    expect(underWay.takeEnded()).toEqual(['A', 'B']);
    expect(clock.waiting).toBe(0);
  });

  it('lets the next begin when it takes long, and is told when it has ended', async () => {
    const { underWay, begun, end, wait } = setUp();
    const beginning = underWay.begin(['slow', 'slower', 'c']);
    expect(begun).toEqual(['slow', 'slower']);
    await wait(999);
    expect(begun).toEqual(['slow', 'slower']);
    await wait(1);
    expect(begun).toEqual(['slow', 'slower', 'c']);
    await end('c');
    expect(await isOver(beginning)).toBe(true);
    expect(underWay.takeEnded()).toEqual(['C']);
    await end('slower');
    expect(underWay.takeEnded()).toEqual(['SLOWER']);
    expect(underWay.takeEnded()).toEqual([]);
  });

  it('is limited in number: room is there when one has ended', async () => {
    const { underWay, end, wait } = setUp();
    void underWay.begin(['a', 'b', 'c', 'd']);
    expect(await underWay.room()).toBe(2);
    await wait(1000);
    await wait(1000);
    const room = underWay.room();
    expect(await isOver(room)).toBe(false);
    await end('d');
    expect(await room).toBe(1);
  });

  it('is over when all has ended, also what began meanwhile', async () => {
    const { underWay, end, wait } = setUp();
    expect(await isOver(underWay.settle())).toBe(true);
    void underWay.begin(['a']);
    await wait(1000);
    const settling = underWay.settle();
    void underWay.begin(['b']);
    await end('a');
    expect(await isOver(settling)).toBe(false);
    await end('b');
    expect(await isOver(settling)).toBe(true);
  });
});
