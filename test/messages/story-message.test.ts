import { describe, expect, it } from 'vitest';
import { storyMessage } from '../../src/messages/story-message.ts';
import { english } from '../../src/texts/english.ts';
import { aReport, aStory } from '../support/stories.ts';

describe('storyMessage', () => {
  it('links the title to the article and shows the lead', () => {
    const message = storyMessage(aStory(), english);
    expect(message.title).toEqual({
      text: 'Harbour exchange opens a desk for tokenized bonds',
      url: 'https://wire.example/harbour-desk',
    });
    expect(message.blocks).toEqual([
      {
        kind: 'paragraph',
        spans: ['The exchange said on Monday that its desk will trade bonds issued on a public chain.'],
      },
    ]);
  });

  it('has no paragraph where the story has no lead', () => {
    expect(storyMessage(aStory({ lead: '' }), english).blocks).toEqual([]);
  });

  it('names the first publisher as the publisher and the others as also reporting', () => {
    const story = aStory({
      reports: [aReport('Example Wire'), aReport('Ledger Post'), aReport('Node Daily')],
    });
    expect(storyMessage(story, english).story).toEqual({
      number: 7,
      category: 'markets',
      assets: ['ETH'],
      publisher: 'Example Wire',
      moment: { at: new Date('2026-03-02T08:15:00Z'), precision: 'minute' },
      alsoReportedBy: [
        { name: 'Ledger Post', url: 'https://ledger-post.example/harbour-desk' },
        { name: 'Node Daily', url: 'https://node-daily.example/harbour-desk' },
      ],
      isSponsored: false,
    });
  });

  it('names the host where a story lost its reports', () => {
    expect(storyMessage(aStory({ reports: [] }), english).story?.publisher).toBe('wire.example');
  });

  it('gives no time where the publisher gives none', () => {
    expect(storyMessage(aStory({ published: null }), english).story?.moment).toBeNull();
  });

  it('keeps the picture with its credit', () => {
    const picture = { url: 'https://wire.example/desk.jpg', credit: 'Photo by Ann on Shutter' };
    expect(storyMessage(aStory({ picture }), english).image).toEqual(picture);
  });

  it('carries the story number in every button', () => {
    expect(storyMessage(aStory({ number: 4210 }), english).buttons).toEqual([
      { label: 'Summarize', action: 'summarize 4210', role: 'open' },
      { label: 'Read', action: 'read 4210', role: 'open' },
      { label: 'Related', action: 'related 4210', role: 'open' },
    ]);
  });
});
