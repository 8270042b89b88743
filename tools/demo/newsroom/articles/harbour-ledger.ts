import type { SampleArticle } from '../sample-article.ts';

/** Harbour Ledger: policy and business, from Hong Kong and Singapore. */
export const harbourLedger: readonly SampleArticle[] = [
  {
    slug: 'hong-kong-grants-first-stablecoin-licences',
    event: 'hong-kong-licences',
    label: 'Policy & Regulation',
    title: 'Hong Kong grants first stablecoin licences to Jadeport, Lantau Pay and Peak Trust',
    author: 'Mei-lin Cheung',
    credit: 'Photo by Harvey Lok on Pexels',
    when: { minutesAgo: 42 },
    text: `
The Hong Kong Monetary Authority has granted the city's first stablecoin licences to three issuers: Jadeport Digital, Lantau Pay and Peak Trust. All three may issue tokens pegged to the Hong Kong dollar from the first working day of next month.

Seventy-one firms had asked for a licence since the ordinance took effect. The authority said that most fell short on two points: how they would meet a rush of redemptions, and who would hold the reserves while they did.

## What the licence demands

- Reserves in cash and short government bills, kept apart from the issuer's own money
- Redemption at face value within one business day
- A local office, a local chief executive and a yearly audit
- HK$25 million in paid-up capital

Lantau Pay plans to begin with refunds on ferry tickets, a market so small that its founder Owen Tsang calls it "a rehearsal with real passengers". Jadeport wants to settle invoices between trading houses in Sheung Wan and their suppliers in Vietnam.

## Banks keep their distance

None of the three is a bank. Two lenders that had been expected on the list withdrew in spring and now say they would rather hold reserves for others than answer for a token of their own.

The authority will look at a second batch before the year is out. Applicants that were turned down may try again, but only with a new set of accounts.
`,
  },
  {
    slug: 'hong-kong-otc-desks-consultation',
    event: null,
    label: 'Policy & Regulation',
    title: 'Hong Kong asks how it should license the crypto desks above its noodle shops',
    author: 'Mei-lin Cheung',
    credit: 'Photo by Aron Weiss on Unsplash',
    when: { minutesAgo: 260 },
    text: `
Hong Kong has opened a two-month consultation on over-the-counter crypto desks, the walk-in counters where tourists and helpers swap banknotes for tether. Customs officers counted 214 of them in a survey last winter.

Under the draft, a desk would need a permit, a camera over the counter and a record of every trade above HK$8,000. Opening hours would have to be posted on the door, a rule aimed at counters that appear on paydays and vanish by evening.

## Who would be left out

- Vending machines, which would need the consent of the building's owner
- Desks inside licensed trading platforms, already covered elsewhere
- Private trades between friends, as long as nobody advertises

Counter owners in Chungking Mansions say the permit fee would eat a month of profit. "We are a bureau de change with better opening hours," said Farid Rahman, who runs two desks on the ground floor.

Replies are due by the end of the season. A bill could reach lawmakers in the spring session.
`,
  },
  {
    slug: 'singapore-fines-pallas-digital',
    event: 'pallas-fine',
    label: 'Policy & Regulation',
    title: 'Singapore fines Pallas Digital S$4.2 million for mixing customer funds with its own',
    author: 'Devan Pillai',
    credit: 'Photo by Jo Tan on Unsplash',
    when: { minutesAgo: 185 },
    text: `
The Monetary Authority of Singapore has fined crypto broker Pallas Digital S$4.2 million after finding that the firm kept customer funds and its own money in the same wallets for eleven months.

No customer lost money, the authority said, but for 39 days the broker could not have paid everybody at once. It learned so from a former employee, who sent it a spreadsheet and a resignation letter on the same afternoon.

## Three faults

- One wallet for customers and company
- Statements that were drawn up by hand
- A compliance officer who reported to the head of sales

Pallas has since moved customer assets to an outside custodian. Its chief executive, Renata Goh, will step down at the end of the quarter and said that the fine was "fair, and cheaper than the lesson would have been later".

The firm keeps its licence on probation. For a year it may not take on new retail customers.
`,
  },
  {
    slug: 'singapore-fines-quill-markets',
    event: null,
    label: 'Policy & Regulation',
    title: 'Singapore fines Quill Markets S$1.1 million over bus-stop advertisements',
    author: 'Devan Pillai',
    credit: 'Photo by Lena Hartono on Pexels',
    when: { minutesAgo: 1480 },
    text: `
Quill Markets, a Singapore trading app, must pay S$1.1 million for advertising leveraged tokens at forty bus stops, which the city's rules forbid. The advertisements promised "your rent by Friday".

Crypto firms in Singapore may describe their service on their own pages but may not court the public. The app argued that a bus stop rented by the week was a page of its own; the authority did not agree.

## The posters

- Forty shelters on nine routes
- Nineteen days on display
- A code to scan that led straight to a deposit form

About 2,300 people signed up through the code. They are to be told in plain words what they bought, and may leave without a fee.

Quill says it has dismissed the agency. The shelters now advertise oat milk.
`,
  },
  {
    slug: 'korvat-exchange-halts-withdrawals',
    event: 'korvat-halt',
    label: 'Security & Crime',
    title: 'Korvat Exchange halts withdrawals after a hot wallet empties overnight',
    author: 'Ines Okafor',
    credit: 'Photo by Marek Sol on Unsplash',
    when: { minutesAgo: 96 },
    text: `
Korvat Exchange halted all withdrawals on its platform early this morning after its hot wallet for Solana tokens was emptied overnight. The Tallinn exchange put the missing sum at $18 million and said that cold storage is untouched.

The first transfers left at 02:14 local time, in slices of just under $50,000 each. That is the size at which Korvat's own alarm would have woken somebody up.

## What customers can do

- Trade, but not take funds out
- Cancel open orders
- Check a page that is updated at every full hour

Chief executive Tomas Reek told customers that the exchange would make up the loss from its own capital. He expects withdrawals of bitcoin and ether to open again within two days, and Solana tokens to follow.

Estonian police have been told. Investigators at Ferncastle Analytics say about a third of the money already sits at two addresses that have not moved since dawn.
`,
  },
  {
    slug: 'gulf-bank-tokenizes-sukuk',
    event: null,
    label: 'Web3 & Enterprise',
    title: 'Qamar Bank sells a tokenized sukuk to clerks and dentists from $500 apiece',
    author: 'Ines Okafor',
    credit: 'Photo by Salma Idris on Pexels',
    when: { minutesAgo: 610 },
    text: `
Qamar Bank of Bahrain has sold its first tokenized sukuk, an Islamic bond, to 4,100 small savers. The smallest piece cost $500; in the ordinary market the ticket begins at $200,000.

The bond raised $36 million for a desalination plant. Holders get their share of the plant's rent each quarter, paid to the same phone app with which they bought.

## Why a chain at all

- Settlement within the hour instead of two days
- A register that the auditor can read without asking
- Resale among holders, at a price set each noon

Noor Al-Sayed, who runs the bank's digital desk, says half of the buyers had never owned a bond. The most common question to the hotline was whether the water would taste different.

A second sale, for a school in Muharraq, is planned for the autumn.
`,
  },
  {
    slug: 'shipping-line-bill-of-lading',
    event: null,
    label: 'Web3 & Enterprise',
    title: 'Shipping line Norvik moves its bills of lading to a shared ledger after a lost envelope',
    author: 'Devan Pillai',
    credit: 'Photo by Bengt Aas on Unsplash',
    when: { minutesAgo: 2110 },
    isDateOnly: true,
    text: `
Norvik Lines, a Bergen shipping company, will issue every bill of lading on a shared ledger from January. The decision follows a courier envelope that went missing in Rotterdam and kept 900 tonnes of coffee on the quay for sixteen days.

A bill of lading is the paper that says who owns a cargo. On the ledger it changes hands in seconds, and nobody can present it twice.

## Who has to join in

- Nine ports, of which six have agreed
- Four banks that lend against cargo
- The customs offices of Norway and the Netherlands

Norvik's fleet manager Sigrid Haug admits that the coffee was still good. "But sixteen days of demurrage would have paid for the software twice," she said.

Paper remains available on request, for a fee.
`,
  },
  {
    slug: 'kenya-phone-credit-stablecoin',
    event: null,
    label: 'Stablecoins & Payments',
    title: 'Kenyan market traders get paid in USDC through a phone keypad',
    author: 'Wanjiru Maina',
    credit: 'Photo by Otieno Were on Pexels',
    when: { minutesAgo: 380 },
    text: `
Traders at Nairobi's Gikomba market can now receive USDC without a smartphone. Payment startup Mkoba lets them type a short code on any keypad; the money arrives as a stablecoin and can be turned into shillings at a kiosk.

Mkoba takes 0.4 percent. The usual way to get paid by a buyer in Kampala costs six, and takes two days.

## How a payment goes

- The buyer sends dollars from a bank or an app
- The trader gets a text message with a code
- The kiosk pays out cash against the code and an identity card

In a trial with 320 stalls the average payment was $41. Shoe seller Grace Atieno says she keeps half in dollars "because school fees do not care about the shilling".

The central bank is watching, and has asked for monthly figures.
`,
  },
];
