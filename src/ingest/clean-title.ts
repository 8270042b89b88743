export interface CleanTitle {
  readonly title: string;
  /** The title itself says that the text was paid for. */
  readonly saysSponsored: boolean;
}

/**
 * A headline without what a publisher hangs on it: its own name at the end (" - CoinDesk", " | The Block"), and a
 * mark such as "Press Release:" or "[Sponsored]", which is told instead.
 */
export function cleanTitle(raw: string, publisherNames: readonly string[]): CleanTitle {
  const spaced = raw.replaceAll(/[\s\u200b\ufeff]+/g, ' ').trim();
  const marked = withoutPublisher(spaced, new Set(publisherNames.map(keyOf)));
  const bare = marked.replace(sponsoredMark, '').trim();
  return { title: shorten(bare === '' ? marked : bare), saysSponsored: bare !== marked };
}

const sponsoredMark =
  /^(?:[[(]\s*(?:sponsored(?: post| content)?|press release|pr|partner content|promoted|ad(?:vertorial)?|paid post)\s*[\])]\s*:?|(?:sponsored(?: post| content)?|press release|partner content|paid post|advertorial)\s*[:|–—-])\s*|\s*[[(](?:sponsored|press release|pr|ad|promoted)[\])]$/i;

const separator = /\s+[-–—|·•:»]\s+|\s*\|\s*/g;

/** Only a last part that is the publisher's name goes; other last parts are the headline's own. */
function withoutPublisher(title: string, names: ReadonlySet<string>): string {
  const last = [...title.matchAll(separator)].at(-1);
  if (last === undefined || last.index === 0) return title;
  return names.has(keyOf(title.slice(last.index + last[0].length))) ? title.slice(0, last.index) : title;
}

/** "The Block" and "theblock.co" are one name. */
function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/\.(?:com|co|io|org|net|news|media|xyz)$/, '')
    .replace(/^(?:www\.|the\s)/, '')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replace(/^the(?=.{4})/, '');
}

const maxCharacters = 400;

function shorten(title: string): string {
  if (title.length <= maxCharacters) return title;
  const cut = title.slice(0, maxCharacters);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), maxCharacters - 40)).trimEnd()}…`;
}
