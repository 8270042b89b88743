import type { APIEmbed } from 'discord.js';
import { categoryOf } from '../../domain/category.ts';
import type { Choice, Menu, Message } from '../../domain/message.ts';
import type { Texts } from '../../texts/texts.ts';
import type { LongAction } from './custom-id.ts';
import type { Row } from './render-components.ts';
import { renderMessage } from './render-message.ts';

/** An answer's body as the library takes it. */
export interface AnswerBody {
  content: string;
  embeds: APIEmbed[];
  components: Row[];
  allowedMentions: { parse: [] };
  files?: { attachment: Buffer; name: string }[];
}

/** Dresses an answer; nothing in it pings anyone. */
export function answerBody(
  message: Message,
  { texts, isModerators }: { readonly texts: Texts; readonly isModerators: boolean },
): { readonly body: AnswerBody; readonly longActions: readonly LongAction[] } {
  const shown = { ...message, menu: message.menu ?? menuOfEntries(message, texts) };
  const { body, longActions } = renderMessage(shown, { texts, mark: '', isModerators });
  const { content, embeds, components } = body;
  const { attachment = null } = message;
  const files =
    attachment === null ? [] : [{ attachment: Buffer.from(attachment.text), name: attachment.name }];
  return {
    body: {
      content,
      embeds,
      components,
      allowedMentions: { parse: [] },
      ...(files.length === 0 ? {} : { files }),
    },
    longActions,
  };
}

/** A list of stories gets a menu that opens one of them. */
function menuOfEntries({ blocks }: Message, texts: Texts): Menu | null {
  const choices = blocks.flatMap((block): readonly Choice[] => {
    if (block.kind !== 'entry') return [];
    const { number, title, category } = block.entry;
    const label = `${texts.stories.number({ number })} ${title}`;
    return [{ label, description: categoryOf(category).name, action: `read ${number}` }];
  });
  return choices.length === 0 ? null : { prompt: texts.discord.openStory, choices };
}
