import type { SampleArticle } from '../sample-article.ts';

/** What comes out while the newsroom is open: Block Courier and Northlight Review. */
export const liveNorth: Readonly<Record<'courier' | 'northlight', readonly SampleArticle[]>> = {
  courier: [
    {
      slug: 'ransomware-crew-arrested-gdansk',
      event: null,
      label: 'Security & Crime',
      title: 'Ransomware crew behind hospital attacks arrested in Gdansk harbour',
      author: 'Lotte Brandsma',
      credit: 'Photo by Ewa Zielna on Pexels',
      when: { liveAfterSeconds: 5 },
      text: `
Polish police have arrested four men on a boat in Gdansk who are said to have extorted $11 million in bitcoin from hospitals. The ransomware crew had paid for the mooring with the same coins.

Officers found two hardware wallets in the bilge and a third in a tin of herring. Decryption keys for nineteen hospitals have been handed over.

## How they were found

- A mooring fee, paid from a marked address
- A harbour camera
- A parrot named after the malware

Prosecutors want them held for three months. A lawyer for one of them says that he was only there to paint the hull.

Hospitals that still have locked machines are asked to call the police.
`,
    },
    {
      slug: 'iceland-miners-return-power',
      event: null,
      label: 'Mining & Energy',
      title: 'Iceland asks bitcoin miners to hand back 60 megawatts for the winter',
      author: 'Caleb Osei',
      credit: 'Photo by Sunna Jonsdottir on Unsplash',
      when: { liveAfterSeconds: 20 },
      text: `
Iceland's grid operator has asked bitcoin miners to give back 60 megawatts until spring, because reservoirs are low after a dry summer. The halls of two mining companies near Keflavik will stand still from December.

Miners use about five percent of the island's electricity. Their contracts let the operator call on it at a week's notice.

## Who gets the power

- Fish meal plants, which else would burn oil
- Greenhouses
- A new ferry that charges at night

The companies get a lower price next summer in return. One will use the time to clean four years of volcanic dust from its fans.

Snow would help, the operator says, but only if it melts.
`,
    },
    {
      slug: 'tax-office-phishing-mails',
      event: null,
      label: 'Security & Crime',
      title: 'Phishing mails that copy a tax office empty wallets in three countries',
      author: 'Lotte Brandsma',
      credit: 'Photo by Femke Bos on Unsplash',
      when: { liveAfterSeconds: 27 },
      text: `
Phishing mails in the name of tax offices have emptied crypto wallets in Belgium, France and Luxembourg. Victims were sent a form to declare their holdings, with a field for the recovery phrase.

Investigators count 1,100 forms filled in and $4.6 million gone. The page was a copy down to the cookie notice.

## What gives it away

- An address that ends in a country far away
- A deadline of two hours
- A refund, which no tax office has ever offered first

The server stood in a rented flat in Riga, and was still warm. Whoever had rented it paid for a year in advance.

Tax offices advise to type their address by hand.
`,
    },
  ],
  northlight: [
    {
      slug: 'ebbtide-fixed-rate-pool',
      event: null,
      label: 'DeFi',
      title: 'Lending protocol Ebbtide opens a liquidity pool for fixed rates up to a year',
      author: 'Joao Figueira',
      credit: 'Photo by Pernille Juhl on Unsplash',
      when: { liveAfterSeconds: 8 },
      text: `
The lending protocol Ebbtide has opened a pool in which borrowers can fix their rate for three, six or twelve months. It is the first of its kind on Base with more than $100 million in it.

Rates in DeFi change by the minute, which treasurers dislike. Ebbtide matches those who want certainty with those who sell it.

## First day

- $118 million deposited
- 6.2 percent for a year, against 4.9 for a day
- 74 borrowers, most of them small companies

The contracts were read by three auditors and a retired actuary. The actuary found the only serious fault.

Token holders will vote next week on a pool in euros.
`,
    },
    {
      slug: 'carmaker-battery-passport',
      event: null,
      label: 'Web3 & Enterprise',
      title: 'Carmaker Velo partners with battery makers to keep every cell’s life on one ledger',
      author: 'Solveig Dahl',
      credit: 'Photo by Miko Laine on Pexels',
      when: { liveAfterSeconds: 23 },
      text: `
Swedish carmaker Velo has agreed with three battery companies to record the life of every cell on a shared ledger. Buyers of a used car will see how often it was charged, and how fast.

European rules ask for such a passport from next year. Most makers plan a database each; Velo's partners want one for all.

## What is recorded

- Where the metals came from
- Charging, as a monthly sum
- Repairs, and who made them

Garages have complained that they must buy scanners. Velo will lend them one for each workshop.

The first cars with a passport leave the plant in Halmstad in April.
`,
    },
    {
      slug: 'bank-of-japan-yields-crypto-markets',
      event: null,
      label: 'Markets',
      title: 'Crypto markets slip as Japanese bond yields touch an eighteen-year high',
      author: 'Solveig Dahl',
      credit: 'Photo by Anders Holm on Pexels',
      when: { liveAfterSeconds: 35 },
      text: `
Crypto prices slipped with shares after yields on Japanese government bonds touched their highest level in eighteen years. Bitcoin gave back one percent and Solana three.

Cheap yen have paid for many bets elsewhere. When yields rise at home, some of that money goes back.

## On the day

- Bitcoin down one percent
- Ether down two percent
- The yen up by as much

Analysts do not expect a rout, since far less is borrowed in yen than two summers ago. Fund managers in Tokyo were said to be calm, and at lunch.

The central bank meets again in three weeks.
`,
    },
  ],
};
