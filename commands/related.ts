import { defineCommand, positional, story } from '../src/dispatch/command.ts';
import { emptyMessage, textMessage } from '../src/domain/message.ts';
import { storyBlocks } from '../src/messages/story-list.ts';

const most = 5;

export const related = defineCommand({
  name: 'related',
  description: 'Stories like one that you name',
  example: '/related 42',
  access: 'anyone',
  isPrivate: true,
  isPersonal: true,
  options: { story: positional(story('The number of the story, or the address of an article')) },
  async run({ story }, { scopes, store, texts }) {
    const others = await store.stories.related(story.id, scopes, most);
    if (others.length === 0) return textMessage(texts.news.noneRelated({ number: story.number }));
    return {
      ...emptyMessage,
      title: { text: texts.news.relatedTitle({ title: story.title }) },
      blocks: storyBlocks(others),
    };
  },
});
