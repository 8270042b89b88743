/** How much of a document is read: no honest one comes near, and beyond it parsers slow down and memory goes. */

class TooMuch extends Error {}

/** Elements within each other; each end tag is looked for among all that are open. */
const deepest = 1500;
/** Elements in all. */
const most = 250_000;

/** Items of one feed, the first ones: publishers put the newest first. */
export const mostItems = 5000;

/** Called for each element that begins; leaves the parser where it is too much. */
export function checkBounds(depth: number, count: number): void {
  if (depth > deepest || count > most) throw new TooMuch();
}

/** Runs a parser; false when it was stopped by {@link checkBounds}. */
export function ranThrough(parse: () => void): boolean {
  try {
    parse();
    return true;
  } catch (thrown) {
    if (thrown instanceof TooMuch) return false;
    throw thrown;
  }
}
