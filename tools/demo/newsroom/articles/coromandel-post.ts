import type { SampleArticle } from '../sample-article.ts';

/** Coromandel Post: Asia from its ports, written in Chennai; it has pages and no feed. */
export const coromandelPost: readonly SampleArticle[] = [
  {
    slug: 'hong-kong-three-stablecoin-licences-granted',
    event: 'hong-kong-licences',
    label: 'Stablecoins & Payments',
    title: 'First Hong Kong stablecoin licences granted to Lantau Pay, Jadeport and Peak Trust',
    author: 'Kavitha Raghunathan',
    credit: 'Photo by Winnie Lam on Pexels',
    when: { minutesAgo: 18 },
    text: `
The Hong Kong Monetary Authority has granted its first stablecoin licences, to Lantau Pay, Jadeport Digital and Peak Trust. The three may issue tokens pegged to the Hong Kong dollar from next month.

For traders on the Bay of Bengal it is Jadeport that matters. The firm already settles invoices for rice and teak, and says that half of its business will come from this side of Singapore.

## What changes in port

- Payment on the day a container is opened
- One fee instead of three banks' fees
- Refunds through the issuer, within one business day

Brokers in Chennai have charged between two and four percent for such a payment. Several have asked whether Jadeport needs brokers.

It does not, but it needs people who speak to harbour masters.
`,
  },
  {
    slug: 'kestrel-bridge-attacker-31-million-proof',
    event: 'kestrel-hack',
    label: 'Security & Crime',
    title: 'Attacker takes $31 million out of Kestrel Bridge with a withdrawal proof used twice',
    author: 'Arjun Velu',
    credit: 'Photo by Sunil Das on Unsplash',
    when: { minutesAgo: 128 },
    text: `
Kestrel Bridge between Ethereum and Arbitrum lost $31 million in ether and USDC to an attacker who showed its withdrawal contract the same proof twice. The developers paused the bridge after forty minutes and offer a tenth of the loot as a reward.

A student in Madurai had seen the gap on Tuesday, in a lecture. His message to the team sits in a folder for advertisements, where it was found this morning.

## The gap

- A check against used proofs was moved three weeks ago
- Nothing called it from its new place
- Two audits had looked at the version before

Kestrel has offered the student a job. He has asked for the reward instead, and for an exam to be counted.

The stolen coins have not moved since noon.
`,
  },
  {
    slug: 'glacier-upgrade-date-ethereum-december',
    event: 'glacier-upgrade',
    label: 'Technology & Protocols',
    title: 'Glacier upgrade of Ethereum is set for 9 December, developers decide',
    author: 'Meenakshi Sundar',
    credit: 'Photo by Ragnar Holt on Pexels',
    when: { minutesAgo: 300 },
    text: `
Ethereum developers have set the Glacier upgrade for 9 December, after a third test network ran it without a missed block. Client releases are to follow within two weeks.

Nodes will be allowed to drop history that is older than a year, and rollups get a third more room. For people who run a node from a shop in Coimbatore it means a disk that costs half as much.

## What to do before December

- Update the client, once the release is out
- Decide whether to keep old history
- Tell the neighbours that the fan will be quieter

Archivists still ask who pays for the past. The foundation has promised an answer, without a date.

A fallback is kept for the second week of January.
`,
  },
  {
    slug: 'pallas-digital-fined-singapore-customer-funds',
    event: 'pallas-fine',
    label: 'Policy & Regulation',
    title: 'Singapore fines broker Pallas Digital S$4.2 million for mixed customer funds',
    author: 'Kavitha Raghunathan',
    credit: 'Photo by Farah Lim on Unsplash',
    when: { minutesAgo: 161 },
    text: `
The Monetary Authority of Singapore has fined the crypto broker Pallas Digital S$4.2 million because it kept customer funds in the same wallets as its own money, for eleven months. Chief executive Renata Goh has stepped down.

A fifth of the broker's customers live in India. They were told by e-mail that nothing is missing, in a message that went to the wrong list first.

## Conditions

- No new retail customers for a year
- Coins to be held by an outside firm
- A report to the authority each month

On 39 days the broker could not have paid everybody. It never had to, which the authority calls luck.

Pallas accepts the fine.
`,
  },
  {
    slug: 'tea-estate-mines-with-monsoon',
    event: null,
    label: 'Mining & Energy',
    title: 'Kerala tea estate mines bitcoin with the monsoon and dries leaves with the heat',
    author: 'Arjun Velu',
    credit: 'Photo by Priya Nair on Pexels',
    when: { minutesAgo: 480 },
    text: `
A tea estate in Kerala runs 70 bitcoin machines on a stream that is too strong for its old turbine only when it rains. It rains for five months, and that is when tea leaves need to be dried.

The air that cools the machines leaves them at 62 degrees. Pickers say that the tea tastes as before, and that the drying shed hums.

## A year in figures

- 1.9 bitcoin mined
- Firewood for drying: none
- Days lost to leeches on the sensors: four

The state's electricity board would rather buy the power. Its price is half of what the machines bring, and its inspector has not found the road.

Two estates further up the valley have ordered turbines.
`,
  },
  {
    slug: 'film-studio-posters-that-fade',
    event: null,
    label: 'NFTs & Gaming',
    title: 'Chennai film studio sells opening-night posters as collectibles that fade unless shown',
    author: 'Meenakshi Sundar',
    credit: 'Photo by Karthik Mani on Unsplash',
    when: { minutesAgo: 760 },
    text: `
A film studio in Chennai sells NFTs of its opening-night posters whose colours fade a little every week. They come back when the owner shows them in a cinema's lobby, on a telephone held against a reader.

Fans have taken it as an order. Lobbies that were empty by noon now have queues of people who do not want to see the film.

## The first poster

- 14,000 sold, at 99 rupees
- 9,300 still in full colour
- One deliberately bleached, and the dearest of all

Cinemas get a rupee for each visit. One has put a second reader next to the popcorn.

The studio's next film is about a painter.
`,
  },
  {
    slug: 'mumbai-exchanges-payday-volume',
    event: null,
    label: 'Markets',
    title: 'Trading volume on Mumbai exchanges doubles on payday, and is gone by the weekend',
    author: 'Kavitha Raghunathan',
    credit: 'Photo by Rohan Kale on Pexels',
    when: { minutesAgo: 1090 },
    text: `
Trading volume on three exchanges in Mumbai doubles on the last working day of each month and is back to normal two days later. A study of 40 months finds that the price of bitcoin has nothing to do with it.

People buy on the way home. The busiest ten minutes are those of the slow train to Thane, between two tunnels.

## What the study found

- Purchases on payday average 1,150 rupees
- Two in three are never sold
- Market makers widen their quotes at four in the afternoon

The author, a commuter, suggests buying on the third of the month. Prices are lower by a third of a percent, and there are seats.

Exchanges have begun to announce repairs for the fifth.
`,
  },
  {
    slug: 'fishing-cooperative-diesel-lending-pool',
    event: null,
    label: 'DeFi',
    title: 'Fishing cooperative lends out its diesel money overnight through a liquidity pool',
    author: 'Arjun Velu',
    credit: 'Photo by Selvam Raj on Unsplash',
    when: { minutesAgo: 1560 },
    text: `
A fishing cooperative at Nagapattinam puts the money for its diesel into a lending protocol each evening and takes it out before the boats leave at three. The interest pays for ice.

The treasurer learned of liquidity pools from her nephew. She has put a limit on his part in it: he may explain, and not touch.

## House rules

- Never more than one night's diesel
- Only pools that have been open for two years
- Withdrawn by the person who is awake first

In eleven months the protocol kept them waiting once, for nineteen minutes. The fleet left late and met the better shoal.

Two neighbouring villages have asked for the nephew.
`,
  },
];
