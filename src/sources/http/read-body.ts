/** The body of an answer, unpacked, up to a limit. */
import { pipeline, Readable, type Duplex } from 'node:stream';
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  gunzipSync,
} from 'node:zlib';

/** Said of a body that is larger than the limit. */
export class TooLarge extends Error {}

/** Said of a body in an encoding that nobody asked for. */
export class CannotUnpack extends Error {}

export interface Body {
  readonly bytes: Uint8Array;
  /** What broke the answer off before its end; null when it is whole. */
  readonly brokenBy: unknown;
}

/**
 * Counts bytes after unpacking, so that a small packed answer cannot fill the memory. Throws when nothing came before
 * the connection broke.
 */
export async function readBody(
  body: Readable,
  contentEncoding: string | null,
  maxBytes: number,
): Promise<Body> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let brokenBy: unknown = null;
  const received = untilBreak(body, (thrown) => {
    brokenBy = thrown;
  });
  for await (const chunk of await unpacked(received, encodingsIn(contentEncoding))) {
    if (!(chunk instanceof Uint8Array)) continue;
    size += chunk.byteLength;
    if (size > maxBytes) throw new TooLarge();
    chunks.push(chunk);
  }
  if (size === 0 && brokenBy !== null) throw brokenBy;
  return { bytes: unpackedFile(Buffer.concat(chunks), maxBytes), brokenBy };
}

/** Ends where the connection breaks, so that what came before is still unpacked. */
async function* untilBreak(body: Chunks, tell: (thrown: unknown) => void): Chunks {
  try {
    yield* body;
  } catch (thrown) {
    if (!isBreak(thrown)) throw thrown;
    tell(thrown);
  }
}

type Chunks = AsyncIterable<unknown>;

/** The other side ended too early; not what this side does, such as an end of its patience. */
const isBreak = (thrown: unknown): boolean =>
  thrown instanceof Error &&
  'code' in thrown &&
  /^(?:ECONNRESET|EPIPE|UND_ERR_SOCKET|UND_ERR_RES_CONTENT_LENGTH_MISMATCH)$/.test(String(thrown.code));

/** What is whole of a packed document that was cut off is unpacked. */
const patient = { finishFlush: constants.Z_SYNC_FLUSH };

/** A packed file, such as `sitemap.xml.gz`, is told by its first bytes, not by a header. */
function unpackedFile(bytes: Buffer, maxBytes: number): Uint8Array {
  if (!isGzip(bytes)) return bytes;
  try {
    return gunzipSync(bytes, { ...patient, maxOutputLength: maxBytes });
  } catch (thrown) {
    throw thrown instanceof RangeError ? new TooLarge() : thrown;
  }
}

/** Each one costs memory, and nobody packs more often. */
const mostEncodings = 3;

function encodingsIn(contentEncoding: string | null): readonly string[] {
  const names = (contentEncoding ?? '').toLowerCase().split(',');
  const encodings = names.map((name) => name.trim()).filter((name) => name !== '');
  if (encodings.length > mostEncodings) throw new CannotUnpack();
  return encodings;
}

/** Encodings are undone in the reverse of the order in which they were applied. */
async function unpacked(body: Chunks, encodings: readonly string[]): Promise<Chunks> {
  let stream = body;
  for (const encoding of encodings.toReversed()) stream = await withoutEncoding(stream, encoding);
  return stream;
}

async function withoutEncoding(stream: Chunks, encoding: string): Promise<Chunks> {
  if (/^(?:zstd|(?:x-)?compress)$/.test(encoding)) throw new CannotUnpack();
  if (!/^(?:(?:x-)?gzip|deflate|br)$/.test(encoding)) return stream;
  const { first, whole } = await peek(stream);
  const unpacker = unpackerOf(encoding, first);
  // An error of either end reaches the reader through the last stream.
  return unpacker === null ? whole : pipeline(whole, unpacker, () => undefined);
}

/** Null where the bytes are not packed as the header says: then they are taken as they are. */
function unpackerOf(encoding: string, first: Buffer): Duplex | null {
  if (encoding === 'br') {
    return createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH });
  }
  if (encoding !== 'deflate') return isGzip(first) ? createGunzip(patient) : null;
  const isZlib = ((first[0] ?? 0) & 15) === 8 && first.length > 1 && first.readUInt16BE() % 31 === 0;
  if (isZlib) return createInflate(patient);
  return /^[\s<{\ufeff]/.test(first.toString()) ? null : createInflateRaw(patient);
}

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** The first bytes of a stream, and all of it. */
async function peek(stream: Chunks): Promise<{ readonly first: Buffer; readonly whole: Readable }> {
  const chunks: AsyncIterator<unknown> = stream[Symbol.asyncIterator]();
  let first = Buffer.alloc(0);
  let isAtEnd = false;
  while (first.length < 3 && !isAtEnd) {
    const { done, value } = await chunks.next();
    isAtEnd = done === true;
    if (value instanceof Uint8Array) first = Buffer.concat([first, value]);
  }
  async function* all() {
    yield first;
    yield* { [Symbol.asyncIterator]: () => chunks };
  }
  return { first, whole: Readable.from(first.length === 0 ? [] : all()) };
}
