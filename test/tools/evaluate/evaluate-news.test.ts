import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { evaluateSearch } from '../../../tools/evaluate/search.ts';
import { evaluateStories } from '../../../tools/evaluate/stories.ts';
import { evaluateSummaries } from '../../../tools/evaluate/summaries.ts';
import { makeTestFolder } from '../../support/store.ts';

async function run(
  evaluate: (path: string) => AsyncIterable<object>,
  lines: readonly object[],
): Promise<readonly object[]> {
  const path = join(await makeTestFolder(), 'lines.jsonl');
  await writeFile(path, `${lines.map((line) => JSON.stringify(line)).join('\n')}\n\n`);
  const found: object[] = [];
  for await (const line of evaluate(path)) found.push(line);
  return found;
}

const body = (text: string) =>
  `# Heading\n\n${text} ${'It was told in full and nobody had more to add. '.repeat(4)}`;

it('tells the story of each article, as it arrived and in the end', async () => {
  const lines = await run(evaluateStories, [
    {
      url: 'https://a.example/1',
      title: 'Nordbank buys wallet maker Sesam for $40 million',
      description: 'Nordbank said on Monday that it buys Sesam, a maker of wallets, for $40 million.',
      published_at: '2026-01-05T10:00:00Z',
      source: 'a',
      body: body('Nordbank said on Monday that it buys Sesam for $40 million.'),
    },
    {
      url: 'https://b.example/2?utm_source=rss',
      title: 'Sesam, a maker of wallets, is acquired by Nordbank in $40M deal',
      description: null,
      published_at: '2026-01-05T12:00:00Z',
      source: 'b',
      body: body('Nordbank acquires the wallet maker Sesam in a deal of $40 million.'),
    },
    {
      url: 'https://a.example/3',
      title: 'Solana validators vote on lower fees',
      published_at: '2026-01-05T13:00:00Z',
      source: 'a',
      body: body('Validators of Solana vote.'),
    },
  ]);
  expect(lines).toEqual([
    { url: 'https://a.example/1', storyAtArrival: '1', story: '1', category: 'web3', assets: [] },
    {
      url: 'https://b.example/2?utm_source=rss',
      storyAtArrival: '1',
      story: '1',
      category: 'web3',
      assets: [],
    },
    { url: 'https://a.example/3', storyAtArrival: '2', story: '2', category: 'tech', assets: ['SOL'] },
  ]);
});

it('summarizes each article', async () => {
  const text = [
    'The council of Lillevik sold ferry tickets as tokens on Monday morning.',
    'Tickets sold as tokens cost 4.50 euros in Lillevik, less than those of paper.',
  ];
  const lines = await run(evaluateSummaries, [
    { url: 'https://a.example/1', title: 'Ferry tickets', body: text.join('\n\n') },
    { url: 'https://a.example/2', title: 'Nothing', body: null },
  ]);
  expect(lines).toEqual([
    { url: 'https://a.example/1', summary: text.join(' ') },
    { url: 'https://a.example/2', summary: '' },
  ]);
});

it('ranks each article among the texts found by its title', async () => {
  const lines = await run(evaluateSearch, [
    {
      url: 'https://a.example/1',
      title: 'Ferry tickets sold',
      text: 'Tickets for the ferry are sold as tokens.',
    },
    { url: 'https://a.example/2', title: 'Unrelated words', text: 'The lighthouse keeper stayed at home.' },
    {
      url: 'https://a.example/3',
      title: 'A keeper of the ferry',
      text: 'Ferry keeper ferry keeper of the ferry.',
    },
  ]);
  expect(lines).toEqual([
    { url: 'https://a.example/1', rank: 1 },
    { url: 'https://a.example/2', rank: null },
    { url: 'https://a.example/3', rank: 1 },
  ]);
});
