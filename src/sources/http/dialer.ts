/** The connections to publishers: few to a host, and only to addresses that may be asked. */
import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Agent } from 'undici';
import { isPublicAddress } from './public-address.ts';
import { privateAddress } from './refused-address.ts';

/** Some hosts send long policies; Node's own limit is a quarter of it. */
const maxHeaderSize = 64 * 1024;

/** Looks a name up; tests hand in their own. */
export type Resolve = (host: string, done: (error: Error | null, addresses: LookupAddress[]) => void) => void;

export const resolveBySystem: Resolve = (host, done) => {
  // With an error Node gives no addresses, whatever its types say.
  systemLookup(host, { all: true }, (error, addresses) => done(error, error === null ? addresses : []));
};

/**
 * The check stands here, where a name has become an address and the connection is made to that very address: a
 * name that changes its answer between a check and the connection gains nothing.
 */
export function createDialer(options: {
  readonly allowPrivateAddresses: boolean;
  readonly resolve: Resolve;
}): Agent {
  const lookup: LookupFunction = (host, wanted, callback) => {
    options.resolve(host, (error, addresses) => {
      const allowed = options.allowPrivateAddresses
        ? addresses
        : addresses.filter((one) => isPublicAddress(one.address));
      const [first] = allowed;
      if (error !== null) callback(error, '');
      else if (first === undefined) callback(new Error(privateAddress(host)), '');
      else if (wanted.all === true) callback(null, allowed);
      else callback(null, first.address, first.family);
    });
  };
  return new Agent({
    connections: 2,
    connect: { lookup, timeout: 10_000 },
    keepAliveTimeout: 10_000,
    maxHeaderSize,
  });
}
