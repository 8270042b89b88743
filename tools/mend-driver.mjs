// After an install: where npm compiled the SQLite driver itself on Node 24.19 or newer, compiles it once more without
// what would abort the program there. Version 13 of the driver has no such fault but does not run on Node 20.
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const driver = dirname(createRequire(import.meta.url).resolve('better-sqlite3/package.json'));
const isCompiledHere = existsSync(join(driver, 'build/Release/obj.target'));
const markPath = join(driver, 'build/mended');

if (isAffected(process.versions.node) && isCompiledHere && !existsSync(markPath)) {
  const header = join(import.meta.dirname, 'object-wrap-without-hooks.h');
  const flags = `${process.env.CXXFLAGS ?? ''} -include "${header}"`.trim();
  execFileSync('npm', ['rebuild', 'better-sqlite3'], {
    stdio: 'inherit',
    env: { ...process.env, CXXFLAGS: flags },
  });
  writeFileSync(markPath, '');
}

function isAffected(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return process.platform !== 'win32' && (major > 24 || (major === 24 && minor >= 19));
}
