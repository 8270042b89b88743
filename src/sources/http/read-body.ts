/** The body of an answer, unpacked, up to a limit. */
import { pipeline, type Duplex, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, gunzipSync } from 'node:zlib';

/** Said of a body that is larger than the limit. */
export class TooLarge extends Error {}

/** Counts bytes after unpacking, so that a small packed answer cannot fill the memory. */
export async function readBody(
  body: Readable,
  contentEncoding: string | null,
  maxBytes: number,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const stream = unpacked(body, contentEncoding);
  for await (const chunk of stream) {
    if (!(chunk instanceof Uint8Array)) continue;
    size += chunk.byteLength;
    if (size > maxBytes) throw new TooLarge();
    chunks.push(chunk);
  }
  return unpackedFile(Buffer.concat(chunks), maxBytes);
}

/** A packed file, such as `sitemap.xml.gz`, is told by its first bytes, not by a header. */
function unpackedFile(bytes: Buffer, maxBytes: number): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: maxBytes });
  } catch (thrown) {
    throw thrown instanceof RangeError ? new TooLarge() : thrown;
  }
}

/** Encodings are undone in the reverse of the order in which they were applied. */
function unpacked(body: Readable, contentEncoding: string | null): Readable {
  const encodings = (contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((one) => one.trim());
  return encodings.reverse().reduce<Readable>((stream, encoding) => {
    const unpacker = unpackerOf(encoding);
    // An error of either end reaches the reader through the last stream.
    return unpacker === null ? stream : pipeline(stream, unpacker, () => undefined);
  }, body);
}

function unpackerOf(encoding: string): Duplex | null {
  if (encoding === 'gzip' || encoding === 'x-gzip') return createGunzip();
  if (encoding === 'br') return createBrotliDecompress();
  if (encoding === 'deflate') return createInflate();
  return null;
}
