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
  const xml = xmlKind(start);
  if (xml !== null && !/<(!doctype )?html\b/i.test(start)) return xml;
  return /<(!doctype html|html|head|body)\b/i.test(start) ? 'an HTML page' : 'plain text';
}

function xmlKind(start: string): string | null {
  const root = /<([a-z][\w:.-]*)/i.exec(start.replace(/<!--[\s\S]*?-->/g, ''))?.[1]?.toLowerCase();
  if (root === undefined) return start.startsWith('<') ? 'an XML document without content' : null;
  if (root === 'opml') return 'an OPML list of feeds';
  if (root === 'urlset' || root === 'sitemapindex') return 'a sitemap';
  if (root === 'body' || root === 'head') return null;
  return start.startsWith('<') ? `an XML document <${root}>` : null;
}
