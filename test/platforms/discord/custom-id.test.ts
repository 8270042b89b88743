import { describe, expect, it } from 'vitest';
import {
  deliveryMark,
  formatCustomId,
  parseCustomId,
  roomForAction,
  shorten,
  tokenIn,
  type CustomId,
} from '../../../src/platforms/discord/custom-id.ts';
import { createLongActions } from '../../../src/platforms/discord/long-actions.ts';
import { createTestClock } from '../../support/clock.ts';
import { createTestMemory } from '../../support/memory.ts';

describe('custom ids', () => {
  it.each<CustomId>([
    { role: 'open', isModerators: false, mark: 'abc', action: 'summarize 42' },
    { role: 'turn', isModerators: true, mark: '', action: 'latest category:policy page:2' },
    { role: 'menu', isModerators: false, mark: 'x.1', action: '' },
    { role: 'open', isModerators: true, mark: '', action: 'search ~a~ "b c"' },
  ])('are read back as they were written: %j', (id) => {
    expect(parseCustomId(formatCustomId(id, 7))).toEqual(id);
  });

  it.each(['', 'summarize 42', 'x~~1~a', 'o~a~b~c', 'o~a~1'])(
    'that are not ours are not read: %j',
    (text) => {
      expect(parseCustomId(text)).toBeNull();
    },
  );

  it('stay within 100 characters with the longest delivery and action', () => {
    const mark = deliveryMark(2n ** 63n - 1n, 9);
    const { text } = shorten('x'.repeat(500), roomForAction(mark));
    const fitting = shorten('x'.repeat(roomForAction(mark)), roomForAction(mark)).text;
    for (const action of [text, fitting]) {
      expect(formatCustomId({ role: 'open', isModerators: true, mark, action }, 24).length).toBeLessThan(101);
    }
    expect(fitting).toBe('x'.repeat(roomForAction(mark)));
  });

  it('tell the parts of one delivery apart', () => {
    expect(deliveryMark(5n, 0)).not.toBe(deliveryMark(5n, 1));
  });
});

describe('long actions', () => {
  const long = `search ${'hong kong '.repeat(20)}page:2`;

  it('are found under their token', async () => {
    const memory = createTestMemory();
    const actions = createLongActions(memory, createTestClock());
    const short = shorten(long, 60);
    await actions.keep(short.long === undefined ? [] : [short.long]);
    expect(tokenIn(short.text)).not.toBeNull();
    expect(await actions.find(short.text)).toBe(long);
  });

  it('have one token however often they are shown', () => {
    expect(shorten(long, 60).text).toBe(shorten(long, 60).text);
    expect(shorten(long, 60).text).not.toBe(shorten(`${long}0`, 60).text);
  });

  it('are kept for 30 days', async () => {
    const clock = createTestClock(new Date('2026-03-02T00:00:00Z'));
    const memory = createTestMemory(clock);
    await createLongActions(memory, clock).keep([{ token: 't', action: long }]);
    clock.advance(29.9 * 24 * 3600_000);
    expect(await createLongActions(memory, clock).find('#t')).toBe(long);
    clock.advance(0.2 * 24 * 3600_000);
    expect(await createLongActions(memory, clock).find('#t')).toBeNull();
  });

  it('leave short ones as they are', async () => {
    expect(shorten('latest', 60)).toEqual({ text: 'latest' });
    expect(await createLongActions(createTestMemory(), createTestClock()).find('latest')).toBe('latest');
  });
});
