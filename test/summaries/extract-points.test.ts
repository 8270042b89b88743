import { describe, expect, it } from 'vitest';
import type { TextBlock } from '../../src/domain/article.ts';
import { extractPoints } from '../../src/summaries/extract-points.ts';

const paragraphs = (...texts: readonly string[]): readonly TextBlock[] =>
  texts.map((text) => ({ kind: 'paragraph', text }));

const ferry = {
  title: 'Harbour town sells ferry tickets as tokens on a public chain',
  lead: '',
  blocks: paragraphs(
    'The harbour town of Lillevik began selling its ferry tickets as tokens on a public chain on Monday. Photo by Ada Berg on Pixels.',
    'However, it was not easy. “We had to ask everybody twice,” she said.',
    'Tickets bought as tokens cost 4.50 euros, half a euro less than those of paper sold at the quay. Would anybody refuse?',
    'The town council voted 14 to 3 for the ferry tokens in May, after a trial with 900 passengers on one line.',
    'Subscribe to our newsletter for more stories of the sea and of the chain.',
    'Weather in the region was mild for the season, according to the lighthouse keeper of the outer island.',
    'The town began selling its ferry tickets as tokens on a public chain on Monday, it repeated on Tuesday.',
  ),
};

describe('extractPoints', () => {
  it('takes the sentences that say most, in the order of the text', () => {
    expect(extractPoints(ferry)).toEqual([
      'The harbour town of Lillevik began selling its ferry tickets as tokens on a public chain on Monday.',
      'Tickets bought as tokens cost 4.50 euros, half a euro less than those of paper sold at the quay.',
      'The town council voted 14 to 3 for the ferry tokens in May, after a trial with 900 passengers on one line.',
    ]);
  });

  it('takes nothing from a text of one sentence', () => {
    expect(
      extractPoints({
        title: 'A',
        lead: '',
        blocks: paragraphs('One sentence stands here quite alone today.'),
      }),
    ).toEqual([]);
    expect(extractPoints({ title: 'A', lead: '', blocks: [] })).toEqual([]);
  });

  it('takes items of lists, and no headings', () => {
    const points = extractPoints({
      title: 'Three changes for wallets',
      lead: '',
      blocks: [
        { kind: 'heading', text: 'What the three changes for wallets of the new year mean' },
        {
          kind: 'list',
          items: [
            'Wallets must show the fee of a transfer before it is signed.',
            'Makers of wallets register with the office by the end of June.',
          ],
        },
      ],
    });
    expect(points).toEqual([
      'Wallets must show the fee of a transfer before it is signed.',
      'Makers of wallets register with the office by the end of June.',
    ]);
  });

  it('takes Chinese sentences', () => {
    const text =
      '香港金融管理局周一宣布了新的稳定币发行人发牌制度。申请人须持有足够的储备资产并定期接受审计。';
    expect(extractPoints({ title: '香港稳定币发牌', lead: '', blocks: paragraphs(text) })).toHaveLength(2);
  });

  it.each([
    'Photo by Ada Berg via a picture agency in the north of the country.',
    'Source: the trading terminal of a friend of the house, as of today.',
    'Subscribe to our newsletter to get more stories like this one every day.',
    'This article is for informational purposes only and is not financial advice.',
    'Would you have bought the token before the vote of the council in May?',
    '“We never saw anything like it in all of our years at sea, and hope not to again.”',
    'The keeper called it “the strangest morning of the whole long winter season.',
    'Related: Another town sells its parking tickets as tokens on a public chain',
    'Too short.',
  ])('never takes "%s"', (sentence) => {
    const blocks = [...paragraphs(sentence), ...ferry.blocks.filter((_, index) => [2, 3].includes(index))];
    const points = extractPoints({ ...ferry, title: sentence, blocks });
    expect(points).toHaveLength(2);
    expect(points).not.toContain(sentence);
  });

  it('reads a text of thousands of sentences', () => {
    const long = Array.from(
      { length: 3000 },
      (_, index) => `Line ${index + 5000} of the ferry tells of ticket number ${index * 7}.`,
    );
    expect(extractPoints({ ...ferry, blocks: paragraphs(...long) }).length).toBeGreaterThan(1);
  });
});
