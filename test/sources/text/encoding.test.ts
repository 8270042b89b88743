import { describe, expect, test } from 'vitest';
import { decodeBytes } from '../../../src/sources/text/encoding.ts';

const ascii = (text: string): number[] => Array.from(text, (character) => character.codePointAt(0) ?? 0);
const bytesOf = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? ascii(part) : [...part])));
const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)];
const wide = (text: string, isLittle: boolean): number[] =>
  ascii(text).flatMap((unit) => (isLittle ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255]));

/** "Цена" in Windows-1251, "価格" in Shift_JIS, "가격" in EUC-KR. */
const price = {
  cyrillic: [0xd6, 0xe5, 0xed, 0xe0],
  japanese: [0x89, 0xbf, 0x8a, 0x69],
  korean: [0xb0, 0xa1, 0xb0, 0xdd],
};

describe('the encoding is taken', () => {
  test.each<[string, Uint8Array, string | null, string]>([
    [
      'from the declaration',
      bytesOf('<?xml version="1.0" encoding="windows-1251"?><t>', price.cyrillic),
      null,
      'Цена',
    ],
    [
      'from a declaration in other spelling',
      bytesOf('<?xml version="1.0" encoding="cp1251"?><t>', price.cyrillic),
      null,
      'Цена',
    ],
    ['from the header', bytesOf('<t>', price.japanese), 'text/xml; charset=Shift_JIS', '価格'],
    ['from a meta element', bytesOf('<meta charset="euc-kr"><t>', price.korean), null, '가격'],
    [
      'from the mark of UTF-8',
      bytesOf([0xef, 0xbb, 0xbf], '<t>', utf8('Цена')),
      'text/xml; charset=koi8-r',
      'Цена',
    ],
    ['from the mark of UTF-16, little end first', bytesOf([0xff, 0xfe], wide('<t>Цена', true)), null, 'Цена'],
    ['from the mark of UTF-16, big end first', bytesOf([0xfe, 0xff], wide('<t>Цена', false)), null, 'Цена'],
    ['from the shape of UTF-16 without a mark', bytesOf(wide('<t>Цена', true)), null, 'Цена'],
    ['as UTF-8 where nothing is said', bytesOf('<t>', utf8('価格')), null, '価格'],
    ['as Windows-1252 where it is not UTF-8', bytesOf('<t>', [0x93], 'x', [0x94]), null, '“x”'],
  ])('%s', (_, bytes, contentType, expected) => {
    expect(decodeBytes(bytes, contentType).slice(-expected.length)).toBe(expected);
  });
});

describe('a wrong claim is passed over', () => {
  test.each<[string, Uint8Array, string | null, string]>([
    [
      'Latin 1 that is UTF-8',
      bytesOf('<?xml version="1.0" encoding="ISO-8859-1"?><t>', utf8('é€')),
      null,
      'é€',
    ],
    [
      'UTF-8 that is Windows-1252',
      bytesOf('<?xml version="1.0" encoding="utf-8"?><t>', [0xe9, 0x20]),
      null,
      'é ',
    ],
    ['UTF-16 in single bytes', bytesOf('<?xml version="1.0" encoding="utf-16"?><t>', utf8('é')), null, 'é'],
    [
      'a name that nobody knows',
      bytesOf('<?xml version="1.0" encoding="martian"?><t>', utf8('é')),
      null,
      'é',
    ],
    [
      'a header against the declaration',
      bytesOf('<?xml version="1.0" encoding="utf-8"?><t>', utf8('é')),
      'text/xml; charset=us-ascii',
      'é',
    ],
  ])('%s', (_, bytes, contentType, expected) => {
    expect(decodeBytes(bytes, contentType).slice(-expected.length)).toBe(expected);
  });
});

test.each([
  ['Shift_JIS', [0x89, 0xbf, 0x8a, 0x69, 0x89, 0xbf, 0x8a, 0x69, 0xff], '価格価格\ufffd'],
  ['gb2312', [0xbc, 0xdb, 0xb8, 0xf1, 0xbc, 0xdb, 0xb8, 0xf1, 0xff], '价格价格\ufffd'],
  ['utf-8', [...utf8('価格価格'), 0xff], '価格価格\ufffd'],
])('one broken character does not spoil a text in %s', (name, text, expected) => {
  expect(decodeBytes(bytesOf(`<?xml version="1.0" encoding="${name}"?>`, text), null).split('?>')[1]).toBe(
    expected,
  );
});

test('text of three bytes a character is UTF-8, even if it could be something else', () => {
  const bytes = bytesOf('<?xml version="1.0" encoding="gbk"?>', utf8('価格価格'));
  expect(decodeBytes(bytes, null).split('?>')[1]).toBe('価格価格');
});

/** "<?xml version="1.0" encoding="NAME"?><t>" in EBCDIC, which has its letters in three rows. */
function ebcdic(text: string): number[] {
  const rows = ['abcdefghi', 'jklmnopqr', ' stuvwxyz'];
  const signs: Readonly<Record<string, number>> = {
    '<': 0x4c,
    '>': 0x6e,
    '?': 0x6f,
    '=': 0x7e,
    '"': 0x7f,
    '-': 0x60,
    '.': 0x4b,
    ' ': 0x40,
    '/': 0x61,
  };
  return Array.from(text, (character) => {
    const row = rows.findIndex((letters) => character !== ' ' && letters.includes(character));
    if (row >= 0) return 0x81 + row * 16 + (rows[row]?.indexOf(character) ?? 0);
    return signs[character] ?? 0xf0 + Number(character);
  });
}

describe('EBCDIC is read', () => {
  test.each([
    ['ebcdic-cp-us', [0x70], 'ø'],
    ['cp500', [0x4a], '['],
    ['cp875', [0x41], 'Α'],
    ['unheard-of', [0x70], 'ø'],
  ])('as %s', (name, letters, expected) => {
    const declaration = `<?xml version="1.0" encoding="${name}"?><t>`;
    const bytes = bytesOf(ebcdic(declaration), letters, [0x15, 0x05]);
    expect(decodeBytes(bytes, null)).toBe(`${declaration}${expected}\n `);
  });
});

test.each([
  [[0, 0x3c, 0, 0x74, 4, 0x26], '<tЦ'],
  [[0x0a, 0, 0x3c, 0, 0x26, 4], '\n<Ц'],
  [[0, 0, 0, 0x3c, 0, 0, 4, 0x26], '<Ц'],
  [[0x0a, 0, 0, 0, 0x26, 4, 0, 0], '\nЦ'],
])('wide characters without a mark are known by their zeros: %j', (bytes, expected) => {
  expect(decodeBytes(Uint8Array.from(bytes), null)).toBe(expected);
});

test('one broken character does not spoil a text that says nothing', () => {
  const bytes = bytesOf('<t>', utf8('Цена на бирже'), [0xd0], '</t>');
  expect(decodeBytes(bytes, null)).toBe('<t>Цена на бирже\ufffd</t>');
});

test('UTF-32 is read', () => {
  const bytes = bytesOf([0xff, 0xfe, 0, 0], [0x3c, 0, 0, 0], [0x26, 4, 0, 0]);
  expect(decodeBytes(bytes, null)).toBe('<Ц');
});
