/** The vocabulary by which reports of one event are told from reports of two; read by event-signature.ts. */
import { analyze } from '../domain/analyzer.ts';
import { assets } from '../domain/asset.ts';

/** Titles of texts that tell of many events, or of none. */
export const roundupPatterns = [
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

export const assetTokens = new Set(assets.map((asset) => asset.ticker.toLowerCase()));

/** Words that headlines exchange freely; the first stands for all of its line. */
const exchanged = [
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
  'us usa american america washington',
  'uk british britain england',
  'korea korean seoul',
  'china chinese beijing',
  'japan japanese tokyo',
  'russia russian moscow',
  'argentina argentine argentinian',
  'brazil brazilian',
  'india indian',
  'czech czechia prague',
  'eu europe european',
  'france french',
  'germany german',
  'italy italian',
  'spain spanish',
  'dubai uae emirates',
  'salvador salvadoran',
  'australia australian',
  'canada canadian',
  'nigeria nigerian',
  'pakistan pakistani',
  'thailand thai',
  'vietnam vietnamese',
  'turkey turkish',
  'ukraine ukrainian',
  'swiss switzerland',
];

/** One token for an asset however it is written, and for words that mean the same in a headline. */
export const synonyms: ReadonlyMap<string, string> = new Map([
  ...assets.flatMap(({ ticker, spellings }) =>
    spellings.flatMap(({ text }) => {
      const [token = '', ...more] = analyze(text);
      return more.length === 0 ? [[token, ticker.toLowerCase()] as const] : [];
    }),
  ),
  ...exchanged.flatMap((row) => {
    const [head = '', ...others] = analyze(row);
    return others.map((other) => [other, head] as const);
  }),
]);

export const placeTokens: ReadonlySet<string> = new Set(
  analyze(`
    us uk korea china japan russia argentina brazil india czech eu france germany italy spain dubai salvador australia
    canada nigeria pakistan thailand vietnam turkey ukraine swiss hong singapore taiwan indonesia philippines malaysia
    kenya ghana mexico chile colombia poland portugal netherlands norway sweden israel iran kazakhstan bhutan
  `).map((token) => synonyms.get(token) ?? token),
);

/** Words after which a headline tells the background of its news. */
export const backgroundOpeners = /\b(?:after|ahead of|amid|amidst|as|before|despite|following|on|since)\b/i;

export const up: ReadonlySet<string> = new Set(analyze('rise gain bullish high record up inflow'));
export const down: ReadonlySet<string> = new Set(analyze('fall bearish low loss down outflow'));

/** Words of a report on prices. */
export const marketWords =
  /\b(?:price|prices|rally|rallies|surges?|jumps?|soars?|drops?|falls?|plunges?|slips?|dips?|climbs?|bulls?|bears?|bullish|bearish|all-time high|ath|support|resistance|breakout|whales?|traders?|nears|eyes|reclaims|tops|hits \$|above \$|below \$)\b/i;
