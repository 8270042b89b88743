import { describe, expect, it } from 'vitest';
import { findViolation, importTable } from './support/import-table.ts';
import { importsOf, listSourceFiles, readImports } from './support/imports.ts';

describe('the import table', () => {
  it('holds for every import of the tree', () => {
    const files = listSourceFiles();
    expect(files.length).toBeGreaterThan(20);
    const violations = files.flatMap((file) => readImports(file)).map((found) => findViolation(found));
    expect(violations.filter((violation) => violation !== null)).toEqual([]);
  });

  it('leaves only the clients that Prisma generates unread', () => {
    expect(listSourceFiles().filter((file) => file.includes('generated'))).toEqual([]);
  });

  it.each(plantedImports())('refuses $text in $file', ({ file, text, rule }) => {
    const violations = importsOf(file, text).map((found) => findViolation(found));
    expect(violations).toHaveLength(1);
    expect(violations[0]).toContain(file);
    expect(violations[0]).toContain(rule);
  });

  it('has a planted import for each row that forbids anything', () => {
    const planted = new Set(plantedImports().map(({ rule }) => rule));
    const strict = importTable.filter((row) => !row.packages.includes('*'));
    expect(strict.filter((row) => !planted.has(`${row.folder} may import`))).toEqual([]);
  });
});

describe('reading imports', () => {
  it.each([
    ['a static import', `import { a } from './a.ts';`],
    ['an import of a type', `import type { A } from './a.ts';`],
    ['an import for its effect', `import './a.ts';`],
    ['a re-export of names', `export { a } from './a.ts';`],
    ['a re-export of everything', `export * from './a.ts';`],
    ['a re-export of types', `export type * from './a.ts';`],
    ['a dynamic import', `const a = await import('./a.ts');`],
    ['a type written in place', `let a: import('./a.ts').A;`],
    ['an import assignment', `import a = require('./a.ts');`],
  ])('sees %s', (_, text) => {
    expect(importsOf('src/domain/b.ts', text)).toEqual([
      { file: 'src/domain/b.ts', specifier: './a.ts', target: 'src/domain/a.ts' },
    ]);
  });

  it('does not take text or comments for imports', () => {
    expect(importsOf('src/domain/b.ts', `// import './a.ts'\nconst text = "import './a.ts'";`)).toEqual([]);
  });

  it('reports an address that is computed', () => {
    const [found] = importsOf('src/app.ts', 'await import(name);');
    expect(found && findViolation(found)).toContain('computed');
  });

  it('reports a file that no row covers', () => {
    const [found] = importsOf('src/helpers/b.ts', `import './a.ts';`);
    expect(found && findViolation(found)).toContain('no row');
  });
});

/** One forbidden import for each row of the table, as somebody might write it in passing. */
function plantedImports(): readonly { file: string; text: string; rule: string }[] {
  const plant = (file: string, text: string, folder: string) => ({
    file,
    text,
    rule: `${folder} may import`,
  });
  return [
    plant('src/domain/x.ts', `import type { Store } from '../store/store.ts';`, 'src/domain/'),
    plant('src/domain/x.ts', `import { z } from 'zod';`, 'src/domain/'),
    plant('src/texts/x.ts', `import { storyMessage } from '../messages/story-message.ts';`, 'src/texts/'),
    plant('src/sources/x.ts', `import type { Store } from '../store/store.ts';`, 'src/sources/'),
    plant('src/ingest/x.ts', `import { fetchText } from '../sources/fetch.ts';`, 'src/ingest/'),
    plant('src/store/x.ts', `import { english } from '../texts/english.ts';`, 'src/store/'),
    plant('src/routing/x.ts', `export { openStore } from '../store/open-store.ts';`, 'src/routing/'),
    plant('src/messages/x.ts', `import type { Store } from '../store/store.ts';`, 'src/messages/'),
    plant('src/summaries/x.ts', `import { english } from '../texts/english.ts';`, 'src/summaries/'),
    plant('src/delivery/x.ts', `await import('../routing/route.ts');`, 'src/delivery/'),
    plant(
      'src/channels/x.ts',
      `import type { DeliveryStage } from '../delivery/delivery.ts';`,
      'src/channels/',
    ),
    plant('src/dispatch/x.ts', `import type { Platform } from '../platforms/platform.ts';`, 'src/dispatch/'),
    plant('commands/x.ts', `import type { Store } from '../src/store/store.ts';`, 'commands/'),
    plant('src/platforms/platform.ts', `import type { Store } from '../store/store.ts';`, 'src/platforms/'),
    plant('src/platforms/console/x.ts', `import { Bot } from 'grammy';`, 'src/platforms/console/'),
    plant('src/platforms/discord/x.ts', `import '../telegram/render.ts';`, 'src/platforms/discord/'),
    plant('src/platforms/telegram/x.ts', `import { Client } from 'discord.js';`, 'src/platforms/telegram/'),
    plant('src/http/x.ts', `import '../delivery/delivery.ts';`, 'src/http/'),
    plant('src/config.ts', `import './domain/channel.ts';`, 'src/config.ts'),
    plant('src/logger.ts', `let log: import('./domain/log.ts').Log;`, 'src/logger.ts'),
    plant('src/schedule.ts', `import './app.ts';`, 'src/schedule.ts'),
    plant('src/main.ts', `import './store/open-store.ts';`, 'src/main.ts'),
  ];
}
