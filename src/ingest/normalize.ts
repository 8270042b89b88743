import type { Moment } from '../domain/moment.ts';
import type { SourceDescription } from '../domain/source.ts';
import { canonicalUrl } from '../domain/canonical-url.ts';
import type { SourceItem } from '../sources/source.ts';
import { cleanBlocks, cleanText, leadOf } from './clean-text.ts';
import { cleanTitle } from './clean-title.ts';
import type { Draft } from './draft.ts';

/** An item as an article of its source; null when it has no address or no title, for it could not be shown. */
export function normalizeItem(
  item: SourceItem,
  source: Pick<SourceDescription, 'name' | 'home' | 'url' | 'language'>,
  now: Date,
): Draft | null {
  const url = canonicalUrl(item.url ?? '') ?? canonicalUrl(item.guid ?? '');
  const { title, saysSponsored } = cleanTitle(item.title, publisherNames(source));
  if (url === null || title === '') return null;
  const blocks = cleanBlocks(item.blocks, title);
  const labels = item.labels.map(cleanText).filter((label) => label !== '');
  return {
    url,
    guid: item.guid?.trim().slice(0, 500) || null,
    title,
    lead: leadOf(item.summary, blocks, title),
    blocks,
    authors: [...new Set(item.authors.map(cleanText))].filter((author) => author !== ''),
    published: normalizeMoment(item.published, now),
    picture: item.picture,
    labels,
    isSponsored: saysSponsored || isPaid(url, labels),
    language: item.language ?? source.language,
  };
}

/** As a headline's last part may name the publisher. */
export function publisherNames(source: Pick<SourceDescription, 'name' | 'home' | 'url'>): readonly string[] {
  const hosts = [source.home, source.url].flatMap((text) => {
    const url = text === null ? null : canonicalUrl(text);
    return url === null ? [] : [new URL(url).hostname.replace(/^(?:www|feeds?|rss)\./, '')];
  });
  return [source.name, ...hosts];
}

/** Before Bitcoin there was no crypto news: a date before its first block is a wrong one. */
const earliestMs = Date.UTC(2009, 0, 3);
const dayMs = 86_400_000;

/** Times in the future are taken for now; days in the future for today. */
export function normalizeMoment(moment: Moment | null, now: Date): Moment | null {
  if (moment === null || !(moment.at.getTime() >= earliestMs)) return null;
  if (moment.at <= now) return moment;
  const nowMs = now.getTime();
  return { ...moment, at: new Date(moment.precision === 'day' ? nowMs - (nowMs % dayMs) : nowMs) };
}

const paidLabel =
  /\b(?:sponsored|press[- ]?releases?|partner content|partnered content|paid (?:post|content)|advertorials?|promoted|branded content|chainwire)\b/i;
const paidPath = /\/(?:press-?releases?|sponsored(?:-[a-z]+)?|partner-content|paid-post|advertorials?|pr)\//i;

export function isPaid(url: string, labels: readonly string[]): boolean {
  return labels.some((label) => paidLabel.test(label)) || paidPath.test(new URL(url).pathname);
}
