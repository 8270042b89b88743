import {
  asset,
  category,
  defineCommand,
  duration,
  optional,
  positional,
  source,
  text,
  turnPages,
  type CommandContext,
} from '../src/dispatch/command.ts';
import { canonicalUrl } from '../src/domain/canonical-url.ts';
import { MendableError } from '../src/domain/errors.ts';
import { emptyMessage, textMessage, type Block, type Message } from '../src/domain/message.ts';
import { parseQuery, relaxQuery, type SearchQuery } from '../src/domain/search-query.ts';
import { storyBlocks, storyEntry } from '../src/messages/story-list.ts';
import { pageOption, wantedOf, type Wanted } from './story-pages.ts';

const size = 5;

export const search = defineCommand({
  name: 'search',
  description: 'Find stories by words in their title or text',
  example: '/search hong kong stablecoin since:7d',
  access: 'anyone',
  isPersonal: true,
  options: {
    text: positional(
      text('Words; "exact words" in quotes, -word for none of it, OR between two; or an address'),
    ),
    since: optional(duration('How far back, such as 24h or 7d')),
    category: optional(category('Only this kind of news')),
    asset: optional(asset('Only about this coin or token')),
    source: optional(source('Only what this source reports')),
    page: pageOption,
  },
  async run({ text, since: sinceMs, page = 1, ...given }, context) {
    const { news } = context.texts;
    if (/^https?:\/\/\S+$/i.test(text)) return showStoryAt(text, context);
    const query = parseQuery(text);
    if (query === null) throw new MendableError(news.noWords);
    const wanted = wantedOf(given);
    const { isRelaxed, items, total } = await findStories(query, { wanted, sinceMs, page, context });
    if (total === 0) return textMessage(news.noneFound({ text, ...wanted.names }));
    const remark: Block = { kind: 'paragraph', spans: [news.someWords] };
    return {
      ...emptyMessage,
      title: { text: news.searchTitle({ text, count: total, ...wanted.names }) },
      blocks: [
        ...(isRelaxed ? [remark] : []),
        ...items.map(({ story, excerpt }): Block => ({ kind: 'entry', entry: storyEntry(story, excerpt) })),
      ],
      ...turnPages(context, { page, size, total }),
    };
  },
});

/** Addresses are in no index: they are compared as ingest compares them. */
async function showStoryAt(address: string, { scopes, store, texts }: CommandContext): Promise<Message> {
  const story = await store.stories.byUrl(canonicalUrl(address) ?? address, scopes);
  if (story === null) throw new MendableError(texts.news.noneAt({ url: address }));
  return { ...emptyMessage, title: { text: texts.news.foundAt }, blocks: storyBlocks([story]) };
}

interface Search {
  readonly wanted: Wanted;
  readonly sinceMs: number | undefined;
  readonly page: number;
  readonly context: CommandContext;
}

/** Stories with all the words, or, where there is none, with any of them. */
async function findStories(query: SearchQuery, { wanted, sinceMs, page, context }: Search) {
  const { clock, scopes, store } = context;
  const since = sinceMs === undefined ? undefined : new Date(clock.now().getTime() - sinceMs);
  const find = (query: SearchQuery) =>
    store.stories.search(query, { scopes, since, ...wanted.query }, { page, size });
  const exact = await find(query);
  const relaxed = exact.total === 0 ? relaxQuery(query) : null;
  return relaxed === null ? { isRelaxed: false, ...exact } : { isRelaxed: true, ...(await find(relaxed)) };
}
