/** A 63-bit number that grows with time, unique across copies of the program. */
export type Id = bigint;

/** Milliseconds since 1970 at which ids begin: 2024-01-01T00:00:00Z. */
const idEpochMs = 1_704_067_200_000;

const copyBits = 10n;
const sequenceBits = 12n;
const sequenceMax = (1 << Number(sequenceBits)) - 1;

/**
 * Makes ids: 41 bits of milliseconds since {@link idEpochMs}, 10 bits that tell copies of the program apart,
 * 12 bits of sequence. Ids from one maker strictly increase, also when the clock steps back.
 */
export function createIds(options: { readonly now: () => Date; readonly copy?: number }): () => Id {
  const copy = BigInt((options.copy ?? Math.floor(Math.random() * 1024)) & 1023);
  let lastMs = 0;
  let sequence = 0;
  return () => {
    const ms = Math.max(options.now().getTime() - idEpochMs, 0);
    if (ms > lastMs) {
      lastMs = ms;
      sequence = 0;
    } else if (sequence === sequenceMax) {
      lastMs += 1;
      sequence = 0;
    } else {
      sequence += 1;
    }
    return (BigInt(lastMs) << (copyBits + sequenceBits)) | (copy << sequenceBits) | BigInt(sequence);
  };
}

/** No id made at this time or later is below it. */
export function firstIdAt(at: Date): Id {
  return BigInt(Math.max(at.getTime() - idEpochMs, 0)) << (copyBits + sequenceBits);
}
