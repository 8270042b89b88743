import { describe, expect, test } from 'vitest';
import type { TextBlock } from '../../../src/domain/article.ts';
import { parsePage } from '../../../src/sources/page/parse-page.ts';
import { faultShapes } from './shapes/fault-shapes.ts';
import { languageShapes } from './shapes/language-shapes.ts';
import { systemShapes } from './shapes/system-shapes.ts';
import { usualShapes } from './shapes/usual-shapes.ts';

const linesOf = (block: TextBlock): readonly string[] =>
  block.kind === 'list' ? block.items.map((item) => `* ${item}`) : [block.text];

describe('the article, the whole article and nothing but the article comes out of', () => {
  test.each([...usualShapes, ...systemShapes, ...languageShapes, ...faultShapes])(
    '$name',
    ({ html, text }) => {
      const bytes = new TextEncoder().encode(html);
      const article = parsePage({ bytes, url: 'https://tideline.example/news/1', contentType: 'text/html' });
      expect(article?.blocks.flatMap(linesOf)).toEqual(text);
    },
  );
});
