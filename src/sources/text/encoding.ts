/** Bytes of a document → text, whatever the document says of its encoding. */
import { decodeCodePage, isCodePage } from './code-pages.ts';
import { normalEncoding } from './encoding-names.ts';

/** Encodings that any bytes are valid in: they are believed only where the bytes are not UTF-8. */
const singleByte = /^(iso-8859|windows-|koi8|macintosh|x-mac|ibm866|us-ascii)/;

/**
 * In this order: byte order mark, shape of the first bytes, the HTTP header, the document's own declaration, UTF-8,
 * Windows-1252. What the bytes contradict is passed over, unless that is a few broken characters in much text.
 */
export function decodeBytes(bytes: Uint8Array, contentType: string | null): string {
  const marked = encodingOfFirstBytes(bytes);
  if (marked !== null) return decodeMarked(bytes, marked);
  const utf8 = decodeStrictly(bytes, 'utf-8');
  // The declaration could be read byte by byte, so it cannot stand in 16-bit text.
  const named = [charsetOf(contentType), declaredEncoding(latin1Start(bytes))].flatMap((name) =>
    name === null || name.startsWith('utf-16') ? [] : [name],
  );
  for (const name of named) {
    if (utf8 !== null && (name === 'utf-8' || isSingleByte(name) || isSurelyUtf8(utf8))) return utf8;
    const text = decodeStrictly(bytes, name);
    if (text !== null) return text;
  }
  return utf8 ?? repaired(bytes, ['utf-8', ...named]) ?? decodeWindows1252(bytes);
}

const isSingleByte = (name: string): boolean => singleByte.test(name) || isCodePage(name);

/** Three bytes of UTF-8 to each of several characters are no accident of another encoding. */
const isSurelyUtf8 = (utf8: string): boolean => /(?:[\u2e80-\uffee][^\u2e80-\uffee]*){3}/.test(utf8);

function decodeMarked(bytes: Uint8Array, encoding: string): string {
  if (encoding.startsWith('utf-32')) return decodeUtf32(bytes, encoding === 'utf-32le');
  if (encoding !== 'ebcdic') return new TextDecoder(encoding).decode(bytes);
  const declared = declaredEncoding(decodeCodePage(bytes.subarray(0, 200), encoding));
  return decodeCodePage(bytes, declared ?? encoding);
}

/** 0x80 to 0x9f, where Windows-1252 differs from Latin 1: Node 20 decodes both as Latin 1. */
const windowsCharacters = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function decodeWindows1252(bytes: Uint8Array): string {
  return withWindowsCharacters(new TextDecoder('windows-1252').decode(bytes));
}

/** Control characters that nobody writes, read as the quotation marks that Windows-1252 has in their places. */
export function withWindowsCharacters(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (unit) => windowsCharacters[unit.charCodeAt(0) - 0x80] ?? unit);
}

/** A text with a few broken places (a cut character, a stray byte) stays what it is. */
function repaired(bytes: Uint8Array, encodings: readonly string[]): string | null {
  for (const encoding of encodings) {
    const text = new TextDecoder(encoding).decode(bytes);
    const broken = text.match(/\ufffd/g)?.length ?? 0;
    const beyondAscii = text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0;
    if (broken * 4 <= beyondAscii) return text;
  }
  return null;
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  if (encoding === 'windows-1252') return decodeWindows1252(bytes);
  if (isCodePage(encoding)) return decodeCodePage(bytes, encoding);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // The bytes are not of it: the next candidate is tried.
    return null;
  }
}

function charsetOf(contentType: string | null): string | null {
  return normalEncoding(/charset\s{0,9}=\s{0,9}["']?([^\s;"']{1,40})/i.exec(contentType ?? '')?.[1]);
}

const latin1Start = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes.subarray(0, 2048));

function declaredEncoding(start: string): string | null {
  const declared =
    /<\?xml[^>]*\sencoding\s*=\s*["']?([^"'\s?>]+)/i.exec(start)?.[1] ??
    /<meta[^>]+charset\s*=\s*["']?([^\s"'/>;]+)/i.exec(start)?.[1];
  return normalEncoding(declared);
}

/** By the first four bytes: a mark, or how `<?xm` and other ASCII looks. */
function encodingOfFirstBytes(bytes: Uint8Array): string | null {
  const start = [...bytes.subarray(0, 4)];
  const hex = start.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const isZero = start.map((byte) => (byte === 0 ? '0' : 'x')).join('');
  return (
    marks.find(([mark]) => hex.startsWith(mark))?.[1] ??
    shapes.find(([shape]) => shape === isZero)?.[1] ??
    null
  );
}

const marks: readonly (readonly [string, string])[] = [
  ['fffe0000', 'utf-32le'],
  ['0000feff', 'utf-32be'],
  ['efbbbf', 'utf-8'],
  ['fffe', 'utf-16le'],
  ['feff', 'utf-16be'],
  ['4c6fa794', 'ebcdic'],
];
const shapes: readonly (readonly [string, string])[] = [
  ['x000', 'utf-32le'],
  ['000x', 'utf-32be'],
  ['x0x0', 'utf-16le'],
  ['0x0x', 'utf-16be'],
  ['x0', 'utf-16le'],
  ['0x', 'utf-16be'],
];

function decodeUtf32(bytes: Uint8Array, isLittle: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 0; at + 4 <= bytes.byteLength; at += 4) {
    const point = view.getUint32(at, isLittle);
    if (point !== 0xfeff) parts.push(point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd');
  }
  return parts.join('');
}
