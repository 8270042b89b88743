import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface Migration {
  readonly name: string;
  readonly script: string;
  /** As Prisma records it: SHA-256 of the file, in hex. */
  readonly checksum: string;
}

/** The history of one database, the oldest first. */
export async function readMigrations(provider: 'sqlite' | 'postgresql'): Promise<readonly Migration[]> {
  const folder = join(packageRoot(import.meta.dirname), 'prisma/migrations', provider);
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const script = await readFile(join(folder, name, 'migration.sql'), 'utf8');
      return { name, script, checksum: createHash('sha256').update(script).digest('hex') };
    }),
  );
}

/** The migrations stand beside src and are not compiled, so from dist the way up is longer. */
function packageRoot(from: string): string {
  if (existsSync(join(from, 'package.json')) && existsSync(join(from, 'prisma/migrations'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('prisma/migrations is missing beside package.json');
  return packageRoot(parent);
}
