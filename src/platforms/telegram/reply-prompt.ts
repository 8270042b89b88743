/**
 * Asks for a text that no button can offer. In groups the bot hears only replies to itself, so it asks for one. The
 * question carries the command: nothing has to be remembered.
 */
import type { Message } from 'grammy/types';
import { textMessage } from '../../domain/message.ts';
import type { Recipient } from './answers.ts';
import type { ListenTools } from './listen.ts';

export async function askForReply(
  asked: { readonly command: string; readonly description: string },
  to: Recipient,
  { answers, texts }: Pick<ListenTools, 'answers' | 'texts'>,
): Promise<void> {
  const markup = {
    force_reply: true,
    selective: true,
    input_field_placeholder: `/${asked.command} …`,
  } as const;
  await answers.tell(textMessage(texts.telegram.ask.reply(asked)), { ...to, markup });
}

/** The line that a reply to such a question makes; null for any other message. */
export function readReply(
  message: Message,
  { commands, identity }: Pick<ListenTools, 'commands' | 'identity'>,
) {
  const question = message.reply_to_message;
  const text = (message.text ?? '').trim();
  if (text === '' || question?.from === undefined || question.from.id !== identity()?.id) return null;
  const command = /^\/([a-z0-9_]+): /.exec(question.text ?? '')?.[1];
  return commands.some(({ name }) => name === command) ? `${command} ${text}` : null;
}
