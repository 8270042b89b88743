/** Reads every import of the tree: static, dynamic, re-exported, and of types alone. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'oxc-parser';
import type { Import } from './import-table.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** All source files of the program, relative to the project, generated code left out. */
export function listSourceFiles(): readonly string[] {
  return ['src', 'commands', 'tools']
    .filter((folder) => existsSync(path.join(root, folder)))
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
        path.posix.join(folder, file.split(path.sep).join('/')),
      ),
    )
    .filter((file) => file.endsWith('.ts') && !file.startsWith('src/store/generated/'))
    .sort();
}

export function readImports(file: string): readonly Import[] {
  return importsOf(file, readFileSync(path.join(root, file), 'utf8'));
}

/** The imports of a text as if it were `file` (relative to the project). */
export function importsOf(file: string, text: string): readonly Import[] {
  const parsed = parseSync(file, text);
  const [error] = parsed.errors;
  if (error !== undefined) throw new Error(`${file}: ${error.message}`);
  const found: (string | null)[] = [];
  collect(parsed.program, found);
  return found.map((specifier) => ({ file, specifier, target: resolve(file, specifier) }));
}

function resolve(file: string, specifier: string | null): string | null {
  if (specifier === null || !specifier.startsWith('.')) return null;
  return path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier));
}

/** Walks the syntax tree; every node that names a module adds its specifier, or null where that is computed. */
function collect(node: unknown, found: (string | null)[]): void {
  if (Array.isArray(node)) {
    for (const each of node) collect(each, found);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const fields: Record<string, unknown> = { ...node };
  switch (fields['type']) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      found.push(literalOf(fields['source'] ?? fields['argument']));
      break;
    case 'ExportNamedDeclaration':
      if (fields['source'] !== null) found.push(literalOf(fields['source']));
      break;
    case 'TSExternalModuleReference':
      found.push(literalOf(fields['expression']));
      break;
    default:
  }
  for (const value of Object.values(fields)) collect(value, found);
}

function literalOf(node: unknown): string | null {
  if (typeof node !== 'object' || node === null) return null;
  if ('literal' in node) return literalOf(node.literal);
  return 'value' in node && typeof node.value === 'string' ? node.value : null;
}
