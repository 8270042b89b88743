import {
  asset,
  category,
  defineCommand,
  duration,
  optional,
  positional,
  source,
} from '../src/dispatch/command.ts';
import { listStories, pageOption, wantedOf } from './story-pages.ts';

const usualPeriodMs = 24 * 3_600_000;
const size = 5;

export const top = defineCommand({
  name: 'top',
  description: 'The stories that most publishers report',
  example: '/top 7d policy',
  access: 'anyone',
  isPersonal: true,
  options: {
    period: positional(optional(duration('How far back, such as 24h or 7d; 24 hours unless told'))),
    category: positional(optional(category('Only this kind of news'))),
    asset: positional(optional(asset('Only about this coin or token'))),
    source: positional(optional(source('Only what this source reports'))),
    page: pageOption,
  },
  async run({ period: periodMs = usualPeriodMs, page = 1, ...given }, context) {
    const { clock, scopes, store, texts } = context;
    const wanted = wantedOf(given);
    const since = new Date(clock.now().getTime() - periodMs);
    const found = await store.stories.top({ scopes, since, ...wanted.query }, { page, size });
    const said = { ...wanted.names, periodMs };
    return listStories(context, {
      title: texts.news.topTitle(said),
      found,
      page: { page, size },
      whenEmpty: texts.news.noneInPeriod(said),
    });
  },
});
