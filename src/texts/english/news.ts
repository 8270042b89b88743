import type { CategoryId } from '../../domain/category.ts';
import { categoryOf } from '../../domain/category.ts';
import { asSentence, counted, durationInWords } from './wording.ts';

interface Wanted {
  readonly category: CategoryId | null;
  /** Names, not tickers or keys. */
  readonly asset: string | null;
  readonly source: string | null;
}

/** What the commands that show stories say. */
export const news = {
  latestTitle: (given: Wanted) => `Latest news${wantedInWords(given)}`,
  topTitle: (given: Wanted & { readonly periodMs: number }) =>
    `Most reported in the last ${periodInWords(given.periodMs)}${wantedInWords(given)}`,
  searchTitle: (given: Wanted & { readonly text: string; readonly count: number }) =>
    `${counted(given.count, 'story', 'stories')} for “${given.text}”${wantedInWords(given)}`,
  relatedTitle: (given: { readonly title: string }) => `Related to: ${given.title}`,
  noStoriesAtAll:
    'There are no stories yet: the sources are being read. Ask again in a minute; /sources shows how the reading goes.',
  noneMatch: (given: Wanted) =>
    `There is no news${wantedInWords(given)} yet. Ask for less, or for /latest alone.`,
  noneInPeriod: (given: Wanted & { readonly periodMs: number }) =>
    `There was no news${wantedInWords(given)} in the last ${periodInWords(given.periodMs)}. Try a longer time, such as /top 7d.`,
  noneFound: (given: Wanted & { readonly text: string }) =>
    `I found nothing for “${given.text}”${wantedInWords(given)}. Try fewer or other words, or a longer time.`,
  foundAt: 'The story with that address',
  noneAt: (given: { readonly url: string }) =>
    `I have no story from that address (${given.url}). /search with words of its headline may find it, and /summarize with the address reads the page itself.`,
  someWords: 'No story has all of these words. These have some of them:',
  noWords: 'There is no word to look for in that. Give at least one, for example /search hong kong.',
  noneRelated: (given: { readonly number: number }) =>
    `I know no story like story ${given.number} yet. /search may find one by its words.`,
  noText: (given: { readonly publisher: string }) =>
    `${given.publisher} gives no more text than this. Open the article to read all of it.`,
  nothingToSummarize: (given: { readonly publisher: string }) =>
    `${given.publisher} gives too little text to summarize. Open the article to read all of it.`,
  pageFailed: (given: { readonly url: string; readonly reason: string }) =>
    `I could not read ${given.url}. ${asSentence(given.reason)} Check the address, or try again later.`,
  by: (given: { readonly publisher: string; readonly authors: readonly string[] }) =>
    given.authors.length === 0 ? given.publisher : `${given.publisher}, by ${given.authors.join(', ')}`,
};

/** `hour` rather than `1 hour`. */
function periodInWords(periodMs: number): string {
  return durationInWords(periodMs).replace(/^1 (\w+)$/, '$1');
}

function wantedInWords({ category, asset, source }: Wanted): string {
  return [
    category === null ? '' : ` in ${categoryOf(category).name}`,
    asset === null ? '' : ` about ${asset}`,
    source === null ? '' : ` from ${source}`,
  ].join('');
}
