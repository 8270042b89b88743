import { createHmac, timingSafeEqual } from 'node:crypto';

/** Whether a body was signed with the secret: `sha256=…` and the like (WebSub, “Signature validation”). */
export function isSigned(body: Uint8Array, signature: string | null, secret: string): boolean {
  const [, method, hex] = /^\s*(sha1|sha256|sha384|sha512)=([\da-f]+)\s*$/i.exec(signature ?? '') ?? [];
  if (method === undefined || hex === undefined) return false;
  const expected = createHmac(method.toLowerCase(), secret).update(body).digest();
  const given = Buffer.from(hex, 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
