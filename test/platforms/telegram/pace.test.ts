import { describe, expect, it } from 'vitest';
import { createPace, type Turn } from '../../../src/platforms/telegram/pace.ts';
import { createTestClock } from '../../support/clock.ts';

const channel = -1001;
const patient = { maxWaitMs: 600_000, isUrgent: false };

function setUp() {
  const clock = createTestClock();
  const pace = createPace(clock);
  const went: { readonly name: string; readonly atMs: number }[] = [];
  const startMs = clock.now().getTime();
  /** A call that is answered `takesMs` after it began. */
  const call = async (
    name: string,
    chatId: number,
    wish: Partial<typeof patient> & { takesMs?: number } = {},
  ) => {
    const turn = await pace.take({ chatId, ...patient, ...wish });
    if (turn.kind === 'later') return turn;
    went.push({ name, atMs: clock.now().getTime() - startMs });
    if (wish.takesMs === undefined) turn.done();
    else clock.after(wish.takesMs, turn.done);
    return turn;
  };
  /** Turns the clock on in small steps, letting what was woken run in between. */
  const pass = async (ms: number) => {
    for (let at = 0; at < ms; at += 10) {
      await Promise.resolve();
      clock.advance(10);
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
  };
  return { clock, pace, went, call, pass };
}

const mostWithin = (times: readonly number[], lengthMs: number) =>
  Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + lengthMs).length));

describe('the pace of calls', () => {
  it('lets 30 go in any second, whatever the chats', async () => {
    const { went, call, pass } = setUp();
    const calls = Array.from({ length: 100 }, (_, index) => call(`${index}`, index + 1, { takesMs: 30 }));
    await pass(5000);
    await Promise.all(calls);
    const times = went.map(({ atMs }) => atMs);
    expect(mostWithin(times, 1000)).toBe(30);
    expect(times.at(-1)).toBeLessThan(3200);
    expect(went.map(({ name }) => name)).toEqual(Array.from({ length: 100 }, (_, index) => `${index}`));
  });

  it('counts a call until a second after its answer, as Telegram may count it that late', async () => {
    const { went, call, pass } = setUp();
    const calls = [call('first', 1, { takesMs: 700 }), call('second', 1)];
    await pass(2000);
    await Promise.all(calls);
    expect(went).toEqual([
      { name: 'first', atMs: 0 },
      { name: 'second', atMs: 1700 },
    ]);
  });

  it('lets 20 go to a group in a minute, and more to a person', async () => {
    const { went, call, pass } = setUp();
    const calls = Array.from({ length: 25 }, (_, index) => [
      call('group', channel),
      call(`person ${index}`, 7),
    ]);
    await pass(70_000);
    await Promise.all(calls.flat());
    const ofGroup = went.filter(({ name }) => name === 'group').map(({ atMs }) => atMs);
    expect(mostWithin(ofGroup, 60_000)).toBe(20);
    expect(ofGroup[20]).toBe(60_000);
    expect(went.findLast(({ name }) => name !== 'group')?.atMs).toBe(24_000);
  });

  it('does not let one chat hold up another', async () => {
    const { went, call, pass } = setUp();
    const calls = [call('a', 1), call('a', 1), call('b', 2)];
    await pass(100);
    expect(went.map(({ name }) => name)).toEqual(['a', 'b']);
    await pass(1000);
    await Promise.all(calls);
  });

  it('lets an answer that somebody waits for go first', async () => {
    const { went, call, pass } = setUp();
    const calls = [
      call('post 1', 1),
      call('post 2', 1),
      call('post 3', 1),
      call('answer', 1, { isUrgent: true }),
    ];
    await pass(4000);
    await Promise.all(calls);
    expect(went.map(({ name }) => name)).toEqual(['post 1', 'answer', 'post 2', 'post 3']);
  });

  it('sends away at once what would wait too long for its chat, and says how long', async () => {
    const { call, clock } = setUp();
    await call('first', 1);
    clock.advance(200);
    expect(await call('second', 1, { maxWaitMs: 500 })).toEqual({ kind: 'later', afterMs: 800 });
  });

  it('leaves a chat alone for as long as Telegram asks, and the others not', async () => {
    const { pace, went, call, pass } = setUp();
    pace.hold(1, 5000);
    const calls = [call('held', 1), call('other', 2)];
    expect(await call('impatient', 1, { maxWaitMs: 2000 })).toEqual({ kind: 'later', afterMs: 5000 });
    await pass(6000);
    await Promise.all(calls);
    expect(went).toEqual([
      { name: 'other', atMs: 0 },
      { name: 'held', atMs: 5000 },
    ]);
  });

  it('sends away what finds the line too long, each with a time of its own', async () => {
    const { call, pass } = setUp();
    const calls = Array.from({ length: 95 }, (_, index) => call('', index + 1, { maxWaitMs: 2000 }));
    const later = (await Promise.all(calls.slice(91))).map((turn) =>
      turn.kind === 'later' ? turn.afterMs : -1,
    );
    expect(later).toEqual(later.toSorted((a, b) => a - b));
    expect(new Set(later).size).toBe(later.length);
    expect(later[0]).toBeGreaterThan(1000);
    await pass(4000);
    await Promise.all(calls);
  });

  it('sends everyone away when it is stopped', async () => {
    const { pace, call } = setUp();
    const waiting: Promise<Turn>[] = [call('first', 1), call('second', 1), call('third', 1)];
    pace.stop();
    expect((await Promise.all(waiting)).map(({ kind }) => kind)).toEqual(['go', 'later', 'later']);
    expect(await call('too late', 2)).toMatchObject({ kind: 'later' });
    expect(await call('an answer', 3, { isUrgent: true })).toMatchObject({ kind: 'go' });
  });
});
