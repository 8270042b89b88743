/** What the headers of an answer say. */
import { parseMoment } from '../text/parse-moment.ts';

/** Names in lower case, as Node gives them. */
export type HttpHeaders = Readonly<Record<string, string | string[] | undefined>>;

export function header(headers: HttpHeaders, name: string): string | null {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}

/** A header that may stand more than once: all of it, with commas between. */
export function allOf(headers: HttpHeaders, name: string): string | null {
  const value = headers[name];
  return (Array.isArray(value) ? value.join(', ') : value) ?? null;
}

const longestRetryMs = 24 * 3_600_000;

/** `Retry-After` in seconds or as a date; at most a day; null when it says nothing. */
export function retryAfterMs(headers: HttpHeaders, now: Date): number | null {
  const written = header(headers, 'retry-after')?.trim();
  if (written === undefined) return null;
  if (/^\d+$/.test(written)) return Math.min(Number(written) * 1000, longestRetryMs);
  const until = parseMoment(written);
  if (until === null) return null;
  return Math.min(Math.max(until.at.getTime() - now.getTime(), 0), longestRetryMs);
}

const longestFreshMs = 6 * 3_600_000;

/** How long an answer counts as fresh by `Cache-Control`, else `Expires`; at most 6 h; 0 when it does not say. */
export function freshForMs(headers: HttpHeaders, now: Date): number {
  const control = allOf(headers, 'cache-control')?.toLowerCase() ?? '';
  // `no-cache="Set-Cookie"` speaks of that header alone.
  if (/(?:^|[\s,])no-(?:cache|store)(?!\s*=)/.test(control)) return 0;
  const maxAge = /(?:^|[\s,])max-age\s*=\s*"?(\d+)/.exec(control)?.[1];
  if (maxAge !== undefined) {
    const ageSeconds = Number(/^\s*(\d+)/.exec(header(headers, 'age') ?? '')?.[1] ?? 0);
    return Math.min(Math.max(Number(maxAge) - ageSeconds, 0) * 1000, longestFreshMs);
  }
  const expires = parseMoment(header(headers, 'expires'));
  if (expires === null) return 0;
  const sent = parseMoment(header(headers, 'date'))?.at ?? now;
  return Math.min(Math.max(expires.at.getTime() - sent.getTime(), 0), longestFreshMs);
}
