import { emptyMessage, type Entry, type Message } from '../../../src/domain/message.ts';

/** The post of a story with everything that a post can hold. */
export const storyPost: Message = {
  ...emptyMessage,
  title: { text: 'Regulator clears *first* bank_token', url: 'https://ledgerpost.example/clears' },
  story: {
    number: 42,
    category: 'policy',
    assets: ['BTC', 'ETH'],
    publisher: 'Ledger_Post',
    moment: { at: new Date('2026-03-02T08:30:00Z'), precision: 'minute' },
    alsoReportedBy: [{ name: 'Chain Courier', url: 'https://courier.example/a_(b)' }],
    isSponsored: false,
  },
  blocks: [{ kind: 'paragraph', spans: ['The city’s regulator said <@1> that @everyone may apply.'] }],
  image: { url: 'https://ledgerpost.example/a.png', credit: 'Photo by A. Lens on Shots' },
  buttons: [
    { label: 'Summarize', action: 'summarize 42', role: 'open' },
    { label: 'Read', action: 'read 42', role: 'open' },
    { label: 'Related', action: 'related 42', role: 'open' },
  ],
};

export function sampleEntry(changes: Partial<Entry> = {}): Entry {
  return {
    number: 7,
    title: 'Exchange opens in Asia',
    url: 'https://courier.example/opens',
    category: 'markets',
    sources: ['Chain Courier', 'Ledger Post'],
    moment: { at: new Date('2026-03-02T08:30:00Z'), precision: 'minute' },
    excerpt: 'It opened on Monday.',
    ...changes,
  };
}
