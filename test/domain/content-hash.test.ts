import { expect, it } from 'vitest';
import { contentHash } from '../../src/domain/content-hash.ts';

const content = {
  title: 'Exchange opens in Oslo',
  lead: 'It opened on Monday.',
  blocks: [{ kind: 'paragraph', text: 'It opened on Monday.' }],
} as const;

it('is the same for the same text', () => {
  expect(contentHash({ ...content, blocks: [...content.blocks] })).toBe(contentHash(content));
});

it.each([
  ['title', { ...content, title: 'Exchange opens in Bergen' }],
  ['lead', { ...content, lead: '' }],
  ['text', { ...content, blocks: [] }],
  ['kind of a block', { ...content, blocks: [{ kind: 'list', items: ['It opened on Monday.'] }] }],
  ['place of words', { ...content, title: 'Exchange', lead: 'opens in Oslo It opened on Monday.' }],
] as const)('changes with the %s', (_part, changed) => {
  expect(contentHash(changed)).not.toBe(contentHash(content));
});
