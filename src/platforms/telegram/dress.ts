/** A message as it stands in one place: text, picture, and what a reader can press there. */
import type {
  ForceReply,
  InlineKeyboardButton,
  InlineKeyboardMarkup,
  LinkPreviewOptions,
  ReplyKeyboardMarkup,
} from 'grammy/types';
import type { ChannelKind } from '../../domain/channel.ts';
import type { Message } from '../../domain/message.ts';
import type { Texts } from '../../texts/texts.ts';
import type { Actions } from './actions.ts';
import { linkable } from './clean-text.ts';
import type { GetIdentity } from './identity.ts';
import { callbackKeyboard, linkKeyboard, openingButtons } from './keyboard.ts';
import { captionLimit, renderMessage, textLimit, type Rendered, type TextLink } from './render-message.ts';

export interface Dressed {
  readonly text: Rendered;
  /** The same, as short as a photo's caption must be. */
  readonly caption: Rendered;
  /** Set where the message reads better as a photo with a caption. */
  readonly photoUrl: string | null;
  readonly preview: LinkPreviewOptions;
  readonly keyboard: InlineKeyboardMarkup | ReplyKeyboardMarkup | ForceReply | undefined;
}

export interface DressTools {
  readonly texts: Texts;
  readonly actions: Actions;
  readonly identity: GetIdentity;
  /** Whether people comment on a channel's posts. */
  readonly hasComments: (chatId: number) => Promise<boolean>;
}

export type Dress = (
  message: Message,
  place: { readonly kind: ChannelKind; readonly chatId: number },
) => Promise<Dressed>;

/** Posts: what is pressed under them must not disturb the other readers. */
export function createPostDress(tools: DressTools): Dress {
  return async (message, place) => {
    if (place.kind !== 'broadcast') return dressAnswer(message, tools);
    const botName = tools.identity()?.name;
    const links = botName === undefined ? [] : await openingButtons(message, { ...tools, botName });
    // A keyboard under a post takes its comments away, links in the text do not.
    const isText = links.length > 0 && (await tools.hasComments(place.chatId));
    return isText
      ? { ...dressText(message, tools.texts, links), keyboard: undefined }
      : { ...dressText(message, tools.texts, []), keyboard: linkKeyboard(links) };
  };
}

/** Answers, and posts where buttons answer in place. */
export async function dressAnswer(
  message: Message,
  tools: Pick<DressTools, 'texts' | 'actions' | 'identity'>,
  extra: readonly InlineKeyboardButton[] = [],
): Promise<Dressed> {
  const buttons = [...shareButtons(message, tools), ...extra];
  const keyboard = await callbackKeyboard(message, tools.actions, buttons);
  return { ...dressText(message, tools.texts, []), keyboard };
}

/** Offers the story to another chat, by its number; see inline.ts. */
function shareButtons(
  { story }: Message,
  { texts, identity }: Pick<DressTools, 'texts' | 'identity'>,
): readonly InlineKeyboardButton[] {
  if (story === null || identity()?.hasInline !== true) return [];
  return [{ text: texts.telegram.shareButton, switch_inline_query: `#${story.number}` }];
}

function dressText(message: Message, texts: Texts, links: readonly TextLink[]): Omit<Dressed, 'keyboard'> {
  const picture = message.image === null ? null : linkable(message.image.url);
  // Without a text below it, a preview is small print under a headline: the picture itself says more.
  const isPhoto = message.story !== null && message.blocks.length === 0;
  return {
    text: renderMessage(message, { texts, links, limit: textLimit }),
    caption: renderMessage(message, { texts, links, limit: captionLimit }),
    photoUrl: isPhoto ? picture : null,
    preview:
      picture === null
        ? { is_disabled: true }
        : { url: picture, prefer_large_media: true, show_above_text: true },
  };
}
