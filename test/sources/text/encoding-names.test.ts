import { expect, test } from 'vitest';
import { decodeBytes } from '../../../src/sources/text/encoding.ts';
import { normalEncoding } from '../../../src/sources/text/encoding-names.ts';

test.each([
  ['UTF-8', 'utf-8'],
  ['utf_8', 'utf-8'],
  ['utf8mb4', 'utf-8'],
  ['ISO_8859-1:1987', 'windows-1252'],
  ['iso8859_15', 'iso-8859-15'],
  ['8859-5', 'iso-8859-5'],
  ['latin-1', 'windows-1252'],
  ['CP-1251', 'windows-1251'],
  ['x-windows-1251', 'windows-1251'],
  ['win-1250', 'windows-1250'],
  ['1255', 'windows-1255'],
  ['KOI8_R', 'koi8-r'],
  ['cp866', 'ibm866'],
  ['cp932', 'shift_jis'],
  ['ms_kanji', 'shift_jis'],
  ['cp936', 'gb18030'],
  ['cp949', 'euc-kr'],
  ['EUC_KR', 'euc-kr'],
  ['cp950', 'big5'],
  ['tis-620', 'windows-874'],
  ['mac-roman', 'macintosh'],
  ['mac-cyrillic', 'x-mac-cyrillic'],
  ['x-mac-greek', 'macgreek'],
  ['IBM00858', '858'],
  ['ebcdic-cp-be', '500'],
  ['ibm1140', '37'],
  ['martian', null],
  ['constructor', null],
  ['', null],
])('%s is %s', (label, expected) => {
  expect(normalEncoding(label)).toBe(expected);
});

test.each([
  ['cp437', [0x80, 0xe1], 'Çß'],
  ['ibm-850', [0x9b, 0xe0], 'øÓ'],
  ['cp855', [0xe0, 0xd0], 'Ял'],
  ['cp737', [0x80, 0x98], 'Αα'],
  ['cp862', [0x80, 0x9a], 'את'],
  ['cp1125', [0xf2, 0xf8], 'ҐЇ'],
  ['koi8-t', [0x80, 0x90], 'қҚ'],
  ['kz-1048', [0xa3, 0xbc], 'Әә'],
  ['ptcp154', [0x80, 0xff], 'Җя'],
  ['mac-ce', [0x81, 0xfd], 'Āż'],
  ['mac-turkish', [0xdc, 0xdd], 'İı'],
])('an old encoding of single bytes is read: %s', (label, bytes, expected) => {
  const document = [...Buffer.from(`<?xml version="1.0" encoding="${label}"?>`), ...bytes, 0x41, 0xff];
  expect(decodeBytes(Uint8Array.from(document), null).split('?>')[1]?.slice(0, 3)).toBe(`${expected}A`);
});
