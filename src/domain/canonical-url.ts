/**
 * The address that identifies an article, or null when a text is no web address.
 *
 * Removed: tracking parameters, the fragment, user and password, `amp` in host, path and query, `m.` hosts, the
 * default port, the trailing slash. What is left of the query is sorted, for its order means nothing; a query that
 * may be the identity itself (`?p=123`) stays.
 */
export function canonicalUrl(text: string): string | null {
  const url = parseWebAddress(text);
  if (url === null) return null;
  const port = url.port === '' ? '' : `:${url.port}`;
  const host = canonicalHost(url.hostname);
  const hash = url.hash.startsWith('#!') ? url.hash : '';
  return `${url.protocol}//${host}${port}${canonicalPath(url.pathname)}${canonicalQuery(url.search)}${hash}`;
}

/** The address and those that differ from it only in `http` or `https` and in `www.`: one article's all the same. */
export function sameArticleUrls(canonical: string): readonly string[] {
  const match = /^https?:\/\/(?:www\.)?(.*)$/s.exec(canonical);
  if (match === null) return [canonical];
  const [, rest = ''] = match;
  const twins = ['https://', 'https://www.', 'http://', 'http://www.'].map((start) => start + rest);
  return [canonical, ...twins.filter((twin) => twin !== canonical)];
}

function parseWebAddress(text: string): URL | null {
  const trimmed = text.trim();
  if (!/^https?:\/\//i.test(trimmed) || !URL.canParse(trimmed)) return null;
  const url = new URL(trimmed);
  return url.hostname === '' ? null : url;
}

/** `m.`, `mobile.` and `amp.` before a name that is still one without them. */
function canonicalHost(hostname: string): string {
  const host = hostname.replace(/\.+$/, '');
  const bare = host.replace(/^(www\.)?(?:(?:m|mobile|amp)\.(?=[^.]+\.))+/, '$1');
  return /^[\d.]+$/.test(bare) ? host : bare;
}

function canonicalPath(path: string): string {
  const upper = path.replaceAll(/%[\da-f]{2}/gi, (escape) => escape.toUpperCase());
  const plain = withoutAmp(upper);
  return plain === '' ? '/' : plain;
}

/** Again while there is something to remove: what is left is canonical itself. */
function withoutAmp(path: string): string {
  const plain = path
    .replace(/\/+$/, '')
    .replace(/^(?:\/amp)+(?=\/+[^/]+)/i, '')
    .replace(/(?:\/amp)+$/i, '')
    .replace(/(?<=[^/.])(?:\.amp)+(?=\.html?$|$)/i, '');
  return plain === path ? plain : withoutAmp(plain);
}

function canonicalQuery(search: string): string {
  const kept = search
    .slice(1)
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
    'amp amp_js_v amp_gsa usqp',
  ].flatMap((line) => line.split(' ')),
);
const trackingPrefixes = /^(?:utm|mtm|pk|piwik|hsa|ns|at)_/;

/** Names that also carry an article's identity elsewhere: only these values are known to track. */
const trackingValues: Readonly<Record<string, RegExp>> = {
  ref: /\D|^$/,
  source: /^(?:rss|feed|atom|twitter|x|telegram|facebook|newsletter|email|google|social)/i,
  from: /^(?:rss|feed|atom|twitter|x|telegram|facebook|newsletter|email|google|social)/i,
  outputtype: /^amp$/i,
  output: /^amp$/i,
};

function isTracking(pair: string): boolean {
  const at = pair.indexOf('=');
  const name = (at === -1 ? pair : pair.slice(0, at)).toLowerCase().replace(/^amp;/, '');
  const value = at === -1 ? '' : pair.slice(at + 1);
  return trackingNames.has(name) || trackingPrefixes.test(name) || trackingValues[name]?.test(value) === true;
}
