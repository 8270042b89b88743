import { describe, expect, it } from 'vitest';
import { normalizeItem, normalizeMoment } from '../../src/ingest/normalize.ts';
import type { SourceItem } from '../../src/sources/source.ts';
import { sourceItem } from '../fakes/source-reader.ts';

const now = new Date('2026-03-02T09:30:00Z');
const source = {
  name: 'The Daily Coin',
  home: 'https://www.dailycoin.example',
  url: 'https://rss.dailycoin.example/feed',
  language: 'en',
};
const normalize = (changes: Partial<SourceItem>) =>
  normalizeItem(sourceItem({ title: 'Fjordex opens', ...changes }), source, now);

describe('a title', () => {
  it.each([
    ['Fjordex opens - The Daily Coin', 'Fjordex opens'],
    ['Fjordex opens | the daily coin', 'Fjordex opens'],
    ['Fjordex opens – Daily Coin', 'Fjordex opens'],
    ['Fjordex opens — dailycoin.example', 'Fjordex opens'],
    ['Fjordex opens - for everybody', 'Fjordex opens - for everybody'],
    ['Fjordex | opens | The Daily Coin', 'Fjordex | opens'],
    ['The Daily Coin', 'The Daily Coin'],
    ['  Fjordex\n\topens  ', 'Fjordex opens'],
    ['Press Release: Fjordex opens', 'Fjordex opens'],
    ['[Sponsored] Fjordex opens', 'Fjordex opens'],
    ['Fjordex opens (PR)', 'Fjordex opens'],
    ['Sponsored', 'Sponsored'],
  ])('%j becomes %j', (title, clean) => {
    expect(normalize({ title })?.title).toBe(clean);
  });

  it('is cut at a word when it is endless', () => {
    const title = normalize({ title: 'word '.repeat(300) })?.title ?? '';
    expect(title).toMatch(/word…$/);
    expect(title.length).toBeLessThanOrEqual(401);
  });
});

describe('an address', () => {
  it('is the guid where an item has no link', () => {
    expect(normalize({ url: null, guid: 'https://a.example/1?utm_source=x' })?.url).toBe(
      'https://a.example/1',
    );
  });

  it.each([{ url: null }, { url: 'mailto:a@b.example' }, { url: null, guid: 'id-1' }, { title: ' ' }])(
    'or a title that is missing makes no article: %j',
    (changes) => {
      expect(normalize(changes)).toBeNull();
    },
  );
});

describe('a lead', () => {
  const paragraph = (text: string) => ({ kind: 'paragraph', text }) as const;

  it.each<[string, Partial<SourceItem>, string]>([
    ['is the summary', { summary: 'It opened. All came.' }, 'It opened. All came.'],
    [
      'is the first paragraph without one',
      { blocks: [paragraph('It opened on Monday.')] },
      'It opened on Monday.',
    ],
    ['does not repeat the title', { summary: 'Fjordex opens' }, ''],
    ['loses the title in front', { summary: 'Fjordex opens - It opened on Monday.' }, 'It opened on Monday.'],
    [
      'loses what feeds append',
      { summary: 'It opened. The post Fjordex opens appeared first on Daily Coin.' },
      'It opened.',
    ],
    ['loses "Continue reading"', { summary: 'It opened. Continue reading…' }, 'It opened.'],
    [
      'is whole where the summary is cut',
      { summary: 'It opened on Mon…', blocks: [paragraph('It opened on Monday in Oslo.')] },
      'It opened on Monday in Oslo.',
    ],
  ])('%s', (_fact, changes, lead) => {
    expect(normalize(changes)?.lead).toBe(lead);
  });

  it('ends with a sentence', () => {
    const lead = normalize({ summary: 'One sentence of some words stands here. '.repeat(40) })?.lead ?? '';
    expect(lead.length).toBeLessThanOrEqual(480);
    expect(lead).toMatch(/here\.$/);
  });
});

describe('text', () => {
  it('loses what is no text and the title on top', () => {
    const draft = normalize({
      blocks: [
        { kind: 'heading', text: 'Fjordex Opens' },
        { kind: 'paragraph', text: 'Loading' },
        { kind: 'paragraph', text: ' It  opened. ' },
        { kind: 'list', items: ['One', ' '] },
        { kind: 'list', items: [''] },
        { kind: 'paragraph', text: 'The post Fjordex opens appeared first on Daily Coin.' },
      ],
    });
    expect(draft?.blocks).toEqual([
      { kind: 'paragraph', text: 'It opened.' },
      { kind: 'list', items: ['One'] },
    ]);
  });
});

describe('a paid text', () => {
  it.each<Partial<SourceItem>>([
    { labels: ['Press Releases'] },
    { labels: ['News', 'Sponsored'] },
    { title: 'Sponsored: Fjordex opens' },
    { url: 'https://a.example/press-releases/fjordex' },
    { url: 'https://a.example/sponsored/fjordex' },
  ])('is marked: %j', (changes) => {
    expect(normalize(changes)?.isSponsored).toBe(true);
  });

  it.each<Partial<SourceItem>>([
    {},
    { labels: ['Press'] },
    { title: 'Bank sponsored a ferry' },
    { url: 'https://a.example/prices/1' },
  ])('is not taken for one: %j', (changes) => {
    expect(normalize(changes)?.isSponsored).toBe(false);
  });
});

describe('a time', () => {
  it.each([
    ['2026-03-02T09:00:00Z', 'minute', '2026-03-02T09:00:00.000Z'],
    ['2026-03-04T09:00:00Z', 'minute', '2026-03-02T09:30:00.000Z'],
    ['2026-03-03T00:00:00Z', 'day', '2026-03-02T00:00:00.000Z'],
    ['2026-03-02T00:00:00Z', 'day', '2026-03-02T00:00:00.000Z'],
  ] as const)('%s by the %s is %s', (at, precision, expected) => {
    expect(normalizeMoment({ at: new Date(at), precision }, now)).toEqual({
      at: new Date(expected),
      precision,
    });
  });

  it.each(['1970-01-01T00:00:00Z', 'nonsense'])('%s is none', (at) => {
    expect(normalizeMoment({ at: new Date(at), precision: 'minute' }, now)).toBeNull();
  });
});
