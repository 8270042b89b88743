/** Names of encodings, as documents and servers write them. */
import { isCodePage } from './code-pages.ts';

/** What other names stand for, without punctuation and the letters that stand for "code page". */
const others: Readonly<Record<string, string>> = {
  '154': 'ptcp154',
  '367': 'us-ascii',
  '819': 'iso-8859-1',
  '866': 'ibm866',
  '874': 'windows-874',
  '932': 'shift_jis',
  '936': 'gb18030',
  '949': 'euc-kr',
  '950': 'big5',
  '951': 'big5',
  '1140': '37',
  '1148': '500',
  '65001': 'utf-8',
  us: '37',
  ca: '37',
  nl: '37',
  wt: '37',
  be: '500',
  ch: '500',
  he: '424',
  pt154: 'ptcp154',
  cyrillicasian: 'ptcp154',
  rk1048: 'kz1048',
  strk10482002: 'kz1048',
  koi8u: 'koi8-u',
  koi8r: 'koi8-r',
  koi8ru: 'koi8-u',
  maclatin2: 'maccentraleurope',
  macce: 'maccentraleurope',
  macroman: 'macintosh',
  maccyrillic: 'x-mac-cyrillic',
  shiftjis: 'shift_jis',
  mskanji: 'shift_jis',
  eucjp: 'euc-jp',
  ujis: 'euc-jp',
  euckr: 'euc-kr',
  uhc: 'euc-kr',
  johab: 'euc-kr',
  gb2312: 'gb18030',
  euccn: 'gb18030',
  big5hkscs: 'big5',
  iso2022jp: 'iso-2022-jp',
  jis: 'iso-2022-jp',
  tis620: 'windows-874',
  latin1: 'iso-8859-1',
  utf8: 'utf-8',
  u8: 'utf-8',
  utf8n: 'utf-8',
  utf8mb4: 'utf-8',
};

/** The name that the decoders know it by; null for what nobody knows. */
export function normalEncoding(label: string | undefined): string | null {
  if (label === undefined) return null;
  const written = label
    .trim()
    .toLowerCase()
    .replace(/:\d{4}$/, '');
  const bare = written.replace(/[^a-z0-9]/g, '');
  const short = bare.replace(
    /^(?:cs)?(?:cp|ibm|dos|oem|ebcdiccp|pc8codepage|codepage|pcp?|x(?=mac|sjis))?0*(?=\w)/,
    '',
  );
  const numbered = /^(?:x?windows|win)?(125\d)$/.exec(short)?.[1];
  const part = /^(?:iso)?8859(1[0-6]|[1-9])$/.exec(bare)?.[1];
  const name = part === undefined ? (others[short] ?? others[bare]) : `iso-8859-${part}`;
  if (numbered !== undefined) return `windows-${numbered}`;
  return [name, short, written].map(knownName).find((known) => known !== null) ?? null;
}

function knownName(name: string | undefined): string | null {
  if (name === undefined || name === '') return null;
  if (isCodePage(name)) return name;
  try {
    return new TextDecoder(name).encoding;
  } catch {
    // Not a name that the platform knows.
    return null;
  }
}
