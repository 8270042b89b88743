/**
 * The address that identifies an article, or null when a text is no web address.
 *
 * Removed: what an AMP cache or a counted link is wrapped in, tracking parameters, the fragment, user and password,
 * `amp` in host, path and query, `m.` hosts, the default port, `index.html`, the trailing slash. What is left of the
 * query is sorted, for its order means nothing; a query that may be the identity itself (`?p=123`) stays.
 */
export function canonicalUrl(text: string): string | null {
  const given = parseWebAddress(text);
  if (given === null) return null;
  const url = unwrapped(given);
  const port = url.port === '' ? '' : `:${url.port}`;
  const host = canonicalHost(url.hostname);
  const hash = url.hash.startsWith('#!') ? url.hash : '';
  return `${url.protocol}//${host}${port}${canonicalPath(url.pathname)}${canonicalQuery(url.search)}${hash}`;
}

/** What is the same of canonical addresses that differ only in `http` or `https` and in `www.`: one article's. */
export const articleKey = (canonical: string): string => canonical.replace(/^https?:\/\/(?:www\.)?/, '');

/** The address and those that differ from it only in `http` or `https` and in `www.`: one article's all the same. */
export function sameArticleUrls(canonical: string): readonly string[] {
  const key = articleKey(canonical);
  if (key === canonical) return [canonical];
  const twins = ['https://', 'https://www.', 'http://', 'http://www.'].map((start) => start + key);
  return [canonical, ...twins.filter((twin) => twin !== canonical)];
}

/** In characters: stores keep no longer ones in order, and platforms link to none. */
const longestAddress = 2048;

function parseWebAddress(text: string): URL | null {
  const trimmed = text.trim();
  if (!/^https?:\/\//i.test(trimmed) || !URL.canParse(trimmed)) return null;
  const url = new URL(trimmed);
  return url.hostname === '' || url.href.length > longestAddress ? null : url;
}

/** The article itself, where an address leads to a copy of it in a cache of AMP pages or over a link that is counted. */
function unwrapped(url: URL): URL {
  const address = wrappedIn(url);
  return address === null ? url : (parseWebAddress(address) ?? url);
}

const ampCaches = /(?:^|\.)(?:cdn\.ampproject\.org|bing-amp\.com)$/;
const searchHosts = /^(?:www\.)?(?:google(?:\.[a-z]{2,3}){1,2}|bing\.com)$/;

function wrappedIn({ hostname, pathname, search, searchParams }: URL): string | null {
  const isSearch = searchHosts.test(hostname);
  if (isSearch && pathname === '/url') return searchParams.get('url') ?? searchParams.get('q');
  const start = isSearch ? /^\/amp\/(s\/)?/ : /^\/(?:c|v|wp\/c)\/(s\/)?/;
  const found = isSearch || ampCaches.test(hostname) ? start.exec(pathname) : null;
  const rest = pathname.slice(found?.[0].length);
  // A publisher's host comes next, or it is a page of the search engine's own.
  if (found === null || !/^[^/]+\.[^/]+\//.test(`${rest}/`)) return null;
  return `${found[1] === undefined ? 'http' : 'https'}://${rest}${search}`;
}

/** `m.`, `mobile.` and `amp.` before a name that is still one without them. */
function canonicalHost(hostname: string): string {
  const host = hostname.replace(/\.+$/, '');
  const bare = host.replace(/^(www\.)?(?:(?:m|mobile|amp)\.(?=[^.]+\.))+/, '$1');
  return /^[\d.]+$/.test(bare) ? host : bare;
}

function canonicalPath(path: string): string {
  const plain = withoutAmp(evenlyEscaped(path).replaceAll(/;jsessionid=[^/;]*/gi, ''));
  return plain === '' ? '/' : plain;
}

/** Escapes in capitals, and none for what needs none. */
function evenlyEscaped(text: string): string {
  return text.replaceAll(/%[\da-f]{2}/gi, (escape) => {
    const character = String.fromCodePoint(Number.parseInt(escape.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : escape.toUpperCase();
  });
}

/** Again while there is something to remove: what is left is canonical itself. */
function withoutAmp(path: string): string {
  const plain = path
    .replace(/\/+$/, '')
    .replace(/\/index\.html?$/i, '')
    .replace(/^(?:\/amp)+(?=\/+[^/]+)/i, '')
    .replace(/(?:\/amp)+$/i, '')
    .replace(/(?<=[^/.])(?:\.amp)+(?=\.html?$|$)/i, '');
  return plain === path ? plain : withoutAmp(plain);
}

function canonicalQuery(search: string): string {
  const kept = evenlyEscaped(search.slice(1))
    .split('&')
    .filter((pair) => pair !== '' && !isTracking(pair));
  return kept.length === 0 ? '' : `?${[...new Set(kept)].sort().join('&')}`;
}

const trackingNames = new Set(
  [
    'fbclid gclid gclsrc gbraid wbraid dclid msclkid yclid ysclid twclid ttclid igshid igsh li_fat_id mkt_tok epik',
    'mc_cid mc_eid _hsenc _hsmi __hssc __hstc __hsfp hsctatracking vero_id vero_conv wickedid oly_anon_id oly_enc_id',
    'rb_clickid s_cid cmpid xtor trk trkcampaign sc_campaign sc_channel spm scm guccounter guce_referrer',
    'guce_referrer_sig ref_src ref_url referrer referer sref smid sr_share share_id _ga _gl __twitter_impression',
    'amp amp_js_v amp_gsa usqp __amp_source_origin gad_source gad_campaignid srsltid fb_action_ids fb_action_types',
    'fb_source fb_ref mibextid tblci dicbo ocid ncid ito __s _ke ml_subscriber ml_subscriber_hash phpsessid jsessionid',
  ].flatMap((line) => line.split(' ')),
);
const trackingPrefixes = /^(?:utm|itm|mtm|pk|piwik|hsa|ns|at)_/;

/** Names that also carry an article's identity elsewhere: only these values are known to track. */
const trackingValues: Readonly<Record<string, RegExp>> = {
  ref: /\D|^$/,
  source: /^(?:rss|feed|atom|twitter|x|telegram|facebook|newsletter|email|google|social)/i,
  from: /^(?:rss|feed|atom|twitter|x|telegram|facebook|newsletter|email|google|social)/i,
  outputtype: /^amp$/i,
  output: /^amp$/i,
  view: /^amp$/i,
  mode: /^amp$/i,
  format: /^amp$/i,
};

function isTracking(pair: string): boolean {
  const at = pair.indexOf('=');
  const name = (at === -1 ? pair : pair.slice(0, at)).toLowerCase().replace(/^amp;/, '');
  const value = at === -1 ? '' : pair.slice(at + 1);
  return trackingNames.has(name) || trackingPrefixes.test(name) || trackingValues[name]?.test(value) === true;
}
