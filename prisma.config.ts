import { defineConfig } from 'prisma/config';

const isPostgres = /^postgres(ql)?:/.test(process.env['DATABASE_URL'] ?? '');

/** For Prisma's own commands; the bot does not need it. The search index is made by migrations alone. */
export default defineConfig({
  schema: isPostgres ? 'src/store/generated/postgresql.prisma' : 'prisma/schema.prisma',
  migrations: { path: isPostgres ? 'prisma/migrations/postgresql' : 'prisma/migrations/sqlite' },
  datasource: { url: process.env['DATABASE_URL'] ?? 'file:./data/satwire.db' },
  experimental: { externalTables: true },
  tables: { external: ['StorySearch'] },
});
