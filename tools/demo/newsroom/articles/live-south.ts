import type { SampleArticle } from '../sample-article.ts';

/** What comes out while the newsroom is open: Cobalt Square and Coromandel Post. */
export const liveSouth: Readonly<Record<'cobalt' | 'coromandel', readonly SampleArticle[]>> = {
  cobalt: [
    {
      slug: 'meridian-custody-full-licence-dubai',
      event: 'meridian-licence',
      label: 'Policy & Regulation',
      title: 'Meridian Custody gets full licence in Dubai to hold crypto for banks',
      author: 'Rosalind Achterberg',
      credit: 'Photo by Yusuf Darwish on Unsplash',
      when: { liveAfterSeconds: 14.5 },
      text: `
Dubai's virtual assets regulator has given Meridian Custody of Zurich a full licence to hold crypto for banks and funds. It took fourteen months; the firm looks after $7.8 billion.

London had courted the company too. A permit there would have been ready in two years, by the authority's own estimate.

## What was promised

- Forty jobs in the emirate
- A vault that opens in March
- Client keys that stay in the country

Two Gulf banks have signed. A British one is said to be waiting for somebody else to go first.

Meridian keeps its seat in Zurich.
`,
    },
    {
      slug: 'saltmarsh-lending-oracle-loss',
      event: 'saltmarsh-hack',
      label: 'Security & Crime',
      title: 'Saltmarsh Finance loses $9 million as attacker bends its price oracle',
      author: 'Barnaby Flint',
      credit: 'Photo by Edda Brandt on Pexels',
      when: { liveAfterSeconds: 21.5 },
      text: `
Saltmarsh Finance has lost $9 million to an attacker who bent the price oracle of the lending protocol for four blocks. The loan was taken in USDC against a token that was worth, for that minute, ninety times its price.

New loans are paused. Depositors in other markets can withdraw, and many do.

## The minute in question

- One small pool set the price
- One loan of $9 million was granted
- One engineer was at the dentist

Auditors had asked for a second price source in January. The ticket carries the label "later".

The team has written to the attacker, in the comment of a transaction.
`,
    },
    {
      slug: 'pub-chain-lightning-darts',
      event: null,
      label: 'Stablecoins & Payments',
      title: 'Pub chain settles darts wagers in a pound stablecoin before the next round',
      author: 'Philippa Odell',
      credit: 'Photo by Owen Marsh on Unsplash',
      when: { liveAfterSeconds: 29 },
      text: `
A chain of 60 pubs settles wagers among darts players in a stablecoin pegged to the pound. The board counts the score and pays before the loser has reached the bar.

The regulator for gambling has no objection, since the house takes nothing. The house sells beer.

## House limits

- At most £5 a leg
- No credit, not even for regulars
- Winnings can be drunk or withdrawn

The issuer, Pennyfarthing, expects more from the quiz on Thursdays. It has asked for boards that can hear answers.

Trials begin in Leeds.
`,
    },
  ],
  coromandel: [
    {
      slug: 'saltmarsh-protocol-oracle-attack',
      event: 'saltmarsh-hack',
      label: 'Security & Crime',
      title: 'Attacker drains $9 million from Saltmarsh Finance through its price oracle',
      author: 'Arjun Velu',
      credit: 'Photo by Nila Kumar on Pexels',
      when: { liveAfterSeconds: 6.5 },
      text: `
An attacker has drained $9 million in USDC from the lending protocol Saltmarsh Finance by bending its price oracle for four blocks. New loans are paused, and the team asks depositors to stay calm.

The trick is an old one. A token that hardly anybody trades was made dear for a minute and pledged for a loan that will not be paid back.

## What is known

- $9 million gone, all of it USDC
- Other markets of the protocol are untouched
- The attacker paid $40,000 to move the price

Saltmarsh was started in Kochi and runs from five time zones. In none of them was it office hours.

An account of the attack is promised for tomorrow.
`,
    },
    {
      slug: 'port-customs-ledger-delay',
      event: null,
      label: 'Web3 & Enterprise',
      title: 'Colombo port partners with six shipping lines to put customs papers on one ledger',
      author: 'Kavitha Raghunathan',
      credit: 'Photo by Dilani Perera on Unsplash',
      when: { liveAfterSeconds: 18.5 },
      text: `
The port of Colombo and six shipping lines are to keep customs papers on one ledger, so that a container is cleared while it is still at sea. Today it waits for three days, for a stamp.

The stamp will stay. It is to be pressed on a screen, by the same official, who asked to keep the sound.

## The plan

- 40,000 containers in the first year
- Papers readable by both customs and carrier
- A printed copy for the courts

Brokers fear for their trade and have been offered seats on the board. They took them.

The first ship is due on Monday.
`,
    },
    {
      slug: 'rupee-premium-bitcoin-evening',
      event: null,
      label: 'Markets',
      title: 'Bitcoin trades at a premium of four percent in Dhaka as banks close for the feast',
      author: 'Meenakshi Sundar',
      credit: 'Photo by Imran Haque on Pexels',
      when: { liveAfterSeconds: 33 },
      text: `
Bitcoin changes hands in Dhaka at four percent above its price elsewhere, since banks are closed for the feast and those who send money home have found another way. The premium was one percent last week.

Traders who could close the gap are at the feast as well.

## Around the region

- Dhaka: four percent above the world's price
- Colombo: one percent
- Chennai: none, and a queue

It has happened in each of the last five years, and is gone when the first branch opens. A fund that was founded to profit from it closed in its first summer, for lack of staff.

Banks open again on Thursday.
`,
    },
  ],
};
