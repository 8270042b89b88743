import type { CategoryId } from '../domain/category.ts';

type Ruled = Exclude<CategoryId, 'other'>;

/**
 * What the words of an article say about its category: a weight, then words and phrases (in any form that has the
 * same stem) that carry it. Weight 4 hardly ever means anything else; weight 1 only tips the scales.
 */
export const categoryWords: Readonly<Record<Ruled, Readonly<Partial<Record<1 | 2 | 3 | 4, string>>>>> = {
  policy: {
    4: `legislation, lawmaker, executive order, regulatory framework, legal framework, attorney general, congressman,
        crypto czar, consultation paper, licensing regime, policy statement, rulemaking, digital asset policy`,
    3: `regulation, regulator, regulatory, sec, cftc, lawsuit, court, judge, congress, senate, senator, bill, tax, irs,
        white house, policy, license, licensed, minister, ministry, parliament, mica, fca, vara, sfc, hkma, cbdc,
        securities law, financial regulator, strategic bitcoin reserve, bitcoin reserve, governor, confirmation hearing,
        appeals court, supreme court, treasury department, politician, repeal, ruling, european commission, federal judge`,
    2: `law, legal, sue, ban, government, president, settlement, compliance, doj, department of justice, official,
        democrat, republican, election, reserve asset, central bank, committee, crackdown, enforcement, sanction,
        mayor, lobby, plaintiff, defendant, rule, agency, commissioner, nominee, jurisdiction, federal, prison, political`,
    1: `trump, authority, state, approve, securities, hearing, washington, prosecutor, investigation, probe, oversight`,
  },
  markets: {
    4: `price prediction, price analysis, price target, short liquidations, open interest, funding rate, rate cut,
        all time high, technical analysis, support level, resistance level, price action, bull run, crypto market`,
    3: `price, rally, plunge, bullish, bearish, trader, inflow, outflow, liquidation, breakout, fomc, interest rate,
        fed, federal reserve, market cap, overbought, oversold, golden cross, death cross, rsi, moving average, altseason,
        correction, sell off, selloff, resistance, bulls, bears, hedge fund, momentum, etf, quantitative tightening`,
    2: `surge, jump, soar, drop, fall, slide, slump, tumble, climb, rise, gain, rebound, recover, dip, whale, analyst,
        volatility, futures, option, derivative, inflation, indicator, chart, bottom, top, macro, accumulation,
        liquidity, market, sentiment, support, recession, tariff, etp, equities, bond, yields, prediction, outperform`,
    1: `high, low, volume, target, risk, investor, percent, level, short term, long term, holder, gold, bet, trading`,
  },
  web3: {
    4: `partnership, partner with, acquisition, acquire, tokenization, tokenize, real world asset, seed round,
        series a, series b, funding round, bitcoin treasury, corporate treasury, treasury strategy, treasury company,
        mou, spac, ipo, initial public offering`,
    3: `raise, venture, rwa, enterprise, merger, stake in, revenue, earnings, subsidiary, layoff, custody, joint venture,
        institutional adoption, preferred stock, convertible note, investment firm, payment giant, parent company, takeover,
        startup, pilot, collaborate, team up, shares, shutdown, shut down, integrate`,
    2: `company, firm, ceo, invest, investment, launch, expand, expansion, bank, institution, stock, business, adoption,
        platform, service, customer, client, web3, product, executive, deal, buy, purchase, treasury, valuation, founder,
        media, brand, conference, hire, appoint, asset manager, exchange`,
    1: `offer, plan, announce, user, wallet, app, blockchain, brokerage, holdings, fund, digital asset`,
  },
  defi: {
    4: `decentralized finance, yield farming, liquidity pool, automated market maker, lending protocol, fee switch,
        liquidity mining, flash loan, total value locked, decentralized exchange, defi protocol, liquid staking`,
    3: `defi, dex, tvl, amm, restaking, aave, uniswap, lido, perpetual dex, vault, governance proposal, liquidity provider`,
    2: `dao, staking, airdrop, lending, borrow, yield, governance, collateral, pendle, compound finance, token holder`,
    1: `liquidity, pool, swap, vote, proposal`,
  },
  security: {
    4: `hack, hacker, exploit, exploiter, scam, scammer, phishing, malware, trojan, stolen, launder, ponzi, rug pull,
        pyramid scheme, ransomware, lazarus, drainer, cyberattack, money laundering, private key leak,
        wash trading, market manipulation, address poisoning, infostealer`,
    3: `fraud, theft, steal, arrest, police, cartel, attacker, breach, vulnerability, fraudster, heist, kidnap, criminal,
        crime, plead guilty, plea, forfeit, extradite, impersonate, sanctioned, suspicious, sentenced, drained, illicit`,
    2: `attack, victim, manipulation, convict, charged, stealing, threat, seized, security, terrorist, blackmail`,
    1: `suspect, scheme, fake, trace, warn, beware`,
  },
  tech: {
    4: `testnet, mainnet, hard fork, soft fork, zero knowledge, interoperability, rollup, sidechain, devnet, op return,
        client release, network upgrade, block size, virtual machine, account abstraction, post quantum`,
    3: `upgrade, eip, bip, consensus, scaling, scalability, ibc, quantum, open source, cryptography, developer, devs, ux,
        node software, layer 2, sequencer, data availability, throughput, mempool, block space, core developer`,
    2: `protocol, node, validator, fork, smart contract, bridge, network, code, infrastructure, bug, wallet software,
        lightning, lightning network, foundation, technical, proof of stake, proof of work, transaction fee, fees`,
    1: `build, release, chain, block, feature, version, tool`,
  },
  stablecoins: {
    4: `stablecoin issuer, stablecoin payment, cross border payment, remittance, depeg, payment network, payment gateway,
        stablecoin supply, yield bearing stablecoin, merchant payment`,
    3: `stablecoin, usdt, usdc, payment, cross border, visa, mastercard, paypal, stripe, pyusd, rlusd, usde, fdusd, settle`,
    2: `tether, circle, merchant, remit, pay, peg, debit card, dollar pegged, checkout`,
    1: `transfer, dollar, fiat, retail`,
  },
  nft: {
    4: `nft, metaverse, play to earn, web3 game, blockchain game, crypto game, gamefi, nft marketplace, nft collection,
        non fungible, epic games`,
    3: `gaming, game, collectible, opensea, magic eden, gamer, anime, bored ape, pudgy penguins, virtual land, esports`,
    2: `player, ordinals, inscription, art, artist, avatar, multiplayer`,
    1: `mint, collection, royalty`,
  },
  mining: {
    4: `bitcoin mining, mining pool, hashrate, hash rate, bitcoin miner, hashprice, mining rig, mining operation,
        mining difficulty, mining company, mining firm, crypto mining`,
    3: `mining, miner, asic, bitmain, megawatt, exahash, gigawatt, terahash`,
    2: `energy, electricity, power grid, data center, halving, hydropower`,
    1: `rig, facility, cooling`,
  },
};

/** Publishers' own labels as letters and digits only. Labels that say little ("News", "Featured") are not here. */
export const labelCategories: Readonly<Record<Ruled, string>> = {
  policy: `policy, policyregulation, regulation, regulations, regulationandpolicy, policyandregulation, legal, lawandorder,
    law, legislation, government, politics, lawregulation, cryptoregulation, regulatory, compliance, cbdc, cbdcs, tax, taxes,
    taxation, courts, lawsuit, lawsuits, policyregulations, secnews, governmentandpolicy, legalregulation`,
  markets: `markets, market, marketnews, marketsnews, price, prices, priceanalysis, bitcoinprice, ethereumprice, xrpprice,
    trading, marketanalysis, technicalanalysis, derivatives, etf, etfs, macro, pricepredictions, priceprediction, finance,
    cryptomarkets, marketupdates, marketupdate, bitcoinanalysis, altcoinanalysis, economy, economics, stocks, analysisprice`,
  web3: `web3, web3enterprise, web3andenterprise, enterprise, business, companies, company, companynews, adoption, tokenization,
    rwa, realworldassets, venture, ventures, venturecapital, vc, funding, fundraising, deals, corporate, corporatenews,
    institutions, institutional, exchanges, exchange, startups, mergersandacquisitions, ma, businessnews, cryptobusiness`,
  defi: `defi, decentralizedfinance, dex, dexs, dao, daos, staking, lending, yield, liquidstaking, definews`,
  security: `security, securitycrime, securityandcrime, crime, hacks, hack, scams, scam, hacksandscams, exploits, cybersecurity,
    fraud, cryptocrime, crimeandsecurity, hackers, exploit, lawenforcement, scamsandhacks, securityincidents`,
  tech: `technology, tech, technologyprotocols, technologyandprotocols, protocols, protocol, infrastructure, layer1, layer1s,
    layer2, layer2s, development, developers, technical, technews, blockchaintechnology, scaling, privacy, engineering, l2, l2s`,
  stablecoins: `stablecoins, stablecoin, payments, payment, stablecoinspayments, stablecoinsandpayments, remittances,
    paymentsnews, stablecoinnews, fintechpayments`,
  nft: `nft, nfts, nftsgaming, nftsandgaming, gaming, games, metaverse, gamefi, collectibles, digitalcollectibles, nftnews,
    web3gaming, blockchaingaming, cryptogaming, gamingnfts, nftsandmetaverse, nftgaming, cryptogames`,
  mining: `mining, bitcoinmining, miners, miningenergy, miningandenergy, energy, cryptomining, miningnews`,
};
