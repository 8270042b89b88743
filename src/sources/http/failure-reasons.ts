/** Failures of the network and of hosts, as sentences for people. */
import { errors } from 'undici';
import { CannotUnpack, TooLarge } from './read-body.ts';

const noAnswer = 'The host did not answer within 15 seconds.';
const brokenOff = 'The host broke the connection off.';
const cannotUnpack = 'The answer is packed in a way that cannot be unpacked.';
const unreachable = 'The host cannot be reached; check the network connection.';
const noHttps = 'The host does not speak https at this address; try http.';
const untrusted = "The host's certificate is not one that can be trusted.";

const reasons: Readonly<Record<string, string>> = {
  TIMEOUT: noAnswer,
  UND_ERR_CONNECT_TIMEOUT: noAnswer,
  UND_ERR_HEADERS_TIMEOUT: noAnswer,
  UND_ERR_BODY_TIMEOUT: noAnswer,
  ETIMEDOUT: noAnswer,
  ENOTFOUND: 'There is no host of this name; check the address.',
  EAI_AGAIN: 'The name of the host could not be looked up; check the network connection.',
  ECONNREFUSED: 'The host refuses the connection.',
  ECONNRESET: brokenOff,
  EPIPE: brokenOff,
  UND_ERR_SOCKET: brokenOff,
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: brokenOff,
  EHOSTUNREACH: unreachable,
  ENETUNREACH: unreachable,
  EADDRNOTAVAIL: unreachable,
  UND_ERR_HEADERS_OVERFLOW: 'The head of the answer is too large.',
  EPROTO: noHttps,
  ERR_SSL_WRONG_VERSION_NUMBER: noHttps,
  ERR_SSL_PACKET_LENGTH_TOO_LONG: noHttps,
  CERT_HAS_EXPIRED: "The host's certificate has expired.",
  CERT_NOT_YET_VALID: "The host's certificate is not valid yet; check the clock of this machine.",
  CERT_REVOKED: "The host's certificate was revoked.",
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted,
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
  UNABLE_TO_GET_ISSUER_CERT: untrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted,
  CERT_SIGNATURE_FAILURE: untrusted,
  CERT_UNTRUSTED: untrusted,
  ERR_TLS_CERT_ALTNAME_INVALID: "The host's certificate is for another name.",
};

/** Kinds of failure whose names begin alike. */
const families: readonly (readonly [RegExp, string])[] = [
  [/^(?:Z_|ERR__ERROR|ERR_BROTLI|ERR_PADDING|ERR_ZLIB)/, cannotUnpack],
  [/^ERR_SSL_/, 'No secure connection to the host could be made.'],
];

/** What a request that got no answer failed by. */
export function networkReason(thrown: unknown): string {
  if (thrown instanceof TooLarge) return 'The document is larger than 10 MiB.';
  if (thrown instanceof CannotUnpack) return cannotUnpack;
  if (thrown instanceof errors.HTTPParserError) return 'The host answers with something that is not HTTP.';
  const code = codeOf(thrown);
  const known = reasons[code] ?? families.find(([start]) => start.test(code))?.[1];
  if (known !== undefined) return known;
  const own = (thrown instanceof Error ? thrown.message : code).replaceAll(/\s+/g, ' ').trim();
  return `The host cannot be read: ${own}`;
}

/** Several addresses of one host fail together under one error. */
function codeOf(thrown: unknown): string {
  if (thrown instanceof AggregateError) return codeOf(thrown.errors[0]);
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown)) return '';
  return String(thrown.code);
}

/** What an answer outside of 2xx means. */
export function statusReason(status: number): string {
  if (status === 401 || status === 403) return `The host does not let this program read it (HTTP ${status}).`;
  if (status === 404) return 'There is nothing at this address (HTTP 404); check it.';
  if (status === 410) return 'The host says that this address is gone for good (HTTP 410).';
  if (status === 429) return 'The host asks to be read less often (HTTP 429).';
  if (status >= 500) return `The host has a fault of its own (HTTP ${status}).`;
  return `The host answers with HTTP ${status}.`;
}
