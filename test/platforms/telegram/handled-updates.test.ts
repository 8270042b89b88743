import { describe, expect, it } from 'vitest';
import { createHandledUpdates } from '../../../src/platforms/telegram/handled-updates.ts';
import { createTestMemory } from '../../support/memory.ts';
import { createTestClock } from '../../support/clock.ts';
import { createTestLog } from '../../support/log.ts';

function setUp() {
  const clock = createTestClock();
  const memory = createTestMemory(clock);
  const log = createTestLog();
  return { clock, memory, log, open: () => createHandledUpdates({ memory, clock, log }) };
}

describe('handled updates', () => {
  it('are known after a restart', async () => {
    const { open } = setUp();
    const before = open();
    await Promise.all([before.add(7), before.add(9), before.add(8)]);
    const after = open();
    expect(await Promise.all([7, 8, 9, 10].map((id) => after.has(id)))).toEqual([true, true, true, false]);
  });

  it('are forgotten after a day, as Telegram may count anew', async () => {
    const { clock, open } = setUp();
    await open().add(7);
    clock.advance(27 * 3_600_000);
    expect(await open().has(7)).toBe(false);
  });

  it('are the last three hundred', async () => {
    const { memory, open } = setUp();
    const handled = open();
    for (let id = 1; id <= 400; id += 1) await handled.add(id);
    expect(await open().has(100)).toBe(false);
    expect(await open().has(101)).toBe(true);
    expect((await memory.get('updates'))?.length).toBeLessThan(2000);
  });

  it('do not hold up the bot where they cannot be remembered', async () => {
    const { clock, log } = setUp();
    const broken = () => Promise.reject(new Error('the disk is full'));
    const handled = createHandledUpdates({
      memory: { get: broken, put: broken, remove: broken, keysUnder: broken },
      clock,
      log,
    });
    await handled.add(7);
    expect(await handled.has(7)).toBe(true);
    expect(log.lines.map(({ level }) => level)).toEqual(['warn', 'warn']);
  });
});
