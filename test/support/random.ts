/** Numbers from 0 to 1 that look random and are the same in each run. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

/** So many picks of the parts, joined. */
export function randomText(random: () => number, parts: readonly string[], count: number): string {
  return Array.from({ length: count }, () => parts[Math.floor(random() * parts.length)] ?? '').join('');
}
