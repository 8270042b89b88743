/** The namespaces that feeds use, by the prefix that everybody gives them. */

/** Prefix (empty: the default) → address, bare. */
export type Namespaces = Readonly<Record<string, string>>;

/** By address, without what others write differently: `http(s)://`, `www.`, and a slash or `#` at the end. */
const usualPrefixes: Readonly<Record<string, string>> = {
  'w3.org/2005/atom': 'atom',
  'purl.org/atom/ns': 'atom',
  'purl.org/rss/1.0': '',
  'purl.org/net/rss1.1': '',
  'my.netscape.com/rdf/simple/0.9': '',
  'channel.netscape.com/rdf/simple/0.9': '',
  'backend.userland.com/rss': '',
  'backend.userland.com/rss2': '',
  'backend.userland.com/rss091': '',
  'blogs.law.harvard.edu/tech/rss': '',
  'cyber.law.harvard.edu/rss': '',
  'w3.org/1999/02/22-rdf-syntax-ns': 'rdf',
  'purl.org/rss/1.0/modules/content': 'content',
  'purl.org/dc/elements/1.0': 'dc',
  'purl.org/dc/elements/1.1': 'dc',
  'purl.org/dc/terms': 'dcterms',
  'search.yahoo.com/mrss': 'media',
  'video.search.yahoo.com/mrss': 'media',
  'itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'example.com/dtds/podcast-1.0.dtd': 'itunes',
  'w3.org/1999/xhtml': 'xhtml',
  'purl.org/rss/1.0/modules/syndication': 'sy',
  'rssnamespace.org/feedburner/ext/1.0': 'feedburner',
  'prismstandard.org/namespaces/1.2/basic': 'prism',
  'prismstandard.org/namespaces/basic/2.0': 'prism',
  'purl.org/syndication/thread/1.0': 'thr',
  'sitemaps.org/schemas/sitemap/0.9': '',
  'google.com/schemas/sitemap/0.84': '',
  'google.com/schemas/sitemap-news/0.9': 'news',
  'google.com/schemas/sitemap-image/1.1': 'image',
  'w3.org/xml/1998/namespace': 'xml',
};

const bareAddress = (address: string): string =>
  address
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/[/#]$/, '');

/** No document needs more. */
const maxNamespaces = 100;

/** Elements that are RSS's own, whatever a document says of its default namespace. */
const ofRss = new Set(['rss', 'channel', 'item']);

/** The namespaces in force for an element of this name with these attributes. */
export function declaredNamespaces(
  written: string,
  attributes: Readonly<Record<string, string>>,
  outer: Namespaces,
): Namespaces {
  const declared = Object.entries(attributes)
    .filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'))
    .filter(([name]) => name !== 'xmlns' || !ofRss.has(written.toLowerCase()))
    .slice(0, maxNamespaces)
    .map(([name, value]) => [name.slice(6), bareAddress(value.slice(0, 200))] as const);
  if (declared.length === 0 || Object.keys(outer).length > maxNamespaces) return outer;
  return { ...outer, ...Object.fromEntries(declared) };
}

/**
 * The name in lower case with the usual prefix. Nothing is required of a document: a prefix that it does not
 * declare, or declares as something unknown, counts as what it says.
 */
export function canonicalName(written: string, namespaces: Namespaces): string {
  const lower = written.toLowerCase();
  const colon = lower.indexOf(':');
  const prefix = colon > 0 ? lower.slice(0, colon) : '';
  const local = lower.slice(colon + 1);
  const address = namespaces[prefix];
  const usual = (address === undefined ? undefined : usualPrefixes[address]) ?? prefix;
  return usual === '' ? local : `${usual}:${local}`;
}
