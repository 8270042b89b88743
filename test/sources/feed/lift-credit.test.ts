import { describe, expect, it } from 'vitest';
import { liftCredit } from '../../../src/sources/feed/lift-credit.ts';
import type { SourceItem } from '../../../src/sources/source.ts';

const item = (parts: Partial<SourceItem>): SourceItem => ({
  url: 'https://wire.example/a',
  guid: null,
  title: 'A title',
  authors: [],
  published: null,
  updated: null,
  summary: '',
  blocks: [],
  labels: [],
  picture: { url: 'https://wire.example/a.jpg', credit: null },
  language: null,
  ...parts,
});
const paragraph = (text: string) => ({ kind: 'paragraph', text }) as const;

describe('liftCredit', () => {
  it('moves a credit from the text to the picture', () => {
    const blocks = [
      paragraph('It rained.'),
      paragraph('Photo by Ann Lee on Unsplash'),
      paragraph('It stopped.'),
    ];
    const lifted = liftCredit(item({ blocks }));
    expect(lifted.blocks).toEqual([paragraph('It rained.'), paragraph('It stopped.')]);
    expect(lifted.picture?.credit).toBe('Photo by Ann Lee on Unsplash');
  });

  it('keeps the credit that the feed gives for its picture', () => {
    const picture = { url: 'https://wire.example/a.jpg', credit: 'Ann Lee' };
    const lifted = liftCredit(item({ picture, blocks: [paragraph('Photo by Ann Lee on Unsplash')] }));
    expect(lifted.picture).toEqual(picture);
    expect(lifted.blocks).toEqual([]);
  });

  it('takes the credit out where there is no picture, and leaves a text without one alone', () => {
    const credited = item({ picture: null, blocks: [paragraph('Photo by Ann Lee on Unsplash')] });
    expect(liftCredit(credited)).toMatchObject({ picture: null, blocks: [] });
    const plain = item({ blocks: [paragraph('A photo by nobody hangs in the hall. It is for sale.')] });
    expect(liftCredit(plain)).toBe(plain);
  });
});
