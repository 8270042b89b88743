/** Files that people sent, as the Bot API hands them out: first where one is, then its bytes. */
import type { ServerResponse } from 'node:http';
import { Refusal } from './world.ts';

export interface FakeStoredFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Of large files that a test does not want to hold. */
  readonly size?: number;
}

export type FakeFiles = Map<string, FakeStoredFile>;

/** What a bot may download. */
const mostBytes = 20 * 1024 * 1024;

/** The answer to `getFile`, or a refusal in Telegram's words. */
export function describeFile(files: FakeFiles, id: unknown) {
  const file = files.get(String(id));
  if (file === undefined) {
    throw new Refusal(400, 'Bad Request: wrong file_id or the file is temporarily unavailable');
  }
  const size = file.size ?? file.bytes.length;
  if (size > mostBytes) throw new Refusal(400, 'Bad Request: file is too big');
  return {
    file_id: String(id),
    file_unique_id: `unique-${String(id)}`,
    file_size: size,
    file_path: file.path,
  };
}

/** The bytes at a path, to whoever names the bot's token. */
export function sendFile(files: FakeFiles, path: string, response: ServerResponse): string {
  const file = [...files.values()].find((candidate) => candidate.path === decodeURIComponent(path));
  if (file === undefined) {
    response.writeHead(404, { 'content-type': 'application/json' });
    response.end('{"ok":false,"error_code":404,"description":"Not Found"}');
    return 'Not Found';
  }
  response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(file.bytes);
  return 'ok';
}
