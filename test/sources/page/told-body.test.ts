import { describe, expect, test } from 'vitest';
import type { TextBlock } from '../../../src/domain/article.ts';
import { judgedBy } from '../../../src/sources/page/told-body.ts';

const paragraph = (text: string): TextBlock => ({ kind: 'paragraph', text });
const heading = (text: string): TextBlock => ({ kind: 'heading', text });
const sentence = (about: string): string =>
  `The ${about} was opened on Friday in front of a crowd that had waited since the ${about} of the year before was closed, and nobody left early.`;
const texts = ['harbour', 'ledger', 'market', 'mill', 'school'].map(sentence);
const shown = texts.map(paragraph);
const told = texts.join('\n\n');

describe('what the machines are told', () => {
  test('takes nothing from a text that it knows whole', () => {
    expect(judgedBy(told, shown)).toEqual(shown);
  });

  test.each([
    ['without line breaks', texts.join(' ')],
    ['as markup', texts.map((text) => `<p>${text}</p>`).join('')],
    ['as escaped markup', texts.map((text) => `&lt;p&gt;${text}&lt;/p&gt;`).join('')],
  ])('takes away what stands around the text, also %s', (_, body) => {
    expect(
      judgedBy(body, [heading('The week in boats'), ...shown, paragraph('Read by all who sail.')]),
    ).toEqual(shown);
  });

  test('takes away a short line within, and leaves headings, lists and long paragraphs', () => {
    const [first, second, ...rest] = shown;
    if (first === undefined || second === undefined) throw new Error('there are five');
    const extra: readonly TextBlock[] = [
      heading('What came next'),
      { kind: 'list', items: ['one', 'two'] },
      paragraph(`${sentence('lighthouse')} So it went on for a week of bright days, they say.`),
    ];
    expect(judgedBy(told, [first, paragraph('Our guide to knots'), second, ...extra, ...rest])).toEqual([
      first,
      second,
      ...extra,
      ...rest,
    ]);
  });

  test('keeps a lead that stands right above the text', () => {
    const lead = paragraph(
      'A town that had given up on its harbour learns to sign its papers without a pen.',
    );
    expect(judgedBy(told, [lead, ...shown])).toEqual([lead, ...shown]);
  });

  test('stands in for a text that shows little of it', () => {
    expect(judgedBy(told, shown.slice(0, 1))).toEqual(shown);
  });

  test.each([
    ['nothing', null],
    ['a summary', 'The harbour was opened on Friday.'],
    ['a beginning', `${texts.slice(0, 3).join(' ').slice(0, 350)}…`],
    [
      'another article',
      ['bridge', 'tunnel', 'tower', 'road', 'canal'].map((about) => `${about} `.repeat(40)).join(' '),
    ],
  ])('changes nothing where it is %s', (_, body) => {
    expect(judgedBy(body, shown)).toEqual(shown);
  });
});
