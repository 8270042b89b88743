/** The namespaces that feeds use, by the prefix that everybody gives them. */

/** Prefix (empty: the default) → address, in lower case. */
export type Namespaces = Readonly<Record<string, string>>;

const usualPrefixes: Readonly<Record<string, string>> = {
  'http://www.w3.org/2005/atom': 'atom',
  'http://purl.org/atom/ns#': 'atom',
  'http://purl.org/rss/1.0/': '',
  'http://my.netscape.com/rdf/simple/0.9/': '',
  'http://channel.netscape.com/rdf/simple/0.9/': '',
  'http://backend.userland.com/rss2': '',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
  'http://purl.org/rss/1.0/modules/content/': 'content',
  'http://purl.org/dc/elements/1.0/': 'dc',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
  'http://search.yahoo.com/mrss/': 'media',
  'http://search.yahoo.com/mrss': 'media',
  'http://video.search.yahoo.com/mrss': 'media',
  'http://video.search.yahoo.com/mrss/': 'media',
  'http://www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'http://example.com/dtds/podcast-1.0.dtd': 'itunes',
  'http://www.w3.org/1999/xhtml': 'xhtml',
  'http://purl.org/rss/1.0/modules/syndication/': 'sy',
  'http://rssnamespace.org/feedburner/ext/1.0': 'feedburner',
  'http://www.sitemaps.org/schemas/sitemap/0.9': '',
  'http://www.google.com/schemas/sitemap-news/0.9': 'news',
  'http://www.google.com/schemas/sitemap-image/1.1': 'image',
  'http://www.w3.org/xml/1998/namespace': 'xml',
};

/** The namespaces in force for an element with these attributes. */
export function declaredNamespaces(
  attributes: Readonly<Record<string, string>>,
  outer: Namespaces,
): Namespaces {
  let inForce = outer;
  for (const [name, value] of Object.entries(attributes)) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    inForce = { ...inForce, [name.slice(6)]: value.trim().toLowerCase() };
  }
  return inForce;
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
