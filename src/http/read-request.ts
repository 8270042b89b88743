/** The body of a request, as it came and unpacked, up to a limit. */
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';

export interface RequestBody {
  /** As it came: what a signature is of. */
  readonly raw: Uint8Array;
  readonly unpacked: Uint8Array;
}

/** Null where it is larger than `maxBytes`, or cannot be unpacked to so many. */
export async function readRequest(request: Request, maxBytes: number): Promise<RequestBody | null> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) return null;
    chunks.push(chunk);
  }
  const raw = Buffer.concat(chunks);
  const unpacked = await unpack(raw, request.headers.get('content-encoding'), maxBytes);
  return unpacked === null ? null : { raw, unpacked };
}

const unpackers = {
  gzip: promisify<Buffer, { maxOutputLength: number }, Buffer>(gunzip),
  deflate: promisify<Buffer, { maxOutputLength: number }, Buffer>(inflate),
  br: promisify<Buffer, { maxOutputLength: number }, Buffer>(brotliDecompress),
};

async function unpack(raw: Buffer, encoding: string | null, maxBytes: number): Promise<Buffer | null> {
  const name = encoding?.trim().toLowerCase() ?? '';
  const unpacker = Object.entries(unpackers).find(([known]) => known === name.replace(/^x-/, ''))?.[1];
  if (unpacker === undefined) return raw;
  try {
    return await unpacker(raw, { maxOutputLength: maxBytes });
  } catch {
    // Too large, or not what it says it is: either way there is nothing to take in.
    return null;
  }
}
