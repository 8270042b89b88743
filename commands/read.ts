import { defineCommand, positional, story, turnPages } from '../src/dispatch/command.ts';
import { plainText, type Article } from '../src/domain/article.ts';
import { emptyMessage, type Block } from '../src/domain/message.ts';
import type { Story } from '../src/domain/story.ts';
import { textPages } from '../src/messages/text-pages.ts';
import { articleLine, storyLinks } from './one-story.ts';
import { pageOption } from './story-pages.ts';

const pageCharacters = 1800;

export const read = defineCommand({
  name: 'read',
  description: 'The text of a story, page by page',
  example: '/read 42 page:2',
  access: 'anyone',
  isPrivate: true,
  isPersonal: true,
  options: {
    story: positional(story('The number of the story, or the address of an article')),
    page: pageOption,
  },
  async run({ story, page = 1 }, context) {
    const { store, texts } = context;
    const article = fullest(await store.articles.ofStory(story.id));
    const report = story.reports.find(({ articleId }) => articleId === article?.id) ?? story.reports[0];
    const publisher = report?.sourceName ?? new URL(story.url).hostname;
    const url = article?.url ?? story.url;
    const pages = textPages(article?.blocks ?? [], pageCharacters);
    const turns = turnPages(context, { page, size: 1, total: pages.length });
    const by = texts.news.by({ publisher, authors: article?.authors ?? [] });
    return {
      ...emptyMessage,
      title: { text: article?.title ?? story.title, url },
      blocks: [
        articleLine(story, { publisher: by, url }),
        ...(pages[page - 1] ?? leadOnly(story, texts.news.noText({ publisher }))),
      ],
      footer: turns.footer,
      buttons: [...turns.buttons, ...storyLinks({ story, url, but: 'read' }, texts)],
    };
  },
});

/** The one with the most text; of equals the first. */
function fullest(articles: readonly Article[]): Article | undefined {
  return articles.reduce<Article | undefined>(
    (best, article) => (best !== undefined && lengthOf(best) >= lengthOf(article) ? best : article),
    undefined,
  );
}

function lengthOf({ blocks }: Article): number {
  return plainText(blocks).length;
}

function leadOnly({ lead }: Story, remark: string): readonly Block[] {
  const texts = lead === '' ? [remark] : [lead, remark];
  return texts.map((text) => ({ kind: 'paragraph', spans: [text] }));
}
