/** The built program as a person starts it: what it says, what it does, how it ends. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startPublisher, type Publisher } from '../fakes/publisher.ts';
import { startProgram } from '../support/program.ts';
import { makeTestFolder } from '../support/store.ts';

const stackLine = /\n\s+at .+:\d+/;

/** Starts it with settings that it cannot start with; `files` are written into its folder first. */
async function refusal(
  settings: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>> = {},
): Promise<string> {
  const folder = await makeTestFolder();
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const { code, output, errors } = await startProgram(folder, settings).ended;
  expect({ code, output }).toEqual({ code: 1, output: '' });
  expect(errors).not.toMatch(stackLine);
  return errors.replaceAll(folder, '<folder>');
}

describe('the program does not start, and says how to mend it', { timeout: 60_000 }, () => {
  test('with wrong settings, all told at once', async () => {
    const told = await refusal({ LOG_LEVEL: 'loud', TELEGRAM_TOKEN: 'mine', DATABASE_URL: 'mysql://x' });
    expect(told).toMatchInlineSnapshot(`
      "Satwire cannot start with these settings:
        DATABASE_URL must begin with file: or postgresql://. Example: DATABASE_URL=postgresql://satwire:secret@127.0.0.1:5432/satwire
        TELEGRAM_TOKEN must look like 123456:ABC-DEF, as BotFather gives it. Example: TELEGRAM_TOKEN=123456789:AAabbccddeeff
        LOG_LEVEL must be debug, info, warn, error or silent. Example: LOG_LEVEL=debug
      "
    `);
  });

  test('with errors in the sources file, all told by entry', async () => {
    const list = [{ name: 'Wire', url: 'ftp://wire.example' }, 7, { name: 'Wire', url: 'https://a.example' }];
    expect(await refusal({ SOURCES_FILE: 'sources.json' }, { 'sources.json': JSON.stringify(list) }))
      .toMatchInlineSnapshot(`
      "The sources file sources.json has 3 problems:
      - entry 1 ("wire"): url must be an address that begins with http:// or https://
      - entry 2: expected object, received number
      - entry 3 ("wire"): key is already that of entry 1
      An example of a right file: [{"key": "example", "name": "Example News", "url": "https://news.example/feed.xml", "language": "en"}]
      "
    `);
  });

  test('without the sources file that it was given', async () => {
    expect(await refusal({ SOURCES_FILE: 'none.json' })).toMatchInlineSnapshot(`
      "The sources file none.json cannot be read (ENOENT: no such file or directory, open 'none.json'): correct SOURCES_FILE, or see that this user may read the file.
      "
    `);
  });

  test.each([
    ['file:notes.txt', 'is not an SQLite database: move it away'],
    ['file:notes.txt/satwire.db', 'set DATABASE_URL to another file'],
    ['file:.', 'set DATABASE_URL to another file'],
    ['postgresql://127.0.0.1:1/satwire', 'PostgreSQL does not answer at 127.0.0.1:1: start it'],
  ])('with a database that cannot be opened: %s', async (url, remedy) => {
    const told = await refusal({ DATABASE_URL: url }, { 'notes.txt': 'no database, but a page of notes\n' });
    expect(told).toContain(remedy);
  });
});

const item = (publisher: Publisher, title: string, minutesAgo: number) => {
  const published = new Date(Date.now() - minutesAgo * 60_000).toUTCString();
  const path = title.toLowerCase().replaceAll(' ', '-');
  return `<item><title>${title}</title><link>${publisher.url}/${path}</link><pubDate>${published}</pubDate>
<description>${'The regulator said on Monday what it thinks of the matter. '.repeat(20)}</description></item>`;
};

/** A folder with a sources file for one publisher of the test's own. */
async function setUp() {
  const publisher = await startPublisher();
  onTestFinished(() => publisher.close());
  const folder = await makeTestFolder();
  const sources = [{ name: 'Harbour Wire', url: `${publisher.url}/feed` }];
  await writeFile(join(folder, 'sources.json'), JSON.stringify(sources));
  const settings = { SOURCES_FILE: 'sources.json', FETCH_PRIVATE_ADDRESSES: 'true' };
  return { publisher, folder, start: (more = {}) => startProgram(folder, { ...settings, ...more }) };
}

const feedOf = (items: readonly string[]) => ({
  headers: { 'content-type': 'application/rss+xml' },
  body: `<rss version="2.0"><channel><title>Harbour Wire</title>${items.join('')}</channel></rss>`,
});

describe('the program at work', { timeout: 60_000 }, () => {
  test('takes a story from a feed to the console by a typed subscription, once over restarts', async () => {
    const { publisher, start } = await setUp();
    const titles = ['Oslo licenses an exchange', 'Lisbon fines a broker'];
    publisher.serve('/feed', feedOf(titles.map((title, index) => item(publisher, title, index + 1))));
    // At this level the log says when the source has been read.
    const first = start({ LOG_LEVEL: 'debug' });
    await first.said('Neither Discord nor Telegram is on: set DISCORD_TOKEN or TELEGRAM_TOKEN');
    await first.said('source read');
    first.type('/latest');
    await first.said('Lisbon fines a broker');
    first.type('/subscribe everything:yes last:2');
    // The newest comes last.
    await first.said('Oslo licenses an exchange');
    first.signal('SIGTERM');
    const { code, output, errors } = await first.ended;
    expect(code).toBe(0);
    expect(errors).not.toMatch(/"level":"(warn|error)"/);
    expect(output.match(/\[#console\]/g)).toHaveLength(2);
    const again = start();
    await again.said('/help');
    again.type('/status');
    await again.said(' sent');
    again.signal('SIGTERM');
    expect((await again.ended).output).toContain('2 sent');
    expect((await again.ended).output).not.toContain('[#console]');
  });

  test('says that no source can be reached, and goes on', async () => {
    const { publisher, start } = await setUp();
    publisher.serve('/feed', { status: 500 });
    const program = start();
    await program.said('could not be reached. Satwire keeps trying');
    program.type('/sources');
    await program.said('(HTTP 500)');
    program.type('/lates');
    await program.said('There is no command /lates. Did you mean /latest?');
    program.type('/summarize 42');
    await program.said('There is no story 42 here.');
    program.signal('SIGINT');
    expect(await program.ended).toMatchObject({ code: 0, errors: '' });
  });

  test("holds to the owners' rules for adding sources", async () => {
    const { publisher, start } = await setUp();
    publisher.serve('/feed', feedOf([]));
    const program = start({ SOURCES_ADDED_BY: 'owners', SOURCES_PER_SERVER: '0' });
    await program.said('/help');
    program.type('/help sources');
    await program.said('For the owners of this bot.');
    // At the console everybody is an owner.
    program.type(`/sources add ${publisher.url}/feed`);
    await program.said('(SOURCES_PER_SERVER)');
    program.signal('SIGINT');
    expect(await program.ended).toMatchObject({ code: 0 });
  });

  test('stops while a source leaves it waiting, and reads it anew at the next start', async () => {
    const { publisher, start } = await setUp();
    publisher.serve('/feed', 'never');
    for (let runs = 0; runs < 2; runs += 1) {
      const asked = publisher.nextRequest('/feed');
      const program = start();
      await asked;
      program.signal('SIGTERM');
      const { code, output, errors } = await program.ended;
      expect({ code, errors }).toEqual({ code: 0, errors: '' });
      expect(output).not.toContain('could not be reached');
    }
  });

  test('ends at once where its web server finds the port taken, and says what to set', async () => {
    const { publisher, start } = await setUp();
    publisher.serve('/feed', 'never');
    const { code, errors } = await start({ HTTP_PORT: new URL(publisher.url).port }).ended;
    expect(code).toBe(1);
    expect(errors).toMatch(
      /^The web server cannot listen on 127\.0\.0\.1:\d+ .*: set HTTP_PORT to a port that is free/,
    );
    expect(errors).not.toMatch(stackLine);
    expect(publisher.requests).toEqual([]);
  });

  test('tells a folder in the place of .env', async () => {
    const { folder, start } = await setUp();
    await mkdir(join(folder, '.env'));
    const { code, errors } = await start().ended;
    expect({ code, errors: errors.replaceAll(folder, '<folder>') }).toMatchInlineSnapshot(`
      {
        "code": 1,
        "errors": "The file .env in <folder> cannot be read: make it a text file that this user may read, or move it away.
      ",
      }
    `);
  });
});
