import { z } from 'zod';
import type { Clock } from '../../src/domain/clock.ts';
import type { Source } from '../../src/domain/source.ts';
import { createTakeIn } from '../../src/ingest/take-in.ts';
import { normalizeItem } from '../../src/ingest/normalize.ts';
import type { SourceItem, SourceReader } from '../../src/sources/source.ts';
import type { Store } from '../../src/store/store.ts';
import { optionalText, readBlocks, readJsonLines, withoutTags } from './json-lines.ts';
import { createArrivalClock, scratchSource, silent, withScratchStore } from './scratch-store.ts';

const line = z.object({
  url: z.string(),
  title: z.string(),
  body: optionalText,
  description: optionalText,
  published_at: optionalText,
  source: optionalText,
});
type Line = z.infer<typeof line>;

/** The story and category of each article when they arrive in the file's order: as it came, and after the last. */
export async function* evaluateStories(path: string): AsyncIterable<object> {
  const clock = createArrivalClock(new Date(0));
  yield* withScratchStore(clock, async function* arrive(store) {
    const arrivals: { readonly line: Line; readonly storyAtArrival: string | null }[] = [];
    const takeIn = createTakeIn({ store, sources: noPages, clock, log: silent });
    const sources = new Map<string, Source>();
    for await (const given of readJsonLines(path, line)) {
      const item = toItem(given);
      clock.set(item.published?.at ?? clock.now());
      const source = await sourceOf(store, sources, { key: given.source, clock });
      await takeIn(source, [item]);
      arrivals.push({ line: given, storyAtArrival: (await findStory(store, item, source))?.story ?? null });
    }
    for (const { line: given, storyAtArrival } of arrivals) {
      const source = await sourceOf(store, sources, { key: given.source, clock });
      const found = await findStory(store, toItem(given), source);
      yield { url: given.url, storyAtArrival, story: null, category: null, assets: [], ...found };
    }
  });
}

function toItem({ url, title, body, description, published_at: publishedAt }: Line): SourceItem {
  const at = new Date(publishedAt);
  return {
    url,
    guid: null,
    title: withoutTags(title),
    authors: [],
    published: Number.isNaN(at.getTime()) ? null : { at, precision: 'minute' },
    updated: null,
    summary: withoutTags(description),
    blocks: readBlocks(body),
    labels: [],
    picture: null,
    language: 'en',
  };
}

/** A source that was read before, so that its articles are news. */
async function sourceOf(
  store: Store,
  known: Map<string, Source>,
  { key, clock }: { readonly key: string; readonly clock: Clock },
): Promise<Source> {
  const found = known.get(key);
  if (found !== undefined) return found;
  const name = key === '' ? 'unknown' : key;
  const added = await store.sources.add(scratchSource(`s${known.size}`, name), 'global', clock.now());
  if (added === null) throw new Error(`the source ${name} cannot be added`);
  const source = { ...added, firstReadAt: clock.now() };
  known.set(key, source);
  return source;
}

async function findStory(store: Store, item: SourceItem, source: Source) {
  const url = normalizeItem(item, source, new Date(8.64e15))?.url;
  const story = url === undefined ? null : await store.stories.byUrl(url, ['global']);
  if (story === null) return null;
  const article = (await store.articles.ofStory(story.id)).find((one) => one.url === url);
  if (article === undefined) return null;
  return { story: String(story.number), category: article.category, assets: article.assets };
}

const noPages: SourceReader = {
  read: () => Promise.resolve({ kind: 'failed', reason: 'not read', retryAfterMs: null, isGone: false }),
  readPage: () => Promise.resolve({ kind: 'failed', reason: 'not read' }),
  close: () => Promise.resolve(),
};
