/** JSON as programs write it by hand: with comments, commas too many, raw line breaks in strings, or cut off. */

export interface LenientJson {
  /** Undefined when nothing could be made of it. */
  readonly value: unknown;
  /** False when the text ended before its value did: then it holds what was whole. */
  readonly isWhole: boolean;
}

/** Parses an object that holds a list, which is where a text that was cut off is closed. Never throws. */
export function parseLenientJson(text: string): LenientJson {
  const strict = parseJson(text);
  if (strict !== undefined) return { value: strict, isWhole: true };
  const { mended, lastWhole } = mend(text);
  const value = parseJson(mended);
  if (value !== undefined) return { value, isWhole: true };
  return {
    value: lastWhole === 0 ? undefined : parseJson(`${mended.slice(0, lastWhole)}]}`),
    isWhole: false,
  };
}

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    // The caller tries it mended, or shorter.
    return undefined;
  }
}

interface Mended {
  readonly mended: string;
  /** Where the last whole object of the outermost list ends; 0 when there is none. */
  readonly lastWhole: number;
}

/** Strings, comments, and the signs that matter; all else is copied as it is. */
function mend(text: string): Mended {
  const token = /["[\]{},]|\/\/[^\n]*|\/\*/g;
  const writing: Writing = { parts: [], length: 0, hasComma: false };
  let [copied, depth, lastWhole] = [0, 0, 0];
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    const [sign] = found;
    write(writing, text.slice(copied, found.index));
    if (writing.parts.length > mostParts) return { mended: writing.parts.join(''), lastWhole };
    copied = token.lastIndex = endOfToken(text, sign, token.lastIndex);
    if (sign === '"') write(writing, mendedString(text.slice(found.index, copied)));
    else if (!sign.startsWith('/')) write(writing, sign);
    if (sign === '{' || sign === '[') depth += 1;
    if (sign === '}' || sign === ']') depth -= 1;
    if (sign === '}' && depth === 2) lastWhole = writing.length;
  }
  write(writing, text.slice(copied));
  return { mended: writing.parts.join(''), lastWhole };
}

/** Beyond so many signs a text counts as cut off. */
const mostParts = 1_000_000;

interface Writing {
  readonly parts: string[];
  length: number;
  /** A comma that is written when something follows it. */
  hasComma: boolean;
}

function write(writing: Writing, part: string): void {
  if (part === ',') {
    writing.hasComma = true;
    return;
  }
  if (part.trim() === '') return;
  const written = writing.hasComma && part !== ']' && part !== '}' ? `,${part}` : part;
  writing.hasComma = false;
  writing.parts.push(written);
  writing.length += written.length;
}

function endOfToken(text: string, sign: string, after: number): number {
  if (sign === '/*') {
    const end = text.indexOf('*/', after);
    return end < 0 ? text.length : end + 2;
  }
  if (sign !== '"') return after;
  const quoteOrEscape = /["\\]/g;
  quoteOrEscape.lastIndex = after;
  for (let found = quoteOrEscape.exec(text); found !== null; found = quoteOrEscape.exec(text)) {
    if (found[0] === '"') return quoteOrEscape.lastIndex;
    quoteOrEscape.lastIndex += 1;
  }
  return text.length;
}

/** Escapes that JSON does not know stand for what they escape, control characters for a space. */
const mendedString = (quoted: string): string =>
  quoted.replace(
    /(\\(?:["\\/bfnrt]|u[0-9a-f]{4}))|\\([^]?)|[^\P{Cc}\u007f-\u009f]/giu,
    (_, known: string | undefined, escaped: string | undefined) => known ?? escaped ?? ' ',
  );
