import {
  asset,
  category,
  defineCommand,
  integer,
  optional,
  positional,
  source,
} from '../src/dispatch/command.ts';
import { listStories, pageOption, wantedOf } from './story-pages.ts';

const usualCount = 5;

export const latest = defineCommand({
  name: 'latest',
  description: 'The newest stories, of all kinds or as you ask',
  example: '/latest policy btc',
  access: 'anyone',
  isPersonal: true,
  options: {
    category: positional(optional(category('Only this kind of news'))),
    asset: positional(optional(asset('Only about this coin or token'))),
    source: positional(optional(source('Only what this source reports'))),
    count: positional(optional(integer('How many stories on a page', { min: 1, max: 10 }))),
    page: pageOption,
  },
  async run({ count = usualCount, page = 1, ...given }, context) {
    const { texts, store, scopes } = context;
    const wanted = wantedOf(given);
    const found = await store.stories.latest({ scopes, ...wanted.query }, { page, size: count });
    return listStories(context, {
      title: texts.news.latestTitle(wanted.names),
      found,
      page: { page, size: count },
      whenEmpty: wanted.isAll ? texts.news.noStoriesAtAll : texts.news.noneMatch(wanted.names),
    });
  },
});
