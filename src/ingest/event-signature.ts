import { analyze } from '../domain/analyzer.ts';
import { assets } from '../domain/asset.ts';
import { commonTokens } from '../domain/search-query.ts';

/** What is compared to tell whether two articles report one event. */
export interface EventSignature {
  /** What the title says, without common words; amounts as one token ("1.5billion"). */
  readonly title: ReadonlySet<string>;
  /** Title and the beginning of the lead. */
  readonly all: ReadonlySet<string>;
  /** Amounts and counts of the title that can tell events apart. */
  readonly titleNumbers: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  /** Where the title says that something went: 1 up, -1 down, 0 neither or both. */
  readonly direction: -1 | 0 | 1;
  /** A price report: many a day are alike and tell of different hours. */
  readonly isMarketReport: boolean;
  /** Tells of many events or of none (digests, price analyses, opinion lists): never joins. */
  readonly isRoundup: boolean;
}

const maxLeadTokens = 60;

export function signatureOf(article: { readonly title: string; readonly lead: string }): EventSignature {
  const title = eventTokens(analyze(article.title));
  const lead = eventTokens(analyze(article.lead).slice(0, maxLeadTokens));
  const all = new Set([...title, ...lead]);
  return {
    title: new Set(title),
    all,
    titleNumbers: new Set(title.filter(isTellingNumber)),
    numbers: new Set([...all].filter(isTellingNumber)),
    direction: directionOf(title),
    isMarketReport: isMarketReport(article.title, title),
    isRoundup: roundupPatterns.some((pattern) => pattern.test(article.title)),
  };
}

const roundupPatterns = [
  /\bprice (?:analys[ei]s|prediction|forecast|outlook)s?\b/i,
  /\b(?:what happened in|here['’]s what happened|this week in|today in|the week in|week in review)\b/i,
  /\b(?:daily|weekly|morning|evening|weekend|monthly) (?:\w+ )?(?:recap|digest|wrap|briefing|brief|roundup|round-up|update|news|report|newsletter)\b/i,
  /\b(?:recap|roundup|round-up|digest|newsletter|editor['’]s picks|hodler['’]s digest|finance redefined|nifty news)\b/i,
  /^(?:the daily|the protocol|the funding|first mover|crypto daybook|crypto long & short|the node|market wrap|law decoded|state of crypto)\b/i,
  /\b(?:top|best) \d+\b|^\d+ (?:\w+ ){0,3}(?:coins|altcoins|cryptos|cryptocurrencies|tokens|reasons|ways|things|stocks|memecoins)\b/i,
  /^(?:why (?:is|are)|what (?:is|are)|how to|how do|what to know)\b/i,
  /\band more$/i,
  /\b(?:listing|delisting) (?:and \w+ )?announcements\b/i,
];

/** One word for an asset however it is written, and for verbs that headlines exchange freely. */
const synonyms: ReadonlyMap<string, string> = new Map([
  ...assets.flatMap((asset) =>
    asset.spellings.flatMap(({ text }) => {
      const tokens = analyze(text);
      const [token] = tokens;
      return tokens.length === 1 && token !== undefined ? [[token, asset.ticker.toLowerCase()] as const] : [];
    }),
  ),
  ...synonymRows(
    'buy acquire acquisition purchase bought acquires takeover add',
    'launch debut start begin unveil introduce rollout',
    'approve greenlight pass okay',
    'partner partnership team collaborate',
    'repeal kill overturn',
    'rise surge jump soar rally climb gain reclaim rebound recover spike',
    'fall drop plunge slump sink slide tumble decline dip crash slip',
    'raise secure',
    'sue lawsuit suit',
    'halt suspend pause lift',
    'hack exploit breach',
    'hold maintain keep steady unchanged',
    'poll survey',
    'memecoin meme',
  ),
]);

function synonymRows(...rows: readonly string[]): readonly (readonly [string, string])[] {
  return rows.flatMap((row) => {
    const [head = '', ...others] = analyze(row);
    return others.map((other) => [other, head] as const);
  });
}

const magnitudes = new Set(['million', 'billion', 'trillion']);

function eventTokens(tokens: readonly string[]): string[] {
  const result: string[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] ?? '';
    const next = tokens[at + 1] ?? '';
    if (commonTokens.has(token) || magnitudes.has(token)) continue;
    const isAmount = /^\d/.test(token) && magnitudes.has(next);
    result.push(isAmount ? token + next : (synonyms.get(token) ?? token));
  }
  return result;
}

/** Years, single digits and days of a month are shared by chance. */
function isTellingNumber(token: string): boolean {
  if (!/^\d/.test(token)) return false;
  return /[a-z.]/.test(token)
    ? !/^\d+(?:st|nd|rd|th|h|x|d)$/.test(token)
    : token.length > 2 && !/^20[12]\d$/.test(token);
}

const up = new Set(analyze('rise gain bullish high record up inflow'));
const down = new Set(analyze('fall bearish low loss down outflow'));

function directionOf(title: readonly string[]): -1 | 0 | 1 {
  const rises = title.some((token) => up.has(token));
  const falls = title.some((token) => down.has(token));
  if (rises === falls) return 0;
  return rises ? 1 : -1;
}

const marketWords =
  /\b(?:price|prices|rally|rallies|surges?|jumps?|soars?|drops?|falls?|plunges?|slips?|dips?|climbs?|bulls?|bears?|bullish|bearish|all-time high|ath|support|resistance|breakout|whales?|traders?|nears|eyes|reclaims|tops|hits \$|above \$|below \$)\b/i;
const assetTokens = new Set(assets.map((asset) => asset.ticker.toLowerCase()));

function isMarketReport(title: string, tokens: readonly string[]): boolean {
  return marketWords.test(title) && tokens.some((token) => assetTokens.has(token));
}
