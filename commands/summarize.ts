import { defineCommand, positional, story } from '../src/dispatch/command.ts';
import { emptyMessage } from '../src/domain/message.ts';
import { articleLine, storyLinks } from './one-story.ts';

export const summarize = defineCommand({
  name: 'summarize',
  description: 'A story in a few sentences of its own',
  example: '/summarize 42',
  access: 'anyone',
  isPrivate: true,
  isPersonal: true,
  options: { story: positional(story('The number of the story, or the address of an article')) },
  async run({ story }, context) {
    const { summaries, texts } = context;
    const summary = await summaries.ofStory(story);
    const publisher = summary?.publisher ?? story.reports[0]?.sourceName ?? new URL(story.url).hostname;
    const url = summary?.url ?? story.url;
    return {
      ...emptyMessage,
      title: { text: story.title, url },
      blocks: [
        articleLine(story, { publisher, url }),
        summary === null
          ? { kind: 'paragraph', spans: [texts.news.nothingToSummarize({ publisher })] }
          : { kind: 'list', items: summary.points.map((point) => [point]) },
      ],
      footer: summary === null ? null : texts.stories.summarizedFrom({ publisher }),
      buttons: storyLinks({ story, url, but: 'summarize' }, texts),
    };
  },
});
