/** Failures of the network and of hosts, as sentences for people. */
import { TooLarge } from './read-body.ts';

const reasons: Readonly<Record<string, string>> = {
  TIMEOUT: 'The host did not answer within 15 seconds.',
  UND_ERR_CONNECT_TIMEOUT: 'The host did not answer within 15 seconds.',
  UND_ERR_HEADERS_TIMEOUT: 'The host did not answer within 15 seconds.',
  UND_ERR_BODY_TIMEOUT: 'The host did not answer within 15 seconds.',
  ETIMEDOUT: 'The host did not answer within 15 seconds.',
  ENOTFOUND: 'There is no host of this name; check the address.',
  EAI_AGAIN: 'The name of the host could not be looked up; check the network connection.',
  ECONNREFUSED: 'The host refuses the connection.',
  ECONNRESET: 'The host broke the connection off.',
  UND_ERR_SOCKET: 'The host broke the connection off.',
  EHOSTUNREACH: 'The host cannot be reached; check the network connection.',
  ENETUNREACH: 'The host cannot be reached; check the network connection.',
  EPROTO: 'The host does not speak https at this address; try http.',
  ERR_SSL_WRONG_VERSION_NUMBER: 'The host does not speak https at this address; try http.',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'The host does not speak https at this address; try http.',
  CERT_HAS_EXPIRED: "The host's certificate has expired.",
  DEPTH_ZERO_SELF_SIGNED_CERT: "The host's certificate is not one that can be trusted.",
  ERR_TLS_CERT_ALTNAME_INVALID: "The host's certificate is for another name.",
};

/** What a request that got no answer failed by. */
export function networkReason(thrown: unknown): string {
  if (thrown instanceof TooLarge) return 'The document is larger than 10 MiB.';
  const code = codeOf(thrown);
  if (code.startsWith('Z_') || code.startsWith('ERR__ERROR') || code.startsWith('ERR_BROTLI')) {
    return 'The answer is packed in a way that cannot be unpacked.';
  }
  const own = (thrown instanceof Error ? thrown.message : code).replaceAll(/\s+/g, ' ').trim();
  return reasons[code] ?? `The host cannot be read: ${own}`;
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
