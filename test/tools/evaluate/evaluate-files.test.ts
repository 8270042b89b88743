import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { evaluateFeed } from '../../../tools/evaluate/feed.ts';
import { evaluatePage } from '../../../tools/evaluate/page.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'satwire-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function fileWith(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

test('a feed file gives its items, with plain text and times in UTC', async () => {
  const path = await fileWith(
    'feed.xml',
    `<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Wire</title><link>https://wire.example/</link><language>en</language>
    <item><title>A &lt;b&gt;bold&lt;/b&gt; move</title><link>https://wire.example/1</link><guid>g</guid><author>a@b.example (Ann Lee)</author>
    <pubDate>Mon, 02 Mar 2026 08:00:00 +0100</pubDate><category>Markets</category><description>Short.</description>
    <content:encoded>&lt;p&gt;One.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;two&lt;/li&gt;&lt;/ul&gt;</content:encoded></item></channel></rss>`,
  );
  expect(await evaluateFeed(path)).toEqual({
    file: path,
    title: 'Wire',
    link: 'https://wire.example/',
    language: 'en',
    items: [
      {
        id: 'g',
        url: 'https://wire.example/1',
        title: 'A bold move',
        authors: ['Ann Lee'],
        published: '2026-03-02T07:00:00.000Z',
        updated: null,
        summary: 'Short.',
        content: 'One.\ntwo',
        categories: ['Markets'],
        image: null,
      },
    ],
  });
});

test('a file that is no feed gives what it is', async () => {
  const path = await fileWith('page.html', '<!doctype html><html></html>');
  expect(await evaluateFeed(path)).toEqual({ file: path, error: 'This is an HTML page, not a feed.' });
});

test('a packed page gives its article, a date without a time as such', async () => {
  const text =
    'The port authority has published a plan for digital assets in shipping, which it wants to carry out soon.';
  const page = `<html><head><meta name="author" content="Ann Lee"><meta property="og:image" content="https://wire.example/p.jpg">
    <meta property="article:section" content="Policy"></head><body><article><h1>Harbour city has a plan</h1><p>Jan 06, 2024</p>
    <p>${text}</p><p>${text}</p><p>${text}</p></article></body></html>`;
  const path = await fileWith('page.html.gz', gzipSync(page));
  expect(await evaluatePage(path)).toEqual({
    file: path,
    title: 'Harbour city has a plan',
    text: [text, text, text].join('\n'),
    published: '2024-01-06',
    image: 'https://wire.example/p.jpg',
    imageCredit: null,
    category: 'Policy',
    authors: ['Ann Lee'],
  });
});

test('a page without an article says so', async () => {
  const path = await fileWith('empty.html', '');
  expect(await evaluatePage(path)).toEqual({ file: path, error: 'The page has no article on it.' });
});
