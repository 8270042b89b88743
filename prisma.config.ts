import { defineConfig } from 'prisma/config';

const isPostgres = /^postgres(ql)?:/.test(process.env['DATABASE_URL'] ?? '');

/** A virtual table of SQLite, and what it keeps its index in. */
const fts5Tables = ['', '_data', '_idx', '_docsize', '_config'].map((part) => `StorySearch${part}`);

/** For Prisma's own commands; the bot does not need it. The search index is made by migrations alone. */
export default defineConfig({
  schema: isPostgres ? 'src/store/generated/postgresql.prisma' : 'prisma/schema.prisma',
  migrations: { path: isPostgres ? 'prisma/migrations/postgresql' : 'prisma/migrations/sqlite' },
  datasource: { url: process.env['DATABASE_URL'] ?? 'file:./data/satwire.db' },
  experimental: { externalTables: true },
  tables: { external: isPostgres ? ['public.StorySearch'] : fts5Tables },
});
