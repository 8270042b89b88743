/**
 * The one gate to SQLite. The driver has one connection: a query sent while another task's transaction is open would
 * run inside that transaction and be rolled back with it. Here each query and each transaction waits until the one
 * before it has ended; a transaction's own queries pass. So a transaction must await nothing but its own queries.
 */
import type { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { translateSqliteError } from './sqlite-errors.ts';

export type SqliteAdapter = Awaited<ReturnType<PrismaBetterSqlite3['connect']>>;
type Transaction = Awaited<ReturnType<SqliteAdapter['startTransaction']>>;

export function gateSqlite(inner: SqliteAdapter, path: string): SqliteAdapter {
  const enter = createTurns();
  const inTurn = async <T>(act: () => Promise<T>): Promise<T> => {
    const leave = await enter();
    try {
      return await attempt(act, path);
    } finally {
      leave();
      await breathe();
    }
  };
  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    queryRaw: (query) => inTurn(() => inner.queryRaw(query)),
    executeRaw: (query) => inTurn(() => inner.executeRaw(query)),
    executeScript: (script) => inTurn(() => inner.executeScript(script)),
    async startTransaction() {
      const leave = await enter();
      try {
        return gateTransaction(await begin(inner), leave, path);
      } catch (error) {
        leave();
        throw translateSqliteError(error, path);
      }
    },
    dispose: () => inTurn(() => inner.dispose()),
  };
}

/** The driver begins without a lock, and one taken later fails at once when another program wrote meanwhile. */
async function begin(inner: SqliteAdapter): Promise<Transaction> {
  const transaction = await inner.startTransaction();
  try {
    await transaction.executeRaw(statement('ROLLBACK'));
    await transaction.executeRaw(statement('BEGIN IMMEDIATE'));
    return transaction;
  } catch (error) {
    await transaction.rollback();
    throw error;
  }
}

function gateTransaction(inner: Transaction, leave: () => void, path: string): Transaction {
  let hasEnded = false;
  const end = async (how: 'commit' | 'rollback'): Promise<void> => {
    if (hasEnded) return;
    hasEnded = true;
    await inner[how]();
    leave();
    await breathe();
  };
  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    options: inner.options,
    async queryRaw(query) {
      await breathe();
      return attempt(() => inner.queryRaw(query), path);
    },
    async executeRaw(query) {
      await breathe();
      try {
        return await attempt(() => inner.executeRaw(query), path);
      } catch (error) {
        // After a COMMIT that failed (a full disk) nobody would end the transaction, and the gate would stay shut.
        if (query.sql === 'COMMIT') {
          await inner.executeRaw(statement('ROLLBACK')).catch(() => 0);
          await end('rollback');
        }
        throw error;
      }
    },
    createSavepoint: (name) => attempt(async () => inner.createSavepoint?.(name), path),
    rollbackToSavepoint: (name) => attempt(async () => inner.rollbackToSavepoint?.(name), path),
    releaseSavepoint: (name) => attempt(async () => inner.releaseSavepoint?.(name), path),
    commit: () => end('commit'),
    rollback: () => end('rollback'),
  };
}

const statement = (sql: string) => ({ sql, args: [], argTypes: [] });

async function attempt<T>(act: () => Promise<T>, path: string): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw translateSqliteError(error, path);
  }
}

/** Resolves when it is the caller's turn, with what ends the turn. First come, first served. */
function createTurns(): () => Promise<() => void> {
  let last: Promise<void> = Promise.resolve();
  return () => {
    const before = last;
    const { promise, resolve } = createSignal();
    last = before.then(() => promise);
    return before.then(() => resolve);
  };
}

function createSignal(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

const maxBusyMs = 8;
let idleAt = performance.now();

/** SQLite works on the event loop's own thread: let others have their turn between the queries of a long write. */
async function breathe(): Promise<void> {
  if (performance.now() - idleAt < maxBusyMs) return;
  await new Promise((resume) => {
    setImmediate(resume);
  });
  idleAt = performance.now();
}
