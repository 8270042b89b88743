import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openSqlite } from '../../src/store/sqlite.ts';
import { createTestLog } from '../support/log.ts';
import { makeTestFolder } from '../support/store.ts';

async function openGate() {
  const path = join(await makeTestFolder(), 'gate.db');
  const database = await openSqlite(`file:${path}`, createTestLog());
  onTestFinished(() => database.close());
  return database;
}

const note = (key: string) => ({ data: { key, value: key } });

it('keeps a write that was sent while a transaction was open which is then rolled back', async () => {
  const { queries, transaction } = await openGate();
  let outside: Promise<unknown> = Promise.resolve();
  const failing = transaction(async (own) => {
    await own.note.create(note('inside'));
    outside = queries.note.create(note('outside')).then((row) => row);
    await own.note.create(note('inside too'));
    throw new Error('taken back');
  });
  await expect(failing).rejects.toThrow('taken back');
  await outside;
  expect(await queries.note.findMany({ select: { key: true } })).toEqual([{ key: 'outside' }]);
});

it('shows nobody what a transaction has not committed', async () => {
  const { queries, transaction } = await openGate();
  let seen: Promise<number> = Promise.resolve(0);
  const failing = transaction(async (own) => {
    await own.note.create(note('inside'));
    seen = queries.note.count().then((count) => count);
    throw new Error('taken back');
  });
  await expect(failing).rejects.toThrow('taken back');
  expect(await seen).toBe(0);
});

it('runs transactions one after another, and goes on after one that failed', async () => {
  const { queries, transaction } = await openGate();
  const order: string[] = [];
  const outcomes = await Promise.allSettled(
    Array.from({ length: 10 }, (_, at) =>
      transaction(async (own) => {
        order.push(`begin ${at}`);
        await own.note.create(note(`${at}`));
        await own.note.count();
        order.push(`end ${at}`);
        if (at % 2 === 0) throw new Error('taken back');
      }),
    ),
  );
  expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(5);
  expect(order).toEqual(Array.from({ length: 10 }, (_, at) => [`begin ${at}`, `end ${at}`]).flat());
  expect(await queries.note.count()).toBe(5);
});

it('goes on after a disk that was full, having lost nothing but what was being written', async () => {
  const { queries, transaction } = await openGate();
  await queries.note.create(note('before'));
  const [pages] = await queries.$queryRawUnsafe<{ page_count: bigint }[]>('PRAGMA page_count');
  await queries.$queryRawUnsafe(`PRAGMA max_page_count = ${Number(pages?.page_count) + 5}`);
  const big = { data: { key: 'big', value: 'x'.repeat(1_000_000) } };
  const filling = transaction(async (own) => {
    await own.note.create(note('inside'));
    await own.note.create(big);
  });
  await expect(filling).rejects.toThrow(/The disk that holds .*gate\.db is full: free some space\./);
  await expect(queries.note.create(big)).rejects.toThrow('is full');
  await queries.note.create(note('after'));
  const rows = await queries.note.findMany({ select: { key: true }, orderBy: { key: 'asc' } });
  expect(rows).toEqual([{ key: 'after' }, { key: 'before' }]);
});
