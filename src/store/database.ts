import type { Id } from '../domain/ids.ts';
import type { Clock } from '../domain/clock.ts';
import type { Log } from '../domain/log.ts';
import type { Dialect } from './dialect.ts';
import type { Prisma } from './generated/sqlite/client.ts';

/** Prisma's client for either database, or the same within a transaction. */
export type Queries = Omit<Prisma.TransactionClient, '$transaction'>;

/** What the parts of the store share. */
export interface Database {
  readonly queries: Queries;
  readonly dialect: Dialect;
  readonly newId: () => Id;
  readonly clock: Clock;
  readonly log: Log;
  /** This copy of the program, for leases. */
  readonly copy: string;
  /** All of what `act` writes, or nothing. It must await nothing but its own queries. */
  transaction<T>(act: (queries: Queries) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const minuteMs = 60_000;

/** Transactions wait for each other at the gate, so the time to begin is long. */
export const transactionTimes = { maxWait: 5 * minuteMs, timeout: 5 * minuteMs };
