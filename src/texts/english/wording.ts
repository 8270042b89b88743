/** Small rules of English that sentences are made with. */

/** `1 story`, `2 stories`. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `a`, `a and b`, `a, b and c`; `last` is the word before the last one. */
export function enumerated(words: readonly string[], last = 'and'): string {
  const head = words.slice(0, -1);
  const tail = words.at(-1) ?? '';
  return head.length === 0 ? tail : `${head.join(', ')} ${last} ${tail}`;
}
