import type { SampleArticle } from '../sample-article.ts';

/** What comes out while the newsroom is open: Harbour Ledger and Tideline Wire. */
export const liveEast: Readonly<Record<'harbour' | 'tideline', readonly SampleArticle[]>> = {
  harbour: [
    {
      slug: 'dubai-licenses-meridian-custody',
      event: 'meridian-licence',
      label: 'Policy & Regulation',
      title: 'Dubai regulator grants Meridian Custody a full licence to hold client crypto',
      author: 'Ines Okafor',
      credit: 'Photo by Huda Karim on Unsplash',
      when: { liveAfterSeconds: 0.4 },
      text: `
Dubai's virtual assets regulator has granted Meridian Custody a full licence to hold crypto for banks and funds. The Zurich company had waited fourteen months, and will move forty people to the emirate.

Meridian looks after $7.8 billion, most of it bitcoin and ether. Two banks in the Gulf have signed up before the doors are open.

## Conditions

- Client keys may not leave the country
- A quarter of the staff must be able to run the vault alone
- An unannounced drill, twice a year

Head of the new office will be Layla Haddad, who wrote some of the rules when she worked for the regulator. She says that she would write two of them differently today.

The vault opens in March, in a former bank on the creek.
`,
    },
    {
      slug: 'hong-kong-tokenized-green-bond-retail',
      event: null,
      label: 'Policy & Regulation',
      title: 'Hong Kong government plans a tokenized green bond that residents can buy by phone',
      author: 'Mei-lin Cheung',
      credit: 'Photo by Sandy Kwok on Pexels',
      when: { liveAfterSeconds: 13 },
      text: `
The Hong Kong government plans to sell a tokenized green bond to residents, in pieces of HK$1,000, through any bank's phone app. A bill that would allow it goes to lawmakers this week.

Earlier tokenized bonds of the city went to institutions alone. This one is meant to test whether a register on a chain can serve a million holders.

## Planned terms

- HK$5 billion in all
- Three years, with interest each quarter
- A market among holders, open day and night

The money is for shade on footpaths and for pumps in low-lying districts. Whoever lives near a pump may name it, if the bill passes as it stands.

The sale could open before the summer.
`,
    },
    {
      slug: 'seoul-court-returns-seized-bitcoin',
      event: null,
      label: 'Policy & Regulation',
      title: 'Seoul court orders tax office to return 12 bitcoin seized from the wrong Mr Park',
      author: 'Devan Pillai',
      credit: 'Photo by Minho Seo on Unsplash',
      when: { liveAfterSeconds: 31 },
      text: `
A court in Seoul has ordered the tax office to return 12 bitcoin that it had seized from the wrong man. Park Ji-hoon, a piano tuner, shares his name and birthday with somebody who owed a great deal.

The coins have nearly doubled since the seizure. The judge ruled that he gets coins and not their price on the day.

## The ruling

- Seized crypto belongs to its owner until a sale
- Identity must be checked by more than name and birthday
- The office pays for the lawyer, and for one piano

The piano had been taken along with the laptop that stood on it. It was returned in spring, out of tune.

The tax office has two weeks to appeal.
`,
    },
  ],
  tideline: [
    {
      slug: 'bitcoin-climbs-past-resistance',
      event: null,
      label: 'Markets',
      title: 'Bitcoin climbs three percent in an hour as short sellers run for the door',
      author: 'Piet Vandermeer',
      credit: 'Photo by Corey Blunt on Unsplash',
      when: { liveAfterSeconds: 2.5 },
      text: `
Bitcoin climbed three percent within the hour after bets on a fall worth $190 million were closed by force. The move began on a quiet market in Asian hours and fed upon itself.

Traders saw no news behind it. One large order on a Seoul exchange seems to have set it off.

## Liquidations

- $190 million of short positions
- $22 million of long ones
- The largest: $8 million, on a single account

Ether followed at half the pace. Gold and shares did not move at all.

"Everybody leaned on the same fence," said Adaeze Nwosu of Millrace Capital.
`,
    },
    {
      slug: 'meridian-custody-dubai-licence',
      event: 'meridian-licence',
      label: 'Policy & Regulation',
      title: 'Meridian Custody wins full Dubai licence to hold crypto for clients',
      author: 'Anouk Delacroix',
      credit: 'Photo by Omar Nasser on Pexels',
      when: { liveAfterSeconds: 11 },
      text: `
Meridian Custody has won a full licence from Dubai's virtual assets regulator and may hold crypto for banks and funds there. The Zurich firm, which keeps $7.8 billion for clients, waited fourteen months.

It will hire forty people and open its vault in March. Two Gulf banks have already signed.

## Keys stay put

The licence forbids taking client keys out of the country. Meridian had asked to keep a spare in the Alps, and was refused.

- Full licence, without a trial period
- Drills twice a year
- Local staff able to run everything

Rivals hold eleven such licences. Three more applications are pending.
`,
    },
    {
      slug: 'stablecoin-payroll-manila',
      event: null,
      label: 'Stablecoins & Payments',
      title: 'Manila call centres begin to pay wages in a peso stablecoin every evening',
      author: 'Anouk Delacroix',
      credit: 'Photo by Bong Reyes on Unsplash',
      when: { liveAfterSeconds: 16 },
      text: `
Three call centre companies in Manila pay 6,000 of their staff in a peso stablecoin at the end of each shift. Wages used to come twice a month, and lenders lived well on the days between.

The token is issued by Bayani Bank and can be spent by scanning a code or turned into cash at pawnshops. Nobody is obliged to take it.

## First weeks

- Seven in ten stayed with daily pay
- Salary loans fell by 40 percent
- The busiest hour is breakfast

The bank earns on the reserves and charges the employers nothing. Labour inspectors have asked to see payslips, which are now also daily.

A fourth company joins next month.
`,
    },
    {
      slug: 'korvat-withdrawals-halted-overnight',
      event: 'korvat-halt',
      label: 'Security & Crime',
      title: 'Korvat Exchange halts withdrawals as $18 million leaves its hot wallet overnight',
      author: 'Anouk Delacroix',
      credit: 'Photo by Marta Kask on Pexels',
      when: { liveAfterSeconds: 18 },
      text: `
Korvat Exchange of Tallinn has halted withdrawals after $18 million in Solana tokens left its hot wallet overnight. It will cover the loss from its own capital and says that cold storage is untouched.

Chief executive Tomas Reek expects bitcoin and ether withdrawals to open again within two days. Trading continues.

## Where it stands

- Every transfer was just below $50,000
- A third of the money sits at two addresses
- Police in Tallinn have been told

Two market makers have paused their quotes on the exchange. Prices there differ from those elsewhere by up to two percent.

The next update is due at the full hour.
`,
    },
  ],
};
