import { MessageFlags } from 'discord.js';
import type { APIAllowedMentions, APIEmbed } from 'discord.js';
import type { Message } from '../../domain/message.ts';
import { plainLook, type Look } from '../../domain/subscription.ts';
import type { Texts } from '../../texts/texts.ts';
import type { LongAction } from './custom-id.ts';
import { renderComponents, type ComponentMarks, type Row } from './render-components.ts';
import { renderEmbed } from './render-embed.ts';

/** A message's body as Discord's API takes it: for a post, an edit, or an answer. */
export interface MessageBody {
  content: string;
  embeds: APIEmbed[];
  components: Row[];
  allowed_mentions: APIAllowedMentions;
  flags: number;
}

export interface RenderedMessage {
  readonly body: MessageBody;
  /** To be kept before the body is sent. */
  readonly longActions: readonly LongAction[];
}

/** Dresses a message. Nothing in it pings anyone but the role that the look names. */
export function renderMessage(
  message: Message,
  { texts, look = plainLook, ...marks }: ComponentMarks & { readonly texts: Texts; readonly look?: Look },
): RenderedMessage {
  const { rows, longActions } = renderComponents(message, marks);
  const role = mentionedRole(message, look);
  return {
    body: {
      content: role === null ? '' : `<@&${role}>`,
      embeds: [renderEmbed(message, texts)],
      components: [...rows],
      allowed_mentions: role === null ? { parse: [] } : { parse: [], roles: [role] },
      flags: look.isSilent ? MessageFlags.SuppressNotifications : 0,
    },
    longActions,
  };
}

/** The role to mention: where the look names one, for this message's category. */
function mentionedRole(message: Message, look: Look): string | null {
  if (look.mention === null || !/^\d{17,20}$/.test(look.mention.role)) return null;
  const { role, categories } = look.mention;
  if (categories.length === 0) return role;
  return message.story !== null && categories.includes(message.story.category) ? role : null;
}
