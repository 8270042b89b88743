import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseFeed } from '../../../src/sources/feed/parse-feed.ts';
import { createRandom } from '../../support/random.ts';
import { feedIn } from './parse-feed.ts';

const folder = new URL('../../fixtures/feeds/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.xml'));
const bytesOf = (name: string): Uint8Array => readFileSync(new URL(name, folder));

/** Title, then of each item its title, address and first words. */
function shown(name: string): readonly string[] {
  const feed = feedIn(bytesOf(`${name}.xml`));
  const items = feed.items.map((item) => {
    const text = item.blocks
      .map((block) => (block.kind === 'list' ? block.items.join('; ') : block.text))
      .join(' / ');
    return [item.title, item.url, item.summary, text].filter((part) => part !== '').join(' | ');
  });
  return [feed.title ?? '', ...items];
}

describe('a feed with faults is read as it was meant', () => {
  test.each([
    [
      'bare-ampersands-and-undeclared-entities',
      [
        'Pier & Quay News',
        'Cranes & ropes — a déjà vu | https://pier.example/a?x=1&y=2 | Profit & loss at Pier&Quay',
      ],
    ],
    ['warnings-before-the-declaration', ['Pier News', 'Cranes return | https://pier.example/a']],
    [
      'naked-markup-in-titles',
      ['Pier News', 'The Anna Maria docks | https://pier.example/a | First. Second, with a link.'],
    ],
    [
      'atom-inside-other-prefixes',
      ['Pier News', 'Cranes return | https://pier.example/news/a | First. / one'],
    ],
    ['windows-1252-declared-as-utf-8', ['Hafen–Nachrichten', 'Grüße “vom” Kai | https://pier.example/a']],
    ['control-characters', ['Pier News', 'Cranes return | https://pier.example/a']],
  ])('%s', (name, expected) => {
    expect(shown(name)).toEqual(expected);
  });

  test('tags-never-closed', () => {
    expect(shown('tags-never-closed').slice(-1)).toEqual([
      'Ropes wanted | https://pier.example/b | One two three',
    ]);
  });

  test('guids-repeated-and-missing', () => {
    expect(feedIn(bytesOf('guids-repeated-and-missing.xml')).items.map(({ guid }) => guid)).toEqual([
      '1',
      '1',
      null,
    ]);
  });
});

describe.each(names)('whatever becomes of %s', (name) => {
  const bytes = bytesOf(name);
  const isRead = (damaged: Uint8Array): boolean =>
    ['feed', 'other'].includes(
      parseFeed({ bytes: damaged, url: 'https://pier.example/', contentType: null }).kind,
    );

  test('cut off anywhere, it is read without a crash', () => {
    for (let end = 0; end <= bytes.length; end += 1) expect(isRead(bytes.subarray(0, end))).toBe(true);
  });

  test('with wrong bytes anywhere, it is read without a crash', () => {
    const next = createRandom(7);
    for (let round = 0; round < 200; round += 1) {
      const damaged = Uint8Array.from(bytes);
      for (let hit = 0; hit < 5; hit += 1) {
        damaged[Math.floor(next() * damaged.length)] = Math.floor(next() * 256);
      }
      expect(isRead(damaged)).toBe(true);
    }
  });
});
