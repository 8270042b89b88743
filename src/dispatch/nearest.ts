/**
 * The word that a mistyped one was most likely meant to be: the one it begins or is the singular of, or the one with the fewest letters
 * changed, added, missing or swapped, at most a third of them. Null when none is near; of equals the first.
 */
export function nearestOf(typed: string, words: readonly string[]): string | null {
  if (typed === '') return null;
  const plural = typed.replace(/y$/, 'ies');
  const begun =
    typed.length < 2 ? undefined : words.find((word) => word.startsWith(typed) || word.startsWith(plural));
  if (begun !== undefined) return begun;
  const mostEdits = Math.max(1, Math.floor(typed.length / 3));
  const ranked = words
    .map((word) => ({ word, edits: editDistance(typed, word) }))
    .filter(({ edits }) => edits <= mostEdits)
    .sort((a, b) => a.edits - b.edits);
  return ranked[0]?.word ?? null;
}

/** Edits that turn one word into the other, a swap of two neighbours counting as one (optimal string alignment). */
export function editDistance(from: string, to: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const isSame = from[row - 1] === to[column - 1];
      const isSwap = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (last[column - 1] ?? 0) + (isSame ? 0 : 1),
          isSwap && row > 1 && column > 1 ? (beforeLast[column - 2] ?? 0) + 1 : Infinity,
        ),
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[to.length] ?? 0;
}
