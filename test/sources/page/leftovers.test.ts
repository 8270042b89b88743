import { expect, test } from 'vitest';
import type { TextBlock } from '../../../src/domain/article.ts';
import { withoutLeftovers } from '../../../src/sources/page/leftovers.ts';

const paragraph = (text: string): TextBlock => ({ kind: 'paragraph', text });
const heading = (text: string): TextBlock => ({ kind: 'heading', text });
const first = paragraph('The port opened its ledger on Friday.');
const last = paragraph('Nobody knows what comes next.');
const cleaned = (...blocks: readonly TextBlock[]): readonly TextBlock[] =>
  withoutLeftovers(blocks, { title: 'Ledger opens', authors: ['Ann Lee'] });

test.each([
  'news',
  'Loading',
  'Loading...',
  'View All',
  'Top',
  'Share this article',
  'Advertisement',
  '3 min read',
  'Comments (4)',
  'Photo by Ada Marin on Pexels',
  '* * *',
  'Subscribe to our daily newsletter',
  'Follow us on the usual networks',
  'Read also: Port closes again',
  'Continue reading below',
])('"%s" goes', (line) => {
  expect(cleaned(first, paragraph(line), last)).toEqual([first, last]);
});

test.each([
  'News of the ledger spread quickly.',
  'Top of the list is the port.',
  'Share prices of the port rose.',
  'Related parties may not vote.',
  'Loading of ships was stopped on Friday.',
  'Subscribe, they said, and many did.',
])('"%s" stays', (line) => {
  expect(cleaned(first, paragraph(line), last)).toEqual([first, paragraph(line), last]);
});

test('the title is not told twice', () => {
  expect(cleaned(heading('Ledger Opens'), first, last)).toEqual([first, last]);
});

test('a date above the text goes, one within it stays', () => {
  const date = paragraph('June 27, 2025, 6:28 AM');
  expect(cleaned(date, first, date, last)).toEqual([first, date, last]);
});

test('a heading with nothing under it goes at the end alone', () => {
  expect(cleaned(first, heading('Why'), last, heading('More'))).toEqual([first, heading('Why'), last]);
});

test('of a list the leftovers go, and the list when nothing remains', () => {
  const list = (items: readonly string[]): TextBlock => ({ kind: 'list', items });
  expect(cleaned(first, list(['Tweet', 'one', 'Copy link']), list(['Facebook', 'Telegram']))).toEqual([
    first,
    list(['one']),
  ]);
});
