/** The import table of the architecture, as a machine reads it: what each folder may import, types included. */

interface Row {
  /** Of the tree; a file belongs to the row with the longest matching folder. */
  readonly folder: string;
  /** Files or folders (ending in /) outside its own folder. */
  readonly mayImport: readonly string[];
  /** Package names; a trailing * matches any ending. Node's own modules are free to all. */
  readonly packages: readonly string[];
}

const everywhere = ['src/', 'commands/', 'tools/'];

export const importTable: readonly Row[] = [
  { folder: 'src/domain/', mayImport: [], packages: [] },
  { folder: 'src/texts/', mayImport: ['src/domain/'], packages: [] },
  {
    folder: 'src/sources/',
    mayImport: ['src/domain/'],
    packages: ['feedsmith', 'htmlparser2', 'entities', '@mozilla/readability', 'linkedom', 'undici', 'zod'],
  },
  {
    folder: 'src/ingest/',
    mayImport: ['src/domain/', 'src/sources/source.ts', 'src/store/store.ts'],
    packages: [],
  },
  {
    folder: 'src/store/',
    mayImport: ['src/domain/'],
    packages: ['@prisma/*', 'better-sqlite3', 'pg'],
  },
  { folder: 'src/routing/', mayImport: ['src/domain/', 'src/store/store.ts'], packages: [] },
  { folder: 'src/messages/', mayImport: ['src/domain/', 'src/texts/'], packages: [] },
  { folder: 'src/summaries/', mayImport: ['src/domain/', 'src/store/store.ts'], packages: [] },
  {
    folder: 'src/delivery/',
    mayImport: ['src/domain/', 'src/messages/', 'src/store/store.ts', 'src/platforms/platform.ts'],
    packages: [],
  },
  {
    folder: 'src/channels/',
    mayImport: ['src/domain/', 'src/store/store.ts', 'src/platforms/platform.ts'],
    packages: [],
  },
  {
    folder: 'src/dispatch/',
    mayImport: [
      'src/domain/',
      'src/texts/',
      'src/messages/',
      'src/store/store.ts',
      'src/summaries/summary.ts',
      'src/sources/source.ts',
      'src/ingest/ingest.ts',
    ],
    packages: ['zod'],
  },
  {
    folder: 'commands/',
    mayImport: ['src/domain/', 'src/texts/', 'src/messages/', 'src/dispatch/command.ts'],
    packages: ['zod'],
  },
  {
    folder: 'src/platforms/',
    mayImport: ['src/domain/', 'src/texts/', 'src/dispatch/command.ts', 'src/platforms/platform.ts'],
    packages: [],
  },
  ...platformRow('console', []),
  ...platformRow('discord', ['discord.js', '@discordjs/*', 'discord-api-types*']),
  ...platformRow('telegram', ['grammy']),
  {
    folder: 'src/http/',
    mayImport: ['src/domain/', 'src/store/store.ts', 'src/platforms/platform.ts'],
    packages: ['hono', '@hono/node-server', 'prom-client'],
  },
  { folder: 'src/config.ts', mayImport: [], packages: ['zod'] },
  { folder: 'src/logger.ts', mayImport: [], packages: ['pino'] },
  { folder: 'src/schedule.ts', mayImport: [], packages: ['node-cron'] },
  { folder: 'src/main.ts', mayImport: ['src/bot.ts', 'src/config.ts', 'src/logger.ts'], packages: [] },
  { folder: 'src/bot.ts', mayImport: everywhere, packages: ['*'] },
  { folder: 'src/app.ts', mayImport: everywhere, packages: ['*'] },
  // A benchmark runs against the fakes of the tests, in a process of their own.
  { folder: 'tools/bench/', mayImport: [...everywhere, 'test/fakes/'], packages: ['*'] },
  { folder: 'tools/', mayImport: everywhere, packages: ['*'] },
];

function platformRow(name: string, packages: readonly string[]): readonly Row[] {
  const mayImport = ['src/domain/', 'src/texts/', 'src/dispatch/command.ts', 'src/platforms/platform.ts'];
  return [{ folder: `src/platforms/${name}/`, mayImport, packages }];
}

/** One import as it stands in a file: `specifier` is null where it is computed and cannot be read. */
export interface Import {
  readonly file: string;
  readonly specifier: string | null;
  /** The file of the tree that it leads to; null for a package. */
  readonly target: string | null;
}

/** Why an import breaks the table, with file and rule; null when it is allowed. */
export function findViolation(found: Import): string | null {
  const row = importTable
    .filter(({ folder }) => found.file.startsWith(folder))
    .sort((a, b) => b.folder.length - a.folder.length)[0];
  if (row === undefined) return `${found.file}: no row of the import table covers this file`;
  if (found.specifier === null)
    return `${found.file}: imports a computed address, which the table cannot judge`;
  const rule = `${row.folder} may import ${describeRow(row)}`;
  const broken = `${found.file} imports ${found.target ?? found.specifier}, but ${rule}`;
  if (found.target === null) {
    return found.specifier.startsWith('node:') ||
      row.packages.some((name) => matchesName(name, found.specifier))
      ? null
      : broken;
  }
  const target = found.target;
  const isOwn = row.folder.endsWith('/') && target.startsWith(row.folder);
  const isAllowed = row.mayImport.some((to) => (to.endsWith('/') ? target.startsWith(to) : target === to));
  return isOwn || isAllowed ? null : broken;
}

function describeRow(row: Row): string {
  const files = row.mayImport.length === 0 ? 'nothing else of the project' : row.mayImport.join(', ');
  const packages = row.packages.length === 0 ? 'no package' : row.packages.join(', ');
  return `${files}; ${packages}`;
}

/** `undici` covers `undici/types`; a trailing * covers any ending. */
function matchesName(name: string, specifier: string | null): boolean {
  if (specifier === null) return false;
  if (name.endsWith('*')) return specifier.startsWith(name.slice(0, -1));
  return specifier === name || specifier.startsWith(`${name}/`);
}
