import { describe, expect, test } from 'vitest';
import { parseRobots } from '../../../src/sources/http/robots.ts';

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
    ['our name with a version', 'User-agent: Satwire/0.1 (news reader)\nDisallow: /', '/a', false],
    ['a program whose name begins like ours', 'User-agent: satwirebot\nDisallow: /', '/a', true],
    [
      'a delay between two names',
      'User-agent: a\nCrawl-delay: 9\nUser-agent: satwire\nDisallow: /a',
      '/a',
      false,
    ],
    ['a rule before any name', 'Disallow: /\nUser-agent: other\nDisallow: /', '/a', true],
    [
      'rules for us in two places',
      'User-agent: satwire\nDisallow: /a\n\nUser-agent: satwire\nDisallow: /b',
      '/b',
      false,
    ],
    ['a rule after a longer one', 'User-agent: *\nAllow: /a/b\nDisallow: /a', '/a/b', true],
    ['a longer rule that forbids', 'User-agent: *\nAllow: /a\nDisallow: /a/b', '/a/b', false],
    ['letters beyond ASCII', 'User-agent: *\nDisallow: /café', '/caf%C3%A9/a', false],
    ['escapes in small letters', 'User-agent: *\nDisallow: /caf%c3%a9', '/caf%C3%A9', false],
    ['a star at the end', 'User-agent: *\nDisallow: /a*', '/abc', false],
    ['only an end', 'User-agent: *\nDisallow: /$', '/a', true],
    ['only an end, at the home page', 'User-agent: *\nDisallow: /$', '/', false],
    ['a byte order mark', '\ufeffUser-agent: *\nDisallow: /', '/a', false],
    ['a page of HTML', '<!doctype html><title>User-agent: none</title>', '/a', true],
    ['comments and odd spelling', 'USER-AGENT : *  # all\r\ndisallow:/a # no', '/a', false],
  ])('%s', (_, text, path, expected) => {
    expect(parseRobots(text, 'satwire').allows(path)).toBe(expected);
  });

  test('without the time that many stars could cost', () => {
    const rules = parseRobots(`User-agent: *\nDisallow: /${'*a'.repeat(500)}$`, 'satwire');
    expect(rules.allows(`/${'a'.repeat(20_000)}b`)).toBe(true);
  });

  test('without the time that long lines could cost', () => {
    const line = `Disallow: /a${' '.repeat(2_000_000)}b`;
    expect(parseRobots(`User-agent: *\n${line}\n`, 'satwire').allows('/z')).toBe(true);
  });

  test('by the first half mebibyte of a file without end', () => {
    const filler = 'Disallow: /x\n'.repeat(60_000);
    const rules = parseRobots(`User-agent: *\nDisallow: /first\n${filler}Disallow: /last`, 'satwire');
    expect([rules.allows('/first'), rules.allows('/last')]).toEqual([false, true]);
  });
});

test('sitemaps are told, whoever they stand under', () => {
  const text = 'Sitemap: https://x.example/a.xml\nUser-agent: other\nSitemap: https://x.example/b.xml';
  expect(parseRobots(text, 'satwire').sitemaps).toEqual([
    'https://x.example/a.xml',
    'https://x.example/b.xml',
  ]);
});
