import { describe, expect, test } from 'vitest';
import { isPublicLink, withPublicPictureOf } from '../../../src/sources/http/public-links.ts';
import type { SourceReadingOutcome } from '../../../src/sources/source.ts';
import { createTestReader } from '../../support/reader.ts';
import { exampleSource } from '../../support/source.ts';

const hidden = [
  'http://127.0.0.1/a.png',
  'http://2130706433/a.png',
  'http://192.168.0.1/reboot',
  'http://169.254.169.254/latest/meta-data/',
  'http://[::1]/a.png',
  'http://localhost:8080/a.png',
  'http://localhost./a.png',
  'http://router/a.png',
  'http://printer.local/a.png',
  'http://metadata.google.internal/a.png',
  'http://nas.home.arpa/a.png',
];

describe('a link is public', () => {
  test.each([
    ...hidden,
    'https://ann:secret@news.example/a.png',
    'data:image/png;base64,AAAA',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'ftp://news.example/a.png',
    '/a.png',
    '',
  ])('but not %s', (address) => {
    expect(isPublicLink(address)).toBe(false);
  });

  test.each([
    'https://news.example/a.png',
    'http://news.example:8090/a.png?w=1#x',
    'https://bücher.example/a',
    'https://1.1.1.1/a',
    'https://localhost.example/a',
    'https://internal.news.example/a',
  ])('like %s', (address) => {
    expect(isPublicLink(address)).toBe(true);
  });
});

/** What a reader makes of a feed that a hub brought: the way there asks nobody. */
function read(items: string, allowPrivateAddresses = false): SourceReadingOutcome {
  const { reader } = createTestReader({ allowPrivateAddresses });
  const feed = `<rss version="2.0"><channel><title>T</title>${items}</channel></rss>`;
  return reader.readPushed(exampleSource(), { bytes: Buffer.from(feed), contentType: 'application/rss+xml' });
}

const item = (link: string, more = ''): string => `<item><title>A</title><link>${link}</link>${more}</item>`;
const picture = (url: string): string => `<enclosure url="${url}" type="image/png"/>`;
const publicUrl = 'https://news.example/a';

describe('of what a feed links to', () => {
  test.each(hidden)('an item at %s is left out, and a picture there', (address) => {
    expect(read(item(address) + item(publicUrl, picture(address)))).toMatchObject({
      items: [{ url: publicUrl, picture: null }],
    });
  });

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'vbscript:x',
    'mailto:a@b.example',
  ])('%s is no address, neither of an article nor of a picture', (address) => {
    expect(read(item(address, picture(address)))).toMatchObject({ items: [{ url: null, picture: null }] });
  });

  test('a guid that would be the address is looked at as well', () => {
    const outcome = read('<item><title>A</title><guid>http://10.0.0.1/a</guid></item>');
    expect(outcome).toMatchObject({ kind: 'read', items: [] });
  });

  test('a user name in the address of an article does not hide it, and one in that of a picture does', () => {
    const outcome = read(item('https://ann:x@news.example/a', picture('https://ann:x@news.example/a.png')));
    expect(outcome).toMatchObject({ items: [{ picture: null }] });
  });

  test('public addresses stay', () => {
    const url = 'https://img.news.example/a.png';
    expect(read(item(publicUrl, picture(url)))).toMatchObject({
      items: [{ url: publicUrl, picture: { url } }],
    });
  });

  test('all addresses stay where private ones are allowed', () => {
    const [address = ''] = hidden;
    expect(read(item(address, picture(address)), true)).toMatchObject({
      items: [{ url: address, picture: { url: address } }],
    });
  });
});

describe('of what a page shows', () => {
  const article = {
    url: publicUrl,
    title: 'A',
    authors: [],
    published: null,
    label: null,
    lead: '',
    blocks: [],
    language: null,
  };

  test.each([
    ['http://10.0.0.1/a.png', null],
    ['https://news.example/a.png', { url: 'https://news.example/a.png', credit: null }],
  ])('the picture %s becomes %o', (url, kept) => {
    const outcome = withPublicPictureOf({
      kind: 'read',
      article: { ...article, picture: { url, credit: null } },
    });
    expect(outcome).toMatchObject({ article: { picture: kept } });
  });

  test('a failure stays one', () => {
    expect(withPublicPictureOf({ kind: 'failed', reason: 'x' })).toEqual({ kind: 'failed', reason: 'x' });
  });
});

test('entities that a document declares are not expanded, and none is fetched', () => {
  const outcome = createTestReader().reader.readPushed(exampleSource(), {
    bytes: Buffer.from(`<?xml version="1.0"?><!DOCTYPE rss [
      <!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
      <!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;">
      <!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY g SYSTEM "http://127.0.0.1:9/">]>
      <rss version="2.0"><channel><title>T</title>
      <item><title>Bomb &e;&e;&e; &f; &g; end</title><link>https://news.example/a</link></item></channel></rss>`),
    contentType: 'application/xml',
  });
  const told = JSON.stringify(outcome);
  expect(outcome).toMatchObject({ kind: 'read', items: [{ title: expect.stringContaining('Bomb') }] });
  expect(told.length).toBeLessThan(2000);
  expect(told).not.toContain('root:');
});
