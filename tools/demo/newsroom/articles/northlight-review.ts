import type { SampleArticle } from '../sample-article.ts';

/** Northlight Review: markets, protocols and second thoughts. */
export const northlightReview: readonly SampleArticle[] = [
  {
    slug: 'record-etf-inflow-612-million',
    event: 'etf-inflow',
    label: 'Markets',
    title: 'Bitcoin ETFs see $612 million inflow, the most in a day since spring',
    author: 'Solveig Dahl',
    credit: 'Photo by Miko Laine on Pexels',
    when: { minutesAgo: 205 },
    text: `
US spot bitcoin ETFs drew $612 million on Wednesday, more than on any day since spring. Nine of eleven funds took in new money, and their holdings passed 1.31 million bitcoin.

The buyers appear to be institutions that rebalance before the quarter ends. Retail brokers reported an ordinary day.

## Is it too much of a good thing?

Six days of inflows in a row have often come before a pause. In four of the last five cases bitcoin was lower a fortnight later, though never by much.

- Inflow of the day: $612 million
- Inflow of the week: $1.4 billion
- Change in price: up two percent

The cost of insuring against a fall is the lowest this year. That makes it a good time to buy some, said strategist Henrik Aalto, "for the same reason that one buys umbrellas in June".

Figures for Thursday are due tonight.
`,
  },
  {
    slug: 'glacier-upgrade-ethereum-december',
    event: 'glacier-upgrade',
    label: 'Technology & Protocols',
    title: 'Ethereum’s Glacier upgrade gets its date: developers agree on 9 December',
    author: 'Joao Figueira',
    credit: 'Photo by Pernille Juhl on Unsplash',
    when: { minutesAgo: 318 },
    text: `
Ethereum's core developers agreed on 9 December for the Glacier upgrade. A third test network has run it since Monday without a missed block, and client teams will publish releases within two weeks.

Glacier is two things in one. Nodes may drop history older than a year, and rollups get a third more space for their data.

## Less to carry

A node at home needs about 1.2 terabytes today. After Glacier it will get by with 800 gigabytes, which fits on a cheaper disk and leaves room for photographs.

- Old history moves to volunteers who archive it
- Light clients can check it against a fingerprint
- Nothing is deleted from the network as a whole

Not everybody is pleased. Some archivists wanted the foundation to pay for the storage that it now leaves to them.

If all goes wrong, developers will meet again in the second week of January.
`,
  },
  {
    slug: 'mas-fines-pallas-digital',
    event: 'pallas-fine',
    label: 'Policy & Regulation',
    title: 'Pallas Digital fined S$4.2 million in Singapore for mixing customer funds',
    author: 'Solveig Dahl',
    credit: 'Photo by Wei Jie Ong on Unsplash',
    when: { minutesAgo: 172 },
    text: `
Singapore's monetary authority fined the crypto broker Pallas Digital S$4.2 million for keeping customer funds and its own money in the same wallets over eleven months. Chief executive Renata Goh is leaving.

Nobody lost money. For 39 days, though, Pallas owed its customers more than it could have paid on the spot.

## A spreadsheet in the post

The authority acted on a tip from a former employee. The spreadsheet had two tabs, named "ours" and "theirs", and the second was empty.

- Fine: S$4.2 million
- Probation: one year, without new retail customers
- Custody: moved to an outside firm

Lawyers note that the authority could have asked for three times as much. It gave credit for the speed at which the firm set things right.

Pallas will not appeal.
`,
  },
  {
    slug: 'ether-options-expiry-quiet',
    event: null,
    label: 'Markets',
    title: 'Ether traders yawn through a $2 billion options expiry',
    author: 'Solveig Dahl',
    credit: 'Photo by Anders Holm on Pexels',
    when: { minutesAgo: 1010 },
    text: `
Ether options worth $2 billion expired on Friday and the price moved by less than one percent. Dealers had spent the week flattening their books, so that hardly anybody was left to be surprised.

Half of the contracts ended worthless, most of them bets on a rise. The largest open position now sits at $4,200 for the end of the year.

## What the calm may mean

- Implied volatility at a two-year low
- Futures close to the spot price
- Fewer loans on the large exchanges

Calm markets make sellers of options bold. "They pick up coins on a very quiet road," said Greta Niemi of the brokerage Fjordline.

The next large expiry falls in the week of the Glacier upgrade.
`,
  },
  {
    slug: 'perpetuals-exchange-limits-leverage',
    event: null,
    label: 'DeFi',
    title: 'Perpetuals exchange Marlin cuts leverage to 20 times after a meme coin wobble',
    author: 'Joao Figueira',
    credit: 'Photo by Kaia Strand on Unsplash',
    when: { minutesAgo: 290 },
    text: `
Marlin, a decentralized exchange for perpetual futures, has cut its top leverage from 50 to 20 times for small tokens. A trader had pushed a thin meme coin up by 60 percent and left the exchange's vault with the bill.

The vault, in which 9,000 depositors share gains and losses, lost $3.4 million in eleven minutes. It had earned about that much since August.

## New limits

- 20 times for tokens worth less than $500 million
- A cap on open positions, tied to liquidity
- A slower price feed when the order book thins out

Token holders approved the change within a day. Some asked for the losses to be undone, which the team refused.

Deposits in the vault fell by a tenth and have been stable since.
`,
  },
  {
    slug: 'liquid-staking-queue',
    event: null,
    label: 'DeFi',
    title: 'Queue to leave ether staking grows to nine days and nobody seems to mind',
    author: 'Joao Figueira',
    credit: 'Photo by Bea Lund on Pexels',
    when: { minutesAgo: 1900 },
    text: `
Whoever wants to stop staking ether now waits nine days, up from two last month. Yet liquid staking tokens trade within a hair of their full value, which suggests that few are in a hurry.

Much of the queue belongs to one fund that is moving to another custodian. It will rejoin at the other end as soon as it is through.

## Why there is a queue

- The network lets only so many validators leave each day
- The limit protects it from a sudden change of guard
- Those who wait keep earning for most of the time

Lending protocols had feared a discount, since staked ether backs a quarter of their loans. None has had to sell.

The queue should be back under three days by the weekend.
`,
  },
  {
    slug: 'fisheries-game-guild-strike',
    event: null,
    label: 'NFTs & Gaming',
    title: 'Players of the fishing game Deepwell go on strike over the price of bait',
    author: 'Solveig Dahl',
    credit: 'Image by Deepwell Studio via Press Kit',
    when: { minutesAgo: 830 },
    text: `
Some 14,000 players of the blockchain game Deepwell have stopped fishing to protest against the price of bait. Virtual harbours are full, and the in-game fish market has nothing to sell but boots.

Bait is minted by the studio and costs three times what it did in July. Players say that a day's catch no longer pays for the worm.

## What they ask for

- Bait at the July price
- A seat for the guilds when prices are set
- The return of night fishing

The studio first called the strike a bug, then a holiday. On Tuesday it invited the guilds to talks, held on a boat in the game.

Talks broke off when the boat sank, which both sides agree was weather.
`,
  },
  {
    slug: 'pension-fund-second-thoughts',
    event: null,
    label: 'Markets',
    title: 'Dutch pension fund keeps its bitcoin after asking its members twice',
    author: 'Solveig Dahl',
    credit: 'Photo by Joost Kuiper on Unsplash',
    when: { minutesAgo: 2600 },
    isDateOnly: true,
    text: `
The pension fund of Dutch lock keepers will keep the one percent of its savings that it put into bitcoin. Members were asked twice, because after the first vote half of them said they had not understood the question.

The stake has doubled in value, and so the fund sold half of it in March. What remains is worth €41 million.

## The second question

- Keep it: 61 percent
- Sell it: 27 percent
- Ask somebody else: 12 percent

The board had favoured a sale. Its chair, Marijke Dekker, said that she had never had so many letters, nor such friendly ones.

The fund will ask again in three years.
`,
  },
];
