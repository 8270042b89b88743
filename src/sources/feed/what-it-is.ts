const mediaNames: Readonly<Record<string, string>> = {
  image: 'an image',
  video: 'a video',
  audio: 'a sound file',
  font: 'a font',
};

/** Names a document that is not a feed, so that a person sees what an address led to. */
export function whatItIs(text: string, contentType: string | null): string {
  const start = text.slice(0, 2000).trimStart();
  if (start === '') return 'nothing (the answer is empty)';
  const media = /^(image|video|audio|font)\//i.exec(contentType ?? '')?.[1]?.toLowerCase();
  if (media !== undefined) return mediaNames[media] ?? media;
  if (start.startsWith('%PDF')) return 'a PDF document';
  if (/[^\P{Cc}\t\n\r]{2}|\ufffd{3}/u.test(start)) return 'data that is no text';
  if (/^[[{]/.test(start)) return 'JSON of another kind';
  const root = /<([a-z][\w:.-]*)/i.exec(start.replace(/<!--[\s\S]*?-->/g, ''))?.[1]?.toLowerCase();
  return isHtml(start, root, contentType) ? 'an HTML page' : (xmlKind(start, root) ?? 'plain text');
}

/** Elements that many pages begin with, whose `<html>` is left out. */
const htmlElements: ReadonlySet<string> = new Set(
  'head body link meta title base script style noscript div main header nav section article p h1 h2 table center a ul img'.split(
    ' ',
  ),
);

function isHtml(start: string, root: string | undefined, contentType: string | null): boolean {
  if (/<(!doctype )?html\b/i.test(start) || root === 'head' || root === 'body') return true;
  if (root === undefined || !start.startsWith('<')) return false;
  if (/^text\/html\b/i.test(contentType ?? '')) return !feedRoots.has(root);
  return htmlElements.has(root) && !start.startsWith('<?xml');
}

/** Of documents that are often sent as HTML by mistake. */
const feedRoots: ReadonlySet<string> = new Set(['opml', 'urlset', 'sitemapindex', 'rss', 'feed', 'rdf:rdf']);

function xmlKind(start: string, root: string | undefined): string | null {
  if (root === undefined) return start.startsWith('<') ? 'an XML document without content' : null;
  if (root === 'opml') return 'an OPML list of feeds';
  if (root === 'urlset' || root === 'sitemapindex') return 'a sitemap';
  return start.startsWith('<') ? `an XML document <${root}>` : null;
}
