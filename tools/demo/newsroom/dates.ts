/** Dates as publishers print them. */
import type { PublishedArticle } from './edition.ts';

/** `2025-06-27`, of an article whose publisher gives no time. */
export function dayOf({ publishedAt }: PublishedArticle): string {
  return publishedAt.toISOString().slice(0, 10);
}

/** For machines: a time, or the day alone. */
export function stampOf(article: PublishedArticle): string {
  return article.isDateOnly === true ? dayOf(article) : article.publishedAt.toISOString();
}

/** As in "June 27, 2025, 6:28 AM", or the date alone. */
export function dateOn({ publishedAt, isDateOnly }: PublishedArticle, timeZone = 'UTC'): string {
  const date = publishedAt.toLocaleDateString('en-US', { dateStyle: 'long', timeZone });
  if (isDateOnly === true) return date;
  const time = publishedAt.toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit', timeZone });
  return `${date}, ${time.replaceAll('\u202F', ' ')}`;
}

/** As in "Jan 06, 2024". */
export function shortDate(at: Date): string {
  return at.toLocaleDateString('en-US', { day: '2-digit', month: 'short', year: 'numeric', timeZone: 'UTC' });
}
