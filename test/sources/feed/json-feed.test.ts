import { describe, expect, test } from 'vitest';
import { parseFeed } from '../../../src/sources/feed/parse-feed.ts';
import { feedIn, firstItem } from './parse-feed.ts';

const feed = (items: readonly object[]): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Harbour Wire',
    language: 'en',
    items,
  });

test('an item with everything is read whole', () => {
  expect(
    firstItem(
      feed([
        {
          id: 7,
          url: '/a/7',
          title: 'Profit &amp; loss',
          content_html: '<p>One.</p><p>Two.</p>',
          summary: 'Short.',
          image: '/p.jpg',
          date_published: '2026-03-02T08:00:00Z',
          authors: [{ name: 'Ann Lee' }],
          tags: ['Markets', 'markets'],
        },
      ]),
    ),
  ).toEqual({
    url: 'https://wire.example/a/7',
    guid: '7',
    title: 'Profit & loss',
    authors: ['Ann Lee'],
    published: { at: new Date('2026-03-02T08:00:00Z'), precision: 'minute' },
    updated: null,
    summary: 'Short.',
    blocks: [
      { kind: 'paragraph', text: 'One.' },
      { kind: 'paragraph', text: 'Two.' },
    ],
    labels: ['Markets'],
    picture: { url: 'https://wire.example/p.jpg', credit: null },
    language: null,
  });
});

test('plain content keeps its paragraphs', () => {
  expect(firstItem(feed([{ id: '1', content_text: 'One,\nstill one.\n\nTwo < three.' }])).blocks).toEqual([
    { kind: 'paragraph', text: 'One, still one.' },
    { kind: 'paragraph', text: 'Two < three.' },
  ]);
});

test('a field of a wrong type costs that field alone', () => {
  const item = firstItem(
    feed([{ id: '1', title: 'T', tags: 'none', authors: [null, { name: 5 }], url: {} }]),
  );
  expect(item).toMatchObject({ title: 'T', labels: [], url: null });
});

test('times, ids and authors are taken in every form', () => {
  const document = feed([
    { id: 7, url: '/a/7', date_published: 1751005680, author: { name: 'Ann Lee' }, summary: 'A &amp; B' },
    { id: 'https://wire.example/a/8', date_modified: '2026-03-02T08:00:00+01:00', authors: [{ url: 'x' }] },
    { id: '9', external_url: 'https://other.example/9', content_html: '', content_text: 'Text.' },
  ]);
  expect(feedIn(document).items).toMatchObject([
    {
      guid: '7',
      url: 'https://wire.example/a/7',
      published: { at: new Date('2025-06-27T06:28:00Z') },
      authors: ['Ann Lee'],
      summary: 'A & B',
    },
    { url: 'https://wire.example/a/8', published: { at: new Date('2026-03-02T07:00:00Z') } },
    { url: 'https://other.example/9', blocks: [{ kind: 'paragraph', text: 'Text.' }] },
  ]);
});

test('faults of the notation do not matter', () => {
  const document = `\ufeff ${feed([{ id: '1', title: 'A title' }])
    .replace('A title', 'A\ttitle')
    .replace('}]', '},]')} `;
  expect(feedIn(document)).toMatchObject({ items: [{ title: 'A title' }], defect: null });
});

test('what is whole of a document that was cut off is kept', () => {
  const cut = feed([
    { id: '1', title: 'One' },
    { id: '2', title: 'Two' },
  ]).slice(0, -10);
  expect(feedIn(cut)).toMatchObject({
    items: [{ title: 'One' }],
    defect: expect.stringMatching(/breaks off/),
  });
});

describe('other JSON is no feed', () => {
  test.each(['{}', '[]', '{"items": 5}', '{"items": [1]}', '{"error": "no key"}', '{"items": ['])(
    '%s',
    (document) => {
      const bytes = new TextEncoder().encode(document);
      expect(parseFeed({ bytes, url: 'https://wire.example/', contentType: null })).toEqual({
        kind: 'other',
        found: 'JSON of another kind',
      });
    },
  );
});
