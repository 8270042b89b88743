/**
 * Files that people send. One is known by Telegram's id for it, behind a mark of ours; where it can be fetched is an
 * address with the bot's token in it, which is never shown, kept or logged.
 */
import { GrammyError, type Api } from 'grammy';
import type { Message } from 'grammy/types';
import type { OpenedFile } from '../../dispatch/command.ts';
import type { Log } from '../../domain/log.ts';
import type { Texts } from '../../texts/texts.ts';

const mark = 'telegram-file:';
/** As much as of a file at a public address. */
const maxBytes = 10 * 1024 * 1024;
const timeoutMs = 15_000;

/** The file that a message carries, or that the message carries which it replies to; null where there is none. */
export function fileOf(message: Message): string | null {
  const { document, reply_to_message: answered, external_reply: elsewhere } = message;
  const file = document ?? answered?.document ?? elsewhere?.document;
  return file === undefined ? null : `${mark}${file.file_id}`;
}

export type OpenFile = (file: string) => Promise<OpenedFile | null>;

export interface FileTools {
  readonly api: Api;
  readonly token: string;
  /** Of the Bot API server. */
  readonly apiRoot: string;
  readonly texts: Texts;
  readonly log: Log;
}

/** Opens a file by what {@link fileOf} gave; null for what is no file of Telegram's. Never throws for the network. */
export function createOpenFile({ api, token, apiRoot, texts, log }: FileTools): OpenFile {
  const words = texts.telegram.file;

  async function find(id: string): Promise<{ readonly path: string } | { readonly problem: string }> {
    try {
      const { file_path: path, file_size: size = 0 } = await api.getFile(id);
      if (size > maxBytes) return { problem: words.tooLarge };
      if (path === undefined) return { problem: words.gone };
      // A server of one's own that runs with --local tells where the file is on its disk, and serves none.
      return /^(?:[/\\]|[a-z]:)/i.test(path) ? { problem: words.localServer } : { path };
    } catch (thrown) {
      if (!(thrown instanceof GrammyError)) return { problem: words.unavailable };
      const { error_code: code, description } = thrown;
      if (/too big/i.test(description)) return { problem: words.tooLarge };
      log.debug({ code, description }, 'Telegram refuses a file');
      return { problem: code === 400 ? words.gone : words.unavailable };
    }
  }

  /** What goes wrong here may have the address in its words: none of it is passed on. */
  async function fetchFile(path: string): Promise<OpenedFile> {
    try {
      const url = `${apiRoot}/file/bot${token}/${path.split('/').map(encodeURIComponent).join('/')}`;
      const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
      if (response.ok) return await readBody(response);
      await response.body?.cancel();
      log.debug({ status: response.status }, 'Telegram does not hand over a file');
      return { problem: response.status === 404 ? words.gone : words.unavailable };
    } catch {
      log.debug({}, 'a file of Telegram could not be fetched');
      return { problem: words.unavailable };
    }
  }

  async function readBody({ body }: Response): Promise<OpenedFile> {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of body ?? []) {
      size += chunk.length;
      if (size > maxBytes) return { problem: words.tooLarge };
      chunks.push(chunk);
    }
    return { bytes: Buffer.concat(chunks) };
  }

  return async (file) => {
    if (!file.startsWith(mark)) return null;
    const found = await find(file.slice(mark.length));
    return 'problem' in found ? found : fetchFile(found.path);
  };
}
