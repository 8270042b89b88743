/** Reads a text as Telegram does for `parse_mode` HTML, so that the fake refuses what Telegram refuses. */

export interface ParsedEntity {
  readonly type: string;
  /** In UTF-16 units of the text. */
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
  readonly unixTime?: number;
}

export interface ParsedHtml {
  readonly text: string;
  readonly entities: readonly ParsedEntity[];
}

const typeOfTag: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
  a: 'text_link',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
  'tg-emoji': 'custom_emoji',
  'tg-time': 'date_time',
};
const namedCharacters: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };
const space = /[ \t\r\n\v]/;

interface OpenTag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly offset: number;
}

/** Throws an error with Telegram's words where the markup is refused. */
export function parseHtml(html: string): ParsedHtml {
  const open: OpenTag[] = [];
  const entities: ParsedEntity[] = [];
  let text = '';
  let at = 0;
  while (at < html.length) {
    if (html.startsWith('</', at)) {
      const tag = readEndTag(html, at, open.at(-1));
      const entity = entityOf(tag.closed, text);
      open.pop();
      if (entity !== null) entities.push(entity);
      at = tag.end;
    } else if (html.charAt(at) === '<') {
      const tag = readStartTag(html, at);
      open.push({ name: tag.name, attributes: tag.attributes, offset: text.length });
      at = tag.end;
    } else {
      const character = readCharacter(html, at);
      text += character.text;
      at = character.end;
    }
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined) {
    throw new Error(`Can't find end tag corresponding to start tag "${unclosed.name}"`);
  }
  if (/\p{Cs}/u.test(text)) {
    throw new Error(
      'Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units',
    );
  }
  return { text, entities };
}

const bytesBefore = (html: string, at: number) => Buffer.byteLength(html.slice(0, at));

function readCharacter(html: string, at: number): { readonly text: string; readonly end: number } {
  const plain = { text: html.charAt(at), end: at + 1 };
  const match = /^&(?:#x([0-9a-f]*)|#(\d*)|([a-z]*))(;?)/i.exec(html.slice(at, at + 40));
  if (plain.text !== '&' || match === null) return plain;
  const [whole, hex, decimal, name, semicolon] = match;
  if (name !== undefined) {
    const character = namedCharacters[name];
    return character === undefined ? plain : { text: character, end: at + whole.length };
  }
  const code = hex === undefined ? Number.parseInt(decimal ?? '', 10) : Number.parseInt(hex, 16);
  const digits = whole.length - (semicolon ?? '').length;
  if (!(code > 0 && code < 0x10_ff_ff) || digits >= 10) return plain;
  return { text: String.fromCodePoint(code), end: at + whole.length };
}

function readStartTag(html: string, begin: number) {
  let at = begin + 1;
  while (at < html.length && !space.test(html.charAt(at)) && html.charAt(at) !== '>') at += 1;
  if (at >= html.length) throw new Error(`Unclosed start tag at byte offset ${bytesBefore(html, begin)}`);
  const name = html.slice(begin + 1, at).toLowerCase();
  if (typeOfTag[name] === undefined) {
    throw new Error(`Unsupported start tag "${name}" at byte offset ${bytesBefore(html, begin)}`);
  }
  const attributes = new Map<string, string>();
  for (;;) {
    at = skipSpace(html, at);
    if (html.charAt(at) === '>') break;
    const attribute = readAttribute(html, at, { name, begin });
    attributes.set(attribute.name, attribute.value);
    at = attribute.end;
  }
  if (name === 'span' && attributes.get('class') !== 'tg-spoiler') {
    throw new Error(`Tag "span" must have class "tg-spoiler" at byte offset ${bytesBefore(html, begin)}`);
  }
  return { name, attributes, end: at + 1 };
}

function readAttribute(html: string, from: number, tag: { readonly name: string; readonly begin: number }) {
  const offset = bytesBefore(html, tag.begin);
  const unclosed = () => new Error(`Unclosed start tag "${tag.name}" at byte offset ${offset}`);
  let at = from;
  while (at < html.length && !/[\s=>/"']/.test(html.charAt(at))) at += 1;
  const name = html.slice(from, at);
  if (name === '') {
    throw new Error(`Empty attribute name in the tag "${tag.name}" at byte offset ${offset}`);
  }
  at = skipSpace(html, at);
  if (html.charAt(at) !== '=') {
    if (at >= html.length) throw unclosed();
    return { name, value: '', end: at };
  }
  at = skipSpace(html, at + 1);
  if (at >= html.length) throw unclosed();
  const value = readValue(html, at);
  if (value.end >= html.length) throw new Error(`Unclosed start tag at byte offset ${offset}`);
  return { name, value: value.text, end: value.end };
}

function readValue(html: string, from: number): { readonly text: string; readonly end: number } {
  const quote = html.charAt(from);
  let at = from;
  if (quote !== '"' && quote !== "'") {
    while (/[A-Za-z0-9.-]/.test(html.charAt(at))) at += 1;
    if (!space.test(html.charAt(at)) && html.charAt(at) !== '>') {
      throw new Error(`Unexpected end of name token at byte offset ${bytesBefore(html, from)}`);
    }
    return { text: html.slice(from, at).toLowerCase(), end: at };
  }
  let text = '';
  at += 1;
  while (at < html.length && html.charAt(at) !== quote) {
    const character = readCharacter(html, at);
    text += character.text;
    at = character.end;
  }
  return { text, end: at + 1 };
}

function readEndTag(html: string, begin: number, last: OpenTag | undefined) {
  const offset = bytesBefore(html, begin);
  if (last === undefined) throw new Error(`Unexpected end tag at byte offset ${offset}`);
  let at = begin + 2;
  while (at < html.length && !space.test(html.charAt(at)) && html.charAt(at) !== '>') at += 1;
  const name = html.slice(begin + 2, at).toLowerCase();
  at = skipSpace(html, at);
  if (html.charAt(at) !== '>') throw new Error(`Unclosed end tag at byte offset ${offset}`);
  if (name !== '' && name !== last.name) {
    throw new Error(
      `Unmatched end tag at byte offset ${offset}, expected "</${last.name}>", found "</${name}>"`,
    );
  }
  return { closed: last, end: at + 1 };
}

function skipSpace(html: string, from: number): number {
  let at = from;
  while (at < html.length && space.test(html.charAt(at))) at += 1;
  return at;
}

function entityOf(tag: OpenTag, text: string): ParsedEntity | null {
  const length = text.length - tag.offset;
  if (length === 0) return null;
  const place = { offset: tag.offset, length };
  const type = typeOfTag[tag.name] ?? '';
  if (type === 'text_link') {
    const url = tag.attributes.get('href') ?? text.slice(tag.offset);
    // A link without a usable address is dropped, its text stays.
    return isAddress(url) ? { type, ...place, url } : null;
  }
  if (type === 'date_time') {
    if (!/^(?:r|[wWtTdD]*)$/.test(tag.attributes.get('format') ?? '')) {
      throw new Error('Invalid date format used');
    }
    const unixTime = Number.parseInt(tag.attributes.get('unix') ?? '', 10);
    return unixTime > 0 ? { type, ...place, unixTime } : null;
  }
  if (type === 'custom_emoji' && !/^[1-9]\d*$/.test(tag.attributes.get('emoji-id') ?? '')) {
    throw new Error('Invalid custom emoji identifier specified');
  }
  return {
    type: type === 'blockquote' && tag.attributes.has('expandable') ? 'expandable_blockquote' : type,
    ...place,
  };
}

function isAddress(url: string): boolean {
  const address = /^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `http://${url}`;
  if (/\s/.test(url) || !URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'tg:' || (/^https?:$/.test(protocol) && hostname.includes('.'));
}
