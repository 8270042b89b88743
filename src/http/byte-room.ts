/** How much of what strangers send may be in memory at a time. */
export interface ByteRoom {
  /** False where so much does not fit any more. */
  take(bytes: number): boolean;
  /** Gives back all that was taken. */
  leave(): void;
}

/** Rooms that share `mostBytes`. */
export function createByteRooms(mostBytes: number): () => ByteRoom {
  let takenByAll = 0;
  return () => {
    let taken = 0;
    return {
      take(bytes) {
        if (takenByAll + bytes > mostBytes) return false;
        takenByAll += bytes;
        taken += bytes;
        return true;
      },
      leave() {
        takenByAll -= taken;
        taken = 0;
      },
    };
  };
}
