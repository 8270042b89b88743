import type { CommandRequest } from '../../dispatch/command.ts';
import type { ChannelDescription } from '../../domain/channel.ts';
import { textMessage, type Message } from '../../domain/message.ts';
import type { Log } from '../../domain/log.ts';
import type { Texts } from '../../texts/texts.ts';
import type { PlatformDoors } from '../platform.ts';
import { choicesOf } from './choices.ts';
import { cleanText } from './clean-text.ts';
import { findChannel } from './console-channels.ts';

export interface Conversation {
  /** Answers one typed line. Never throws. */
  readonly take: (line: string) => Promise<'go on' | 'leave'>;
}

export interface ConversationParts {
  readonly channels: readonly ChannelDescription[];
  readonly texts: Texts;
  readonly log: Log;
  readonly onCommand: PlatformDoors['onCommand'];
  readonly show: (reply: Message) => Promise<void>;
  /** Commands act on another channel from now on. */
  readonly onMoved: (channel: ChannelDescription) => void;
}

/**
 * What a person types, and what that leads to: a command, the number of a choice in the last answer, a channel's
 * name (commands act there from now on, or the rest of the line does), or `exit`.
 */
export function createConversation(parts: ConversationParts): Conversation {
  let here = parts.channels[0];
  let choices: readonly string[] = [];

  const answer = async (channel: ChannelDescription, line: string) => {
    const reply = await parts.onCommand(requestOf(parts, channel, line));
    const message =
      reply.kind === 'reply'
        ? reply.message
        : textMessage(reply.choices.map((choice) => choice.name).join('\n'));
    const { buttons, menu } = choicesOf(message);
    choices = [...buttons, ...menu].map((choice) => choice.action);
    await parts.show(message);
  };

  const choose = async (channel: ChannelDescription, number: number) => {
    const action = choices[number - 1];
    if (action !== undefined) return answer(channel, action);
    const { nothingToChoose, noSuchChoice } = parts.texts.console;
    const sentence = choices.length === 0 ? nothingToChoose : noSuchChoice({ count: choices.length });
    return parts.show(textMessage(sentence));
  };

  const move = async (channel: ChannelDescription) => {
    here = channel;
    parts.onMoved(channel);
    await parts.show(textMessage(parts.texts.console.movedTo({ channel: channel.name })));
  };

  const follow = async (typed: string) => {
    const { channel, rest } = placeOf(parts.channels, typed);
    const at = channel ?? here;
    if (at === undefined || (channel === undefined && rest === '')) return;
    if (rest === '') return move(at);
    if (/^\d{1,3}$/.test(rest)) return choose(at, Number(rest));
    return answer(at, rest.replace(/^\//, ''));
  };

  return {
    async take(line) {
      const typed = cleanText(line);
      if (/^\/?(?:exit|quit)$/i.test(typed)) return 'leave';
      try {
        await follow(typed);
      } catch (error) {
        parts.log.error({ error }, 'a console line was not answered');
        await parts.show(textMessage(parts.texts.console.broken));
      }
      return 'go on';
    },
  };
}

/** A channel's name at the beginning of a line, and what follows it. */
function placeOf(channels: readonly ChannelDescription[], typed: string) {
  const [first = ''] = typed.split(' ', 1);
  const channel = first.startsWith('#') ? findChannel(channels, first) : undefined;
  return channel === undefined
    ? { channel, rest: typed }
    : { channel, rest: typed.slice(first.length).trim() };
}

/** Who sits at the console owns the bot. */
function requestOf(parts: ConversationParts, channel: ChannelDescription, line: string): CommandRequest {
  return {
    asker: {
      personId: 'console',
      personName: 'console',
      channel,
      isModerator: true,
      isOwner: true,
      language: null,
    },
    ask: { kind: 'line', line },
    findChannel: async (named) => {
      const found = findChannel(parts.channels, named);
      if (found !== undefined) return { channel: found, isModerator: true, missingPermissions: [] };
      const names = parts.channels.map((other) => other.name);
      return { problem: parts.texts.console.noChannel({ named: cleanText(named), channels: names }) };
    },
    missingPermissions: [],
  };
}
