/** Time as the program sees it; tests hand in one that they turn by hand. */
export interface Clock {
  now(): Date;
  /** Calls `act` once after `delayMs`; the returned function takes that back. */
  after(delayMs: number, act: () => void): () => void;
}
