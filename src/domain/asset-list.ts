/** The leading coins and tokens as a table; read by asset.ts. */

/**
 * Ticker, name, other names; a mark before the ticker or a name says how far it can be trusted in running text:
 * none: it means the asset wherever it stands in this spelling; `?`: it is also a word or another thing's name, and
 * counts only beside proof (`$OP`, "Optimism (OP)", "OP token").
 */
export const assetTable = `
BTC | Bitcoin | bitcoin, bitcoins, XBT
ETH | Ethereum | ethereum, Ether, ether
USDT | Tether | USDt
XRP | XRP | ?Ripple
BNB | BNB | Binance Coin, ?BNB Chain
SOL | Solana |
USDC | USDC | USD Coin
DOGE | Dogecoin |
ADA | Cardano |
TRX | TRON | Tron
?TON | Toncoin | The Open Network
?LINK | Chainlink |
AVAX | ?Avalanche |
XLM | ?Stellar | Stellar Lumens
?SUI | Sui |
HBAR | Hedera | Hedera Hashgraph
SHIB | Shiba Inu |
?DOT | Polkadot |
LTC | Litecoin |
BCH | Bitcoin Cash |
?HYPE | Hyperliquid |
?UNI | Uniswap |
XMR | Monero |
?PEPE | ?Pepe |
?NEAR | NEAR Protocol | Near Protocol
APT | Aptos |
?ICP | Internet Computer |
?AAVE | Aave |
ETC | Ethereum Classic |
?MNT | ?Mantle |
?POL | ?Polygon |
MATIC | MATIC |
?VET | VeChain |
?CRO | ?Cronos |
ALGO | Algorand |
?FIL | Filecoin |
?ARB | Arbitrum |
?ATOM | ?Cosmos | Cosmos Hub
?OP | ?Optimism |
?TIA | Celestia |
?INJ | ?Injective |
?STX | ?Stacks |
?IMX | ?Immutable | Immutable X
?GRT | The Graph |
?RENDER | ?Render | ?Render Network
?FET | Fetch.ai | Artificial Superintelligence Alliance
?TAO | Bittensor |
?WLD | Worldcoin |
?ONDO | ?Ondo | Ondo Finance
?JUP | ?Jupiter |
?ENA | Ethena |
USDE | USDe |
?MKR | MakerDAO | ?Maker
?SKY | ?Sky |
DAI | DAI |
USDS | USDS |
FDUSD | FDUSD | First Digital USD
PYUSD | PYUSD | PayPal USD
TUSD | TUSD | TrueUSD
RLUSD | RLUSD | Ripple USD
?USD1 | USD1 |
EURC | EURC |
USDG | USDG |
?FRAX | ?Frax |
?LDO | ?Lido | Lido DAO
?CRV | ?Curve | Curve DAO, Curve Finance
?COMP | ?Compound | Compound Finance
?SNX | Synthetix |
?SUSHI | ?SushiSwap |
?CAKE | ?PancakeSwap |
?YFI | yearn.finance | Yearn Finance
?DYDX | dYdX |
?GMX | GMX |
?PENDLE | ?Pendle |
?RUNE | THORChain | Thorchain
?1INCH | 1inch |
?BAL | ?Balancer |
?EIGEN | EigenLayer | EigenCloud
?ETHFI | ether.fi |
?RPL | Rocket Pool |
?MORPHO | ?Morpho |
?RAY | ?Raydium |
?ORCA | ?Orca |
?JTO | ?Jito |
?PYTH | Pyth Network |
?W | ?Wormhole |
BONK | Bonk |
?WIF | dogwifhat | Dogwifhat
?FLOKI | Floki |
?TRUMP | Official Trump | TRUMP memecoin, TRUMP meme coin
?MELANIA | ?Melania | MELANIA memecoin
?FARTCOIN | Fartcoin |
?PENGU | Pudgy Penguins |
?POPCAT | Popcat |
?MOG | ?Mog Coin |
?PUMP | ?Pump.fun |
?APE | ApeCoin |
?SAND | The Sandbox |
?MANA | Decentraland |
?AXS | Axie Infinity |
?GALA | ?Gala Games |
?ENJ | Enjin |
?CHZ | Chiliz |
?RON | ?Ronin | Ronin Network
?BEAM | ?Beam |
?FLOW | ?Flow |
?THETA | ?Theta Network |
?EGLD | MultiversX | Elrond
XTZ | Tezos |
?EOS | EOS |
?NEO | ?Neo |
?GAS | ?Neo Gas |
?IOTA | IOTA |
?XEC | eCash |
?ZEC | Zcash |
?DASH | ?Dash |
?KAS | Kaspa |
?QNT | ?Quant | Quant Network
?KAVA | ?Kava |
?SEI | ?Sei | Sei Network
?FTM | Fantom |
?S | ?Sonic | Sonic Labs
?ONE | ?Harmony |
?ZIL | Zilliqa |
?ROSE | ?Oasis | Oasis Network
?CELO | Celo |
?MINA | Mina Protocol |
?KSM | Kusama |
?ASTR | ?Astar | Astar Network
?GLMR | Moonbeam |
?STRK | Starknet | StarkNet
?ZK | zkSync | ZKsync
?MANTA | ?Manta Network |
?BLUR | ?Blur |
?DYM | Dymension |
?ALT | ?AltLayer |
?METIS | ?Metis |
?BERA | Berachain |
?MOVE | ?Movement | Movement Labs, Movement Network
?IP | Story Protocol |
?KAIA | ?Kaia | Klaytn
?WEMIX | WEMIX | Wemix
?LUNC | Terra Classic | Terra Luna Classic
?LUNA | ?Terra | Terra Luna
?USTC | TerraClassicUSD |
?FTT | FTX Token |
?LEO | UNUS SED LEO |
?OKB | OKB |
?BGB | Bitget Token |
?KCS | KuCoin Token |
?GT | GateToken |
?BAT | Basic Attention Token |
?ENS | Ethereum Name Service |
?AR | Arweave |
?HNT | ?Helium | Helium Network
?AKT | Akash Network | Akash
?AIOZ | AIOZ Network |
?VIRTUAL | Virtuals Protocol |
?KAITO | ?Kaito |
?XDC | XDC Network |
?LRC | Loopring |
?MASK | Mask Network |
?ANKR | Ankr |
?JASMY | JasmyCoin |
?PI | Pi Network | Pi Coin
WBTC | WBTC | Wrapped Bitcoin
STETH | stETH | Lido Staked Ether
?CBBTC | cbBTC |
?WLFI | WLFI |
?PAXG | PAX Gold |
?XAUT | Tether Gold |
`;

/** Names that begin like an asset's and mean something else. */
export const otherNames = [
  'Bitcoin Magazine',
  'Bitcoin.com',
  'Bitcoin SV',
  'Bitcoin Gold',
  'Bitcoin Suisse',
  'Bitcoin Depot',
  'Bitcoin Conference',
  'Bitcoin World',
  'Bitcoin Family',
  'Bitcoin Jesus',
  'Bitcoin Policy Institute',
  'Bitcoin Ordinals',
  'NewsBTC',
  'EthereumPoW',
  'The Graph shows',
  'Celestial',
  'Sui generis',
  'Tron Legacy',
];
