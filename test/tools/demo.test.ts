import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDemo } from '../../tools/demo/open-demo.ts';
import { recreateDatabase } from '../../tools/demo/recreate-database.ts';
import { createTestLog } from '../support/log.ts';
import { makeTestFolder } from '../support/store.ts';

/** Starts the whole demo on streams of the test's own. */
async function startDemo() {
  const log = createTestLog();
  const input = new PassThrough();
  const watch = { text: '', onText: () => {} };
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      watch.text += chunk.toString('utf8');
      watch.onText();
      done();
    },
  });
  const databasePath = join(await makeTestFolder(), 'data', 'demo.db');
  const demo = await openDemo({ streams: { input, output }, log, databasePath });
  onTestFinished(() => demo.stop());
  await demo.start();
  const shown = (part: string) =>
    new Promise<void>((resolve) => {
      watch.onText = () => {
        if (watch.text.includes(part)) resolve();
      };
      watch.onText();
    });
  return { demo, input, shown, watch, log };
}

describe('the demo', () => {
  it('greets, answers each line in order, and ends with its input', async () => {
    const { demo, input, watch, log } = await startDemo();
    input.end('/latest\n/search hong kong\n/summarize 3\n');
    await demo.left;
    const [greeting = '', latest = '', search = '', summary = ''] = watch.text.split('#policy-desk > ');
    expect(greeting.replaceAll(/\s+/g, ' ')).toContain('has told 34 stories so far, by 6 publishers');
    expect(latest).toContain('Hong Kong grants first stablecoin licences');
    expect(search).toContain('2 stories for “hong kong”');
    expect(summary).toContain('Qamar Bank sells a tokenized sukuk');
    expect(log.lines.filter((line) => line.level === 'error')).toEqual([]);
  });

  it('posts a live story to the channel that subscribes to its category, and to no other', async () => {
    const { shown, watch } = await startDemo();
    await shown('[#market-watch] 📈 Markets');
    expect(watch.text).toContain('[#policy-desk] ⚖️ Policy & Regulation');
    expect(watch.text).not.toContain('[#market-watch] ⚖️');
    expect(watch.text).not.toContain('[#policy-desk] 📈');
  });

  it('says what to do where its database cannot be recreated', async () => {
    const folder = await makeTestFolder();
    await writeFile(join(folder, 'data'), 'a file in the place of the folder');
    await expect(recreateDatabase(join(folder, 'data', 'demo.db'))).rejects.toThrow(
      /cannot begin with a fresh .*demo\.db: .* Delete it, or see that the folder/,
    );
    await mkdir(join(folder, 'other', 'demo.db'), { recursive: true });
    await expect(recreateDatabase(join(folder, 'other', 'demo.db'))).rejects.toThrow(/Delete it/);
  });
});
