/** What an untrusted document links to: readers are shown no address of a private network. */
import { isIP } from 'node:net';
import type { PageOutcome, SourceItem, SourceReadingOutcome } from '../source.ts';
import { isPublicAddress } from './public-address.ts';

const privateName = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home\.arpa|onion)$/;

/** Whether an address leads, by its looks, to a public host: nothing is looked up. */
export function isPublicLink(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  if (protocol !== 'http:' && protocol !== 'https:') return false;
  if (username !== '' || password !== '') return false;
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.+$/, '');
  return isIP(host) !== 0 ? isPublicAddress(host) : host.includes('.') && !privateName.test(host);
}

/** Leaves out items that lead to a private host, and pictures that stand on one. */
export function withPublicLinks(outcome: SourceReadingOutcome): SourceReadingOutcome {
  if (outcome.kind !== 'read') return outcome;
  return { ...outcome, items: outcome.items.filter(leadsOut).map(withPublicPicture) };
}

/** The picture of a page like those of items. */
export function withPublicPictureOf(outcome: PageOutcome): PageOutcome {
  if (outcome.kind === 'failed') return outcome;
  return { ...outcome, article: withPublicPicture(outcome.article) };
}

/** Where an item has no address, its guid may be one. A user name in it is taken off later. */
function leadsOut({ url, guid }: SourceItem): boolean {
  const address = url ?? guid ?? '';
  if (!URL.canParse(address)) return true;
  const bare = new URL(address);
  [bare.username, bare.password] = ['', ''];
  return isPublicLink(bare.href) || !/^https?:$/.test(bare.protocol);
}

function withPublicPicture<Told extends Pick<SourceItem, 'picture'>>(told: Told): Told {
  return told.picture === null || isPublicLink(told.picture.url) ? told : { ...told, picture: null };
}
