import { PassThrough, Writable } from 'node:stream';
import { createConsolePlatform } from '../../../src/platforms/console/create-console-platform.ts';
import type { Channel } from '../../../src/domain/channel.ts';
import { english } from '../../../src/texts/english.ts';
import { describePlatform, type MakePlatform } from '../../contracts/platform.ts';
import { createTestClock } from '../../support/clock.ts';
import { createTestLog } from '../../support/log.ts';

const channelOf = (name: string): Channel => ({
  id: 1n,
  platform: 'console',
  address: name.slice(1),
  name,
  kind: 'console',
  scope: 'console:local',
  state: 'reachable',
  unreachableReason: null,
  unreachableSince: null,
});
const channels = [channelOf('#policy-desk'), channelOf('#market-watch')] as const;

const makeConsole: MakePlatform = async (doors) => {
  const written: string[] = [];
  let onAnswer = (_text: string) => {};
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      const text = chunk.toString('utf8');
      written.push(text);
      if (text.startsWith('  ') || text.startsWith('\n')) onAnswer(text);
      done();
    },
  });
  const input = new PassThrough();
  const names = channels.map((channel) => channel.name);
  const platform = createConsolePlatform({
    input,
    output,
    columns: 80,
    hasColor: false,
    clock: createTestClock(),
    texts: english,
    log: createTestLog(),
    channels: names,
    timeZone: 'UTC',
  });
  await platform.start(doors);
  let answer = '';
  const type = (line: string) =>
    new Promise<string>((resolve) => {
      onAnswer = (text) => {
        answer = text;
        resolve(text);
      };
      input.write(`${line}\n`);
    });
  const gone = { address: '' };
  return {
    platform: {
      ...platform,
      send: (order) => platform.send({ ...order, channel: { ...order.channel, ...takeGone(gone) } }),
    },
    channels,
    arrived: async (channel) =>
      written
        .filter((text) => text.startsWith(`[${channel.name}]`))
        .map((text) => text.replaceAll(/^ │ /gm, '').replace(`[${channel.name}]`, '')),
    breakNext: {
      unreachable: () => {
        gone.address = 'closed-desk';
      },
    },
    ask: (channel, line) => type(`${channel.name} ${line}`),
    choose: (label) => type(new RegExp(`(\\d+)\\) ${label}`).exec(answer)?.[1] ?? 'no such choice'),
    close: () => platform.stop(),
  };
};

function takeGone(gone: { address: string }): { readonly address?: string } {
  const { address } = gone;
  gone.address = '';
  return address === '' ? {} : { address };
}

describePlatform('the console', makeConsole);
