import { describe, expect, test } from 'vitest';
import { isPart, treeOf, type Part } from '../../../src/sources/page/page-tree.ts';
import {
  isDiscussion,
  isLead,
  isMachinery,
  isMarkedBody,
  isOfFacts,
  isOfPicture,
  isUnseen,
} from '../../../src/sources/page/part-names.ts';

function part(attributes: string, name = 'div'): Part {
  const found = treeOf(`<${name} ${attributes}>text</${name}>`, '').children.find(isPart);
  if (found === undefined) throw new Error('there is no element');
  return found;
}

describe('a name tells', () => {
  test.each([
    [
      'a caption',
      isOfPicture,
      ['wp-caption-text', 'image-caption', 'article_caption_w_attr', 'photoCredit', 'attribution'],
    ],
    [
      'machinery',
      isMachinery,
      ['post-author-box', 'newsletter-signup', 'video-js', 'videoTitle', 'related', 'Paywall'],
    ],
    [
      'facts',
      isOfFacts,
      ['byline', 'article-posted-date', 'entryMeta', 'post-tags', 'kicker', 'c-byline__time'],
    ],
    ['a lead', isLead, ['standfirst', 'article-lead', 'post__dek', 'subtitle']],
    [
      'the text',
      isMarkedBody,
      ['entry-content', 'articleBody', 'story-body', 'post-body', 'article__content'],
    ],
    ['readers’ words', isDiscussion, ['comments', 'disqus_thread', 'post-comments']],
    ['what nobody sees', isUnseen, ['sr-only', 'screen-reader-text', 'visually-hidden']],
  ])('%s', (_, tells, names) => {
    expect(names.filter((name) => !tells(part(`class="${name}"`)))).toEqual([]);
  });

  test.each([
    ['a caption', isOfPicture, ['captivating', 'accredited']],
    ['machinery', isMachinery, ['sharing-economy', 'adventure', 'biology', 'shared-ledger', 'commentary']],
    ['facts', isOfFacts, ['author-of-the-year', 'candidate', 'timeless', 'metaphor', 'stage']],
    ['a lead', isLead, ['leadership', 'misleading']],
    ['the text', isMarkedBody, ['article', 'content', 'antibody']],
  ])('not %s where only its letters are alike', (_, tells, names) => {
    expect(names.filter((name) => tells(part(`class="${name}"`)))).toEqual([]);
  });
});

test('an id counts, but on a heading or a paragraph it names what the text tells', () => {
  expect(isMachinery(part('id="newsletter"'))).toBe(true);
  expect(isMachinery(part('id="newsletter"', 'h2'))).toBe(false);
});

test('microdata counts', () => {
  expect(isMarkedBody(part('itemprop="articleBody"'))).toBe(true);
  expect(isLead(part('itemprop="description"'))).toBe(true);
  expect(isOfFacts(part('rel="author"', 'a'))).toBe(true);
});

test('names without end are passed over', () => {
  expect(isMachinery(part(`class="${'related '.repeat(100)}"`))).toBe(false);
});
