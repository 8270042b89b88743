import { counted } from './wording.ts';

/** What is said about sources. */
export const sources = {
  title: (given: { readonly count: number }) => `${counted(given.count, 'source', 'sources')} of news`,
  none: 'There is no source of news here yet. Whoever runs this bot can list some in SOURCES_FILE.',
  kinds: { feed: 'feed', sitemap: 'news sitemap', listing: 'listing page', api: 'JSON API' },
  unconfirmed: 'address not confirmed yet',
  onlyHere: 'only here',
  paused: 'paused',
  notRead: 'not read yet',
  /** Before a time. */
  read: 'read ',
  /** Before a time. */
  failingSince: 'failing since ',
  failingWhy: (given: { readonly error: string }) => `: ${given.error}`,
};
