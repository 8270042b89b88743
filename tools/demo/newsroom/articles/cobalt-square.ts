import type { SampleArticle } from '../sample-article.ts';

/** Cobalt Square: policy, payments and the money behind them, from London. */
export const cobaltSquare: readonly SampleArticle[] = [
  {
    slug: 'jadeport-lantau-peak-first-hong-kong-licences',
    event: 'hong-kong-licences',
    label: 'Policy & Regulation',
    title: 'Jadeport, Lantau Pay and Peak Trust receive first stablecoin licences in Hong Kong',
    author: 'Rosalind Achterberg',
    credit: 'Photo by Ka-ming Poon on Unsplash',
    when: { minutesAgo: 24 },
    text: `
Jadeport Digital, Lantau Pay and Peak Trust have received the first stablecoin licences of the Hong Kong Monetary Authority. From next month they may issue tokens pegged to the Hong Kong dollar; 68 other applicants may not.

London is taking notes. The Treasury's own rules for stablecoins have been a draft since last summer, and officials flew to Hong Kong twice to see how redemptions are tested.

## What London may copy

- Redemption at face value within one business day
- Reserves at a bank that is not the issuer's own
- A rehearsal of a run, with a stopwatch

What it will not copy is the local chief executive. A British draft asks only for somebody who answers the telephone.

Peak Trust said that it had been asked the same question, and answered on the second ring.
`,
  },
  {
    slug: 'korvat-halts-withdrawals-solana-hot-wallet',
    event: 'korvat-halt',
    label: 'Security & Crime',
    title: 'Korvat Exchange stops withdrawals after $18 million is taken from its hot wallet',
    author: 'Barnaby Flint',
    credit: 'Photo by Liis Tamm on Pexels',
    when: { minutesAgo: 79 },
    text: `
Korvat Exchange has stopped all withdrawals after $18 million in Solana tokens left its hot wallet overnight. The Tallinn company says that its cold storage is untouched and that customers will be made whole from its own capital.

Every transfer stayed just below the $50,000 at which a person has to look at it. Chief executive Tomas Reek called that "an unpleasant amount of precision".

## What customers can do

- Trade, though at prices that differ from those elsewhere
- Deposit, though nobody advises it
- Wait: bitcoin and ether are to return within two days

Estonia's supervisor has asked for the list of those who knew the limit. There are nine names on it.

A fund that insures exchanges said that it had turned Korvat down in March, over that very limit.
`,
  },
  {
    slug: 'bitcoin-etf-inflow-612-million-quarter-end',
    event: 'etf-inflow',
    label: 'Markets',
    title: 'US bitcoin ETFs gather $612 million in their best day since spring',
    author: 'Philippa Odell',
    credit: 'Photo by Jonah Reyes on Unsplash',
    when: { minutesAgo: 198 },
    text: `
Spot bitcoin ETFs in the United States gathered $612 million on Wednesday, their best day since spring. Nine of eleven funds took money in, and together they hold 1.31 million bitcoin.

Most of it seems to be the work of pension managers who bring their books into shape before the quarter ends. Such money tends to come in the last week and to stay for three months.

## The week so far

- $1.4 billion in six days of inflows
- Bitcoin two percent higher
- Insurance against a fall: the cheapest of the year

European products saw no such rush. Their investors sold a little, as they do whenever Americans buy.

The funds report again tonight.
`,
  },
  {
    slug: 'european-parliament-small-wallet-reports',
    event: null,
    label: 'Policy & Regulation',
    title: 'European Parliament spares self-hosted wallets below €1,000 from name checks',
    author: 'Rosalind Achterberg',
    credit: 'Photo by Anneke Vos on Pexels',
    when: { minutesAgo: 415 },
    text: `
The European Parliament has voted to spare payments below €1,000 from self-hosted wallets the name checks that a draft had asked for. The committee's version would have had exchanges ring up the owner of every wallet, at any amount.

The change passed by eleven votes. It was carried by a group of members who had tried to buy a bicycle with the rule in force, on a test network, and had not managed before the shop closed.

## What remains

- Checks above €1,000, by the exchange that receives
- A register of exchanges, open to all
- A review in three years

Governments have yet to agree. Three of them want the limit at €500, and one of them at the price of a bicycle.

Talks between the two sides begin in May.
`,
  },
  {
    slug: 'polkadot-light-client-bus-ticket',
    event: null,
    label: 'Technology & Protocols',
    title: 'Polkadot developers squeeze a light client into the chip of a bus ticket',
    author: 'Idris Bellweather',
    credit: 'Photo by Tove Lindqvist on Unsplash',
    when: { minutesAgo: 560 },
    text: `
Two developers have made a light client for Polkadot that runs on the chip of a paper bus ticket, in 31 kilobytes. It checks one block an hour, and is out of breath afterwards.

The point, they say, is not the ticket. A client of that size fits into meters, locks and hearing aids, which today believe whatever a server tells them.

## How they did it

- Signatures are checked one at a time, in the order they arrive
- What the chip cannot remember it asks for again
- The clock is the passenger: a tap begins an hour

A first transit company, in a town that they may not name, wants to try it on a ferry. Ferries are slower, which helps.

The code is public, and fits on nine printed pages.
`,
  },
  {
    slug: 'nordfell-bank-euro-stablecoin-dairy',
    event: null,
    label: 'Stablecoins & Payments',
    title: 'Nordfell Bank lets dairy farms pay each other in a euro stablecoin, by the litre',
    author: 'Barnaby Flint',
    credit: 'Photo by Maren Skov on Pexels',
    when: { minutesAgo: 690 },
    text: `
Nordfell Bank lets 240 dairy farms in Jutland pay each other in a euro stablecoin each time that a tank is emptied. The sum is worked out by the litre and arrives before the lorry has left the yard.

Farms used to be paid on the twentieth of the following month. The bank lived on the days between, and says that it was persuaded by a farmer who brought a calendar.

## In numbers

- €3.2 million paid in the first month
- 11,000 payments, the smallest for one bucket
- No fee below €50

Fat and protein are measured in the lorry, so the price is known at once. One disputed bucket went to arbitration, and was drunk by the arbitrator.

Cheese makers are to join in autumn.
`,
  },
  {
    slug: 'fairground-carousel-collectibles',
    event: null,
    label: 'NFTs & Gaming',
    title: 'Seaside fair sells its carousel horses as NFTs, and one buyer comes to collect',
    author: 'Idris Bellweather',
    credit: 'Photo by Gwen Harte on Unsplash',
    when: { minutesAgo: 870 },
    text: `
A fair on the Kent coast has sold its 36 carousel horses as NFTs to pay for a new motor. One buyer, who had not read the terms, arrived with a trailer.

Owners get their name on the saddle and free rides for life. What they do not get is the horse, which the fair explained over tea.

## The sale

- 36 horses, from £90 to £1,400
- The dearest is white, and second from the left
- A tenth of each later sale goes to the painter

Three horses have changed hands since, two of them while turning. The fair records the rides of each and finds that owners come twice as often as before.

The motor was switched on last Saturday. It plays the old tune, a little faster.
`,
  },
  {
    slug: 'toll-road-operator-buys-ether',
    event: null,
    label: 'Web3 & Enterprise',
    title: 'Toll road operator Halvorsen puts lorry contracts on Ethereum and sacks its fax',
    author: 'Philippa Odell',
    credit: 'Photo by Sten Aune on Pexels',
    when: { minutesAgo: 1210 },
    text: `
Halvorsen, which runs toll roads in four countries, has moved its contracts with hauliers to Ethereum. Discounts for night driving are now worked out when a lorry passes, and not by a clerk in spring.

The company had kept 3,100 contracts in ring binders. Changes came by fax, from firms that had bought a fax for that purpose.

## First results

- Disputes down from 90 a month to seven
- Discounts paid the same night
- Two clerks retrained, one of them as a haulier

Hauliers see their own contract and nobody else's. The regulator sees all, and has asked for a way to print them.

A second operator, on the other side of the tunnel, is in talks.
`,
  },
];
