import type { APIEmbed } from 'discord.js';
import type { Message } from '../../domain/message.ts';
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
  const { body, longActions } = renderMessage(message, { texts, mark: '', isModerators });
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
