import type { CategoryId } from '../../domain/category.ts';
import { categoryOf } from '../../domain/category.ts';
import type { PlatformId } from '../../domain/channel.ts';
import { asSentence, counted, enumerated, languageName } from './wording.ts';

/** Who sees what a source brings. */
interface Reach {
  readonly channel: string;
  readonly isEverywhere: boolean;
}

/** What is said about sources. */
export const sources = {
  title: (given: { readonly count: number }) => `${counted(given.count, 'source', 'sources')} of news`,
  none: 'There is no source of news here yet. /sources add gives it one.',
  kinds: { feed: 'feed', sitemap: 'news sitemap', listing: 'listing page', api: 'JSON API' },
  confirmed: 'address confirmed',
  unconfirmed: 'address not confirmed yet',
  onlyHere: 'only here',
  paused: 'paused',
  pushed: 'pushed by its hub',
  notRead: 'not read yet',
  /** Before a time. */
  read: 'read ',
  /** Before a time. */
  failingSince: 'failing since ',
  failingWhy: (given: { readonly error: string }) => `: ${given.error}`,
  /** Before a time. */
  ended: 'ended ',
  /** Behind a time. */
  endedWhy: (given: { readonly error: string | null; readonly key: string }) =>
    `. ${given.error === null ? '' : `${asSentence(given.error)} `}I read it no more: /sources resume ${given.key} tries again, /sources remove ${given.key} takes it away.`,
  foundTitle: (given: { readonly name: string }) => `What ${given.name} gives`,
  found: (given: { readonly items: number; readonly language: string | null }) =>
    given.items === 0
      ? 'It can be read, but there is no article in it now.'
      : `It can be read: ${counted(given.items, 'article', 'articles')}${given.language === null ? '' : `, in ${languageName(given.language)}`}. The newest:`,
  mix: categoriesInWords,
  notWhole: (given: { readonly defect: string }) =>
    `Not all of it could be read. ${asSentence(given.defect)}`,
  addHint: (given: Reach) =>
    `Shall I add it? Its news is then seen ${reachInWords(given)}. What it has now is kept for search and not posted.`,
  addButton: 'Add it',
  notFound: (given: { readonly url: string; readonly reason: string }) =>
    `I found no news at ${given.url}. ${asSentence(given.reason)}`,
  cannotRead: (given: { readonly url: string; readonly reason: string }) =>
    `I could not read ${given.url}. ${asSentence(given.reason)} I keep trying; if the site has moved, add its new address with /sources add.`,
  noAddress: (given: { readonly text: string }) =>
    `“${given.text}” is no address. Give one that begins with https://, such as https://example.com; a home page will do.`,
  badKey: (given: { readonly text: string }) =>
    `“${given.text}” cannot be a source's short name. Use 2 to 40 small letters, digits and hyphens.`,
  alreadyThere: (given: { readonly name: string; readonly key: string; readonly endedAt: Date | null }) =>
    given.endedAt === null
      ? `That address is already read as ${given.name}. /sources test ${given.key} shows what it gives.`
      : `That is the address of ${given.name}, which said that it is gone. /sources resume ${given.key} reads it again.`,
  keyTaken: (given: { readonly key: string }) =>
    `Another source here is already called “${given.key}”. Choose another short name with key:…`,
  tooMany: (given: { readonly most: number }) =>
    `${ownSources(given.most)} ${given.most === 0 ? 'An owner can add one for everybody, with everywhere:yes.' : 'There is no room left; /sources remove takes one away.'}`,
  added: (given: { readonly name: string; readonly key: string }) =>
    `${given.name} is added as “${given.key}”. I read it within a minute; /subscribe sources:${given.key} sends it to a channel.`,
  removed: (given: { readonly name: string }) =>
    `${given.name} is removed. What it reported stays; nothing new is read.`,
  removedEverywhere: (given: { readonly name: string; readonly url: string }) =>
    `${given.name} is removed for everybody, also after a restart. What it reported stays. To have it back: /sources add ${given.url} everywhere:yes`,
  everywhereForOwners:
    'Only the owners of this bot can add sources for everybody. Leave out everywhere to add it for this server or chat.',
  noList: (given: { readonly reason: string }) =>
    `I could not read that list. ${asSentence(given.reason)} Give the address of an OPML list, or paste its text.`,
  listMissing: (given: { readonly platform: PlatformId }) =>
    `Give the list of feeds: ${waysToGiveFile[given.platform]}its address or its text behind the command. For example: /sources import https://example.com/feeds.opml`,
  listTitle: (given: { readonly count: number }) => `${counted(given.count, 'feed', 'feeds')} in the list`,
  listAllKnown: 'All of them are read here already, so there is nothing to add.',
  listNoRoom: (given: { readonly most: number }) =>
    `None of them is added. ${ownSources(given.most)}${given.most === 0 ? '' : ' /sources remove makes room.'}`,
  listKnown: (given: { readonly count: number }) =>
    `${counted(given.count, 'feed', 'feeds')} of the list ${given.count === 1 ? 'is' : 'are'} read here already.`,
  listBeyond: (given: { readonly count: number; readonly most: number }) =>
    `${counted(given.count, 'feed', 'feeds')} of the list ${given.count === 1 ? 'is' : 'are'} left out. ${ownSources(given.most)}`,
  listMore: (given: { readonly count: number }) => `and ${given.count} more`,
  listHint: (given: Reach & { readonly count: number }) =>
    `Shall I add ${given.count === 1 ? 'this one' : `these ${given.count}`}? ${given.count === 1 ? 'Its' : 'Their'} news is then seen ${reachInWords(given)}.`,
  listButton: (given: { readonly count: number }) => (given.count === 1 ? 'Add it' : `Add ${given.count}`),
  listAdded: (given: { readonly count: number }) =>
    `${counted(given.count, 'source is', 'sources are')} added. I read ${given.count === 1 ? 'it' : 'them'} within minutes; /sources shows how that goes.`,
  exported: (given: { readonly count: number }) =>
    `${counted(given.count, 'feed', 'feeds')}, as a list that other feed readers import.`,
  exportLeftOut: (given: { readonly count: number }) =>
    `${counted(given.count, 'source is', 'sources are')} left out, because such a list takes feeds alone.`,
  nothingToExport: 'There is no feed here to export. /sources add gives me one.',
  nowPaused: (given: { readonly name: string; readonly key: string }) =>
    `${given.name} is paused. /sources resume ${given.key} makes it go on.`,
  nowResumed: (given: { readonly name: string }) => `${given.name} is read again, from now on.`,
  ownersOnly: (given: { readonly name: string }) =>
    `${given.name} is read for everybody, so only the owners of this bot can change that. /unsubscribe ends what a channel gets.`,
};

const waysToGiveFile: Readonly<Record<PlatformId, string>> = {
  discord: 'its file, by the option “file”; or ',
  telegram: 'its file, with /sources import as the caption or in reply to it; or ',
  console: '',
};

/** The owners' rule, and the setting by which they can change it. */
function ownSources(most: number): string {
  const allowed = most === 0 ? 'no source' : counted(most, 'source', 'sources');
  return `The owners of this bot allow a server or chat ${allowed} of its own (SOURCES_PER_SERVER).`;
}

function reachInWords({ channel, isEverywhere }: Reach): string {
  return isEverywhere ? 'by everybody' : `in the server or chat of ${channel} alone`;
}

/** `Mostly Markets (12); also DeFi (3) and Mining & Energy (1).` */
function categoriesInWords(given: {
  /** The most frequent first; at least one. */
  readonly mix: readonly { readonly category: CategoryId; readonly count: number }[];
}): string {
  const [first = '', ...others] = given.mix.map(
    ({ category, count }) => `${categoryOf(category).name} (${count})`,
  );
  return others.length === 0 ? `About: ${first}.` : `Mostly ${first}; also ${enumerated(others)}.`;
}
