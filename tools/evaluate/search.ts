import { z } from 'zod';
import { analyze } from '../../src/domain/analyzer.ts';
import { canonicalUrl } from '../../src/domain/canonical-url.ts';
import { parseQuery, relaxQuery, type SearchQuery } from '../../src/domain/search-query.ts';
import type { NewArticle, Store } from '../../src/store/store.ts';
import { optionalText, readJsonLines } from './json-lines.ts';
import { createArrivalClock, scratchSource, withScratchStore } from './scratch-store.ts';

const line = z.object({ url: z.string(), title: z.string(), text: optionalText });
type Line = z.infer<typeof line>;

const pageSize = 10;
const articlesAtOnce = 200;

/** The rank at which each title finds its article among all, of which only the texts are indexed. */
export async function* evaluateSearch(path: string): AsyncIterable<object> {
  const lines: Line[] = [];
  for await (const given of readJsonLines(path, line)) lines.push(given);
  const clock = createArrivalClock(new Date(Date.UTC(2026, 0, 1)));
  yield* withScratchStore(clock, async function* ask(store) {
    const source = await store.sources.add(scratchSource('file', 'The file'), 'global', clock.now());
    if (source === null) throw new Error('the source cannot be added');
    for (let at = 0; at < lines.length; at += articlesAtOnce) {
      const articles = lines.slice(at, at + articlesAtOnce).map(toArticle);
      await store.articles.save(source.id, articles, clock.now());
    }
    for (const { url, title } of lines) yield { url, rank: await rankOf(store, { url, title }) };
  });
}

/** As the `search` command asks: for all words, and where nothing has them all, for any. */
async function rankOf(store: Store, { url, title }: Pick<Line, 'url' | 'title'>): Promise<number | null> {
  const query = parseQuery(title);
  if (query === null) return null;
  const found = await search(store, query);
  const relaxed = found.length === 0 ? relaxQuery(query) : null;
  const stories = relaxed === null ? found : await search(store, relaxed);
  const rank = stories.findIndex(({ story }) => story.url === addressOf(url));
  return rank === -1 ? null : rank + 1;
}

async function search(store: Store, query: SearchQuery) {
  const { items } = await store.stories.search(query, { scopes: ['global'] }, { page: 1, size: pageSize });
  return items;
}

const addressOf = (url: string) => canonicalUrl(url) ?? url;

function toArticle({ url, text }: Line): NewArticle {
  return {
    url: addressOf(url),
    guid: null,
    title: '',
    lead: text,
    blocks: [],
    authors: [],
    published: null,
    picture: null,
    label: null,
    category: 'other',
    assets: [],
    isSponsored: false,
    language: 'en',
    isBacklog: true,
    joins: null,
    tokens: { title: [], text: analyze(text) },
  };
}
