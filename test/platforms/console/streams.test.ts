import { PassThrough, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { textMessage } from '../../../src/domain/message.ts';
import { plainLook } from '../../../src/domain/subscription.ts';
import { createConsolePlatform } from '../../../src/platforms/console/create-console-platform.ts';
import { describeChannels } from '../../../src/platforms/console/console-channels.ts';
import type { PlatformDoors } from '../../../src/platforms/platform.ts';
import { english } from '../../../src/texts/english.ts';
import { createTestClock } from '../../support/clock.ts';
import { createTestLog } from '../../support/log.ts';

const esc = String.fromCodePoint(27);

function openConsole(given: { readonly isTerminal: boolean; readonly answersAfter?: Promise<unknown> }) {
  const written: string[] = [];
  const failure: { next: Error | null } = { next: null };
  const output = Object.assign(
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        written.push(chunk.toString('utf8'));
        done(failure.next);
      },
    }),
    { isTTY: given.isTerminal, columns: 80 },
  );
  const input = Object.assign(new PassThrough(), { isTTY: given.isTerminal });
  const platform = createConsolePlatform({
    input,
    output,
    hasColor: false,
    clock: createTestClock(),
    texts: english,
    log: createTestLog(),
    ...(given.answersAfter === undefined ? {} : { answersAfter: given.answersAfter }),
  });
  const doors: PlatformDoors = {
    onCommand: async ({ ask }) => ({
      kind: 'reply',
      message: textMessage(`Answer to ${ask.kind === 'line' ? ask.line : ''}.`),
      isPrivate: false,
    }),
    onChannelEvent: async () => {},
  };
  const [description] = describeChannels(['#console']);
  if (description === undefined) throw new Error('expected a channel');
  const channel = {
    ...description,
    id: 1n,
    state: 'reachable',
    unreachableReason: null,
    unreachableSince: null,
  } as const;
  const post = (text: string) =>
    platform.send({
      channel,
      deliveryId: 5n,
      part: 0,
      message: textMessage(text),
      look: plainLook,
      uncertainSince: null,
    });
  return { platform, doors, input, written, failure, post };
}

describe('the console without a terminal', () => {
  it('answers each line in order, then ends', async () => {
    const { platform, doors, input, written } = openConsole({ isTerminal: false });
    await platform.start(doors);
    input.end('/latest\n/search a\r\n/help');
    await platform.ended;
    expect(written.join('')).toBe(
      '> /latest\n\n  Answer to latest.\n\n> /search a\n\n  Answer to search a.\n\n> /help\n\n  Answer to help.\n\n',
    );
  });

  it('answers nothing before it may', async () => {
    let open = () => {};
    const answersAfter = new Promise<void>((resolve) => {
      open = resolve;
    });
    const { platform, doors, input, written } = openConsole({ isTerminal: false, answersAfter });
    await platform.start(doors);
    input.end('/latest\n');
    await new Promise((resolve) => input.once('close', resolve));
    expect(written).toEqual([]);
    open();
    await platform.ended;
    expect(written.join('')).toContain('Answer to latest.');
  });

  it('says that an outcome is unknown when writing fails, and ends', async () => {
    const { platform, doors, failure, post } = openConsole({ isTerminal: false });
    await platform.start(doors);
    failure.next = new Error('EPIPE');
    expect(await post('News.')).toEqual({
      kind: 'unknown',
      reason: 'Writing to the console failed: EPIPE.',
      mayRepeat: true,
    });
    await platform.ended;
  });
});

describe('the console at a terminal', () => {
  it('prints a post above what is being typed, and shows that again', async () => {
    const { platform, doors, input, written, post } = openConsole({ isTerminal: true });
    await platform.start(doors);
    input.write('/lat');
    await new Promise((resolve) => setImmediate(resolve));
    written.length = 0;
    await post('News.');
    const screen = written.join('');
    expect(screen.startsWith(`\r${esc}[J[#console]\n │ News.\n`)).toBe(true);
    expect(screen.slice(screen.indexOf('News.'))).toContain('> /lat');
    await platform.stop();
  });

  it('ends when the person presses Ctrl-C', async () => {
    const { platform, doors, input, written } = openConsole({ isTerminal: true });
    await platform.start(doors);
    input.write(String.fromCodePoint(3));
    await platform.ended;
    await platform.stop();
    expect(platform.status().isConnected).toBe(false);
    expect(written.at(-1)).toBe('\n');
  });
});
