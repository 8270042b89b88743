import { describe, expect, it } from 'vitest';
import { emptyMessage } from '../../src/domain/message.ts';
import { digestMessage } from '../../src/messages/digest-message.ts';
import { noticeMessage } from '../../src/messages/notice-message.ts';
import { shorten } from '../../src/messages/shorten.ts';
import { storyBlocks, storyEntry } from '../../src/messages/story-list.ts';
import { english } from '../../src/texts/english.ts';
import { renderPlain } from '../support/render.ts';
import { aReport, aStory } from '../support/stories.ts';

const stories = [
  aStory({ number: 1, category: 'markets', title: 'Prices rise' }),
  aStory({ number: 2, category: 'policy', title: 'A rule is passed' }),
  aStory({
    number: 3,
    category: 'markets',
    title: 'Prices fall',
    reports: [aReport(), aReport('Ledger Post')],
  }),
];

describe('storyBlocks', () => {
  it('shows stories below each other in the order given', () => {
    expect(renderPlain({ ...emptyMessage, blocks: storyBlocks(stories) })).toMatchInlineSnapshot(`
      "#1 📈 Prices rise (Example Wire, 2026-03-02T08:15)
         The exchange said on Monday that its desk will trade bonds issued on a public chain.
      #2 ⚖️ A rule is passed (Example Wire, 2026-03-02T08:15)
         The exchange said on Monday that its desk will trade bonds issued on a public chain.
      #3 📈 Prices fall (Example Wire, Ledger Post, 2026-03-02T08:15)
         The exchange said on Monday that its desk will trade bonds issued on a public chain."
    `);
  });

  it('shows the place found in place of the lead', () => {
    expect(storyEntry(aStory(), 'the place found').excerpt).toBe('the place found');
  });

  it('shortens a long lead at a word', () => {
    const { excerpt } = storyEntry(aStory({ lead: 'word '.repeat(100) }));
    expect(excerpt.length).toBeLessThanOrEqual(180);
    expect(excerpt).toMatch(/word…$/);
  });
});

describe('digestMessage', () => {
  it('groups stories by category, in the order of the categories', () => {
    expect(renderPlain(digestMessage(stories, { texts: english, most: 25 }))).toMatchInlineSnapshot(`
      "== 3 stories for you
      # ⚖️ Policy & Regulation
      #2 ⚖️ A rule is passed (Example Wire, 2026-03-02T08:15)
      # 📈 Markets
      #1 📈 Prices rise (Example Wire, 2026-03-02T08:15)
      #3 📈 Prices fall (Example Wire, Ledger Post, 2026-03-02T08:15)"
    `);
  });

  it('counts those that do not fit', () => {
    const message = digestMessage(stories, { texts: english, most: 1 });
    expect(message.footer).toBe('2 more stories did not fit here: /digest shows them.');
    expect(message.blocks.filter(({ kind }) => kind === 'entry')).toHaveLength(1);
  });
});

describe('noticeMessage', () => {
  it('says each sentence in a paragraph', () => {
    expect(renderPlain(noticeMessage('A source fails', ['It is gone.', 'Remove it.']))).toBe(
      '== A source fails\nIt is gone.\nRemove it.',
    );
  });
});

describe('shorten', () => {
  it.each([
    ['leaves what fits', 'one two', 7, 'one two'],
    ['cuts at a word', 'one two three', 10, 'one two…'],
    ['drops a comma at the cut', 'one two, three', 12, 'one two…'],
    ['cuts within one long word', 'abcdefghijkl', 6, 'abcde…'],
    ['cuts no character in half', '🚀🚀🚀🚀', 4, '🚀…'],
  ])('%s', (_, text, length, expected) => {
    expect(shorten(text, length)).toBe(expected);
    expect(shorten(text, length).length).toBeLessThanOrEqual(length);
  });
});
