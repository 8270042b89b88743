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

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });

/** `Korean` for `ko`; what is no code stays as it is. */
export function languageName(code: string): string {
  try {
    return languageNames.of(code) ?? code;
  } catch {
    return code;
  }
}

/** A reason from elsewhere as a sentence of its own, with a capital letter and one full stop. */
export function asSentence(text: string): string {
  const trimmed = text.trim();
  return `${trimmed.charAt(0).toUpperCase()}${trimmed.slice(1)}${/[.!?…]$/.test(trimmed) ? '' : '.'}`;
}

const minuteMs = 60_000;

/** The two largest units at most: `24 hours`, `7 days`, `1 day 4 hours`; `less than a minute`. */
export function durationInWords(durationMs: number): string {
  const minutes = Math.floor(durationMs / minuteMs);
  if (minutes < 1) return 'less than a minute';
  if (minutes === 24 * 60) return '24 hours';
  const parts = [
    { count: Math.floor(minutes / 1440), one: 'day', many: 'days' },
    { count: Math.floor(minutes / 60) % 24, one: 'hour', many: 'hours' },
    { count: minutes % 60, one: 'minute', many: 'minutes' },
  ].filter(({ count }) => count > 0);
  return parts
    .slice(0, 2)
    .map(({ count, one, many }) => counted(count, one, many))
    .join(' ');
}
