import { emptyMessage, type Button, type Message, type StoryFacts } from '../domain/message.ts';
import type { Story } from '../domain/story.ts';
import type { Texts } from '../texts/texts.ts';

/** The post of one story. Its buttons carry the story's number, so they work for as long as the story exists. */
export function storyMessage(story: Story, texts: Texts): Message {
  return {
    ...emptyMessage,
    title: { text: story.title, url: story.url },
    story: storyFacts(story),
    blocks: story.lead === '' ? [] : [{ kind: 'paragraph', spans: [story.lead] }],
    image: story.picture,
    buttons: storyButtons(story.number, texts),
  };
}

/** What a reader can do with a story: each opens an answer of its own. */
export function storyButtons(number: number, texts: Texts): readonly Button[] {
  return [
    { label: texts.stories.summarizeButton, action: `summarize ${number}`, role: 'open' },
    { label: texts.stories.readButton, action: `read ${number}`, role: 'open' },
    { label: texts.stories.relatedButton, action: `related ${number}`, role: 'open' },
  ];
}

function storyFacts(story: Story): StoryFacts {
  const [first, ...others] = story.reports;
  return {
    number: story.number,
    category: story.category,
    assets: story.assets,
    publisher: first?.sourceName ?? new URL(story.url).hostname,
    moment: story.published,
    alsoReportedBy: others.map((report) => ({ name: report.sourceName, url: report.url })),
    isSponsored: story.isSponsored,
  };
}
