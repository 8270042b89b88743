import { describe, expect, it } from 'vitest';
import { createActions } from '../../../src/platforms/telegram/actions.ts';
import { createTestMemory } from '../../support/memory.ts';
import { createTestClock } from '../../support/clock.ts';

const dayMs = 86_400_000;
const short = 'summarize 42';
const long = `search "${'香港 '.repeat(20)}" since:7d page:3`;

function setUp() {
  const clock = createTestClock();
  const memory = createTestMemory(clock);
  return { clock, memory, actions: createActions({ memory, clock }) };
}

describe('an action in a button', () => {
  it('travels as it is where it fits, and needs no memory', async () => {
    const { actions, memory } = setUp();
    expect(await actions.toCallbackData(short, 'open')).toBe('o:summarize 42');
    expect(await memory.keysUnder('')).toEqual([]);
  });

  it.each([
    [short, 'open'],
    [short, 'turn'],
    [long, 'turn'],
    ['read 7\npage:2', 'open'],
    [`latest ${'a'.repeat(55)}`, 'turn'],
    [`latest ${'a'.repeat(56)}`, 'turn'],
  ] as const)('comes back as it was: %j', async (action, role) => {
    const { actions } = setUp();
    const written = await actions.toCallbackData(action, role);
    expect(Buffer.byteLength(written)).toBeLessThanOrEqual(64);
    expect(await actions.fromCallbackData(written)).toEqual({ action, role });
  });

  it('is kept for 30 days where it does not fit', async () => {
    const { actions, clock } = setUp();
    const written = await actions.toCallbackData(long, 'turn');
    clock.advance(29 * dayMs);
    expect(await actions.fromCallbackData(written)).not.toBeNull();
    clock.advance(2 * dayMs);
    expect(await actions.fromCallbackData(written)).toBeNull();
  });

  it('takes the same token each time', async () => {
    const { actions, memory } = setUp();
    await actions.toCallbackData(long, 'turn');
    await actions.toCallbackData(long, 'turn');
    expect(await memory.keysUnder('')).toHaveLength(1);
  });

  it.each(['', 'x', 'forged', 't#unknown', 'z:latest'])(
    'is nothing in %j, which is none of ours',
    async (text) => {
      expect(await setUp().actions.fromCallbackData(text)).toBeNull();
    },
  );
});

describe('an action in a deep link', () => {
  it('is readable where it is plain words', async () => {
    expect(await setUp().actions.toStartPayload(short)).toBe('summarize_42');
  });

  it.each([short, 'help', 'latest category:policy page:2', 'search hong_kong', long])(
    'fits what Telegram allows and comes back as it was: %s',
    async (action) => {
      const { actions } = setUp();
      const payload = await actions.toStartPayload(action);
      expect(payload).toMatch(/^[\w-]{1,64}$/);
      expect(await actions.fromStartPayload(payload)).toBe(action);
    },
  );

  it('is nothing in a payload that is none of ours', async () => {
    expect(await setUp().actions.fromStartPayload('Ref-77')).toBeNull();
    expect(await setUp().actions.fromStartPayload('t-gone')).toBeNull();
  });
});
