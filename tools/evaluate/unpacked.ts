import { gunzipSync } from 'node:zlib';

/** The bytes of a file; those of one that ends in .gz unpacked. */
export function unpacked(bytes: Uint8Array, path: string): Uint8Array {
  return path.endsWith('.gz') ? gunzipSync(bytes) : bytes;
}
