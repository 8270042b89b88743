import { asSentence, counted } from './wording.ts';

/** What is said about sources. */
export const sources = {
  title: (given: { readonly count: number }) => `${counted(given.count, 'source', 'sources')} of news`,
  none: 'There is no source of news here yet. /sources add gives it one.',
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
  foundTitle: (given: { readonly name: string }) => `What ${given.name} gives`,
  found: (given: { readonly items: number; readonly language: string | null }) =>
    given.items === 0
      ? 'It can be read, but there is no article in it now.'
      : `It can be read: ${counted(given.items, 'article', 'articles')}${given.language === null ? '' : `, in language “${given.language}”`}. The newest:`,
  notWhole: (given: { readonly defect: string }) =>
    `Not all of it could be read. ${asSentence(given.defect)}`,
  addHint: (given: { readonly channel: string }) =>
    `Shall I add it? Its news is then seen in the server or chat of ${given.channel} alone. What it has now is kept for search and not posted.`,
  addButton: 'Add it',
  cannotRead: (given: { readonly url: string; readonly reason: string }) =>
    `I could not read ${given.url}. ${asSentence(given.reason)} Give the address of a feed; many sites name theirs at the foot of the page.`,
  noAddress: (given: { readonly text: string }) =>
    `“${given.text}” is no address. Give one that begins with https://, such as https://example.com/feed.`,
  badKey: (given: { readonly text: string }) =>
    `“${given.text}” cannot be a source's short name. Use 2 to 40 small letters, digits and hyphens.`,
  alreadyThere: (given: { readonly name: string; readonly key: string }) =>
    `That address is already read as ${given.name}. /sources test ${given.key} shows what it gives.`,
  keyTaken: (given: { readonly key: string }) =>
    `Another source here is already called “${given.key}”. Choose another short name with key:…`,
  tooMany: (given: { readonly most: number }) =>
    `There are already ${given.most} sources here, which is the most. /sources remove takes one away.`,
  added: (given: { readonly name: string; readonly key: string }) =>
    `${given.name} is added as “${given.key}”. I read it within a minute; /subscribe sources:${given.key} sends it to a channel.`,
  removed: (given: { readonly name: string }) =>
    `${given.name} is removed. What it reported stays; nothing new is read.`,
  nowPaused: (given: { readonly name: string; readonly key: string }) =>
    `${given.name} is paused. /sources resume ${given.key} makes it go on.`,
  nowResumed: (given: { readonly name: string }) => `${given.name} is read again, from now on.`,
  ownersOnly: (given: { readonly name: string }) =>
    `${given.name} is read for everybody, so only the owners of this bot can change that. /unsubscribe ends what a channel gets.`,
};
