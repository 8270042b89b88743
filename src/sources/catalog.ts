/** The built-in catalog: publishers' own feeds. `seen` addresses were seen to be in use; the others are to be tried. */
import type { SourceDescription } from '../domain/source.ts';

type Entry = readonly [key: string, name: string, language: string, url: string, home: string];

const seen: readonly Entry[] = [
  [
    'coindesk',
    'CoinDesk',
    'en',
    'https://www.coindesk.com/arc/outboundfeeds/rss/',
    'https://www.coindesk.com',
  ],
  ['cointelegraph', 'Cointelegraph', 'en', 'https://cointelegraph.com/rss', 'https://cointelegraph.com'],
  ['theblock', 'The Block', 'en', 'https://www.theblock.co/rss.xml', 'https://www.theblock.co'],
  ['decrypt', 'Decrypt', 'en', 'https://decrypt.co/feed', 'https://decrypt.co'],
  ['blockworks', 'Blockworks', 'en', 'https://blockworks.co/feed', 'https://blockworks.co'],
  [
    'bitcoinmagazine',
    'Bitcoin Magazine',
    'en',
    'https://bitcoinmagazine.com/feed',
    'https://bitcoinmagazine.com',
  ],
  ['cryptoslate', 'CryptoSlate', 'en', 'https://cryptoslate.com/feed/', 'https://cryptoslate.com'],
  ['thedefiant', 'The Defiant', 'en', 'https://thedefiant.io/api/feed', 'https://thedefiant.io'],
  ['dlnews', 'DL News', 'en', 'https://www.dlnews.com/arc/outboundfeeds/rss/', 'https://www.dlnews.com'],
  ['bitcoincom', 'Bitcoin.com News', 'en', 'https://news.bitcoin.com/feed/', 'https://news.bitcoin.com'],
  ['unchained', 'Unchained', 'en', 'https://unchainedcrypto.com/feed/', 'https://unchainedcrypto.com'],
  ['bankless', 'Bankless', 'en', 'https://newsletter.banklesshq.com/feed', 'https://www.bankless.com'],
];

const unconfirmed: readonly Entry[] = [
  ['beincrypto', 'BeInCrypto', 'en', 'https://beincrypto.com/feed/', 'https://beincrypto.com'],
  ['ambcrypto', 'AMBCrypto', 'en', 'https://ambcrypto.com/feed/', 'https://ambcrypto.com'],
  ['newsbtc', 'NewsBTC', 'en', 'https://www.newsbtc.com/feed/', 'https://www.newsbtc.com'],
  ['bitcoinist', 'Bitcoinist', 'en', 'https://bitcoinist.com/feed/', 'https://bitcoinist.com'],
  ['utoday', 'U.Today', 'en', 'https://u.today/rss', 'https://u.today'],
  ['cryptopotato', 'CryptoPotato', 'en', 'https://cryptopotato.com/feed/', 'https://cryptopotato.com'],
  [
    'cryptobriefing',
    'Crypto Briefing',
    'en',
    'https://cryptobriefing.com/feed/',
    'https://cryptobriefing.com',
  ],
  ['protos', 'Protos', 'en', 'https://protos.com/feed/', 'https://protos.com'],
  ['dailyhodl', 'The Daily Hodl', 'en', 'https://dailyhodl.com/feed/', 'https://dailyhodl.com'],
  ['cryptonews', 'crypto.news', 'en', 'https://crypto.news/feed/', 'https://crypto.news'],
  ['watcherguru', 'Watcher Guru', 'en', 'https://watcher.guru/news/feed', 'https://watcher.guru'],
  ['sec', 'SEC press releases', 'en', 'https://www.sec.gov/news/pressreleases.rss', 'https://www.sec.gov'],
  [
    'ethereum',
    'Ethereum Foundation blog',
    'en',
    'https://blog.ethereum.org/feed.xml',
    'https://blog.ethereum.org',
  ],
  [
    'wublockchain',
    'Wu Blockchain',
    'en',
    'https://wublock.substack.com/feed',
    'https://wublock.substack.com',
  ],
  ['tokenpost', 'TokenPost', 'ko', 'https://www.tokenpost.kr/rss', 'https://www.tokenpost.kr'],
  ['blockmedia', 'Blockmedia', 'ko', 'https://www.blockmedia.co.kr/feed', 'https://www.blockmedia.co.kr'],
  ['coinpost', 'CoinPost', 'ja', 'https://coinpost.jp/?feed=rss2', 'https://coinpost.jp'],
  [
    'cointelegraph-jp',
    'Cointelegraph Japan',
    'ja',
    'https://jp.cointelegraph.com/rss',
    'https://jp.cointelegraph.com',
  ],
  [
    'cointelegraph-cn',
    'Cointelegraph Chinese',
    'zh',
    'https://cn.cointelegraph.com/rss',
    'https://cn.cointelegraph.com',
  ],
  ['panews', 'PANews', 'zh', 'https://www.panewslab.com/rss.xml?lang=zh', 'https://www.panewslab.com'],
  ['btcecho', 'BTC-ECHO', 'de', 'https://www.btc-echo.de/feed/', 'https://www.btc-echo.de'],
  [
    'criptonoticias',
    'CriptoNoticias',
    'es',
    'https://www.criptonoticias.com/feed/',
    'https://www.criptonoticias.com',
  ],
  ['livecoins', 'Livecoins', 'pt', 'https://livecoins.com.br/feed/', 'https://livecoins.com.br'],
];

/** In the order in which people are shown it. */
export const catalog: readonly SourceDescription[] = [
  ...seen.map((entry) => describe(entry, 'seen')),
  ...unconfirmed.map((entry) => describe(entry, 'unconfirmed')),
];

function describe(
  [key, name, language, url, home]: Entry,
  address: SourceDescription['address'],
): SourceDescription {
  return { key, name, kind: 'feed', url, home, language, address, settings: {} };
}
