/** The calls that bring one message to Telegram, in the order in which they are tried when one is refused. */
import { InputFile, type Api } from 'grammy';
import type { InlineKeyboardMarkup } from 'grammy/types';
import type { Target } from './address.ts';
import type { Change, Outgoing, OutgoingFile, PostOutcome } from './poster.ts';

export type Attempt = () => Promise<PostOutcome>;

/** As a photo where that is wanted, as text, and as text without any marks. */
export function postAttempts(api: Api, outgoing: Outgoing): readonly Attempt[] {
  const { target, dressed, isSilent, replyTo } = outgoing;
  const { photoUrl, text, caption, preview, keyboard } = dressed;
  const where = {
    ...placeIn(target, replyTo),
    disable_notification: isSilent ? true : undefined,
  };
  const html = { ...where, parse_mode: 'HTML', reply_markup: keyboard } as const;
  const asPhoto = async (url: string): Promise<PostOutcome> => {
    const sent = await api.sendPhoto(target.chatId, url, { ...html, caption: caption.html });
    return { kind: 'sent', messageId: sent.message_id, form: 'photo' };
  };
  const asText = async (shown: string, other: Parameters<Api['sendMessage']>[2]): Promise<PostOutcome> => {
    const sent = await api.sendMessage(target.chatId, shown, other);
    return { kind: 'sent', messageId: sent.message_id, form: 'text' };
  };
  return [
    ...(photoUrl === null ? [] : [() => asPhoto(photoUrl)]),
    () => asText(text.html, { ...html, link_preview_options: preview }),
    () =>
      asText(text.plain, {
        ...where,
        link_preview_options: noPreview,
        reply_markup: keyboard === undefined ? undefined : withoutAddresses(keyboard),
      }),
  ];
}

/** As a document. */
export function fileAttempts(api: Api, { target, file, replyTo }: OutgoingFile): readonly Attempt[] {
  return [
    async () => {
      const document = new InputFile(Buffer.from(file.text), fileName(file.name));
      const sent = await api.sendDocument(target.chatId, document, placeIn(target, replyTo));
      return { kind: 'sent', messageId: sent.message_id, form: 'document' };
    },
  ];
}

/** The library writes a name into the head of the upload as it stands. */
function fileName(name: string): string {
  return name.replace(/[^\p{L}\p{N}._-]+/gu, '-');
}

function placeIn({ threadId }: Target, replyTo: number | undefined) {
  return {
    message_thread_id: threadId ?? undefined,
    reply_parameters:
      replyTo === undefined ? undefined : { message_id: replyTo, allow_sending_without_reply: true },
  };
}

/** In the form in which the message was sent: a text stays a text. */
export function changeAttempts(api: Api, { target, dressed, messageId, form }: Change): readonly Attempt[] {
  const { text, caption, preview, keyboard } = dressed;
  const done: PostOutcome = { kind: 'sent', messageId, form };
  const inline = keyboard !== undefined && 'inline_keyboard' in keyboard ? keyboard : noKeyboard;
  const html = { parse_mode: 'HTML', reply_markup: inline } as const;
  const plain = { reply_markup: withoutAddresses(inline) };
  const { chatId } = target;
  if (form === 'photo') {
    return [
      { ...html, caption: caption.html },
      { ...plain, caption: caption.plain },
    ].map((other) => async () => {
      await api.editMessageCaption(chatId, messageId, other);
      return done;
    });
  }
  return [
    { shown: text.html, other: { ...html, link_preview_options: preview } },
    { shown: text.plain, other: { ...plain, link_preview_options: noPreview } },
  ].map(({ shown, other }) => async () => {
    await api.editMessageText(chatId, messageId, shown, other);
    return done;
  });
}

const noPreview = { is_disabled: true };
const noKeyboard: InlineKeyboardMarkup = { inline_keyboard: [] };

/** An address that Telegram does not like may be what it refused. */
function withoutAddresses<Markup extends object>(markup: Markup | InlineKeyboardMarkup) {
  if (!('inline_keyboard' in markup)) return markup;
  const rows = markup.inline_keyboard.map((row) => row.filter((button) => !('url' in button)));
  return { inline_keyboard: rows.filter((row) => row.length > 0) };
}
