/** Thrown out of a parser where elements are nested as no honest document nests them: the parser slows down there. */
export class TooDeep extends Error {}

/** Elements within each other at which a document is given up. */
const deepest = 1500;

export function checkDepth(depth: number): void {
  if (depth > deepest) throw new TooDeep();
}

/** Runs a parser; false when it was stopped by {@link checkDepth}. */
export function ranThrough(parse: () => void): boolean {
  try {
    parse();
    return true;
  } catch (thrown) {
    if (thrown instanceof TooDeep) return false;
    throw thrown;
  }
}
