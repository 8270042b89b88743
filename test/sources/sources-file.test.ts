import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { MendableError, reasonOf } from '../../src/domain/errors.ts';
import { catalog } from '../../src/sources/catalog.ts';
import { parseSources, readSourcesFile } from '../../src/sources/sources-file.ts';

const problemIn = (text: string): string => {
  try {
    parseSources(text, 'my-sources.json');
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(MendableError);
    return reasonOf(thrown);
  }
  throw new Error('the file is right');
};

test('a short entry is a feed, not yet confirmed', () => {
  expect(
    parseSources('[{"key":"wire","name":"Harbour Wire","url":"https://wire.example/feed"}]', 'f'),
  ).toEqual([
    {
      key: 'wire',
      name: 'Harbour Wire',
      kind: 'feed',
      url: 'https://wire.example/feed',
      home: null,
      language: null,
      address: 'unconfirmed',
      settings: {},
    },
  ]);
});

test.each([
  ['Example Wire', 'example-wire'],
  ['  The Börse & Co. ', 'the-borse-co'],
  ['A name that is much longer than any key may ever be', 'a-name-that-is-much-longer-than-any-key'],
])('an entry without a key gets one from its name: %s', (name, key) => {
  const [source] = parseSources(JSON.stringify([{ name, url: 'https://wire.example/feed' }]), 'f');
  expect(source).toMatchObject({ key, name: name.trim() });
});

test('an entry whose name has no letters for a key needs one', () => {
  const file = [{ name: '链闻', url: 'https://wire.example/feed' }];
  expect(problemIn(JSON.stringify(file))).toContain('- entry 1: key is missing');
});

test('settings are read by the kind of the source', () => {
  const [listing] = parseSources(
    '[{"key":"l","name":"L","url":"https://l.example","kind":"listing","settings":{"item":"article","timeZone":"Asia/Seoul"}}]',
    'f',
  );
  expect(listing?.settings).toEqual({ item: 'article', link: 'a', timeZone: 'Asia/Seoul' });
});

test('every problem is told, by entry, with an example of what is right', () => {
  const file = [
    { key: 'Wire!', name: '', url: 'ftp://x.example', colour: 'red' },
    { key: 'ok', name: 'Ok', url: 'https://ok.example' },
    { key: 'ok', name: 'Ok again', url: 'https://ok.example', settings: { timeZone: 'Mars/North' } },
    { url: 5, kind: 'paper' },
    { key: 'l', name: 'L', url: 'https://l.example', kind: 'listing', settings: { items: 'li' } },
    'text',
  ];
  expect(problemIn(JSON.stringify(file))).toMatchInlineSnapshot(`
    "The sources file my-sources.json has 14 problems:
    - entry 1 ("Wire!"): key must be 1 to 40 of a-z, 0-9 and -
    - entry 1 ("Wire!"): name must have 1 to 100 characters
    - entry 1 ("Wire!"): url must be an address that begins with http:// or https://
    - entry 1 ("Wire!"): colour is not known
    - entry 3 ("ok"): settings.timeZone must be a time zone such as "Asia/Seoul"
    - entry 4: key is missing
    - entry 4: name is missing
    - entry 4: url expected string, received number
    - entry 4: kind must be one of feed, sitemap, listing, api
    - entry 5 ("l"): settings.item is missing
    - entry 5 ("l"): settings.items is not known
    - entry 6: expected object, received string
    - entry 3 ("ok"): key is already that of entry 2
    - entry 3 ("ok"): url is already that of entry 2
    An example of a right file: [{"key": "example", "name": "Example News", "url": "https://news.example/feed.xml", "language": "en"}]"
  `);
});

test.each([
  ['{', /^The sources file my-sources\.json is not JSON \(.+\)\. An example: \[/],
  ['{}', /^The sources file my-sources\.json must be a JSON list of at least one source\. An example: \[/],
  ['[]', /must be a JSON list of at least one source/],
])('a file that is no list is told: %s', (text, message) => {
  expect(problemIn(text)).toMatch(message);
});

describe('a file on the disk', () => {
  test('is read', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'satwire-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const path = join(folder, 'sources.json');
    await writeFile(path, '\ufeff[{"key":"wire","name":"Harbour Wire","url":"https://wire.example/feed"}]');
    expect(await readSourcesFile(path)).toHaveLength(1);
  });

  test('that is not there is told by its name', async () => {
    await expect(readSourcesFile('/nowhere/sources.json')).rejects.toThrow(
      /^The sources file \/nowhere\/sources\.json cannot be read/,
    );
  });
});

describe('the built-in catalog', () => {
  test('passes the rules for a file of sources', () => {
    const entries = catalog.map((entry) => ({ ...entry, address: undefined }));
    expect(parseSources(JSON.stringify(entries), 'catalog')).toHaveLength(35);
  });

  test('says of each address whether it was seen to work', () => {
    expect(catalog.filter((source) => source.address === 'seen')).toHaveLength(12);
    expect(catalog.filter((source) => source.address === 'unconfirmed')).toHaveLength(23);
  });
});
