import { describe, expect, it } from 'vitest';
import { signatureOf } from '../../src/ingest/event-signature.ts';
import { createStoryMemory, type Report } from '../../src/ingest/story-memory.ts';

const hourMs = 3_600_000;
const start = new Date('2026-03-02T09:00:00Z').getTime();

function report(
  source: number,
  title: string,
  changes: Partial<Report> & { readonly hours?: number; readonly lead?: string } = {},
): Report {
  const { hours = 0, lead = '', ...rest } = changes;
  const at = new Date(start + hours * hourMs);
  return { sourceId: BigInt(source), scope: 'global', signature: signatureOf({ title, lead }), at, ...rest };
}

/** The story's number that the last of some reports joins; null for one of its own. */
function place(...reports: readonly Report[]): number | null {
  const memory = createStoryMemory();
  let joined: number | null = null;
  for (const [index, one] of reports.entries()) {
    const key = memory.find(one);
    joined = key !== null && 'storyId' in key ? Number(key.storyId) : null;
    memory.add(one, key ?? { storyId: BigInt(index + 1) });
  }
  return joined;
}

const background = [
  'Solana validators vote on lower fees',
  'Norway taxes miners by the megawatt',
  'Wallet maker Sesam hires an auditor',
  'Bridge between two chains loses nine million',
].map((title) => report(9, title));

describe('two reports', () => {
  it.each([
    ['Nordbank buys wallet maker Sesam for $40 million', 'Nordbank acquires Sesam in $40M wallet deal'],
    ['Lisbon opens sandbox for tokenized bonds', 'Tokenized bonds get a sandbox in Lisbon'],
    ['Oslo exchange Fjordex wins Danish licence', 'Danish regulator grants licence to exchange Fjordex'],
    ['SEC drops its case against Fjordex', 'Fjordex case dropped by the SEC'],
  ])('of one event are one story: "%s" and "%s"', (one, other) => {
    expect(place(...background, report(1, one), report(2, other, { hours: 3 }))).toBe(background.length + 1);
  });

  it.each([
    [
      'other places',
      'Singapore opens sandbox for tokenized bonds',
      'Lisbon and Portugal open sandbox for tokenized bonds',
    ],
    ['other assets', 'Solana futures ETF begins trading', 'Cardano futures ETF begins trading'],
    ['other amounts', 'Strategos buys 1,200 bitcoin', 'Strategos buys 4,780 bitcoin'],
    ['other directions', 'Fjordex shares jump after earnings', 'Fjordex shares plunge after earnings'],
    [
      'an affair of one firm',
      'Fjordex wins Danish licence',
      'Fjordex hires a bank veteran as chief of its custody arm',
    ],
    [
      'a deal and the price that it made',
      'Nordbank announces plan to buy wallet maker Sesam',
      'Nordbank jumps 12% after plan to buy wallet maker Sesam',
    ],
    [
      'prices of one day',
      'Bitcoin price rises as traders return',
      'Bitcoin rises above resistance while whales buy',
    ],
    ['words of one kind', 'Bank tests tokenized bonds', 'Exchange lists tokenized bonds'],
  ])('of %s are two stories: "%s" and "%s"', (_what, one, other) => {
    expect(place(...background, report(1, one), report(2, other))).toBeNull();
  });

  it.each([
    'Price analysis 3/2: BTC, ETH, XRP',
    "Here's what happened in crypto today",
    'The Daily: Nordbank buys wallet maker Sesam and more',
    'Top 3 altcoins to watch this week',
    'Weekly recap: the news of the week',
    'Why is Bitcoin price up today?',
    'News',
  ])('stay apart when they are digests: "%s"', (title) => {
    expect(place(report(1, title), report(2, title))).toBeNull();
  });

  const title = 'Nordbank buys wallet maker Sesam for $40 million';

  it('more than three days apart are two stories', () => {
    expect(place(report(1, title), report(2, title, { hours: 71 }))).toBeNull();
    expect(place(report(1, title), report(2, title, { hours: 30 }))).toBe(1);
    expect(place(report(1, title), report(2, title, { hours: 73 }))).toBeNull();
  });

  it('in other words are one story only within a day or so', () => {
    const other = 'Sesam to become part of Nordbank as wallet maker is sold for $40 million';
    expect(place(...background, report(1, title), report(2, other, { hours: 6 }))).toBe(5);
    expect(place(...background, report(1, title), report(2, other, { hours: 60 }))).toBeNull();
  });

  it('that tell how much the price moved are one story', () => {
    const moves = ['Nordbank jumps 12% after plan to buy Sesam', 'Nordbank shares rise 12% on Sesam plan'];
    expect(place(...background, ...moves.map((move, index) => report(index, move)))).toBe(5);
  });

  it('of one source are one story only when they hardly differ', () => {
    expect(place(report(1, title), report(1, `${title}!`, { hours: 1 }))).toBe(1);
    expect(place(report(1, title), report(1, 'Nordbank acquires Sesam in $40M wallet deal'))).toBeNull();
  });

  it('of different scopes never meet', () => {
    const own = { scope: 'discord:1' } as const;
    expect(place(report(1, title, own), report(2, title))).toBeNull();
    expect(place(report(1, title), report(2, title, own))).toBeNull();
    expect(place(report(1, title, own), report(2, title, own))).toBe(1);
    expect(place(report(1, title, own), report(2, title, { scope: 'discord:2' }))).toBeNull();
  });
});

describe('a memory', () => {
  it('forgets what is old', () => {
    const memory = createStoryMemory();
    const title = 'Nordbank buys wallet maker Sesam for $40 million';
    memory.add(report(1, title), { storyId: 1n });
    memory.forgetBefore(new Date(start - hourMs));
    expect(memory.find(report(2, title))).toEqual({ storyId: 1n });
    memory.forgetBefore(new Date(start + hourMs));
    expect(memory.find(report(2, title))).toBeNull();
  });

  it('finds the story most alike among many', () => {
    const memory = createStoryMemory();
    for (let index = 0; index < 500; index += 1)
      memory.add(report(1, `Firm${index} buys maker${index} for $${index + 11} million`), {
        storyId: BigInt(index),
      });
    expect(memory.find(report(2, 'Firm321 acquires maker321 in $332 million deal'))).toEqual({
      storyId: 321n,
    });
  });

  it('places an article of a batch with another of it', () => {
    const memory = createStoryMemory();
    memory.add(report(1, 'Lisbon opens sandbox for tokenized bonds'), { batchUrl: 'https://a.example/1' });
    expect(memory.find(report(2, 'Lisbon opens a sandbox for tokenized bonds'))).toEqual({
      batchUrl: 'https://a.example/1',
    });
  });
});
