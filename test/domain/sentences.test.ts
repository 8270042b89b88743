import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/domain/sentences.ts';

describe('splitSentences', () => {
  it.each([
    'One ended. | Two began! | Did three? | Four.',
    'The U.S. exchange opened. | It has two desks.',
    'It moved to the U.S. | The office there is small.',
    'The firm raised $1.5B in May. | Rates were at 4.25% then.',
    'It starts on Aug. 1 in Seoul. | Bill No. 3 passed.',
    'Acme Inc. bought Beta Corp. in June. | Nobody knew.',
    '“We are open.” | She left.',
    'J. Doe spoke. | Dr. Roe agreed.',
    'They met at 9 a.m. on Monday. | Talks ended at noon.',
    'It fell (again). | Then it rose.',
    'Acme v. Beta was heard. | The court ruled.',
    'Version 2.0.1 is out. | 1inch upgraded.',
  ])('ends sentences at the bars of "%s"', (marked) => {
    expect(splitSentences(marked.replaceAll(' | ', ' '))).toEqual(marked.split(' | '));
  });

  it('parts sentences that a publisher ran together', () => {
    expect(splitSentences('It grew the sector.The trio left.“We did,” one said.')).toEqual([
      'It grew the sector.',
      'The trio left.',
      '“We did,” one said.',
    ]);
    expect(splitSentences('Fetch.ai and crypto.com met J.P. Morgan at example.io today.')).toHaveLength(1);
  });

  it.each([
    ['lines end sentences', 'A heading\nA line. And more', ['A heading', 'A line.', 'And more']],
    ['Chinese stops need no space', '第一句。第二句！第三', ['第一句。', '第二句！', '第三']],
    ['an ellipsis before a small letter goes on', 'Well… maybe. Fine.', ['Well… maybe.', 'Fine.']],
    [
      'a stop before a small letter goes on',
      'The e.g. list of crypto.com users. End.',
      ['The e.g. list of crypto.com users.', 'End.'],
    ],
    ['nothing has none', ' \n ', []],
  ])('%s', (_fact, text, sentences) => {
    expect(splitSentences(text)).toEqual(sentences);
  });
});
