/** Which addresses are asked at all, before any name is looked up. */
import { isIP } from 'node:net';
import { isPublicAddress } from './public-address.ts';

const ordinaryPorts = new Set(['', '80', '443', '8080', '8443']);

/** Why an address is not asked, as a sentence; null when it may be. */
export function refusedAddress(address: string, allowPrivateAddresses: boolean): string | null {
  if (!URL.canParse(address)) return `"${address.slice(0, 200)}" is not a web address.`;
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return `Only http and https addresses are read, not ${url.protocol.slice(0, -1)}.`;
  }
  if (allowPrivateAddresses) return null;
  if (url.username !== '' || url.password !== '') return 'An address with a user name in it is not read.';
  if (!ordinaryPorts.has(url.port)) return `Port ${url.port} is not an ordinary port of the web.`;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isPrivate = isIP(host) !== 0 ? !isPublicAddress(host) : /(^|\.)localhost\.?$/i.test(host);
  return isPrivate ? privateAddress(host) : null;
}

export const privateAddress = (host: string): string =>
  `${host} is not a public address; the owners of this bot can allow those of their own network (FETCH_PRIVATE_ADDRESSES=true).`;
