/** One word of a typed line. */
export interface Word {
  /** Without its quotes. */
  readonly text: string;
  /** As typed. */
  readonly raw: string;
  /** The name before the colon or equals sign, in lower case; null for a plain word. */
  readonly name: string | null;
}

/** `name:` or `name=` before a value; an address such as `https://…` is none. */
const namePattern = /^([a-z][a-z0-9_]*)[:=](?!\/\/)/i;
const quotes: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '“', '«': '»' };

/**
 * Takes a typed line apart: words between spaces, `name:value` and `name=value`, quotes around what has spaces, a
 * backslash before a quote that is meant as such. A quote that never ends goes to the end of the line. A name that
 * ends its word, and a comma that ends a value, take the next word too.
 */
export function splitWords(line: string): readonly Word[] {
  const words: Word[] = [];
  let at = skipSpaces(line, 0);
  while (at < line.length) {
    const name = namePattern.exec(line.slice(at));
    const from = at + (name?.[0].length ?? 0);
    const start = name === null ? from : skipSpaces(line, from);
    const value = name === null ? readWord(line, start) : readList(line, start);
    words.push({ text: value.text, raw: line.slice(at, value.end), name: name?.[1]?.toLowerCase() ?? null });
    at = skipSpaces(line, value.end);
  }
  return words;
}

/** The other way round: `name:value` so that {@link splitWords} reads exactly that. */
export function joinWord(name: string, value: string): string {
  const isPlain = /^[^\s"“„«\\/,][^\s"“„«\\]*$/.test(value) && !value.endsWith(',');
  return `${name}:${isPlain ? value : `"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"`}`;
}

interface Value {
  readonly text: string;
  readonly end: number;
}

/** Joins values that a comma connects: `a, b`. */
function readList(line: string, start: number): Value {
  const first = readWord(line, start);
  const next = skipSpaces(line, first.end);
  if (!line.slice(start, first.end).endsWith(',') || next >= line.length) return first;
  const rest = readList(line, next);
  return { text: `${first.text} ${rest.text}`, end: rest.end };
}

function readWord(line: string, start: number): Value {
  let text = '';
  let at = start;
  while (at < line.length && !isSpace(line[at])) {
    const closing = quotes[line[at] ?? ''];
    if (closing === undefined) {
      text += line[at] ?? '';
      at += 1;
    } else {
      const quoted = readQuoted(line, at + 1, closing);
      text += quoted.text;
      at = quoted.end;
    }
  }
  return { text, end: at };
}

function readQuoted(line: string, start: number, closing: string): Value {
  let text = '';
  let at = start;
  while (at < line.length && line[at] !== closing) {
    const next = line[at + 1];
    const isEscape = line[at] === '\\' && (next === closing || next === '\\');
    text += (isEscape ? next : line[at]) ?? '';
    at += isEscape ? 2 : 1;
  }
  return { text, end: Math.min(at + 1, line.length) };
}

function skipSpaces(line: string, start: number): number {
  let at = start;
  while (at < line.length && isSpace(line[at])) at += 1;
  return at;
}

function isSpace(character: string | undefined): boolean {
  return character !== undefined && /\s/.test(character);
}
