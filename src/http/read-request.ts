/** The body of a request, as it came and unpacked, up to a limit. */
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import type { ByteRoom } from './byte-room.ts';

export interface RequestBody {
  /** As it came: what a signature is of. */
  readonly raw: Uint8Array;
  readonly unpacked: Uint8Array;
}

/**
 * `tooLarge`: larger than `maxBytes`, or not to be unpacked to so many. `noRoom`: too much is read at this moment.
 * `brokenOff`: the other side has gone.
 */
export type UnreadBody = 'tooLarge' | 'noRoom' | 'brokenOff';

/** What is read takes room until the caller gives it all back. */
export async function readRequest(
  request: Request,
  { maxBytes, room }: { readonly maxBytes: number; readonly room: ByteRoom },
): Promise<RequestBody | UnreadBody> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return 'tooLarge';
  const raw = await readBytes(request, { maxBytes, room });
  if (typeof raw === 'string') return raw;
  const unpacker = unpackerOf(request.headers.get('content-encoding'));
  if (unpacker === undefined) return { raw, unpacked: raw };
  if (!room.take(maxBytes)) return 'noRoom';
  try {
    return { raw, unpacked: await unpacker(raw, { maxOutputLength: maxBytes }) };
  } catch {
    // Too large, or not what it says it is: either way there is nothing to take in.
    return 'tooLarge';
  }
}

async function readBytes(
  request: Request,
  { maxBytes, room }: { readonly maxBytes: number; readonly room: ByteRoom },
): Promise<Buffer | UnreadBody> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength;
      if (size > maxBytes) return 'tooLarge';
      if (!room.take(chunk.byteLength)) return 'noRoom';
      chunks.push(chunk);
    }
  } catch {
    // Only the connection can fail here.
    return 'brokenOff';
  }
  return Buffer.concat(chunks);
}

const unpackers = {
  gzip: promisify<Buffer, { maxOutputLength: number }, Buffer>(gunzip),
  deflate: promisify<Buffer, { maxOutputLength: number }, Buffer>(inflate),
  br: promisify<Buffer, { maxOutputLength: number }, Buffer>(brotliDecompress),
};

function unpackerOf(encoding: string | null) {
  const name = encoding?.trim().toLowerCase().replace(/^x-/, '') ?? '';
  return Object.entries(unpackers).find(([known]) => known === name)?.[1];
}
