/** What Telegram checks before it looks at a chat: required fields, known fields, lengths, markup, keyboards. */
import { FakeFile } from './multipart.ts';
import { parseHtml } from './parse-html.ts';
import { countCharacters, isPayload, listIn, textIn, type Payload } from './payload.ts';
import { Refusal } from './world.ts';

interface Shape {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

const sending = [
  'message_thread_id',
  'parse_mode',
  'disable_notification',
  'reply_parameters',
  'reply_markup',
];
const shapes: Readonly<Record<string, Shape>> = {
  getMe: { required: [], optional: [] },
  getUpdates: { required: [], optional: ['offset', 'limit', 'timeout', 'allowed_updates'] },
  setWebhook: {
    required: ['url'],
    optional: ['secret_token', 'allowed_updates', 'max_connections', 'drop_pending_updates'],
  },
  deleteWebhook: { required: [], optional: ['drop_pending_updates'] },
  getWebhookInfo: { required: [], optional: [] },
  sendMessage: { required: ['chat_id', 'text'], optional: [...sending, 'link_preview_options'] },
  sendPhoto: {
    required: ['chat_id', 'photo'],
    optional: [...sending, 'caption', 'show_caption_above_media'],
  },
  sendDocument: {
    required: ['chat_id', 'document'],
    optional: [...sending, 'caption', 'disable_content_type_detection'],
  },
  editMessageText: {
    required: ['text'],
    optional: ['chat_id', 'message_id', 'parse_mode', 'link_preview_options', 'reply_markup'],
  },
  editMessageCaption: {
    required: [],
    optional: ['chat_id', 'message_id', 'caption', 'parse_mode', 'reply_markup', 'show_caption_above_media'],
  },
  answerCallbackQuery: {
    required: ['callback_query_id'],
    optional: ['text', 'show_alert', 'url', 'cache_time'],
  },
  answerInlineQuery: {
    required: ['inline_query_id', 'results'],
    optional: ['cache_time', 'is_personal', 'next_offset', 'button'],
  },
  setMyCommands: { required: ['commands'], optional: ['scope', 'language_code'] },
  deleteMyCommands: { required: [], optional: ['scope', 'language_code'] },
  getFile: { required: ['file_id'], optional: [] },
  getChat: { required: ['chat_id'], optional: [] },
  getChatMember: { required: ['chat_id', 'user_id'], optional: [] },
  getChatAdministrators: { required: ['chat_id'], optional: [] },
};

export function checkCall(method: string, payload: Payload): void {
  const shape = shapes[method];
  if (shape === undefined) throw new Refusal(404, 'Not Found');
  for (const field of shape.required) {
    if (payload[field] === undefined) throw new Refusal(400, `Bad Request: parameter "${field}" is required`);
  }
  for (const field of Object.keys(payload)) {
    // Telegram itself overlooks unknown fields; a test must not.
    if (![...shape.required, ...shape.optional].includes(field)) {
      throw new Refusal(400, `Bad Request: the fake knows no parameter "${field}" of ${method}`);
    }
  }
  checkKeyboard(payload['reply_markup']);
  if (method === 'setMyCommands') checkCommands(payload['commands']);
  if (method === 'answerInlineQuery') checkResults(payload);
  if (method === 'answerCallbackQuery' && textIn(payload, 'text').length > 200) {
    throw new Refusal(400, 'Bad Request: MESSAGE_TOO_LONG');
  }
}

/** The text that is shown, or a refusal in Telegram's words. */
export function checkText(payload: Payload, field: 'text' | 'caption'): string {
  const written = textIn(payload, field);
  const text = payload['parse_mode'] === 'HTML' ? parsed(written) : written;
  const length = countCharacters(text);
  if (field === 'text' && text.trim() === '') throw new Refusal(400, 'Bad Request: message text is empty');
  if (field === 'text' && length > 4096) throw new Refusal(400, 'Bad Request: message is too long');
  if (field === 'caption' && length > 1024)
    throw new Refusal(400, 'Bad Request: message caption is too long');
  const preview = payload['link_preview_options'];
  if (isPayload(preview) && preview['prefer_large_media'] === true && preview['url'] === undefined) {
    throw new Refusal(
      400,
      'Bad Request: the fake refuses prefer_large_media without url, which has no effect',
    );
  }
  return text.trim();
}

/** What a bot may upload. */
const mostBytes = 50 * 1024 * 1024;

/** The uploaded file, or a refusal; addresses and files that Telegram already has are not sent by this bot. */
export function checkFile(payload: Payload): FakeFile {
  const file = payload['document'];
  if (!(file instanceof FakeFile)) {
    throw new Refusal(400, 'Bad Request: wrong file identifier/HTTP URL specified');
  }
  if (file.bytes.length === 0) throw new Refusal(400, 'Bad Request: file must be non-empty');
  if (file.bytes.length > mostBytes) throw new Refusal(413, 'Request Entity Too Large');
  // Telegram itself makes a name up; a reader cannot open what has none.
  if (!/^[^/\\]+\.\w+$/.test(file.name)) {
    throw new Refusal(400, `Bad Request: the fake refuses the file name '${file.name}'`);
  }
  return file;
}

function parsed(html: string): string {
  try {
    return parseHtml(html).text;
  } catch (error) {
    throw new Refusal(
      400,
      `Bad Request: can't parse entities: ${error instanceof Error ? error.message : ''}`,
    );
  }
}

function checkKeyboard(markup: unknown): void {
  if (!isPayload(markup)) return;
  const rows = markup['inline_keyboard'];
  if (rows === undefined) return;
  if (!Array.isArray(rows)) throw new Refusal(400, "Bad Request: can't parse inline keyboard");
  const buttons = rows.flat().filter(isPayload);
  if (buttons.length > 100) throw new Refusal(400, 'Bad Request: reply markup is too long');
  if (rows.some((row: unknown[]) => row.length === 0 || row.length > 8)) {
    throw new Refusal(400, 'Bad Request: BUTTON_ROW_INVALID');
  }
  for (const button of buttons) checkButton(button);
}

function checkButton(button: Payload): void {
  const { text, ...acts } = button;
  if (typeof text !== 'string' || text.trim() === '') {
    throw new Refusal(400, 'Bad Request: inline keyboard button text must be non-empty');
  }
  if (Object.keys(acts).length !== 1) throw new Refusal(400, 'Bad Request: BUTTON_TYPE_INVALID');
  const bytes = Buffer.byteLength(textIn(acts, 'callback_data'));
  if ('callback_data' in acts && (bytes < 1 || bytes > 64))
    throw new Refusal(400, 'Bad Request: BUTTON_DATA_INVALID');
  const url = textIn(acts, 'url');
  if ('url' in acts && !/^(?:https?|tg):\/\/[^\s/]*\.\S+$/.test(url)) {
    throw new Refusal(400, `Bad Request: inline keyboard button URL '${url}' is invalid`);
  }
}

function checkCommands(commands: unknown): void {
  if (!Array.isArray(commands) || commands.length > 100) {
    throw new Refusal(400, 'Bad Request: BOT_COMMANDS_TOO_MUCH');
  }
  for (const command of commands.filter(isPayload)) {
    if (!/^[a-z0-9_]{1,32}$/.test(textIn(command, 'command'))) {
      throw new Refusal(400, 'Bad Request: BOT_COMMAND_INVALID');
    }
    const { length } = textIn(command, 'description');
    if (length < 1 || length > 256) throw new Refusal(400, 'Bad Request: BOT_COMMAND_DESCRIPTION_INVALID');
  }
}

function checkResults(payload: Payload): void {
  const results = listIn(payload, 'results').filter(isPayload);
  if (results.length > 50) throw new Refusal(400, 'Bad Request: RESULTS_TOO_MUCH');
  const ids = results.map((result) => textIn(result, 'id'));
  if (new Set(ids).size !== ids.length) throw new Refusal(400, 'Bad Request: RESULT_ID_DUPLICATE');
  if (ids.some((id) => id === '' || Buffer.byteLength(id) > 64)) {
    throw new Refusal(400, 'Bad Request: RESULT_ID_INVALID');
  }
  if (Buffer.byteLength(textIn(payload, 'next_offset')) > 64) {
    throw new Refusal(400, 'Bad Request: NEXT_OFFSET_INVALID');
  }
  for (const result of results) {
    const content = result['input_message_content'];
    if (!isPayload(content) || textIn(result, 'title') === '') {
      throw new Refusal(400, 'Bad Request: RESULT_INVALID');
    }
    checkText({ ...content, text: content['message_text'] }, 'text');
    checkKeyboard(result['reply_markup']);
  }
}
