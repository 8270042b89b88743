import { expect, test } from 'vitest';
import { createHostTurns } from '../../../src/sources/http/host-turns.ts';
import { createTestClock } from '../../support/clock.ts';

/** Enters and tells when the turn has come. */
function turnsWith(pauseMs: number) {
  const clock = createTestClock();
  const turns = createHostTurns({ clock, pauseMs });
  const began: string[] = [];
  const enter = async (host: string, name: string): Promise<() => void> => {
    const leave = await turns.enter(host);
    began.push(name);
    return leave;
  };
  return { clock, began, enter };
}

/** Lets everything run that waits for nothing but promises. */
const settled = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

test('two requests run at a host at a time, the third begins when one ends', async () => {
  const { began, enter } = turnsWith(0);
  const leave = await enter('a', 'first');
  await enter('a', 'second');
  void enter('a', 'third');
  await settled();
  expect(began).toEqual(['first', 'second']);
  leave();
  await settled();
  expect(began).toEqual(['first', 'second', 'third']);
});

test('hosts do not wait for each other', async () => {
  const { began, enter } = turnsWith(1000);
  await enter('a', 'a');
  await enter('b', 'b');
  expect(began).toEqual(['a', 'b']);
});

test('between the beginnings of two requests lies a pause', async () => {
  const { clock, began, enter } = turnsWith(1000);
  await enter('a', 'first');
  void enter('a', 'second');
  clock.advance(999);
  await settled();
  expect(began).toEqual(['first']);
  clock.advance(1);
  await settled();
  expect(began).toEqual(['first', 'second']);
});

test('the order of asking is the order of turns', async () => {
  const { clock, began, enter } = turnsWith(1000);
  const names = ['1', '2', '3', '4'];
  for (const name of names) void enter('a', name).then((leave) => leave());
  for (const _ of names) {
    clock.advance(1000);
    await settled();
  }
  expect(began).toEqual(names);
  expect(clock.waiting).toBe(0);
});

test('a slow request holds up its own host alone, and there one of two lanes', async () => {
  const { began, enter } = turnsWith(0);
  await enter('slow', 'slow');
  for (const name of ['1', '2', '3']) (await enter('slow', name))();
  (await enter('quick', 'quick'))();
  expect(began).toEqual(['slow', '1', '2', '3', 'quick']);
});

test('a pause also follows a turn that was short', async () => {
  const { clock, began, enter } = turnsWith(1000);
  (await enter('a', 'first'))();
  void enter('a', 'second');
  await settled();
  expect(began).toEqual(['first']);
  clock.advance(1000);
  await settled();
  expect(began).toEqual(['first', 'second']);
});

test('a clock that is set back makes no pause longer', async () => {
  const { clock, began, enter } = turnsWith(1000);
  (await enter('a', 'first'))();
  clock.set(new Date(clock.now().getTime() - 24 * 3_600_000));
  void enter('a', 'second');
  clock.advance(1000);
  await settled();
  expect(began).toEqual(['first', 'second']);
});

test('a dot at the end of a name makes no other host of it', async () => {
  const { clock, began, enter } = turnsWith(1000);
  await enter('a.example:8080', 'first');
  void enter('a.example.:8080', 'second');
  await settled();
  expect(began).toEqual(['first']);
  clock.advance(1000);
  await settled();
  expect(began).toEqual(['first', 'second']);
});

test('thousands of hosts keep their pauses while those that rest are forgotten', async () => {
  const { clock, began, enter } = turnsWith(1000);
  for (let number = 0; number < 2000; number += 1) (await enter(`${number}.example`, String(number)))();
  void enter('1999.example', 'again');
  await settled();
  expect(began).toHaveLength(2000);
  clock.advance(1000);
  await settled();
  expect(began.at(-1)).toBe('again');
});
