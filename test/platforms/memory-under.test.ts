import { expect, it } from 'vitest';
import { memoryUnder } from '../../src/platforms/memory-under.ts';
import { createTestMemory } from '../support/memory.ts';

it('keeps what platforms remember apart', async () => {
  const shared = createTestMemory();
  const [one, other] = [memoryUnder('discord', shared), memoryUnder('telegram', shared)];
  await one.put('action:1', 'a');
  await other.put('action:2', 'b');
  expect([await one.get('action:1'), await one.get('action:2')]).toEqual(['a', null]);
  expect(await one.keysUnder('action:')).toEqual(['action:1']);
  expect(await other.keysUnder('')).toEqual(['action:2']);
  await one.remove('action:2');
  await one.remove('action:1');
  expect(await shared.keysUnder('')).toEqual(['telegram/action:2']);
});
