/** Messages and channel posts: commands, and what a person does with the bot in private. */
import type { Message } from 'grammy/types';
import type { Act, Command } from '../../dispatch/command.ts';
import { formatAddress } from './address.ts';
import { askingOf, requestOf, type Asking } from './asker.ts';
import { readCommandLine, type WrittenLine } from './command-line.ts';
import { fileOf } from './files.ts';
import type { ListenTools } from './listen.ts';
import { describeChat, describeTopic } from './place.ts';
import { askForReply, readReply } from './reply-prompt.ts';
import { setUpChannel } from './set-up.ts';
import { confirm, greet } from './start.ts';

/** Telegram's own account for anonymous administrators. */
const anonymousAdministrator = 1_087_968_824;
const longestQuestion = 200;

export async function hearMessage(message: Message, tools: ListenTools): Promise<void> {
  if (await hearService(message, tools)) return;
  const isOtherBot = message.from?.is_bot === true && message.from.id !== anonymousAdministrator;
  if (isOtherBot || message.is_automatic_forward === true) return;
  const text = message.text ?? message.caption ?? '';
  const asking = askingOf(message);
  const written = readCommandLine(text, tools.identity()?.name);
  if (written !== null) return hearCommand(written, { asking, message }, tools);
  const line = readReply(message, tools) ?? (asking.channel.kind === 'direct' ? privateLine(message) : null);
  if (line !== null) await run(line, { asking, message }, tools);
}

interface Heard {
  readonly asking: Asking;
  readonly message: Message;
}

async function hearCommand(written: WrittenLine, heard: Heard, tools: ListenTools): Promise<void> {
  const { command, rest, line, isNamed } = written;
  const { asking, message } = heard;
  if (command === 'start') {
    const action = rest === '' ? null : await tools.actions.fromStartPayload(rest);
    if (action === null) return greet(asking, tools);
    return isHarmless(action, tools.commands) ? run(action, heard, tools) : confirm(action, asking, tools);
  }
  const known = tools.commands.find(({ name }) => name === command);
  // In a group an unknown command is another bot's.
  if (known === undefined && !isNamed && asking.channel.kind !== 'direct') return undefined;
  const wanted = rest === '' && known !== undefined ? soleTextOption(known) : null;
  if (wanted === null) return run(line, heard, tools);
  return askForReply({ command, description: wanted }, { asking, replyTo: message.message_id }, tools);
}

/** Anybody can write a deep link: one that changes something is carried out only when the person says so. */
function isHarmless(action: string, commands: readonly Command[]): boolean {
  const command = commands.find(({ name }) => name === action.split(' ', 1)[0]);
  return Object.values(command?.acts ?? {}).every(({ access }) => access === 'anyone');
}

/** The description of the text that a command asks for above all, which no button can offer. */
function soleTextOption(command: Command): string | null {
  const acts: readonly Act[] = Object.values(command.acts);
  const first = Object.values(acts[0]?.options ?? {}).find((option) => option.isRequired);
  return acts.length === 1 && first?.type === 'text' ? first.description : null;
}

async function run(line: string, { asking, message }: Heard, tools: ListenTools): Promise<void> {
  const request = { ...(await requestOf(line, asking, tools)), file: fileOf(message) };
  const answer = await tools.doors.onCommand(request);
  if (answer.kind !== 'reply') return;
  await tools.answers.tell(answer.message, { asking, replyTo: message.message_id });
}

/** In private everything is meant for the bot: a channel to set up, a list of feeds, a link to summarize, words to
 * search. */
function privateLine(message: Message): string | null {
  const origin = message.forward_origin;
  const shared = message.chat_shared?.chat_id ?? (origin?.type === 'channel' ? origin.chat.id : undefined);
  if (shared !== undefined) return setUpChannel(String(shared));
  const text = (message.text ?? '').trim();
  if (/^@\w+$/.test(text)) return setUpChannel(text);
  if (/\.opml$/i.test(message.document?.file_name ?? '')) return 'sources import';
  const link = message.entities?.find((entity) => entity.type === 'url' || entity.type === 'text_link');
  if (link !== undefined) {
    const address = link.type === 'text_link' ? link.url : text.slice(link.offset, link.offset + link.length);
    return `summarize ${/^https?:/i.test(address) ? address : `https://${address}`}`;
  }
  return text === '' || text.length > longestQuestion ? null : `search ${text}`;
}

/** What a chat says about itself; whether the message was such a one. */
async function hearService(message: Message, { doors, rights }: ListenTools): Promise<boolean> {
  const { chat } = message;
  const { address } = describeChat(chat);
  const platform = 'telegram';
  if (message.migrate_to_chat_id !== undefined) {
    const to = formatAddress({ chatId: message.migrate_to_chat_id, threadId: null });
    rights.forget(chat.id);
    await doors.onChannelEvent({ kind: 'moved', from: { platform, address }, to: { platform, address: to } });
    return true;
  }
  if (message.forum_topic_reopened !== undefined && message.message_thread_id !== undefined) {
    const topic = describeTopic(chat, message.message_thread_id);
    await doors.onChannelEvent({ kind: 'reachable', channel: { platform, address: topic.address } });
    return true;
  }
  if (message.new_chat_title !== undefined) {
    await doors.onChannelEvent({ kind: 'seen', channel: describeChat(chat) });
    return true;
  }
  return false;
}
