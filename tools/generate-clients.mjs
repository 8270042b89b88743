// Generates both Prisma clients from the one schema, without the network. Does nothing when they are up to date.
// Plain JavaScript: it runs before anything is compiled, and the compiler needs what it makes.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const generated = join(root, 'src/store/generated');
const schemaPath = join(root, 'prisma/schema.prisma');
const stampPath = join(generated, 'stamp');
const require = createRequire(import.meta.url);

const schema = readFileSync(schemaPath, 'utf8');
const stamp = createHash('sha256')
  .update(readFileSync(import.meta.filename))
  .update(require('prisma/package.json').version)
  .update(schema)
  .digest('hex');

if (!existsSync(stampPath) || readFileSync(stampPath, 'utf8') !== stamp) {
  rmSync(generated, { recursive: true, force: true });
  mkdirSync(generated, { recursive: true });
  const variantPath = join(generated, 'postgresql.prisma');
  writeFileSync(variantPath, postgresqlVariant(schema));
  generate(schemaPath);
  generate(variantPath);
  writeFileSync(stampPath, stamp);
}

/** @param {string} schema */
function postgresqlVariant(schema) {
  return schema
    .replace('provider = "sqlite"', 'provider = "postgresql"')
    .replace('"../src/store/generated/sqlite"', '"./postgresql"');
}

/** @param {string} path */
function generate(path) {
  const prisma = join(require.resolve('prisma/package.json'), '../build/index.js');
  try {
    execFileSync(process.execPath, [prisma, 'generate', '--schema', path], {
      cwd: root,
      encoding: 'utf8',
      stdio: 'pipe',
      // Prisma would download its schema engine, which generating does not use: any existing file stops that.
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      },
    });
  } catch (error) {
    rmSync(stampPath, { force: true });
    console.error(
      `Prisma could not generate its client from ${path}:\n${error.stdout ?? ''}${error.stderr ?? error}`,
    );
    process.exit(1);
  }
}
