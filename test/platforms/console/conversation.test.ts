import { describe, expect, it } from 'vitest';
import type { CommandRequest } from '../../../src/dispatch/command.ts';
import { textMessage, type Message } from '../../../src/domain/message.ts';
import { describeChannels } from '../../../src/platforms/console/console-channels.ts';
import { createConversation } from '../../../src/platforms/console/conversation.ts';
import { english } from '../../../src/texts/english.ts';
import { createTestLog } from '../../support/log.ts';

function openConversation(answerTo: (request: CommandRequest) => Message = () => textMessage('Fine.')) {
  const asked: string[] = [];
  const shown: string[] = [];
  const moved: string[] = [];
  const log = createTestLog();
  const conversation = createConversation({
    channels: describeChannels(['#policy-desk', '#market-watch']),
    texts: english,
    log,
    onCommand: async (request) => {
      asked.push(`${request.asker.channel.name}: ${request.ask.kind === 'line' ? request.ask.line : ''}`);
      return { kind: 'reply', message: answerTo(request), isPrivate: false };
    },
    show: async (message) => {
      const [block] = message.blocks;
      shown.push(
        block?.kind === 'paragraph' ? block.spans.filter((span) => typeof span === 'string').join('') : '',
      );
    },
    onMoved: (channel) => moved.push(channel.name),
  });
  return { ...conversation, asked, shown, moved, log };
}

describe('a conversation at the console', () => {
  it('takes a command with or without its slash', async () => {
    const { take, asked } = openConversation();
    await take('/latest page:2');
    await take('  top 7d ');
    expect(asked).toEqual(['#policy-desk: latest page:2', '#policy-desk: top 7d']);
  });

  it('moves to a channel that is named, or asks there once', async () => {
    const { take, asked, moved } = openConversation();
    await take('#market-watch /subscriptions');
    await take('/subscriptions');
    await take('#Market-Watch');
    await take('/subscriptions');
    expect(asked).toEqual([
      '#market-watch: subscriptions',
      '#policy-desk: subscriptions',
      '#market-watch: subscriptions',
    ]);
    expect(moved).toEqual(['#market-watch']);
  });

  it('says what to type where a number is no choice', async () => {
    const { take, asked, shown } = openConversation(() => ({
      ...textMessage('Pages.'),
      buttons: [
        { label: 'Next', action: 'latest page:2', role: 'turn' },
        { label: 'Open', url: 'https://wire.example' },
      ],
    }));
    await take('1');
    await take('/latest');
    await take('2');
    await take('1');
    expect(shown).toEqual([
      'There is nothing to choose from now. Type a command, such as /latest, or /help for all of them.',
      'Pages.',
      'There is one choice: type 1, or a command such as /help.',
      'Pages.',
    ]);
    expect(asked).toEqual(['#policy-desk: latest', '#policy-desk: latest page:2']);
  });

  it('leaves on exit or quit, and lets an empty line pass', async () => {
    const { take, asked, shown } = openConversation();
    expect(await take('exit')).toBe('leave');
    expect(await take('/QUIT')).toBe('leave');
    expect(await take('   ')).toBe('go on');
    expect([...asked, ...shown]).toEqual([]);
  });

  it('says so in a sentence when an answer breaks, and logs why', async () => {
    const { take, shown, log } = openConversation(() => {
      throw new Error('boom');
    });
    expect(await take('/latest')).toBe('go on');
    expect(shown).toEqual(['Something went wrong here. The log has the details.']);
    expect(log.lines.map((line) => line.level)).toEqual(['error']);
  });
});
