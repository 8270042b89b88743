import { describe, expect, it } from 'vitest';
import { suggest } from '../../src/dispatch/suggest.ts';
import { aLookup, aSource } from '../support/lookup.ts';
import { aStory } from '../support/stories.ts';

const lookup = aLookup({
  sources: ['Example Wire', 'Ledger Post', 'Wire'].map((name) => aSource(name)),
  stories: [
    aStory({ number: 42, title: 'Harbour exchange lists a bond' }),
    aStory({ number: 4, title: 'A wind farm for miners' }),
    aStory({ number: 17, title: 'Exchange in the harbour closes' }),
  ],
});
const values = async (...[type, text]: [Parameters<typeof suggest>[0], string]) =>
  (await suggest(type, text, lookup)).map(({ value }) => value);

describe('suggest', () => {
  it('gives what begins with the text before what holds it', async () => {
    expect(await values('source', 'wire')).toEqual(['wire', 'example-wire']);
    expect(await values('story', 'harbour')).toEqual(['42', '17']);
  });

  it('finds stories by number, with or without the sign', async () => {
    expect(await values('story', '4')).toEqual(['42', '4']);
    expect(await values('story', '#17')).toEqual(['17']);
  });

  it('gives the newest stories where nothing is typed yet', async () => {
    expect(await values('story', '')).toEqual(['42', '4', '17']);
  });

  it.each(['text', 'integer', 'duration', 'channel', 'role', 'boolean', 'choice', 'attachment'] as const)(
    'gives nothing for %s, whose values cannot be told',
    async (type) => {
      expect(await values(type, '')).toEqual([]);
    },
  );

  it('gives nothing where nothing fits', async () => {
    expect(await values('source', 'zeppelin')).toEqual([]);
  });

  it('shortens names to 100 characters', async () => {
    const long = aLookup({ stories: [aStory({ number: 1, title: 'word '.repeat(60) })] });
    const [only] = await suggest('story', '', long);
    expect(only?.name).toHaveLength(100);
    expect(only?.name.endsWith('…')).toBe(true);
  });
});
