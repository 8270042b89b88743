/** Reads an upload as the Bot API takes it: plain fields, and files that a field names by `attach://`. */
import type { Payload } from './payload.ts';

export class FakeFile {
  readonly name: string;
  readonly bytes: Buffer;

  constructor(name: string, bytes: Buffer) {
    this.name = name;
    this.bytes = bytes;
  }
}

/** Fields that hold JSON, which an upload carries as text. */
const written = new Set(['reply_parameters', 'reply_markup']);

/** The boundary of a multipart body; undefined where the body is none. */
export function boundaryOf(contentType: string | undefined): string | undefined {
  return /^multipart\/form-data;.*boundary=([^;]+)/.exec(contentType ?? '')?.[1];
}

export function parseMultipart(body: Buffer, boundary: string): Payload {
  // In latin1 each character is a byte.
  const [opening = '', ...parts] = `\r\n${body.toString('latin1')}`.split(`\r\n--${boundary}`);
  if (opening !== '' || parts.at(-1)?.trim() !== '--') return {};
  const fields = new Map<string, string>();
  const files = new Map<string, FakeFile>();
  for (const part of parts.slice(0, -1)) {
    const end = part.indexOf('\r\n\r\n');
    const head = part.slice(0, end);
    const bytes = Buffer.from(part.slice(end + 4), 'latin1');
    const name = parameterOf(head, 'name') ?? '';
    const fileName = parameterOf(head, 'filename');
    if (fileName === undefined) fields.set(name, bytes.toString('utf8'));
    else files.set(name, new FakeFile(fileName, bytes));
  }
  return Object.fromEntries([...fields].map(([name, value]) => [name, valueOf(name, value, files)]));
}

function valueOf(name: string, value: string, files: ReadonlyMap<string, FakeFile>): unknown {
  if (written.has(name)) return JSON.parse(value);
  const attached = /^attach:\/\/(.+)$/.exec(value)?.[1];
  return attached === undefined ? value : (files.get(attached) ?? value);
}

/** Without quotes a value ends at the first space or semicolon. */
function parameterOf(head: string, name: string): string | undefined {
  const [, quoted, bare] = new RegExp(`[;\\s]${name}=(?:"([^"\\r\\n]*)"|([^;\\s]*))`).exec(head) ?? [];
  return quoted ?? bare;
}
