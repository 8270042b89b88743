import { describe, expect, test } from 'vitest';
import { creditIn, isCredit } from '../../../src/sources/page/credit.ts';

describe('a line is a credit', () => {
  test.each([
    'Photo by Ada Marin on Pexels',
    'Photo by Kanchan on Unsplash',
    'Image by Jo Lind from Pixabay',
    'Photo: Ada Marin',
    'Image credit: Jo Lind / Pexels',
    'Source: Harbour Wire',
    'Illustration by Jo Lind',
    'Foto: Ada Marin',
    '사진: 항구 통신',
  ])('%s', (line) => {
    expect(isCredit(line)).toBe(true);
  });
});

describe('a line is no credit', () => {
  test.each([
    'The photo shows the port.',
    'Photos of the port were sold as tokens on Friday by a collector who wants to stay unknown, and nobody knows at which price they changed hands.',
    'Image rights are a problem. Nobody has solved it.',
    'Sources said that the port would open.',
    'Photo by Ada Marin shows the port. It was taken on Friday.',
    'Source code was published.',
  ])('%s', (line) => {
    expect(isCredit(line)).toBe(false);
  });
});

test.each([
  ['Photo by Ada Marin on Pexels', 'Photo by Ada Marin on Pexels'],
  ['Cranes at the port. Photo by Ada Marin on Pexels', 'Photo by Ada Marin on Pexels'],
  ['Cranes at the port (Photo: Ada Marin)', 'Photo: Ada Marin'],
  ['Cranes at the port', null],
])('the credit in the caption "%s"', (caption, expected) => {
  expect(creditIn(caption)).toBe(expected);
});
