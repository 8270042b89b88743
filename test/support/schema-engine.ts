/** Prisma's own engine for schemas and migrations, as WebAssembly: what `prisma migrate` would say. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type { PrismaPg } from '@prisma/adapter-pg';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';

/** As in prisma.config.ts. */
const externalTables = {
  sqlite: ['', '_data', '_idx', '_docsize', '_config'].map((part) => `StorySearch${part}`),
  postgresql: ['public.StorySearch'],
};

const root = join(import.meta.dirname, '../..');

export interface SchemaEngine {
  /** The SQL that leads from the database's tables to those of the schema; a comment alone when there is none. */
  drift(): Promise<string>;
  /** The SQL that makes the tables of the schema in an empty database. */
  creation(): Promise<string>;
  /** What Prisma thinks of the migrations recorded in the database. */
  diagnose(): Promise<bindings.DiagnoseMigrationHistoryOutput>;
  /** As `prisma migrate deploy`; the names of what it applied. */
  deploy(): Promise<readonly string[]>;
  /** Ends its connections; on SQLite it has locked the file. */
  close(): Promise<void>;
}

export async function openSchemaEngine(
  provider: 'sqlite' | 'postgresql',
  factory: PrismaBetterSqlite3 | PrismaPg,
): Promise<SchemaEngine> {
  await load();
  const path = provider === 'sqlite' ? 'prisma/schema.prisma' : 'src/store/generated/postgresql.prisma';
  const files = [{ path, content: await readFile(join(root, path), 'utf8') }];
  const connections: Connection[] = [];
  const keep = async <Adapter extends Connection>(connecting: Promise<Adapter>): Promise<Adapter> => {
    const adapter = await connecting;
    connections.push(adapter);
    return adapter;
  };
  const engine = await bindings.SchemaEngine.new(
    { datamodels: files.map((file): [string, string] => [file.path, file.content]) },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory({
      provider: factory.provider,
      adapterName: factory.adapterName,
      connect: () => keep(factory.connect()),
      connectToShadowDb: () => keep(factory.connectToShadowDb()),
    }),
  );
  const filters = { externalTables: [...externalTables[provider]], externalEnums: [] };
  const migrationsList = await listMigrations(provider);
  return {
    async drift() {
      const { stdout } = await engine.diff({
        from: { tag: 'schemaDatasource', files, configDir: root },
        to: { tag: 'schemaDatamodel', files },
        script: true,
        exitCode: null,
        filters,
      });
      return stdout ?? '';
    },
    async creation() {
      const to = { tag: 'schemaDatamodel', files } as const;
      const from = { tag: 'empty' } as const;
      return (await engine.diff({ from, to, script: true, exitCode: null, filters })).stdout ?? '';
    },
    diagnose: () =>
      engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters }),
    deploy: async () => (await engine.applyMigrations({ migrationsList, filters })).appliedMigrationNames,
    close: async () => void (await Promise.all(connections.map((connection) => connection.dispose()))),
  };
}

interface Connection {
  dispose(): Promise<void>;
}

async function listMigrations(provider: 'sqlite' | 'postgresql') {
  const baseDir = join(root, 'prisma/migrations', provider);
  const entries = await readdir(baseDir, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const lockfile = 'migration_lock.toml';
  return {
    baseDir,
    lockfile: { path: lockfile, content: await readFile(join(baseDir, lockfile), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.sort().map(async (name) => {
        const value = await readFile(join(baseDir, name, 'migration.sql'), 'utf8');
        return {
          path: name,
          migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value } },
        };
      }),
    ),
  };
}

/** Node has it; its types come with a browser's alone. */
declare const WebAssembly: {
  compile(bytes: Uint8Array): Promise<object>;
  instantiate(
    module: object,
    imports: object,
  ): Promise<{ readonly exports: Readonly<Record<string, unknown>> }>;
};

let isLoaded = false;

async function load(): Promise<void> {
  if (isLoaded) return;
  const file = fileURLToPath(import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg')).replace(
    /\.js$/,
    '.wasm',
  );
  const module = await WebAssembly.compile(await readFile(file));
  const { exports } = await WebAssembly.instantiate(module, { './schema_engine_bg.js': { ...bindings } });
  bindings.__wbg_set_wasm(exports);
  const begin = exports['__wbindgen_start'];
  if (typeof begin === 'function') begin();
  isLoaded = true;
}
