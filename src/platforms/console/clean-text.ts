const escape = String.fromCodePoint(27);
const bell = String.fromCodePoint(7);

/** Whole escape sequences: control strings (titles, links, clipboard), cursor and colour codes, two-letter ones. */
const escapeSequences = new RegExp(
  [
    `(?:${escape}[\\]PX^_]|[\\u0090\\u0098\\u009D-\\u009F])[^${bell}${escape}\\u009C]*(?:${bell}|${escape}\\\\|\\u009C|$)`,
    `(?:${escape}\\[|\\u009B)[0-?]*[ -/]*[@-~]?`,
    `${escape}[ -/]*[0-~]?`,
  ].join('|'),
  'gu',
);

/** Marks that turn the direction of what follows, by which a text could pass for another. */
const directionMarks = /[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/gu;

/** A text from outside as one line in which nothing takes effect on a terminal. */
export function cleanText(text: string): string {
  return cleanRun(text.replaceAll(/\s+/gu, ' ')).trim();
}

/** A part of a longer text, cleaned as by {@link cleanText}; line breaks and spaces at its ends stay. */
export function cleanRun(text: string): string {
  return text
    .replaceAll(escapeSequences, '')
    .replaceAll(/\r\n?/gu, '\n')
    .replaceAll(/[^\S\n]+/gu, ' ')
    .split('\n')
    .map((line) => line.replaceAll(/\p{Cc}/gu, '').replaceAll(directionMarks, ''))
    .join('\n');
}
