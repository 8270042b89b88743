/** In characters: longer ones are served, stored and linked to by nobody. */
export const longestAddress = 2048;

/** Absolute `http(s)` address of a link found in a document; null for anything else. */
export function absoluteUrl(link: string | null | undefined, base: string | null): string | null {
  const text = link?.replace(/[\t\n\r]/g, '').trim() ?? '';
  if (text === '' || text.length > longestAddress) return null;
  const isRelative = !/^[a-z][a-z0-9+.-]*:/i.test(text);
  if (isRelative && (base === null || base === '')) return null;
  if (!URL.canParse(text, isRelative ? (base ?? undefined) : undefined)) return null;
  const url = new URL(text, isRelative ? (base ?? undefined) : undefined);
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  return isWeb && url.href.length <= longestAddress ? url.href : null;
}
