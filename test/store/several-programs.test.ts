import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { createTestClock } from '../support/clock.ts';
import { createTestLog } from '../support/log.ts';
import { makeTestFolder } from '../support/store.ts';

const child = join(import.meta.dirname, '../support/store-child.mjs');
const rounds = 25;

/** Starts a program of its own; `ended` resolves with its exit code and what it complained of. */
function startChild(url: string, name: string) {
  const program = spawn(process.execPath, [child, url, name, String(rounds)], {
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  onTestFinished(() => void program.kill());
  let complaints = '';
  program.stderr.on('data', (part: Buffer) => {
    complaints += part.toString();
  });
  const ended = once(program, 'close').then(([code]: readonly unknown[]) => ({ code, complaints }));
  return { begin: () => program.stdin.write('go\n'), ended };
}

it('makes one database of a missing file for programs that start at once, and keeps what each writes', async () => {
  const url = `file:${join(await makeTestFolder(), 'news.db')}`;
  const names = ['one', 'two', 'three'];
  const children = names.map((name) => startChild(url, name));
  for (const { begin } of children) begin();
  expect(await Promise.all(children.map(({ ended }) => ended))).toEqual(
    names.map(() => ({ code: 0, complaints: '' })),
  );
  const store = await openStore({ url, clock: createTestClock(), log: createTestLog() });
  onTestFinished(() => store.close());
  // What they all showed is there once, what each had alone is there too, and the numbers have no gap.
  const total = rounds * (names.length + 1);
  expect(await store.stories.counts()).toMatchObject({ stories: total, articles: total });
  const anywhere = { scopes: ['global'] } as const;
  const { items } = await store.stories.latest(anywhere, { page: 1, size: total });
  expect(items.map(({ number }) => number).sort((a, b) => a - b)).toEqual(items.map((_, at) => at + 1));
  const search = { kind: 'term', token: 'word' } as const;
  expect((await store.stories.search(search, anywhere, { page: 1, size: 1 })).total).toBe(total);
  for (const name of names) expect(await store.notes.get(`${name}-${rounds - 1}`)).toBe('kept');
});
