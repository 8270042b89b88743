import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseRobots } from '../../../src/sources/http/robots.ts';
import { createSourceReader } from '../../../src/sources/source-reader.ts';
import type { SourceReader } from '../../../src/sources/source.ts';
import { startPublisher, type Publisher } from '../../fakes/publisher.ts';
import { createTestClock, type TestClock } from '../../support/clock.ts';
import { createTestLog } from '../../support/log.ts';

describe('a path may be read', () => {
  test.each([
    ['no rules', '', '/a', true],
    ['a rule for everybody', 'User-agent: *\nDisallow: /private', '/private/a', false],
    ['a rule for another path', 'User-agent: *\nDisallow: /private', '/public', true],
    ['a rule for another program', 'User-agent: other\nDisallow: /', '/a', true],
    ['a rule for us', 'User-agent: Satwire\nDisallow: /', '/a', false],
    [
      'our own rules before those for everybody',
      'User-agent: *\nDisallow: /\n\nUser-agent: satwire\nDisallow: /b',
      '/a',
      true,
    ],
    ['one group for several programs', 'User-agent: other\nUser-agent: satwire\nDisallow: /a', '/a', false],
    ['the longer rule', 'User-agent: *\nDisallow: /a\nAllow: /a/b', '/a/b/c', true],
    ['of two rules of one length, the one that allows', 'User-agent: *\nDisallow: /a\nAllow: /a', '/a', true],
    ['an empty rule', 'User-agent: *\nDisallow:', '/a', true],
    ['a star', 'User-agent: *\nDisallow: /*/print', '/a/b/print', false],
    ['an end', 'User-agent: *\nDisallow: /*.pdf$', '/a.pdf', false],
    ['an end that is not met', 'User-agent: *\nDisallow: /*.pdf$', '/a.pdf?x', true],
    ['a query', 'User-agent: *\nDisallow: /*?print=', '/a?print=1', false],
    ['comments and odd spelling', 'USER-AGENT : *  # all\r\ndisallow:/a # no', '/a', false],
  ])('%s', (_, text, path, expected) => {
    expect(parseRobots(text, 'satwire').allows(path)).toBe(expected);
  });

  test('without the time that many stars could cost', () => {
    const rules = parseRobots(`User-agent: *\nDisallow: /${'*a'.repeat(500)}$`, 'satwire');
    expect(rules.allows(`/${'a'.repeat(20_000)}b`)).toBe(true);
  });
});

test('sitemaps are told, whoever they stand under', () => {
  const text = 'Sitemap: https://x.example/a.xml\nUser-agent: other\nSitemap: https://x.example/b.xml';
  expect(parseRobots(text, 'satwire').sitemaps).toEqual([
    'https://x.example/a.xml',
    'https://x.example/b.xml',
  ]);
});

describe('before a page is read', () => {
  let publisher: Publisher;
  let reader: SourceReader;
  let clock: TestClock;
  const page = { headers: { 'content-type': 'text/html' }, body: '<h1>Ledger opens</h1><p>Text.</p>' };
  const asked = (): number => publisher.requests.filter(({ path }) => path === '/robots.txt').length;

  beforeEach(async () => {
    publisher = await startPublisher();
    clock = createTestClock();
    reader = createSourceReader({ clock, log: createTestLog(), allowPrivateAddresses: true });
    publisher.serve('/a', page);
    publisher.serve('/private/a', page);
  });
  afterEach(async () => {
    await publisher.close();
    await reader.close();
  });

  test('the host is asked whether it may be', async () => {
    publisher.serve('/robots.txt', { body: 'User-agent: *\nDisallow: /private' });
    expect(await reader.readPage(`${publisher.url}/a`, null)).toMatchObject({ kind: 'read' });
    expect(await reader.readPage(`${publisher.url}/private/a`, null)).toEqual({
      kind: 'failed',
      reason: "The host's robots.txt asks programs not to read this page.",
    });
    expect(publisher.requests.map(({ path }) => path)).toEqual(['/robots.txt', '/a']);
  });

  test('the answer is kept for a day', async () => {
    await reader.readPage(`${publisher.url}/a`, null);
    await reader.readPage(`${publisher.url}/a`, null);
    expect(asked()).toBe(1);
    clock.advance(24 * 3_600_000);
    await reader.readPage(`${publisher.url}/a`, null);
    expect(asked()).toBe(2);
  });

  test('a host that cannot tell allows it', async () => {
    publisher.serve('/robots.txt', { status: 500 });
    expect(await reader.readPage(`${publisher.url}/a`, null)).toMatchObject({ kind: 'read' });
  });
});
