import type { SampleArticle } from '../sample-article.ts';

/** Block Courier: crime, mining and the trade at large. */
export const blockCourier: readonly SampleArticle[] = [
  {
    slug: 'hong-kong-stablecoin-licences-jadeport-lantau-peak',
    event: 'hong-kong-licences',
    label: 'Policy & Regulation',
    title: 'Hong Kong names first licensed stablecoin issuers: Jadeport, Lantau Pay, Peak Trust',
    author: 'Caleb Osei',
    credit: 'Photo by Rex Yuen on Unsplash',
    when: { minutesAgo: 31 },
    text: `
Hong Kong has its first licensed stablecoin issuers. The Hong Kong Monetary Authority granted licences to Jadeport Digital, Lantau Pay and Peak Trust, three of 71 applicants, and lets them start next month.

All three will issue tokens pegged to the Hong Kong dollar. Tokens pegged to other currencies need a permit of their own, and nobody has asked for one yet.

## The long queue

Many of the firms that missed out are known names on the mainland. Lawyers in Central say that their clients had expected twenty licences, and had printed the business cards.

- Three licences granted
- Eleven applications still open
- Fifty-seven returned

A newcomer to the list is Peak Trust, which until last year looked after the estates of ship owners. Its director says that the work is much the same: keep it safe, keep it apart, hand it back when asked.

Trading platforms in the city will list the tokens once each has published its first reserve report.
`,
  },
  {
    slug: 'kestrel-bridge-exploit-31-million',
    event: 'kestrel-hack',
    label: 'Security & Crime',
    title: 'Hacker drains $31 million from Kestrel Bridge through a reused withdrawal proof',
    author: 'Caleb Osei',
    credit: 'Photo by Nils Forsberg on Pexels',
    when: { minutesAgo: 140 },
    text: `
A hacker drained $31 million in ether and USDC from Kestrel Bridge, which connects Ethereum and Arbitrum, by handing its withdrawal contract the same proof twice. The team paused the bridge and offered a tenth as a bounty.

The hole came with an update three weeks ago. A check that every proof is new had been moved, and was never called from its new place.

## Following the money

- All of it went to one address, made the day before
- That address was paid for with coins from a mixer
- Nothing has moved since noon

Two key holders were on a plane when the alarm went off, which is why the pause took forty minutes. The third was found at his daughter's swimming lesson.

Users whose deposits were in flight will get them, Kestrel says. Those who hold its wrapped tokens will have to wait for the vote on who bears the loss.
`,
  },
  {
    slug: 'korvat-withdrawals-halted-hot-wallet',
    event: 'korvat-halt',
    label: 'Security & Crime',
    title: 'Korvat Exchange suspends withdrawals after $18 million leaves its hot wallet',
    author: 'Lotte Brandsma',
    credit: 'Photo by Karl Tamm on Unsplash',
    when: { minutesAgo: 88 },
    text: `
Estonia's Korvat Exchange has suspended withdrawals after $18 million in Solana tokens left its hot wallet overnight. Cold storage is safe, the exchange said, and it will cover the loss itself.

The thief kept every transfer just below $50,000. Korvat confirmed that this is where its alarm begins, and that the number was known to nine people.

## Nine people

All nine have handed in their laptops. Chief executive Tomas Reek would not say whether he suspects one of them, only that the number has been changed.

- Trading goes on
- Bitcoin and ether withdrawals should return within two days
- Solana tokens will take longer

The exchange has 340,000 customers, most of them in the Baltics and Finland. Its last proof of reserves is four months old.

Police in Tallinn have opened a case.
`,
  },
  {
    slug: 'fake-support-desk-arrests',
    event: null,
    label: 'Security & Crime',
    title: 'Police in Porto arrest six over a fake wallet support desk with its own hold music',
    author: 'Lotte Brandsma',
    credit: 'Photo by Rui Matos on Pexels',
    when: { minutesAgo: 940 },
    text: `
Police in Porto have arrested six people who ran a fake support desk for crypto wallets and talked callers out of $2.7 million. The scam had hold music, a survey at the end and, for a while, better marks than the real one.

Victims found the number through search advertisements. They were asked for their recovery phrase "to match the ticket".

## How to tell

- Real support never asks for the recovery phrase
- Real wallets do not have a phone number
- Nobody in a hurry is helping you

One victim, a retired judge, kept the line open for two hours while his grandson called the police from another room. The trace led to an office above a bakery.

About a third of the money has been found.
`,
  },
  {
    slug: 'dam-powered-mine-opens',
    event: null,
    label: 'Mining & Energy',
    title: 'Bitcoin miner Stillwater moves into a disused dam and heats the village pool',
    author: 'Caleb Osei',
    credit: 'Photo by Heidi Moen on Unsplash',
    when: { minutesAgo: 520 },
    text: `
Bitcoin miner Stillwater has moved 4,000 machines into the turbine hall of a disused dam in northern Norway. The dam makes 14 megawatts, too far from any town for the grid to want them.

Two of the three turbines were mended with parts from a museum. The heat of the machines goes through a pipe to the village of Lomvik, whose swimming pool is now open in winter.

## The sums

- Power at 1.9 cents per kilowatt hour
- 1.1 exahash per second, rising to 1.6
- A contract of eighteen years

The village council voted nine to two for the plan. The two had asked for a sauna as well, and were told that it would be looked into.

Stillwater lost money last year. It expects to earn some at any bitcoin price above $38,000.
`,
  },
  {
    slug: 'hashrate-falls-after-texas-heat',
    event: null,
    label: 'Mining & Energy',
    title: 'Bitcoin hashrate falls seven percent as Texas miners switch off in the heat',
    author: 'Caleb Osei',
    credit: 'Photo by Jody Reyes on Pexels',
    when: { minutesAgo: 1720 },
    text: `
The bitcoin network's hashrate fell by seven percent over the weekend as miners in Texas switched off their machines. They are paid to do so when air conditioners strain the grid.

For some it is the better business. Redbluff Mining earned more from credits in August than from coins.

## A quiet weekend

- Blocks came every eleven minutes instead of ten
- Fees rose by a fifth
- Difficulty is set to fall by four percent on Thursday

Grid operators praise the arrangement, since a hall of machines can stop within seconds. Neighbours in Corsicana praise it for the silence.

Machines should be back by the middle of the week, when a cold front is due.
`,
  },
  {
    slug: 'lagos-startup-raises-seed-round',
    event: null,
    label: 'Web3 & Enterprise',
    title: 'Lagos startup Ikoro raises $6.5 million to put warehouse receipts on Polygon',
    author: 'Tunde Bakare',
    credit: 'Photo by Simi Ade on Unsplash',
    when: { minutesAgo: 450 },
    text: `
Ikoro, a startup from Lagos, has raised $6.5 million to turn warehouse receipts for maize and sesame into tokens on Polygon. Farmers can borrow against them before the price recovers after harvest.

The seed round was led by Baobab Ventures. Ikoro works with 38 warehouses in four states and wants to reach 120.

## From sack to loan

- A grader weighs and seals the sacks
- The receipt is issued to the farmer's phone
- Lenders bid, and the cheapest wins

Founder Ngozi Eze grew up selling sesame with her aunt. "We always sold in November because the school wanted its fees in November," she said. "The buyers knew it too."

Loans so far come to $3.9 million, of which two percent are late.
`,
  },
  {
    slug: 'press-release-orbital-card',
    event: null,
    label: 'Press Release',
    title: 'OrbitalPay announces a metal card for people who lose things',
    author: 'OrbitalPay',
    credit: 'Image by OrbitalPay via Company Handout',
    when: { minutesAgo: 1300 },
    text: `
OrbitalPay today announced the Anchor, a payment card of surgical steel that spends USDC and finds its way home. If lost, the finder scans it, sees no name, and gets a free coffee for dropping it at any partner café.

The Anchor works wherever cards are taken. Spending is converted at the moment of payment, with a fee of half a percent.

## Features

- Freeze and thaw with one tap
- A weight of 21 grams
- Four hundred partner cafés in six countries

"People lose cards. We decided to design for people," said Bram Visser, chief product officer of OrbitalPay.

Orders open this month. The first ten thousand come with a lanyard.
`,
  },
];
