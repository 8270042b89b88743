/** Which addresses of the internet protocol an untrusted link may lead to. */
import { BlockList, isIP } from 'node:net';

const notPublic = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // A public one by its number, at which a large cloud answers its machines alone.
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  notPublic.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  notPublic.addSubnet(network, bits, 'ipv6');

/** All other addresses of version 6 are special, or given to nobody. */
const given = new BlockList();
given.addSubnet('2000::', 3, 'ipv6');

/** Within these stands an address of version 4, as a host or a translator of the network reaches it. */
const translated = new BlockList();
translated.addSubnet('::ffff:0:0', 96, 'ipv6');
translated.addSubnet('64:ff9b::', 96, 'ipv6');

/** False for private, loopback, link-local, metadata and other special addresses, and for what is no address. */
export function isPublicAddress(address: string): boolean {
  const plain = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  const version = isIP(plain);
  if (version === 0) return false;
  if (version === 4) return !notPublic.check(plain, 'ipv4');
  if (translated.check(plain, 'ipv6')) return isPublicAddress(lastFour(plain));
  return given.check(plain, 'ipv6') && !notPublic.check(plain, 'ipv6');
}

/** The address of version 4 in the last 32 bits. */
function lastFour(address: string): string {
  const groups = new URL(`http://[${address}]`).hostname.slice(1, -1).split(':').slice(-2);
  return groups
    .map((group) => Number.parseInt(group === '' ? '0' : group, 16))
    .flatMap((group) => [group >> 8, group & 255])
    .join('.');
}
