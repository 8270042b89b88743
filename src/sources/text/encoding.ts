/** Bytes of a document → text, whatever the document says of its encoding. */

/** Encodings that any bytes are valid in: they are believed only where the bytes are not UTF-8. */
const singleByte = /^(iso-8859|windows-|koi8|macintosh|x-mac|ibm866|us-ascii)/;

/**
 * In this order: byte order mark, shape of the first bytes, the HTTP header, the document's own declaration, UTF-8,
 * Windows-1252. What the bytes contradict is passed over.
 */
export function decodeBytes(bytes: Uint8Array, contentType: string | null): string {
  const marked = encodingOfFirstBytes(bytes);
  if (marked === 'utf-32le' || marked === 'utf-32be') return decodeUtf32(bytes, marked === 'utf-32le');
  if (marked !== null) return new TextDecoder(marked).decode(bytes);
  const utf8 = decodeStrictly(bytes, 'utf-8');
  for (const named of [charsetOf(contentType), declaredEncoding(bytes)]) {
    if (named === null) continue;
    if (utf8 !== null && (named === 'utf-8' || singleByte.test(named))) return utf8;
    // The declaration could be read byte by byte, so it cannot stand in 16-bit text.
    if (named.startsWith('utf-16')) continue;
    const text = named === 'windows-1252' ? decodeWindows1252(bytes) : decodeStrictly(bytes, named);
    if (text !== null) return text;
  }
  return utf8 ?? repairedUtf8(bytes) ?? decodeWindows1252(bytes);
}

/** 0x80 to 0x9f, where Windows-1252 differs from Latin 1: Node 20 decodes both as Latin 1. */
const windowsCharacters = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function decodeWindows1252(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252')
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (unit) => windowsCharacters[unit.charCodeAt(0) - 0x80] ?? unit);
}

/** UTF-8 with a few broken places (a cut character, a stray byte) stays UTF-8. */
function repairedUtf8(bytes: Uint8Array): string | null {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const beyondAscii = text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0;
  return broken * 4 <= beyondAscii ? text : null;
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // Either no such encoding, or the bytes are not of it: the next candidate is tried.
    return null;
  }
}

function charsetOf(contentType: string | null): string | null {
  return normalEncoding(/charset\s*=\s*["']?([^\s;"']+)/i.exec(contentType ?? '')?.[1]);
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const declared =
    /<\?xml[^>]*\sencoding\s*=\s*["']([^"']+)["']/i.exec(start)?.[1] ??
    /<meta[^>]+charset\s*=\s*["']?([^\s"'/>;]+)/i.exec(start)?.[1];
  return normalEncoding(declared);
}

function normalEncoding(label: string | undefined): string | null {
  if (label === undefined) return null;
  const lower = label.trim().toLowerCase();
  const usual = lower
    .replace(/^(?:cp|win|windows_)-?(125\d|874)$/, 'windows-$1')
    .replace(/^iso8859-/, 'iso-8859-');
  try {
    return new TextDecoder(usual).encoding;
  } catch {
    // Not a name that anybody knows.
    return null;
  }
}

function encodingOfFirstBytes(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return 'utf-32le';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be';
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0x3c && b === 0 && c === 0 && d === 0) return 'utf-32le';
  if (a === 0 && b === 0 && c === 0 && d === 0x3c) return 'utf-32be';
  if (a === 0x3c && b === 0) return 'utf-16le';
  if (a === 0 && b === 0x3c) return 'utf-16be';
  return null;
}

function decodeUtf32(bytes: Uint8Array, isLittle: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 0; at + 4 <= bytes.byteLength; at += 4) {
    const point = view.getUint32(at, isLittle);
    if (point !== 0xfeff) parts.push(point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd');
  }
  return parts.join('');
}
