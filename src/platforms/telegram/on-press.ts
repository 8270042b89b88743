/** Buttons: what they carry is a command line, carried out anew each time one is pressed. */
import type { CallbackQuery } from 'grammy/types';
import type { Answer } from '../../dispatch/command.ts';
import { requestOf, type Asking } from './asker.ts';
import type { ListenTools } from './listen.ts';
import { describeChat, describePlace } from './place.ts';
import { offerChannels, setUpPress } from './set-up.ts';

/** Telegram's limit for the note over the chat. */
const noteLength = 200;

export async function hearPress(press: CallbackQuery, tools: ListenTools): Promise<void> {
  const { message } = press;
  // A message of inline mode carries no buttons of ours that call back.
  if (message === undefined) return close(press, tools);
  const channel = 'is_topic_message' in message ? describePlace(message) : describeChat(message.chat);
  const asking: Asking = { channel, chat: message.chat, person: press.from, speaker: undefined };
  if (press.data === setUpPress) {
    await close(press, tools);
    return offerChannels(asking, tools);
  }
  const pressed = await tools.actions.fromCallbackData(press.data ?? '');
  if (pressed === null) return close(press, tools, tools.texts.telegram.ask.outdated);
  const answer = await tools.doors.onCommand(await requestOf(pressed.action, asking, tools));
  if (answer.kind !== 'reply') return close(press, tools);
  const note = asking.channel.kind === 'direct' ? null : noteOf(answer);
  await close(press, tools, note ?? undefined);
  if (note !== null) return undefined;
  const to = { asking, replyTo: message.message_id };
  // One that is too old says nothing of itself any more, and cannot be changed.
  if (pressed.role === 'open' || message.date === 0) return tools.answers.tell(answer.message, to);
  const form = 'photo' in message && message.photo !== undefined ? 'photo' : 'text';
  return tools.answers.replace(answer.message, { ...to, messageId: message.message_id, form });
}

/** What only the asker needs to see, where it is short: shown to that person alone. */
function noteOf({ message, isPrivate }: Extract<Answer, { kind: 'reply' }>): string | null {
  const { blocks, title, buttons, menu, attachment = null } = message;
  if (!isPrivate || title !== null || buttons.length > 0 || menu !== null) return null;
  if (attachment !== null) return null;
  const lines = blocks.map((block) =>
    block.kind === 'paragraph' && block.spans.every((span) => typeof span === 'string')
      ? block.spans.join('')
      : null,
  );
  const text = lines.includes(null) ? '' : lines.join('\n');
  return text === '' || text.length > noteLength ? null : text;
}

/** Takes the waiting sign off the button. */
async function close(press: CallbackQuery, { api, log }: ListenTools, note?: string): Promise<void> {
  try {
    await api.answerCallbackQuery(press.id, note === undefined ? {} : { text: note, show_alert: true });
  } catch (error) {
    // Too late, or the network: the answer itself is more important.
    log.debug({ error }, 'a press on Telegram could not be acknowledged');
  }
}
