import { defineCommand, positional, storyOrAddress, type CommandContext } from '../src/dispatch/command.ts';
import { MendableError } from '../src/domain/errors.ts';
import { emptyMessage, type Block, type Message } from '../src/domain/message.ts';
import type { Story } from '../src/domain/story.ts';
import { articleLine, storyLinks } from './one-story.ts';

export const summarize = defineCommand({
  name: 'summarize',
  description: 'A story, or the article at an address, in a few sentences of its own',
  example: '/summarize 42',
  access: 'anyone',
  isPrivate: true,
  isPersonal: true,
  options: { story: positional(storyOrAddress('The number of the story, or the address of an article')) },
  async run({ story }, context) {
    return 'address' in story ? summarizePage(story.address, context) : summarizeStory(story, context);
  },
});

async function summarizeStory(story: Story, { summaries, texts }: CommandContext): Promise<Message> {
  const summary = await summaries.ofStory(story);
  const publisher = summary?.publisher ?? story.reports[0]?.sourceName ?? new URL(story.url).hostname;
  const url = summary?.url ?? story.url;
  return {
    ...emptyMessage,
    title: { text: story.title, url },
    blocks: [
      articleLine(story, { publisher, url }),
      pointsOr(summary?.points ?? [], texts.news.nothingToSummarize({ publisher })),
    ],
    footer: summary === null ? null : texts.stories.summarizedFrom({ publisher }),
    buttons: storyLinks({ story, url, but: 'summarize' }, texts),
  };
}

/** Reads the page in passing; it may turn out to be that of a story. */
async function summarizePage(address: string, context: CommandContext): Promise<Message> {
  const { scopes, sources, store, summaries, texts } = context;
  const page = await sources.readPage(address, null);
  if (page.kind === 'failed') {
    throw new MendableError(texts.news.pageFailed({ url: address, reason: page.reason }));
  }
  const { article } = page;
  const story = await store.stories.byUrl(article.url, scopes);
  if (story !== null) return summarizeStory(story, context);
  const points = await summaries.ofText(article);
  const publisher = new URL(article.url).hostname;
  return {
    ...emptyMessage,
    title: { text: article.title, url: article.url },
    blocks: [pointsOr(points, texts.news.nothingToSummarize({ publisher }))],
    footer: points.length === 0 ? null : texts.stories.summarizedFrom({ publisher }),
    buttons: [{ label: texts.stories.articleButton, url: article.url }],
  };
}

function pointsOr(points: readonly string[], remark: string): Block {
  if (points.length === 0) return { kind: 'paragraph', spans: [remark] };
  return { kind: 'list', items: points.map((point) => [point]) };
}
