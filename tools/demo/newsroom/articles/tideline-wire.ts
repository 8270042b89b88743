import type { SampleArticle } from '../sample-article.ts';

/** Tideline Wire: short and fast; its feed has excerpts, the text is on its pages. */
export const tidelineWire: readonly SampleArticle[] = [
  {
    slug: 'three-issuers-win-hong-kong-stablecoin-licences',
    event: 'hong-kong-licences',
    label: 'Stablecoins & Payments',
    title: 'Jadeport, Lantau Pay and Peak Trust win Hong Kong’s first stablecoin licences',
    author: 'Piet Vandermeer',
    credit: 'Photo by Lily Ng on Unsplash',
    when: { minutesAgo: 38 },
    text: `
Hong Kong's first stablecoin licences went to three issuers on the short list: Jadeport Digital, Lantau Pay and Peak Trust. The Hong Kong Monetary Authority said that they may issue Hong Kong dollar tokens from next month.

The three were chosen from 71 applicants. Each must hold its reserves in cash and short bills and redeem at face value within one business day.

## Reaction

Shares of Peak Trust's parent rose nine percent before lunch. A rival that was turned down said it would apply again and called the bar "high, but painted in a visible colour".

- Next batch: before the end of the year
- Capital: at least HK$25 million
- Supervision: monthly reserve reports, made public

Analysts at Cobble Street Research expect at most eight licences in all. The city, they say, wants issuers that it can call by their first names.

No date has been set for a token pegged to the US dollar.
`,
  },
  {
    slug: 'kestrel-bridge-loses-31-million',
    event: 'kestrel-hack',
    label: 'Security & Crime',
    title: 'Kestrel Bridge loses $31 million in exploit of its withdrawal contract',
    author: 'Anouk Delacroix',
    credit: 'Photo by Vik Andersen on Pexels',
    when: { minutesAgo: 150 },
    text: `
An attacker took $31 million from Kestrel Bridge on Thursday by exploiting its withdrawal contract, which accepted the same proof twice. The bridge, which links Ethereum and Arbitrum, was paused forty minutes later.

The stolen funds, mostly ether and USDC, went to one fresh address. Kestrel's developers have offered ten percent of it as a reward for the rest.

## How it happened

The contract checked that a proof was valid, but not that it was new. An update three weeks ago had moved that check to another file, where it was never called.

- 11:02: the first double withdrawal, for $900
- 11:09: nine more, the largest for $6 million
- 11:42: the bridge is paused by three of five key holders

Two audits had passed the code before the update. None was made after it.

Kestrel says deposits that were under way are safe and will be released when the new contract has been reviewed.
`,
  },
  {
    slug: 'osprey-bridge-review',
    event: null,
    label: 'Security & Crime',
    title: 'Osprey Bridge closes for a week to have its code read again',
    author: 'Anouk Delacroix',
    credit: 'Photo by Dana Cole on Unsplash',
    when: { minutesAgo: 66 },
    text: `
Osprey Bridge will close for a week so that outside reviewers can read its contracts once more. Nothing has been lost; the team says it simply does not sleep well at the moment.

Osprey shares no code with Kestrel, but was written by some of the same people. It holds about $210 million, and users have until Saturday noon to move what they need.

## The week's plan

- Two firms read the contracts, apart from each other
- A third tries to break the update procedure
- Findings are published whether or not they flatter

Bridges rarely close of their own accord, because users tend not to return. Osprey's token slipped four percent on the news and then thought better of it.

The bridge opens again on the following Monday.
`,
  },
  {
    slug: 'bitcoin-etfs-take-in-612-million',
    event: 'etf-inflow',
    label: 'Markets',
    title: 'Spot bitcoin ETFs take in $612 million, the most in a day since spring',
    author: 'Piet Vandermeer',
    credit: 'Photo by Corey Blunt on Unsplash',
    when: { minutesAgo: 215 },
    text: `
Spot bitcoin ETFs in the United States took in $612 million on Wednesday, their largest daily inflow since spring. Nine of the eleven funds saw new money; none lost any.

The funds now hold about 1.31 million bitcoin between them. Traders put the rush down to pension managers who rebalance before the quarter ends.

## In figures

- $612 million in on the day
- $1.4 billion over the week
- Six days of inflows in a row

Bitcoin itself rose two percent and stayed there. Options desks report that demand for protection has fallen to the lowest of the year, which some find reassuring and others do not.

"Money that comes in on a spreadsheet leaves on a spreadsheet," said Adaeze Nwosu of Millrace Capital.
`,
  },
  {
    slug: 'bitcoin-etfs-lose-240-million',
    event: null,
    label: 'Markets',
    title: 'Spot bitcoin ETFs lose $240 million in their worst day of the month',
    author: 'Piet Vandermeer',
    credit: 'Photo by Corey Blunt on Unsplash',
    when: { minutesAgo: 5900 },
    text: `
Investors pulled $240 million from spot bitcoin ETFs on Friday, the worst day of the month for the funds. Most of it left a single one, Larkfield's, after the manager raised its fee.

Larkfield said that the fee is still below the market's average. Its clients, who had come for the lowest, took the point differently.

## Where the money went

- About half to two cheaper funds
- A quarter to cash
- The rest is not known yet

Bitcoin slipped below its fifty-day average and climbed back by evening. Volume was thin, as on most summer Fridays.

Fund flows have turned on fees before. A cut by a rival last year moved $2 billion in a fortnight.
`,
  },
  {
    slug: 'ethereum-glacier-upgrade-date',
    event: 'glacier-upgrade',
    label: 'Technology & Protocols',
    title: 'Ethereum developers set 9 December for the Glacier upgrade',
    author: 'Anouk Delacroix',
    credit: 'Photo by Ravi Sood on Pexels',
    when: { minutesAgo: 330 },
    text: `
Ethereum developers have set 9 December as the date of the Glacier upgrade, after a third test network took it without trouble. Glacier lets nodes forget old history and makes room for more data from rollups.

The date was agreed on a call of core developers that lasted eleven minutes, a record. Client teams have two weeks to publish their releases.

## What changes

- Nodes may drop history older than a year
- Rollups get a third more space for data
- Wallets can bundle an approval and a swap into one step

Those who run a node at home should see its disk shrink by about 400 gigabytes. Those who run none will see nothing, which the developers consider a success.

Should a fault turn up, the fallback is a week in January.
`,
  },
  {
    slug: 'lighthouse-protocol-fee-vote',
    event: null,
    label: 'DeFi',
    title: 'Lighthouse lenders vote to share protocol fees with those who wait',
    author: 'Anouk Delacroix',
    credit: 'Photo by Mira Lindqvist on Unsplash',
    when: { minutesAgo: 720 },
    text: `
Holders of the lending protocol Lighthouse have voted to pay a fifth of its fees to depositors who leave their money in for at least ninety days. The proposal passed with 68 percent.

Lighthouse lends $1.1 billion against ether and staked ether. Most deposits stay for less than a week, following whichever pool pays more that morning.

## The terms

- 20 percent of fees, shared by size and time
- Paid in ether, each month
- Lost on an early withdrawal, but not the deposit itself

Critics say the vote was carried by three large wallets. Supporters answer that those three had also waited the longest.

The change takes effect at the next epoch, after a two-day delay for objections.
`,
  },
  {
    slug: 'solana-lists-orchard-tickets',
    event: null,
    label: 'NFTs & Gaming',
    title: 'Concert hall in Leipzig sells season tickets as Solana collectibles',
    author: 'Piet Vandermeer',
    credit: 'Photo by Ute Brandt on Pexels',
    when: { minutesAgo: 1150 },
    text: `
The Orchard, a concert hall in Leipzig, has sold a third of its season tickets as collectibles on Solana. A ticket can be lent for an evening and comes back to its owner at midnight by itself.

Resale is allowed, but never above the printed price. The hall says touts lost interest within a week.

## What holders get

- The same seat all season
- A drawing of each concert, made by a student on the night
- A vote on the last encore in June

The drawings have found buyers of their own. One of a viola player who had dropped her bow went for more than the ticket.

Paper tickets are still sold at the box office, where the queue has grown shorter.
`,
  },
];
